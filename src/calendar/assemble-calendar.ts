// The region puts the year together: takes a part as it was sent, gives it back with a reason, fills in for the silent.
import { type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, Entry } from './calendar.ts'
import { type Act, calendarFact, calendarFor, partFact, saveNext } from './change-calendar.ts'
import { boundBy } from './move-entry.ts'
import { type OnPart, type Part, type PartStores, partFor, stepPart } from './part.ts'

/**
 * Puts a part that was sent into the calendar, word for word.
 *
 * Refuses as `partFor`; in a correction also meeting-over and announced, for lines that it changes.
 */
export async function takePart(
  stores: PartStores,
  act: Act,
  command: OnPart,
): Promise<Result<Part, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'assemble-calendar')
  if (!found.ok) return found
  const calendar = (await stores.calendars.find(command.calendar))!
  const lines = await stores.parts.entries(command.calendar, command.office)
  const bound = await changesBound(stores, act, calendar, command.office, lines)
  if (bound) return refuse(bound)
  const saved = await stepPart(stores, found.value, { state: 'taken' })
  if (!saved.ok) return saved
  // Who wrote a part wrote in the calendar: four eyes count them too.
  const editors = [...new Set([...calendar.editors, ...found.value.editors, act.actor.person.id])]
  const next = await saveNext(stores, calendar, { editors })
  if (!next.ok) return next
  await stores.calendars.replaceEntries(command.calendar, command.office, lines)
  await stores.journal.append([partFact(act, saved.value, 'part-taken')])
  return saved
}

/** The first standing line that the new text moves or leaves out, though nothing may touch it any more. */
async function changesBound(
  stores: PartStores,
  act: Act,
  calendar: Calendar,
  office: OfficeId,
  lines: readonly Entry[],
): Promise<CalendarRefusal | null> {
  if (!calendar.correction) return null
  const kept = new Set(lines.map(({ id, day, start }) => `${id} ${day} ${start}`))
  for (const entry of await stores.calendars.entries(calendar.id)) {
    if (entry.office !== office || kept.has(`${entry.id} ${entry.day} ${entry.start}`)) continue
    const bound = await boundBy(stores, act, calendar, entry)
    if (bound) return bound
  }
  return null
}

/**
 * Gives a part back to its office, with the reason; what it had in the calendar leaves it.
 *
 * In a correction the published lines stay until the new ones are taken. Refuses as `partFor`.
 */
export async function returnPart(
  stores: PartStores,
  act: Act,
  command: OnPart & { readonly reason: string },
): Promise<Result<Part, CalendarRefusal>> {
  const found = await partFor(stores, act, command, 'return-part')
  if (!found.ok) return found
  const saved = await stepPart(stores, found.value, { state: 'returned', reason: command.reason })
  if (!saved.ok) return saved
  if (found.value.state === 'taken') {
    const calendar = (await stores.calendars.find(command.calendar))!
    const next = await saveNext(stores, calendar, {})
    if (!next.ok) return next
    if (!calendar.correction) await stores.calendars.replaceEntries(command.calendar, command.office, [])
  }
  await stores.journal.append([partFact(act, saved.value, 'part-returned', { reason: command.reason })])
  return saved
}

/**
 * Fills the parts of offices that have not answered with the planner's dates; what they wrote so far stays theirs.
 *
 * Before the day they were asked for this is refused. Refuses: no-such-calendar, not-allowed, wrong-state,
 * changed-meanwhile, answer-day, nothing-changed (all have answered).
 */
export async function fillParts(
  stores: PartStores,
  act: Act,
  command: {
    readonly calendar: CalendarId
    readonly revision: number
    readonly proposal: readonly Omit<Entry, 'calendar'>[]
  },
): Promise<Result<readonly Part[], CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'draft-calendar')
  if (!found.ok) return found
  const calendar = found.value
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  if (calendar.answerBy !== null && act.today <= calendar.answerBy)
    return refuse({ code: 'answer-day', first: calendar.answerBy, last: calendar.answerBy })
  const silent = (await stores.parts.ofCalendar(calendar.id)).filter(
    ({ state }) => state === 'asked' || state === 'returned',
  )
  if (silent.length === 0) return refuse({ code: 'nothing-changed' })
  const saved = await saveNext(stores, calendar, {
    editors: [...new Set([...calendar.editors, act.actor.person.id])],
  })
  if (!saved.ok) return saved
  const standing = new Set((await stores.calendars.entries(calendar.id)).map(({ office }) => office))
  const filled: Part[] = []
  for (const part of silent) {
    const step = await stepPart(stores, part, { state: 'planned' })
    if (!step.ok) return step
    filled.push(step.value)
    // Dates that stand already (the office had taken its part over, or it is a correction) are kept.
    if (standing.has(part.office)) continue
    const own = command.proposal.filter(({ office }) => office === part.office)
    await stores.calendars.addEntries(own.map((entry) => ({ ...entry, calendar: calendar.id })))
  }
  await stores.journal.append([
    calendarFact(act, calendar, 'parts-planned', { offices: filled.map(({ office }) => office) }),
  ])
  return done(filled)
}
