// The latest minute at which a meeting may lawfully be announced.
import { type Instant, type LocalDate, addDays, instantOf, milliseconds } from '#kernel'
import { type UnitCode, localDay, offsetHours } from '#territory'
import type { NoticeStanding } from './meeting.ts'

/** The last good days of a notice, lenient and strict (AMB-04). */
export type NoticeTerm = { readonly due: LocalDate; readonly dueStrict: LocalDate }

export type NoticeClock = NoticeTerm & {
  /** The last minutes of those days by the clocks of the place. */
  readonly last: Instant
  readonly lastStrict: Instant
}

/** The last minute of a day where the meeting is held. */
function lastMinute(day: LocalDate, unit: UnitCode | null): Instant {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`)
  return instantOf(midnight - offsetHours(unit, instantOf(midnight)) * 3_600_000 - 60_000)
}

export const noticeClock = (term: NoticeTerm, unit: UnitCode | null): NoticeClock => ({
  ...term,
  last: lastMinute(term.due, unit),
  lastStrict: lastMinute(term.dueStrict, unit),
})

/** How an announcement at this instant stands to the term. Law: A826-3.4.d; the local day decides, not the hour. */
export function standingOf(term: NoticeTerm | null, at: Instant, unit: UnitCode | null): NoticeStanding {
  if (!term) return 'no-term'
  const day = localDay(at, unit)
  return day <= term.dueStrict ? 'in-time' : day <= term.due ? 'boundary' : 'late'
}

/** The instant of a wall clock in the region of this unit. */
export function instantAt(day: LocalDate, start: string, unit: UnitCode | null): Instant {
  const wall = Date.parse(`${day}T${start}:00Z`)
  return instantOf(wall - offsetHours(unit, instantOf(wall)) * 3_600_000)
}

/** Whether an instant lies within so many hours after another. */
export const withinHours = (from: Instant, at: Instant, hours: number): boolean =>
  milliseconds(at) - milliseconds(from) <= hours * 3_600_000
