// What every step of a meeting shares: bring it to life, check that it may be taken, save it once, write the facts.
import type { Act, MeetingId } from '#calendar'
import type { EntryId, JournalStore, NewEntry, Payload } from '#journal'
import { type LocalDate, type Result, done, refuse, yearOf } from '#kernel'
import { type NotAllowed, type PersonId, type Verb, may } from '#people'
import type { OfficeId, TerritoryStore, UnitCode } from '#territory'
import { plainDetails } from './details.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingStore, Planned } from './store.ts'

export type MeetingStores = {
  readonly meetings: MeetingStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'unit' | 'office' | 'lineage'>
}

/** Every way in which a meeting says no; the faces have one table from code to status and words. */
export type MeetingRefusal =
  | { readonly code: 'no-such-meeting' }
  | { readonly code: 'no-such-office'; readonly office: OfficeId }
  | { readonly code: 'no-such-unit'; readonly unit: UnitCode; readonly day: LocalDate }
  | { readonly code: 'not-your-territory'; readonly unit: UnitCode }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'cancelled-already' }
  | { readonly code: 'past-day'; readonly day: LocalDate }
  | { readonly code: 'outside-the-year'; readonly year: number }
  | { readonly code: 'same-date' }
  | { readonly code: 'needs-a-move' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'text-behind'; readonly language: 'kk' | 'ru' }
  | { readonly code: 'details-missing'; readonly what: readonly ('venue' | 'agenda' | 'beside')[] }
  | { readonly code: 'nothing-new' }
  | { readonly code: 'too-far-ahead'; readonly hours: number }
  | { readonly code: 'not-signed' }
  | { readonly code: 'not-announced' }
  | { readonly code: 'before-the-notice' }
  | { readonly code: 'in-the-future' }
  | { readonly code: 'no-such-guest' }

/** A meeting of the calendar as it is before its office has written a word. */
function fromCalendar(planned: Planned, number: number): Meeting {
  const { id, office, unit, day, start, place } = planned
  return {
    id,
    number,
    year: yearOf(day),
    office,
    unit,
    region: place.region,
    state: 'planned',
    day,
    start,
    record: id,
    earlier: [],
    cancelled: null,
    place,
    outside: null,
    details: plainDetails(planned.form, planned.minutes),
    notice: { kk: '', ru: '', behind: null },
    signature: null,
    notices: 0,
    announced: null,
    editors: [],
    revision: 0,
    sequence: place.release - 1,
  }
}

/**
 * A meeting as its office sees it: as written, or as the calendar has it while nobody wrote; then its number is 0.
 *
 * While nobody wrote, a corrected release of the calendar is followed without more ado.
 */
export async function meetingOf(meetings: MeetingStore, id: MeetingId): Promise<Meeting | null> {
  const written = await meetings.find(id)
  if (written) return written
  const planned = await meetings.planned(id)
  return planned && fromCalendar(planned, 0)
}

/** Finds a meeting and lets the actor take the verb on it. Refuses: no-such-meeting, not-allowed, changed-meanwhile. */
export async function meetingFor(
  stores: MeetingStores,
  act: Act,
  { meeting: id, revision }: { readonly meeting: MeetingId; readonly revision: number | null },
  verb: Verb,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingOf(stores.meetings, id)
  if (!found) return refuse({ code: 'no-such-meeting' })
  const answer = may(act.actor, verb, thingOf(found), act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (revision !== null && found.revision !== revision)
    return refuse({ code: 'changed-meanwhile', revision: found.revision })
  if (found.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  if (found.number > 0) return done(found)
  const alive = { ...found, number: await stores.meetings.nextNumber(found.office, found.year) }
  return (await stores.meetings.add(alive))
    ? done(alive)
    : refuse({ code: 'changed-meanwhile', revision: found.revision })
}

/** What `may` is asked about: the office that holds the meeting, and who wrote since its last notice. */
export const thingOf = ({ office, unit, editors }: Meeting) => ({ office, unit, editedBy: editors })

/** Saves the next revision. Refuses: changed-meanwhile when somebody else was faster. */
export async function saveNext(
  stores: Pick<MeetingStores, 'meetings'>,
  meeting: Meeting,
  change: Partial<Meeting>,
): Promise<Result<Meeting, MeetingRefusal>> {
  const next = { ...meeting, ...change, revision: meeting.revision + 1 }
  return (await stores.meetings.save(next))
    ? done(next)
    : refuse({ code: 'changed-meanwhile', revision: meeting.revision })
}

/** Whoever writes is remembered until the next notice, once. */
export const withEditor = ({ editors }: Meeting, person: PersonId): readonly PersonId[] => [
  ...new Set([...editors, person]),
]

/** An entry about a meeting. Its subject is the meeting through all its dates; the record names the date. */
export const meetingEntry = (
  act: Act,
  { id, office }: Pick<Meeting, 'id' | 'office'>,
  type: string,
  payload: Payload,
  corrects: EntryId | null = null,
): NewEntry => ({
  id: act.newId() as EntryId,
  type,
  at: act.at,
  asserted: act.asserted,
  actor: act.actor.person.id,
  office,
  subject: id,
  payload,
  corrects,
  salt: act.newSalt(),
})

/** The meeting as the law knows it (facts.md §3.1). */
export const recordOf = (
  { record, office, unit, day, start, details, place, outside }: Meeting,
  status: 'planned' | 'cancelled',
): Payload => ({
  id: record,
  office,
  unit,
  day,
  start,
  status,
  // A hybrid meeting is one in person with a broadcast.
  form: details.form === 'hybrid' ? 'stationary' : details.form,
  in_calendar: place !== null,
  planned_minutes: details.minutes,
  ...(outside ? { reason: outside.reason } : {}),
  ...(outside && outside.answers.length > 0 ? { answers: outside.answers } : {}),
  ...(details.sites.length > 0 ? { vc_needed: true } : {}),
})

/** The live entry that records this date of the meeting; null while the law does not know of it. */
export async function liveRecord(stores: Pick<MeetingStores, 'journal'>, { id, record }: Meeting) {
  const entries = await stores.journal.entries({ subject: id, types: ['meeting'] })
  return entries.findLast(({ payload }) => payload['id'] === record) ?? null
}

/** Writes the meeting anew for the law when it differs from what stands there. */
export async function keepRecord(stores: MeetingStores, act: Act, meeting: Meeting): Promise<void> {
  const live = await liveRecord(stores, meeting)
  const payload = recordOf(meeting, 'planned')
  const same =
    live !== null &&
    Object.keys({ ...live.payload, ...payload }).every(
      (name) => JSON.stringify(live.payload[name]) === JSON.stringify(payload[name]),
    )
  if (!same) await stores.journal.append([meetingEntry(act, meeting, 'meeting', payload, live?.id ?? null)])
}
