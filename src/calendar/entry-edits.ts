// What may be done to the lines of a calendar or of a part: pure, the same for both.
import { type LocalDate, type Result, done, refuse, yearOf } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import type { CalendarId, CalendarRefusal, Entry, MeetingId } from './calendar.ts'
import { usualMeeting } from './year-problems.ts'

export type NewDate = { readonly day: LocalDate; readonly start: string; readonly reason: string }

/** A visit that the law demands, with the day somebody gave it. */
export type NewLine = Pick<Entry, 'office' | 'unit' | 'norm' | 'period' | 'day' | 'start' | 'form'>

/** Of what the lines are, and on which day somebody writes in them. */
export type Sheet = { readonly calendar: CalendarId; readonly year: number; readonly today: LocalDate }

/** One line on another day or hour. Refuses: no-such-meeting, outside-the-year, day-over, akim-elsewhere. */
export function moved(
  entries: readonly Entry[],
  sheet: Sheet,
  meeting: MeetingId,
  { day, start, reason }: NewDate,
): Result<{ readonly from: Entry; readonly to: Entry }, CalendarRefusal> {
  const from = entries.find(({ id }) => id === meeting)
  if (!from) return refuse({ code: 'no-such-meeting' })
  const to: Entry = { ...from, day, start, moveReason: reason }
  const fault = faultOf(entries, sheet, to)
  return fault ? refuse(fault) : done({ from, to })
}

/**
 * A line more, under an id that was never used. Refuses: outside-the-year, day-over, akim-elsewhere.
 *
 * `used` are the ids of earlier releases: a meeting that was dropped keeps its page.
 */
export function added(
  entries: readonly Entry[],
  sheet: Sheet,
  line: NewLine,
  used: ReadonlySet<MeetingId>,
): Result<Entry, CalendarRefusal> {
  const taken = new Set([...used, ...entries.map(({ id }) => id)])
  const entry: Entry = {
    ...line,
    id: freeId(line, sheet.year, taken),
    calendar: sheet.calendar,
    plannedMinutes: usualMeeting.minutes,
    proposedDay: line.day,
    moveReason: null,
  }
  const fault = faultOf(entries, sheet, entry)
  return fault ? refuse(fault) : done(entry)
}

function faultOf(entries: readonly Entry[], { year, today }: Sheet, entry: Entry): CalendarRefusal | null {
  if (yearOf(entry.day) !== year) return { code: 'outside-the-year', year }
  if (entry.day < today) return { code: 'day-over', day: entry.day }
  const clash = entries.find(
    (other) => other.id !== entry.id && other.office === entry.office && overlap(other, entry),
  )
  return clash ? { code: 'akim-elsewhere', meeting: clash.id, start: clash.start } : null
}

const freeId = (line: NewLine, year: number, taken: ReadonlySet<MeetingId>): MeetingId => {
  const base = meetingBase(line.office, line.unit, line.period.length === 4 ? String(year) : line.period)
  for (let number = 1; ; number++) {
    const id = (number === 1 ? base : `${base}-${number}`) as MeetingId
    if (!taken.has(id)) return id
  }
}

const meetingBase = (office: OfficeId, unit: UnitCode, period: string): string =>
  `m-${office.slice(office.indexOf('.') + 1)}-${unit}-${period}`

/** Minutes from midnight at which a meeting begins. */
export const minuteOf = ({ start }: Pick<Entry, 'start'>): number =>
  Number(start.slice(0, 2)) * 60 + Number(start.slice(3))

/** Whether two meetings take place at the same time. */
export function overlap(
  a: Pick<Entry, 'day' | 'start' | 'plannedMinutes'>,
  b: Pick<Entry, 'day' | 'start' | 'plannedMinutes'>,
): boolean {
  return (
    a.day === b.day &&
    minuteOf(a) < minuteOf(b) + b.plannedMinutes &&
    minuteOf(b) < minuteOf(a) + a.plannedMinutes
  )
}
