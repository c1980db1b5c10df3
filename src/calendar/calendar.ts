// The annual calendar of a region: one instrument a year that holds the meetings of all its akims.
import type { Id, Instant, LocalDate, Period } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'

export type CalendarId = Id<'calendar'>
export type MeetingId = Id<'meeting'>

/** The life of a calendar; what may follow what stands in `calendarSteps`. */
export const calendarStates = ['drafted', 'sent', 'answered', 'approved', 'published'] as const
export type CalendarState = (typeof calendarStates)[number]

export type Calendar = {
  readonly id: CalendarId
  /** The region (oblast, city of republican significance, capital). */
  readonly region: UnitCode
  readonly year: number
  readonly state: CalendarState
  /** Rises by one with each change; an edit names the revision it saw. */
  readonly revision: number
  readonly draftedBy: PersonId | null
  readonly draftedAt: Instant
  readonly sentAt: Instant | null
  readonly approvedAt: Instant | null
  readonly publishedAt: Instant | null
  readonly submittedAt: Instant | null
  /** True for the demonstration that is loaded at the first start. */
  readonly demonstration: boolean
}

/** One meeting of the calendar. `day` is where it stands now; `proposedDay` where the planner put it. */
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
