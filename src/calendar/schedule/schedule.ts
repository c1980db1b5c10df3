// The schedule of ministers' meetings: one instrument for a half-year (or, under No. 863, a year) and all central bodies.
import type { Id, Instant, LocalDate, Period } from '#kernel'
import type { NotAllowed, PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { MeetingId } from '../calendar.ts'
import type { ProcedureStore } from './procedure.ts'

export type ScheduleId = Id<'schedule'>
export type Both = { readonly kk: string; readonly ru: string }

/**
 * `proposed`: central bodies write their proposals. `drafted`: the draft lies with them and with the akimats for
 * agreement. `agreed`: the central bodies have agreed. `submitted`: at the Government's Office. Law: A863-2, G24-3.1.
 */
export const scheduleStates = ['proposed', 'drafted', 'agreed', 'submitted', 'approved', 'published'] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** What may follow what: the Government may give a draft back, and a correction opens what was published. */
export const scheduleSteps = {
  proposed: ['drafted'],
  drafted: ['agreed', 'published'],
  agreed: ['submitted', 'drafted'],
  submitted: ['approved', 'drafted'],
  approved: ['published'],
  published: ['drafted'],
} as const satisfies Record<ScheduleState, readonly ScheduleState[]>

export type Schedule = {
  readonly id: ScheduleId
  /** A half-year; a year under No. 863. */
  readonly period: Period
  /** The act that asks for it, as the law has it: `G24`, `A863`. */
  readonly act: string
  readonly state: ScheduleState
  /** Rises by one with each change; an edit names the revision that it saw. */
  readonly revision: number
  /** All who wrote in the present draft: none of them may approve it (four eyes). */
  readonly editors: readonly PersonId[]
  readonly openedAt: Instant
  /** Until when the central bodies were asked for their proposals. */
  readonly answerBy: LocalDate
  readonly agreedAt: Instant | null
  readonly submittedAt: Instant | null
  readonly approvedAt: Instant | null
  readonly approvedNumber: string | null
  readonly publishedAt: Instant | null
  /** Why the Government gave it back; gone when it is submitted again. */
  readonly returned: string | null
  readonly correction: { readonly id: string; readonly reason: string } | null
  readonly demonstration: boolean
}

/** `asked`: the body writes; `sent`: it lies with the authorised body; `returned`: back with a reason; `taken`: in the draft. */
export const proposalStates = ['asked', 'sent', 'returned', 'taken'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What one central body proposes for a schedule. */
export type VisitProposal = {
  readonly schedule: ScheduleId
  readonly body: OfficeId
  readonly state: ProposalState
  readonly revision: number
  readonly editors: readonly PersonId[]
  readonly sentAt: Instant | null
  readonly reason: string | null
  /** When the body agreed to the draft as it stands; null again when one of its visits is moved. */
  readonly agreedAt: Instant | null
}

/** What a visit is about, in the words in which problems are sorted. */
export const spheres = [
  'roads',
  'water',
  'gas',
  'heating',
  'electricity',
  'waste',
  'transport',
  'schools',
  'kindergartens',
  'health',
  'housing',
  'land',
  'social-payments',
  'employment',
  'agriculture',
  'ecology',
  'internet-comms',
  'culture-sport',
  'public-safety',
  'landscaping-lighting',
  'government-services',
  'other',
] as const
export type Sphere = (typeof spheres)[number]

/** On what the choice of a region rests. Law: G24-1.3. */
export const grounds = ['sector-problems', 'local-issues'] as const
export type Ground = (typeof grounds)[number]

/** What the akimat of the region answered: agreed under the number of its letter, or not, with its reason. Law: G24-1.2.a. */
export type AkimatAnswer = {
  readonly agrees: boolean
  readonly at: Instant
  /** The number of the letter, or the reason. */
  readonly words: string
}

/** One planned meeting of a minister. */
export type Visit = {
  readonly id: MeetingId
  readonly schedule: ScheduleId
  /** The office of the central body. */
  readonly office: OfficeId
  readonly region: UnitCode
  /** Where it is held: a district, a city, or the region itself. */
  readonly unit: UnitCode
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  readonly plannedMinutes: number
  readonly sphere: Sphere
  readonly venue: Both
  /** Why this region, for everybody to read. */
  readonly why: Both
  readonly grounds: readonly Ground[]
  readonly proposedDay: LocalDate
  /** Why the authorised body put it on another day. */
  readonly moveReason: string | null
  readonly akimat: AkimatAnswer | null
  readonly revision: number
}

/** What a body writes of a visit. */
export type VisitLine = Pick<
  Visit,
  'region' | 'unit' | 'day' | 'start' | 'plannedMinutes' | 'sphere' | 'venue' | 'why' | 'grounds'
>

export type ScheduledMeeting = Omit<Visit, 'schedule' | 'revision' | 'akimat'> & {
  readonly officeName: Both
  readonly unitName: Both
  readonly regionName: Both
  readonly form: 'visiting'
  /** The akimat's letter, where it agreed before the publication. */
  readonly agreed: { readonly number: string; readonly day: LocalDate } | null
}

export type ScheduleContent = {
  /** Absent in the first release. */
  readonly correction?: { readonly id: string; readonly reason: string }
  readonly period: Period
  readonly act: string
  readonly meetings: readonly ScheduledMeeting[]
}

/** What was published, word for word; never changed afterwards. */
export type ScheduleRelease = {
  readonly schedule: ScheduleId
  readonly period: Period
  readonly number: number
  readonly publishedAt: Instant
  /** SHA-256 of the canonical form of `content`, hex. */
  readonly hash: string
  readonly content: ScheduleContent
}

/** Every way in which a schedule says no; the faces have one table from code to status and words. */
export type ScheduleRefusal =
  | { readonly code: 'no-such-schedule' }
  | { readonly code: 'no-such-visit' }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'schedule-exists' }
  /** No act in force asks for a schedule of this period: it is of another length, or of a regime that has ended. */
  | { readonly code: 'no-such-regime' }
  | { readonly code: 'period-over'; readonly last: LocalDate }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'wrong-state'; readonly state: ScheduleState }
  | { readonly code: 'proposal-state'; readonly state: ProposalState }
  | { readonly code: 'nothing-proposed' }
  | { readonly code: 'proposals-open'; readonly count: number }
  | { readonly code: 'agreement-open'; readonly count: number }
  | { readonly code: 'outside-the-period'; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: 'day-over'; readonly day: LocalDate }
  | { readonly code: 'minister-elsewhere'; readonly day: LocalDate }
  | { readonly code: 'no-such-unit' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'correction-empty' }
  /** A visit of the past stays what it was. */
  | { readonly code: 'visit-over'; readonly day: LocalDate }
  /** Its office has announced, moved or cancelled it: what becomes of it is decided there, with a notice of its own. */
  | { readonly code: 'announced' }
  | { readonly code: 'answered-already' }
  | { readonly code: 'language-missing' }

