// A published calendar is corrected: back to a draft with a reason, and on the same way to the next release.
import { type Result, refuse } from '#kernel'
import type { Calendar, CalendarId, CalendarRefusal } from './calendar.ts'
import { type Act, type CalendarStores, calendarFact, calendarFor, saveNext } from './change-calendar.ts'

/**
 * Opens a correction; the release in force stays in force until the next one is published.
 *
 * Law: A826-2.1.cor.p. Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile.
 */
export async function correctCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; reason: string },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'correct-calendar')
  if (!found.ok) return found
  if (found.value.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: found.value.revision })
  const releases = await stores.calendars.releases(command.calendar)
  const id = `correction.${found.value.region}.${found.value.year}.${releases.length + 1}.${act.newId()}`
  const saved = await saveNext(stores, found.value, {
    state: 'drafted',
    sentAt: null,
    // Four eyes look at who wrote the correction, not at who wrote the year.
    editors: [act.actor.person.id],
    correction: { id, reason: command.reason },
  })
  if (!saved.ok) return saved
  await stores.journal.append([
    calendarFact(act, saved.value, 'correction-opened', { correction: id, reason: command.reason }),
  ])
  return saved
}

/**
 * Gives a correction up: the draft is again what was published.
 *
 * Refuses: no-such-calendar, not-allowed, wrong-state (nothing is being corrected, or it is at the maslikhat),
 * changed-meanwhile.
 */
export async function giveUpCorrection(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'draft-calendar')
  if (!found.ok) return found
  const { correction, state, revision } = found.value
  if (!correction || state !== 'drafted') return refuse({ code: 'wrong-state', state })
  if (revision !== command.revision) return refuse({ code: 'changed-meanwhile', revision })
  const saved = await saveNext(stores, found.value, { state: 'published', correction: null })
  if (!saved.ok) return saved
  await stores.calendars.restoreReleased(command.calendar)
  await stores.journal.append([
    calendarFact(act, saved.value, 'correction-given-up', { correction: correction.id }),
  ])
  return saved
}
