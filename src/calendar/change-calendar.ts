// What every step of a calendar shares: find it, check that it may be taken, save it once, write the facts.
import { type Instant, type LocalDate, type Result, done, refuse } from '#kernel'
import type { EntryId, JournalStore, NewEntry, Payload } from '#journal'
import { type Actor, type Verb, may } from '#people'
import { maslikhatOffice } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, CalendarStore } from './calendar.ts'
import type { Part } from './part.ts'

/** What a verb is given from outside: who acts, when, and how to name new things. */
export type Act = {
  readonly actor: Actor
  readonly at: Instant
  /** The local day of `at`. */
  readonly today: LocalDate
  /** A new id each time it is called; the face brings the chance. */
  readonly newId: () => string
  readonly newSalt: () => string
  /** True for what is brought in from before this system: shown as asserted, never as witnessed. */
  readonly asserted: boolean
}

export type CalendarStores = { readonly calendars: CalendarStore; readonly journal: JournalStore }

/** Finds a calendar and lets the actor take the verb on it. Refuses: no-such-calendar, not-allowed, wrong-state. */
export async function calendarFor(
  stores: CalendarStores,
  act: Act,
  id: CalendarId,
  verb: Verb,
): Promise<Result<Calendar, CalendarRefusal>> {
  const calendar = await stores.calendars.find(id)
  if (!calendar) return refuse({ code: 'no-such-calendar' })
  const office = verb === 'record-maslikhat' ? maslikhatOffice(calendar.region) : calendar.office
  const answer = may(
    act.actor,
    verb,
    { office, unit: calendar.region, state: calendar.state, editedBy: calendar.editors },
    act.today,
  )
  if (answer.yes) return done(calendar)
  return answer.no.code === 'wrong-state'
    ? refuse({ code: 'wrong-state', state: calendar.state })
    : refuse({ code: 'not-allowed', why: answer.no })
}

/** Saves the next revision. Refuses: changed-meanwhile when somebody else was faster. */
export async function saveNext(
  stores: CalendarStores,
  calendar: Calendar,
  change: Partial<Calendar>,
): Promise<Result<Calendar, CalendarRefusal>> {
  const next = { ...calendar, ...change, revision: calendar.revision + 1 }
  if (!(await stores.calendars.save(next)))
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  return done(next)
}

/** An entry of the journal that this act leaves, witnessed at its instant; it corrects none if none is named. */
export const entryBy = (
  act: Act,
  entry: Pick<NewEntry, 'type' | 'office' | 'subject' | 'payload'> & Partial<Pick<NewEntry, 'corrects'>>,
): NewEntry => ({
  id: act.newId() as EntryId,
  at: act.at,
  asserted: act.asserted,
  actor: act.actor.person.id,
  corrects: null,
  ...entry,
  salt: act.newSalt(),
})

/** A fact about a calendar, in the words of facts.md. */
export const calendarFact = (
  act: Act,
  calendar: Calendar,
  type: string,
  fields: Payload = {},
  corrects: EntryId | null = null,
): NewEntry =>
  entryBy(act, {
    type,
    office: calendar.office,
    subject: calendar.id,
    payload: { office: calendar.office, period: String(calendar.year), ...fields },
    corrects,
  })

/** A product fact about the part of an office, kept with the office that it belongs to. */
export const partFact = (act: Act, part: Part, type: string, fields: Payload = {}): NewEntry =>
  entryBy(act, {
    type,
    office: part.office,
    subject: part.calendar,
    payload: { office: part.office, period: String(part.year), ...fields },
  })
