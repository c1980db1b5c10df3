// The annual calendar of a region: one instrument a year that holds the meetings of all its akims.
import type { Id, Instant, LocalDate, Period } from '#kernel'
import type { NotAllowed, PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { PartState } from './part.ts'

export type CalendarId = Id<'calendar'>
export type MeetingId = Id<'meeting'>

/**
 * The life of a calendar: drafted by the office, sent to the maslikhat, answered by it (consent or receipt of
 * the notification, by edition), approved by the akim, published. Law: A826-2.1, A826E2-2.1.agr.
 */
export const calendarStates = ['drafted', 'sent', 'answered', 'approved', 'published'] as const
export type CalendarState = (typeof calendarStates)[number]

/**
 * What may follow what. A recall takes a calendar back to the draft until it is approved; a correction takes a
 * published one back to the draft of its next release, while the release before it stays in force.
 */
export const calendarSteps = {
  drafted: ['sent'],
  sent: ['answered', 'drafted'],
  answered: ['approved', 'drafted'],
  approved: ['published'],
  published: ['drafted'],
} as const satisfies Record<CalendarState, readonly CalendarState[]>

export const mayFollow = (from: CalendarState, to: CalendarState): boolean =>
  (calendarSteps[from] as readonly CalendarState[]).includes(to)

export type Calendar = {
  readonly id: CalendarId
  /** The region: oblast, city of republican significance or the capital. */
  readonly region: UnitCode
  /** The upper akim's office, which draws the calendar up. */
  readonly office: OfficeId
  readonly year: number
  readonly state: CalendarState
  /** Rises by one with each change; an edit names the revision that it saw. */
  readonly revision: number
  /** All who wrote in the present draft: none of them may approve it (four eyes). */
  readonly editors: readonly PersonId[]
  readonly draftedAt: Instant
  readonly sentAt: Instant | null
  readonly approvedAt: Instant | null
  readonly publishedAt: Instant | null
  readonly submittedAt: Instant | null
  /** Until when the offices were asked for their parts; `null`: the planner filled all of them. */
  readonly answerBy: LocalDate | null
  /** The correction in hand, from its opening to the publication of its release. Law: A826-2.1.cor.p. */
  readonly correction: { readonly id: string; readonly reason: string } | null
  /** True for the demonstration that is loaded at the first start. */
  readonly demonstration: boolean
}

/** One meeting of the calendar. `day` is where it stands now, `proposedDay` where the planner put it. */
export type Entry = {
  readonly id: MeetingId
  readonly calendar: CalendarId
  /** The akim's office that holds the meeting. */
  readonly office: OfficeId
  /** The place it is held in. */
  readonly unit: UnitCode
  /** The frequency norm that asks for it, and the period it is asked for in. */
  readonly norm: string
  readonly period: Period
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  readonly plannedMinutes: number
  readonly form: 'visiting' | 'stationary'
  readonly proposedDay: LocalDate
  readonly moveReason: string | null
}

/** What is published: the words of one day, in both state languages, never changed afterwards. */
export type Release = {
  readonly calendar: CalendarId
  /** 1 for the first publication; a correction is the next number. */
  readonly number: number
  readonly publishedAt: Instant
  /** SHA-256 of the canonical form of `content`, hex. */
  readonly hash: string
  readonly content: ReleaseContent
}

export type ReleaseContent = {
  /** Absent in the first release. */
  readonly correction?: {
    readonly id: string
    readonly reason: string
    /** The maslikhat's own paper about it. Law: A826-2.1.cor.l, A826E2-2.1.cor.l. */
    readonly paper: {
      readonly part: 'consent' | 'notification'
      readonly number: string
      readonly day: LocalDate
    } | null
  }
  readonly region: { readonly code: UnitCode; readonly name: { readonly kk: string; readonly ru: string } }
  readonly year: number
  readonly meetings: readonly {
    readonly id: MeetingId
    readonly office: OfficeId
    readonly officeName: { readonly kk: string; readonly ru: string }
    readonly unit: UnitCode
    readonly unitName: { readonly kk: string; readonly ru: string }
    readonly day: LocalDate
    readonly start: string
    readonly plannedMinutes: number
    readonly form: Entry['form']
  }[]
}

/** A submitted calendar at the Government: received, then presented to the Administration of the President. */
export type Delivery = {
  readonly calendar: CalendarId
  readonly region: UnitCode
  readonly year: number
  readonly receivedAt: Instant
  readonly receivedNumber: string
  readonly forwardedAt: Instant | null
  readonly forwardedNumber: string | null
}

/** A day on which a maslikhat sits. */
export type Session = { readonly office: OfficeId; readonly unit: UnitCode; readonly day: LocalDate }

/** Every way in which a calendar says no; the faces have one table from code to status and words. */
export type CalendarRefusal =
  | { code: 'no-such-calendar' }
  | { code: 'no-such-meeting' }
  | { code: 'not-allowed'; why: NotAllowed }
  | { code: 'calendar-exists'; year: number }
  | { code: 'nothing-owed'; year: number }
  | { code: 'year-not-open'; year: number }
  | { code: 'changed-meanwhile'; revision: number }
  | { code: 'wrong-state'; state: CalendarState }
  | { code: 'parts-open'; count: number }
  | { code: 'not-your-text'; office: OfficeId }
  | { code: 'no-such-part' }
  | { code: 'part-state'; state: PartState }
  | { code: 'part-empty' }
  | { code: 'nothing-changed' }
  | { code: 'correction-empty' }
  | { code: 'answer-day'; first: LocalDate; last: LocalDate }
  | { code: 'already-received' }
  | { code: 'not-received' }
  | { code: 'outside-the-year'; year: number }
  | { code: 'day-over'; day: LocalDate }
  | { code: 'meeting-over'; day: LocalDate }
  | { code: 'announced'; meeting: MeetingId }
  | { code: 'akim-elsewhere'; meeting: MeetingId; start: string }
  | { code: 'language-missing'; unit: UnitCode }
  | { code: 'already-submitted' }

/** What calendars need remembered; storage implements it. */
export type CalendarStore = {
  find(id: CalendarId): Promise<Calendar | null>
  ofRegion(region: UnitCode, year: number): Promise<Calendar | null>
  /** `false` when the region has a calendar of that year already (one_calendar_per_region_and_year). */
  add(calendar: Calendar, entries: readonly Entry[]): Promise<boolean>
  /** Saves when the stored revision is still the one before; `false` when somebody was faster. */
  save(calendar: Calendar): Promise<boolean>
  entries(calendar: CalendarId): Promise<Entry[]>
  saveEntry(entry: Entry): Promise<void>
  addEntries(entries: readonly Entry[]): Promise<void>
  dropEntry(calendar: CalendarId, meeting: MeetingId): Promise<void>
  /** Puts these in the place of all meetings that the office has in the calendar. */
  replaceEntries(calendar: CalendarId, office: OfficeId, entries: readonly Entry[]): Promise<void>
  /** Brings back the meetings of the newest release, as they were published. */
  restoreReleased(calendar: CalendarId): Promise<void>
  /** Submitted calendars of a year, for the Government's office. */
  submitted(year: number): Promise<Calendar[]>
  deliveries(year: number): Promise<Delivery[]>
  /** Days on which maslikhats of these units sit, from the first day to the last. */
  sessions(units: readonly UnitCode[], from: LocalDate, to: LocalDate): Promise<Session[]>
  /** `false` when that day is known already. */
  addSession(session: Session): Promise<boolean>
  dropSession(session: Session): Promise<void>
  /** `false` when it was received before. */
  addDelivery(delivery: Delivery): Promise<boolean>
  saveForwarding(delivery: Delivery): Promise<void>
  addRelease(release: Release): Promise<void>
  releases(calendar: CalendarId): Promise<Release[]>
  /** The release that counts: the one with the highest number. */
  newestRelease(region: UnitCode, year: number): Promise<Release | null>
}