/** What schedules need remembered; storage implements it. */
export type ScheduleStore = ProcedureStore & {
  find(id: ScheduleId): Promise<Schedule | null>
  /** Every schedule, the latest period first. */
  all(): Promise<Schedule[]>
  /** `false` when there is one of that period (one_schedule_per_period). */
  add(schedule: Schedule, bodies: readonly OfficeId[]): Promise<boolean>
  /** Saves when the stored revision is still the one before; `false` when somebody was faster. */
  save(schedule: Schedule): Promise<boolean>
  /** Those that the acting offices may see. */
  proposals(schedule: ScheduleId): Promise<VisitProposal[]>
  proposal(schedule: ScheduleId, body: OfficeId): Promise<VisitProposal | null>
  saveProposal(proposal: VisitProposal): Promise<boolean>
  /** Those that the acting offices may see, by day. */
  visits(schedule: ScheduleId): Promise<Visit[]>
  addVisit(visit: Visit): Promise<void>
  /** `false` when somebody was faster. */
  saveVisit(visit: Visit): Promise<boolean>
  dropVisit(schedule: ScheduleId, visit: MeetingId): Promise<void>
  /** Brings back what was published. */
  replaceVisits(schedule: ScheduleId, visits: readonly Visit[]): Promise<void>
  /** `norm` and the length of its periods say by what duty each visit is planned. */
  addRelease(release: ScheduleRelease, places: readonly VisitPlace[]): Promise<void>
  releases(schedule: ScheduleId): Promise<ScheduleRelease[]>
  /** The newest release of each schedule, the latest period first. */
  newestReleases(): Promise<ScheduleRelease[]>
  /** Published visits in these units from the first day to the last, cancelled ones left out. */
  visitsIn(region: UnitCode, from: LocalDate, to: LocalDate): Promise<PublishedVisit[]>
}

/** The duty that a visit is planned for. */
export type VisitPlace = { readonly id: MeetingId; readonly norm: string; readonly period: Period }

export type PublishedVisit = Pick<Visit, 'id' | 'office' | 'unit' | 'day'>
