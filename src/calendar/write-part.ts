// An office writes its own part: begins it from the planner's dates, moves, adds, leaves out, sends it up, takes it back.
import { type Result, done, refuse } from '#kernel'
import type { CalendarRefusal, Entry, MeetingId } from './calendar.ts'
import { type Act, partFact } from './change-calendar.ts'
import { type NewDate, type NewLine, added, moved } from './entry-edits.ts'
import { usedIds } from './move-entry.ts'
import { type OnPart, type Part, type PartStores, partFor, stepPart } from './part.ts'

/**
 * Puts dates into the office's hands to begin with; a part that the planner had filled becomes the office's again.
 *
 * What the office had written before is replaced. Refuses as `partFor`.
 */
export async function beginPart(
  stores: PartStores,
  act: Act,
  command: OnPart & { readonly proposal: readonly Omit<Entry, 'calendar'>[] },
): Promise<Result<Part, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'draft-part')
  if (!found.ok) return found
  const state = found.value.state === 'planned' ? 'asked' : found.value.state
  const saved = await stepPart(stores, found.value, { state, editors: [act.actor.person.id] })
  if (!saved.ok) return saved
  await stores.parts.clear(command.calendar, command.office)
  await stores.parts.addEntries(
    command.proposal
      .filter(({ office }) => office === command.office)
      .map((entry) => ({ ...entry, calendar: command.calendar })),
  )
  await stores.journal.append([partFact(act, saved.value, 'part-begun')])
  return saved
}

/** Moves one meeting of the own part. Refuses as `partFor`, no-such-meeting, outside-the-year, day-over, akim-elsewhere. */
export const moveInPart = (
  stores: PartStores,
  act: Act,
  command: OnPart & NewDate & { readonly meeting: MeetingId },
): Promise<Result<Entry, CalendarRefusal>> =>
  writing(stores, act, command, async (part, entries) => {
    const change = moved(entries, sheetOf(part, act), command.meeting, command)
    if (!change.ok) return change
    const { from, to } = change.value
    await stores.parts.saveEntry(to)
    const fields = { meeting: from.id, from: `${from.day} ${from.start}`, to: `${to.day} ${to.start}` }
    return done({
      entry: to,
      fact: partFact(act, part, 'part-entry-moved', { ...fields, reason: command.reason }),
    })
  })

/** Adds a meeting to the own part. Refuses as `moveInPart`. */
export const addToPart = (
  stores: PartStores,
  act: Act,
  command: OnPart & { readonly line: NewLine },
): Promise<Result<Entry, CalendarRefusal>> =>
  writing(stores, act, command, async (part, entries) => {
    if (command.line.office !== part.office)
      return refuse({ code: 'not-your-text', office: command.line.office })
    const line = added(entries, sheetOf(part, act), command.line, await usedIds(stores, part.calendar))
    if (!line.ok) return line
    await stores.parts.addEntries([line.value])
    const { id: meeting, day, start } = line.value
    return done({
      entry: line.value,
      fact: partFact(act, part, 'part-entry-added', { meeting, to: `${day} ${start}` }),
    })
  })

/** Leaves a meeting out of the own part. Refuses as `partFor`, no-such-meeting. */
export const dropFromPart = (
  stores: PartStores,
  act: Act,
  command: OnPart & { readonly meeting: MeetingId; readonly reason: string },
): Promise<Result<Entry, CalendarRefusal>> =>
  writing(stores, act, command, async (part, entries) => {
    const entry = entries.find(({ id }) => id === command.meeting)
    if (!entry) return refuse({ code: 'no-such-meeting' })
    await stores.parts.dropEntry(part.calendar, entry.id)
    const fields = { meeting: entry.id, from: `${entry.day} ${entry.start}`, reason: command.reason }
    return done({ entry, fact: partFact(act, part, 'part-entry-dropped', fields) })
  })

/** Sends the part up to the region. Refuses as `partFor`, part-empty. */
export async function sendPart(
  stores: PartStores,
  act: Act,
  command: OnPart,
): Promise<Result<Part, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'send-part')
  if (!found.ok) return found
  const entries = await stores.parts.entries(command.calendar, command.office)
  if (entries.length === 0) return refuse({ code: 'part-empty' })
  const saved = await stepPart(stores, found.value, { state: 'sent', sentAt: act.at, reason: null })
  if (!saved.ok) return saved
  await stores.journal.append([partFact(act, saved.value, 'part-sent', { meetings: entries.length })])
  return saved
}

/** Takes the part back before the region has taken it. Refuses as `partFor`, part-state. */
export async function recallPart(
  stores: PartStores,
  act: Act,
  command: OnPart,
): Promise<Result<Part, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'recall-part')
  if (!found.ok) return found
  // What was taken counts as sent for the policy: it comes back from the region alone, with a reason.
  if (found.value.state !== 'sent') return refuse({ code: 'part-state', state: found.value.state })
  const saved = await stepPart(stores, found.value, { state: 'asked', sentAt: null })
  if (!saved.ok) return saved
  await stores.journal.append([partFact(act, saved.value, 'part-recalled', {})])
  return saved
}

const sheetOf = ({ calendar, year }: Part, { today }: Act) => ({ calendar, year, today })

type Written = { readonly entry: Entry; readonly fact: ReturnType<typeof partFact> }

/** One change of the own text: permission and revision first, then the change, then the fact. */
async function writing(
  stores: PartStores,
  act: Act,
  command: OnPart,
  change: (part: Part, entries: readonly Entry[]) => Promise<Result<Written, CalendarRefusal>>,
): Promise<Result<Entry, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'draft-part')
  if (!found.ok) return found
  const part = found.value
  if (part.state === 'planned') return refuse({ code: 'part-state', state: part.state })
  const saved = await stepPart(stores, part, {
    editors: [...new Set([...part.editors, act.actor.person.id])],
  })
  if (!saved.ok) return saved
  const written = await change(part, await stores.parts.entries(part.calendar, part.office))
  if (!written.ok) return written
  await stores.journal.append([written.value.fact])
  return done(written.value.entry)
}
