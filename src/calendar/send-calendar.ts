// To the maslikhat and back: sent, answered, recalled. Law: A826-2.1.agr (consent), A826E2-2.1.agr (notification).
import { type Result, refuse } from '#kernel'
import type { JournalStore } from '#journal'
import { type Calendar, type CalendarId, type CalendarRefusal, type Entry, mayFollow } from './calendar.ts'
import { type Act, type CalendarStores, calendarFact, calendarFor, saveNext } from './change-calendar.ts'
import type { PartStores } from './part.ts'

/** What the maslikhat does with a calendar: consents (edition 1, to 2023) or is notified (edition 2, from 2024). */
export type MaslikhatPart = 'consent' | 'notification'

/**
 * Sends a draft to the maslikhat of the region, when the part of every office is in it.
 *
 * Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile, parts-open, correction-empty.
 */
export async function sendCalendar(
  stores: PartStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; number: string },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await atRevision(stores, act, command, 'send-calendar', 'sent')
  if (!found.ok) return found
  const open = (await stores.parts.ofCalendar(command.calendar)).filter(
    ({ state }) => state !== 'taken' && state !== 'planned',
  )
  if (open.length > 0) return refuse({ code: 'parts-open', count: open.length })
  if (found.value.correction && (await isUnchanged(stores, found.value)))
    return refuse({ code: 'correction-empty' })
  const saved = await saveNext(stores, found.value, { state: 'sent', sentAt: act.at })
  if (!saved.ok) return saved
  await stores.journal.append([calendarFact(act, saved.value, 'calendar-sent', { number: command.number })])
  return saved
}

/**
 * The maslikhat's secretariat records its own paper: a decision of consent, or the receipt of the notification.
 *
 * Law: A826-2.1.agr, A826E2-2.1.agr, AMB-13. Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile.
 */
export async function answerCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; number: string; part: MaslikhatPart },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await atRevision(stores, act, command, 'record-maslikhat', 'answered')
  if (!found.ok) return found
  const saved = await saveNext(stores, found.value, { state: 'answered' })
  if (!saved.ok) return saved
  const type = command.part === 'consent' ? 'calendar-agreed' : 'maslikhat-notified'
  await stores.journal.append([
    calendarFact(act, saved.value, type, {
      body: saved.value.region,
      number: command.number,
      ...correctionOf(saved.value),
    }),
  ])
  return saved
}

/**
 * Takes a calendar back to the draft before it is approved; the maslikhat's paper about it lapses with it.
 *
 * Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile.
 */
export async function recallCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; reason: string },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await atRevision(stores, act, command, 'recall-calendar', 'drafted')
  if (!found.ok) return found
  const saved = await saveNext(stores, found.value, { state: 'drafted', sentAt: null })
  if (!saved.ok) return saved
  const paper = await livePaper(stores.journal, found.value)
  await stores.journal.append([
    calendarFact(act, saved.value, 'calendar-recalled', { reason: command.reason }, paper?.id ?? null),
  ])
  return saved
}

/** Whether the draft of a correction says what the release in force says. */
async function isUnchanged(stores: PartStores, { id }: Calendar): Promise<boolean> {
  const released = (await stores.calendars.releases(id)).at(-1)?.content.meetings ?? []
  const lineOf = (one: (typeof released)[number] | Entry) =>
    [one.id, one.day, one.start, one.plannedMinutes, one.form].join(' ')
  const lines = new Set(released.map(lineOf))
  const entries = await stores.calendars.entries(id)
  return entries.length === released.length && entries.every((entry) => lines.has(lineOf(entry)))
}

/** The paper of the maslikhat that stands for this calendar, or for the correction in hand, if any. */
export async function livePaper(journal: JournalStore, calendar: Calendar) {
  const types = ['calendar-agreed', 'maslikhat-notified']
  const papers = await journal.entries({ subject: calendar.id, types })
  return papers.findLast(({ payload }) => payload['correction'] === correctionOf(calendar).correction)
}

const correctionOf = ({ correction }: Calendar): { correction?: string } =>
  correction ? { correction: correction.id } : {}

async function atRevision(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number },
  verb: 'send-calendar' | 'record-maslikhat' | 'recall-calendar',
  to: Calendar['state'],
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, verb)
  if (!found.ok) return found
  if (!mayFollow(found.value.state, to)) return refuse({ code: 'wrong-state', state: found.value.state })
  if (found.value.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: found.value.revision })
  return found
}
