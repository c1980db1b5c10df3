// Moving a proposed date, while the calendar is a draft.
import { type LocalDate, type Result, done, refuse, yearOf } from '#kernel'
import type { CalendarId, CalendarRefusal, Entry, MeetingId } from './calendar.ts'
import { type Act, type CalendarStores, calendarFact, calendarFor, saveNext } from './change-calendar.ts'

export type MoveEntry = {
  readonly calendar: CalendarId
  readonly meeting: MeetingId
  /** The revision that the clerk saw. */
  readonly revision: number
  readonly day: LocalDate
  readonly start: string
  readonly reason: string
}

/**
 * Moves one meeting of a drafted calendar to another day or hour, with its reason.
 *
 * Refuses: no-such-calendar, no-such-meeting, not-allowed, wrong-state, changed-meanwhile, outside-the-year,
 * akim-elsewhere. What is only unwise (a holiday, another period) is a warning: see `calendarWarnings`.
 */
export async function moveEntry(
  stores: CalendarStores,
  act: Act,
  command: MoveEntry,
): Promise<Result<Entry, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'move-entry')
  if (!found.ok) return found
  const calendar = found.value
  if (calendar.state !== 'drafted') return refuse({ code: 'wrong-state', state: calendar.state })
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  if (yearOf(command.day) !== calendar.year) return refuse({ code: 'outside-the-year', year: calendar.year })

  const entries = await stores.calendars.entries(calendar.id)
  const entry = entries.find(({ id }) => id === command.meeting)
  if (!entry) return refuse({ code: 'no-such-meeting' })
  const moved: Entry = { ...entry, day: command.day, start: command.start, moveReason: command.reason }
  const clash = entries.find(
    (other) => other.id !== moved.id && other.office === moved.office && overlap(other, moved),
  )
  if (clash) return refuse({ code: 'akim-elsewhere', meeting: clash.id, start: clash.start })

  const editors = new Set([...calendar.editors, act.actor.person.id])
  const saved = await saveNext(stores, calendar, { editors: [...editors] })
  if (!saved.ok) return saved
  await stores.calendars.saveEntry(moved)
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-entry-moved', {
      meeting: entry.id,
      from: `${entry.day} ${entry.start}`,
      to: `${moved.day} ${moved.start}`,
      reason: command.reason,
    }),
  ])
  return done(moved)
}

/** Whether two meetings of one akim take place at the same time. */
export function overlap(a: Entry, b: Entry): boolean {
  const from = (entry: Entry) => Number(entry.start.slice(0, 2)) * 60 + Number(entry.start.slice(3))
  return a.day === b.day && from(a) < from(b) + b.plannedMinutes && from(b) < from(a) + a.plannedMinutes
}
