// A meeting that residents demand outside the calendar: its words, its supporters, its clock, its decision.
import { type Id, type Instant, type LocalDate, addDays, milliseconds } from '#kernel'
import type { NotAllowed, PersonId, Signed } from '#people'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import type { MeetingRefusal } from './change-meeting.ts'
import type { Both } from './meeting.ts'
import type { MeetingId } from '#calendar'

export type DemandId = Id<'demand'>

/** What the installation sets; no act names a number or a term (AMB-07). */
export type DemandRule = {
  /** Supporters from whom on the office must decide. */
  readonly threshold: number
  /** Days in which it decides then. */
  readonly days: number
}
export const usualDemandRule: DemandRule = { threshold: 10, days: 10 }

/** Days in which supporters can be found. */
export const collectingDays = 90
/** Hours after which words are shown that their office has not judged: silence hides nothing. */
export const judgingHours = 48

export const withholdReasons = ['personal-data', 'insult', 'threat', 'not-a-demand'] as const
export type WithholdReason = (typeof withholdReasons)[number]

export const demandDecisions = ['accepted', 'refused'] as const
export type DemandVerdict = (typeof demandDecisions)[number]

export type DemandDecision = {
  readonly decision: DemandVerdict
  readonly reason: Both
  readonly decidedAt: Instant
  /** Whether it came after its term; stays with it. */
  readonly late: boolean
  readonly signed: Signed
}

export type Demand = DemandRule & {
  readonly id: DemandId
  /** Of whom the meeting is demanded, and where it is to be. */
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly region: UnitCode
  readonly words: string
  readonly language: 'kk' | 'ru' | 'en'
  readonly raisedAt: Instant
  readonly until: LocalDate
  readonly supporters: number
  readonly judged: {
    readonly shown: boolean
    readonly reason: WithholdReason | null
    readonly at: Instant
  } | null
  /** From when it had enough supporters (A826-3.1.a), and the last good day of the decision. */
  readonly registered: { readonly at: Instant; readonly due: LocalDate; readonly supporters: number } | null
  readonly decision: DemandDecision | null
}

export type DemandState = 'collecting' | 'registered' | 'lapsed' | DemandVerdict

export const stateOfDemand = ({ decision, registered, until }: Demand, today: LocalDate): DemandState =>
  decision ? decision.decision : registered ? 'registered' : today > until ? 'lapsed' : 'collecting'

/** Whether everybody may read the words now. */
export const wordsShown = (
  { judged, raisedAt }: Pick<Demand, 'judged' | 'raisedAt'>,
  at: Instant,
): boolean => (judged ? judged.shown : milliseconds(at) >= milliseconds(raisedAt) + judgingHours * 3_600_000)

/** The last day for supporters of a demand that is raised now. */
export const lastDayToSupport = (at: Instant, unit: UnitCode): LocalDate =>
  addDays(localDay(at, unit), collectingDays)

/** An answer as its office drafts it; another person signs it. */
export type DemandAnswer = {
  readonly demand: DemandId
  readonly office: OfficeId
  readonly decision: DemandVerdict
  readonly reason: Both
  readonly editors: readonly PersonId[]
  readonly revision: number
}

/** Every way in which a demand says no to its office. */
export type DemandRefusal =
  | { readonly code: 'no-such-demand' }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'reason-wanted' }
  | { readonly code: 'judged-already' }
  | { readonly code: 'decided-already' }
  | { readonly code: 'no-draft' }
  | { readonly code: 'demand-lapsed' }
  | { readonly code: 'not-accepted' }
  | { readonly code: 'has-a-meeting'; readonly meeting: MeetingId }
  | MeetingRefusal

/** Every way in which it says no to a resident. */
export type SupportRefusal =
  | { readonly code: 'no-such-demand' }
  | { readonly code: 'no-such-unit'; readonly unit: UnitCode }
  | { readonly code: 'no-such-office'; readonly office: OfficeId }
  | { readonly code: 'words-wanted' }
  | { readonly code: 'words-too-long' }
  | { readonly code: 'words-with-marks' }
  | { readonly code: 'demand-closed' }
  | { readonly code: 'device-supports-it' }
  | { readonly code: 'no-such-code' }

/** A supporter as he is kept: hashes made for this demand alone. */
export type Support = {
  readonly demand: DemandId
  readonly code: string
  readonly device: string
  readonly at: Instant
}

export type DemandStore = {
  find(id: DemandId): Promise<Demand | null>
  ofOffice(office: OfficeId): Promise<Demand[]>
  /** Demands of meetings at one of exactly these units, newest first. */
  ofUnits(units: readonly UnitCode[], limit: number): Promise<Demand[]>
  /** `false` when it is there already: the form was sent twice. */
  add(demand: Demand): Promise<boolean>
  /** Holds the count of a demand until the transaction ends. */
  hold(id: DemandId): Promise<void>
  /** The same code again changes nothing. */
  support(support: Support): Promise<'supported' | 'supported-before' | 'device-supports-it'>
  /** `false` when nobody supports with this code. */
  withdraw(demand: DemandId, code: string): Promise<boolean>
  supporters(id: DemandId): Promise<number>
  /** `false` when it was registered before. */
  register(id: DemandId, registered: NonNullable<Demand['registered']>): Promise<boolean>
  /** `false` when they were judged before. */
  judge(demand: Demand, judged: NonNullable<Demand['judged']>): Promise<boolean>
  answer(id: DemandId): Promise<DemandAnswer | null>
  /** Saves when the stored revision is still the one before; `false` when somebody was faster. */
  saveAnswer(answer: DemandAnswer): Promise<boolean>
  /** `false` when it was decided before. */
  decide(demand: Demand, decision: DemandDecision): Promise<boolean>
  /** The meeting that everybody knows to answer a demand or a risk; the newest, cancelled ones last. */
  meetingAnswering(id: string): Promise<MeetingId | null>
}
