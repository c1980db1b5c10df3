// The region's hand in a draft: a date moved, a meeting added or left out, where the text is the region's own.
import { type LocalDate, type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, Entry, MeetingId } from './calendar.ts'
import { type Act, calendarFact, calendarFor, saveNext } from './change-calendar.ts'
import { type NewLine, added, moved } from './entry-edits.ts'
import type { PartStores } from './part.ts'

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
 * day-over, meeting-over, announced, akim-elsewhere, not-your-text (an office wrote and sent it: give its part back instead).
 * What is only unwise (a holiday, another period) is a warning: see `calendarWarnings`.
 */
export async function moveEntry(
  stores: PartStores,
  act: Act,
  command: MoveEntry,
): Promise<Result<Entry, CalendarRefusal>> {
  const found = await draftAt(stores, act, command)
  if (!found.ok) return found
  const { calendar, entries } = found.value
  const change = moved(entries, sheetOf(calendar, act), command.meeting, command)
  if (!change.ok) return change
  const { from, to } = change.value
  const bound = await boundBy(stores, act, calendar, from)
  if (bound) return refuse(bound)
  const saved = await saveOwn(stores, act, calendar, from.office)
  if (!saved.ok) return saved
  await stores.calendars.saveEntry(to)
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-entry-moved', {
      meeting: from.id,
      from: `${from.day} ${from.start}`,
      to: `${to.day} ${to.start}`,
      reason: command.reason,
    }),
  ])
  return done(to)
}

/** Adds a meeting to the draft. Refuses as `moveEntry`. */
export async function addEntry(
  stores: PartStores,
  act: Act,
  command: { readonly calendar: CalendarId; readonly revision: number; readonly line: NewLine },
): Promise<Result<Entry, CalendarRefusal>> {
  const found = await draftAt(stores, act, command)
  if (!found.ok) return found
  const { calendar, entries } = found.value
  const used = await usedIds(stores, calendar.id)
  const line = added(entries, sheetOf(calendar, act), command.line, used)
  if (!line.ok) return line
  const saved = await saveOwn(stores, act, calendar, command.line.office)
  if (!saved.ok) return saved
  await stores.calendars.addEntries([line.value])
  const { id: meeting, day, start } = line.value
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-entry-added', { meeting, to: `${day} ${start}` }),
  ])
  return line
}

/** Leaves a meeting out of the draft, with the reason. Refuses as `moveEntry`. */
export async function dropEntry(
  stores: PartStores,
  act: Act,
  command: {
    readonly calendar: CalendarId
    readonly meeting: MeetingId
    readonly revision: number
    readonly reason: string
  },
): Promise<Result<Entry, CalendarRefusal>> {
  const found = await draftAt(stores, act, command)
  if (!found.ok) return found
  const { calendar, entries } = found.value
  const entry = entries.find(({ id }) => id === command.meeting)
  if (!entry) return refuse({ code: 'no-such-meeting' })
  const bound = await boundBy(stores, act, calendar, entry)
  if (bound) return refuse(bound)
  const saved = await saveOwn(stores, act, calendar, entry.office)
  if (!saved.ok) return saved
  await stores.calendars.dropEntry(calendar.id, entry.id)
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-entry-dropped', {
      meeting: entry.id,
      from: `${entry.day} ${entry.start}`,
      reason: command.reason,
    }),
  ])
  return done(entry)
}

/** The ids of all releases: a meeting that was left out keeps its page. */
export const usedIds = async (stores: PartStores, calendar: CalendarId): Promise<Set<MeetingId>> =>
  new Set(
    (await stores.calendars.releases(calendar)).flatMap(({ content }) =>
      content.meetings.map(({ id }) => id),
    ),
  )

const sheetOf = ({ id, year }: Calendar, { today }: Act) => ({ calendar: id, year, today })

/**
 * What a correction may not touch: a day that is over, and a meeting that was announced, which its own office moves with
 * a notice of its own (A826-3.4.d, AMB-14). `null`: it may.
 */
export async function boundBy(
  { journal }: Pick<PartStores, 'journal'>,
  { today }: Pick<Act, 'today'>,
  calendar: Calendar,
  { id, day }: Entry,
): Promise<CalendarRefusal | null> {
  if (calendar.publishedAt === null) return null
  if (day < today) return { code: 'meeting-over', day }
  const notices = await journal.entries({ subject: id, types: ['notice-published'] })
  return notices.length > 0 ? { code: 'announced', meeting: id } : null
}

async function draftAt(
  stores: PartStores,
  act: Act,
  command: { readonly calendar: CalendarId; readonly revision: number },
): Promise<Result<{ calendar: Calendar; entries: Entry[] }, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'move-entry')
  if (!found.ok) return found
  const calendar = found.value
  if (calendar.state !== 'drafted') return refuse({ code: 'wrong-state', state: calendar.state })
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  return done({ calendar, entries: await stores.calendars.entries(calendar.id) })
}

/** The next revision, with this person among its writers; a text that an office sent is not the region's to change. */
async function saveOwn(
  stores: PartStores,
  act: Act,
  calendar: Calendar,
  office: OfficeId,
): Promise<Result<Calendar, CalendarRefusal>> {
  const part = await stores.parts.find(calendar.id, office)
  if (!part || part.state !== 'planned') return refuse({ code: 'not-your-text', office })
  const editors = [...new Set([...calendar.editors, act.actor.person.id])]
  return saveNext(stores, calendar, { editors })
}
