// What is unwise in a calendar: a plan with a clash is still a plan; a person chooses.
import { type LocalDate, daysBetween, firstDay, lastDay } from '#kernel'
import type { Entry, MeetingId } from './calendar.ts'
import { type Holidays, isWorkingDay } from './working-days.ts'

export type CalendarWarning =
  | { kind: 'day-off'; meeting: MeetingId; day: LocalDate }
  | { kind: 'outside-period'; meeting: MeetingId; norm: string; first: LocalDate; last: LocalDate }
  | { kind: 'notice-too-short'; meeting: MeetingId; daysLeft: number; daysNeeded: number }
  | { kind: 'same-place-same-week'; meeting: MeetingId; other: MeetingId; days: number }

/**
 * Warnings of a calendar, meeting by meeting.
 *
 * `noticeDays` gives the days ahead by which this office must announce (A826-3.4.d); meetings that are already
 * over on `today` are left alone.
 */
export function calendarWarnings(
  entries: readonly Entry[],
  holidays: Holidays,
  today: LocalDate,
  noticeDays: (office: Entry['office']) => number,
): CalendarWarning[] {
  const byPlace = Map.groupBy(entries, ({ unit }) => unit)
  return entries.flatMap((entry): CalendarWarning[] => {
    if (entry.day < today) return []
    const found: CalendarWarning[] = []
    if (!isWorkingDay(holidays, entry.day)) found.push({ kind: 'day-off', meeting: entry.id, day: entry.day })
    const first = firstDay(entry.period)
    const last = lastDay(entry.period)
    if (entry.day < first || entry.day > last)
      found.push({ kind: 'outside-period', meeting: entry.id, norm: entry.norm, first, last })
    const daysNeeded = noticeDays(entry.office)
    const daysLeft = daysBetween(today, entry.day)
    if (daysLeft < daysNeeded)
      found.push({ kind: 'notice-too-short', meeting: entry.id, daysLeft, daysNeeded })
    for (const other of byPlace.get(entry.unit) ?? []) {
      const days = daysBetween(entry.day, other.day)
      if (other.id > entry.id && Math.abs(days) < 7)
        found.push({ kind: 'same-place-same-week', meeting: entry.id, other: other.id, days: Math.abs(days) })
    }
    return found
  })
}
