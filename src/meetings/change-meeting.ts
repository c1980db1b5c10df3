// What every step of a meeting shares: bring it to life, check that it may be taken, save it once, write the facts.
import { type Act, type MeetingId, entryBy } from '#calendar'
import type { EntryId, JournalStore, NewEntry, Payload } from '#journal'
import { type Disguise, type Instant, type LocalDate, type Result, done, refuse, yearOf } from '#kernel'
import {
  type NotAllowed,
  type PeopleStore,
  type PersonId,
  type Signed,
  type Thing,
  type Verb,
  may,
  signing,
} from '#people'
import { type OfficeId, type TerritoryStore, type UnitCode, unitOfOffice } from '#territory'
import { plainDetails } from './details.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingStore, Planned } from './store.ts'
import { signersOf } from './signers-of.ts'

export type MeetingStores = {
  readonly meetings: MeetingStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'unit' | 'office' | 'lineage'>
  readonly people: Pick<PeopleStore, 'grantsOf'>
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
  | Disguise
  | { readonly code: 'no-change' }

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
    change: null,
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
 * Until the first notice or move a corrected release of the calendar is followed without more ado: the meeting stands where the
 * newest one has it, and a signature for the old date lapses.
 */
export async function meetingOf(meetings: MeetingStore, id: MeetingId): Promise<Meeting | null> {
  const written = await meetings.find(id)
  if (written && !followsCalendar(written)) return written
  const planned = await meetings.planned(id)
  return planned && (written ? asPlanned(written, planned) : fromCalendar(planned, 0))
}

/** Whether the newest release of its calendar still says when a meeting is: until its office announces or moves it. */
export const followsCalendar = ({ place, notices, earlier, state }: Meeting): boolean =>
  place !== null && notices === 0 && earlier.length === 0 && state !== 'cancelled'

/** A meeting where the newest release has it. */
export function asPlanned(written: Meeting, { day, start, place }: Planned): Meeting {
  const isMoved = day !== written.day || start !== written.start
  return { ...written, day, start, place, signature: isMoved ? null : written.signature }
}

type Edit = { readonly meeting: MeetingId; readonly revision: number | null }

/** Finds a meeting and lets the actor take the verb on it. Refuses: no-such-meeting, not-allowed, changed-meanwhile. */
export async function meetingFor(
  stores: MeetingStores,
  act: Act,
  command: Edit,
  verb: Verb,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingOf(stores.meetings, command.meeting)
  if (!found) return refuse({ code: 'no-such-meeting' })
  if (found.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  const answer = may(act.actor, verb, thingOf(found, verb), act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  return alive(stores, found, command)
}

/**
 * The same for what is signed: by another person than those who wrote it, save where `signing` says otherwise.
 *
 * `limit` is the last instant that is left for the act; null where nothing sets one.
 */
export async function meetingToSign(
  stores: MeetingStores,
  act: Act,
  command: Edit,
  verb: SignedVerb,
  limitOf: (meeting: Meeting) => Instant | null,
): Promise<Result<{ readonly meeting: Meeting; readonly signed: Signed }, MeetingRefusal>> {
  const found = await meetingOf(stores.meetings, command.meeting)
  if (!found) return refuse({ code: 'no-such-meeting' })
  if (found.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  const answer = await signedBy(stores, act, found, verb, limitOf(found))
  if (!answer.ok) return answer
  const living = await alive(stores, found, command)
  return living.ok ? done({ meeting: living.value, signed: answer.value }) : living
}

export type SignedVerb = 'publish-notice' | 'move-meeting' | 'cancel-meeting'

/** Whether the actor may sign this, and in which way. Refuses: not-allowed. */
export async function signedBy(
  {
    people,
    territory,
  }: Pick<MeetingStores, 'people'> & {
    readonly territory: Pick<MeetingStores['territory'], 'lineage'>
  },
  { actor, at, today: on }: Pick<Act, 'actor' | 'at' | 'today'>,
  meeting: Meeting,
  verb: SignedVerb,
  limit: Instant | null,
): Promise<Result<Signed, MeetingRefusal>> {
  const signers = await signersOf(people, meeting.office, on)
  // Who stands above is told by the territory of the office, wherever the meeting is held.
  const unit = unitOfOffice(meeting.office)
  const above = unit ? (await territory.lineage(unit, on)).slice(1).map(({ code }) => code) : []
  const thing = { ...thingOf(meeting, verb), ...(unit && { unit, above }) }
  const answer = signing(actor, verb, thing, { on, at, signers, limit })
  return answer.ok ? answer : refuse({ code: 'not-allowed', why: answer.refusal })
}

/** Brings a meeting to life that only its calendar spoke of. Refuses: changed-meanwhile. */
async function alive(
  { meetings }: MeetingStores,
  found: Meeting,
  { revision }: Edit,
): Promise<Result<Meeting, MeetingRefusal>> {
  if (revision !== null && found.revision !== revision)
    return refuse({ code: 'changed-meanwhile', revision: found.revision })
  if (found.number > 0) return done(found)
  const meeting = { ...found, number: await meetings.nextNumber(found.office, found.year) }
  return (await meetings.add(meeting))
    ? done(meeting)
    : refuse({ code: 'changed-meanwhile', revision: found.revision })
}

/** What `may` is asked about: a notice is always a draft until it is out, a change is signed by another than its author. */
export function thingOf(
  { office, unit, state, announced, record, editors, change }: Meeting,
  verb: Verb,
): Thing {
  const stage = state === 'cancelled' ? 'cancelled' : announced === record ? 'announced' : 'drafted'
  switch (verb) {
    case 'write-notice':
    case 'publish-notice':
      return { office, unit, state: 'drafted', editedBy: editors }
    case 'record-channel':
      return { office, unit, state: stage === 'announced' ? 'published' : stage }
    case 'move-meeting':
    case 'cancel-meeting':
      return { office, unit, state: stage, editedBy: change ? [change.by] : [] }
    default:
      return { office, unit, state: stage }
  }
}

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
): NewEntry => entryBy(act, { type, office, subject: id, payload, corrects })

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
  // A hybrid meeting is one in person with a broadcast: a visit where it is held elsewhere than at home.
  form: details.form !== 'hybrid' ? details.form : unit === unitOfOffice(office) ? 'stationary' : 'visiting',
  in_calendar: place !== null || outside?.imported?.inCalendar === true,
  planned_minutes: details.minutes,
  ...(outside && !outside.imported ? { reason: outside.reason } : {}),
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
