// What is unwise in a calendar: a plan with a clash is still a plan; a person chooses.
import { type LocalDate, daysBetween, firstDay, lastDay } from '#kernel'
import { type UnitCode, unitOfOffice } from '#territory'
import type { Entry, MeetingId } from './calendar.ts'
import { overlap } from './entry-edits.ts'
import { type Holidays, isWorkingDay } from './working-days.ts'

export type CalendarWarning =
  | { kind: 'day-off'; meeting: MeetingId; day: LocalDate }
  | { kind: 'outside-period'; meeting: MeetingId; norm: string; first: LocalDate; last: LocalDate }
  | { kind: 'notice-too-short'; meeting: MeetingId; daysLeft: number; daysNeeded: number }
  | { kind: 'same-place-same-week'; meeting: MeetingId; other: MeetingId; days: number }
  /** One akim at two meetings at once. */
  | { kind: 'akim-twice'; meeting: MeetingId; other: MeetingId }
  /** Two akims at one place at once: one of the halls must be another. */
  | { kind: 'same-place-same-time'; meeting: MeetingId; other: MeetingId }
  /** The akim or the deputies of the place sit in the maslikhat that day. */
  | { kind: 'maslikhat-session'; meeting: MeetingId; maslikhat: UnitCode }
  | { kind: 'minister-visit'; meeting: MeetingId; unit: UnitCode }

/** Something else of a day that binds the people of these units: a session, or a minister's visit. */
export type Occasion = {
  readonly kind: 'maslikhat-session' | 'minister-visit'
  readonly day: LocalDate
  /** Where it takes place. */
  readonly unit: UnitCode
  /** Whose akims and deputies are bound by it. */
  readonly binds: ReadonlySet<UnitCode>
}

/**
 * Warnings of a calendar, meeting by meeting; of a pair the first by id is warned.
 *
 * `noticeDays` gives the days ahead by which this office must announce (A826-3.4.d); meetings that are already
 * over on `today` are left alone.
 */
export function calendarWarnings(
  entries: readonly Entry[],
  holidays: Holidays,
  today: LocalDate,
  noticeDays: (office: Entry['office']) => number,
  occasions: readonly Occasion[],
): CalendarWarning[] {
  const byPlace = Map.groupBy(entries, ({ unit }) => unit)
  const byOffice = Map.groupBy(entries, ({ office }) => office)
  const byDay = Map.groupBy(occasions, ({ day }) => day)
  return entries.flatMap((entry): CalendarWarning[] => {
    if (entry.day < today) return []
    const { id: meeting } = entry
    const found: CalendarWarning[] = []
    if (!isWorkingDay(holidays, entry.day)) found.push({ kind: 'day-off', meeting, day: entry.day })
    const first = firstDay(entry.period)
    const last = lastDay(entry.period)
    if (entry.day < first || entry.day > last)
      found.push({ kind: 'outside-period', meeting, norm: entry.norm, first, last })
    const daysNeeded = noticeDays(entry.office)
    const daysLeft = daysBetween(today, entry.day)
    if (daysLeft < daysNeeded) found.push({ kind: 'notice-too-short', meeting, daysLeft, daysNeeded })
    for (const other of byOffice.get(entry.office) ?? [])
      if (other.id > meeting && overlap(entry, other))
        found.push({ kind: 'akim-twice', meeting, other: other.id })
    for (const other of byPlace.get(entry.unit) ?? []) {
      const days = Math.abs(daysBetween(entry.day, other.day))
      if (other.id <= meeting) continue
      if (other.office !== entry.office && overlap(entry, other))
        found.push({ kind: 'same-place-same-time', meeting, other: other.id })
      else if (days < 7) found.push({ kind: 'same-place-same-week', meeting, other: other.id, days })
    }
    const bound = [entry.unit, unitOfOffice(entry.office)]
    for (const { kind, unit, binds } of byDay.get(entry.day) ?? []) {
      if (!bound.some((one) => one && binds.has(one))) continue
      found.push(kind === 'minister-visit' ? { kind, meeting, unit } : { kind, meeting, maslikhat: unit })
    }
    return found
  })
}
