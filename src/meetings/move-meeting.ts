// Moved and cancelled: both are normal, both are told, and nothing that was said before disappears.
import type { Act, MeetingId } from '#calendar'
import { type LocalDate, type Result, refuse, yearOf } from '#kernel'
import {
  type MeetingRefusal,
  type MeetingStores,
  keepRecord,
  liveRecord,
  meetingEntry,
  meetingFor,
  meetingToSign,
  recordOf,
  saveNext,
} from './change-meeting.ts'
import type { Both, Meeting } from './meeting.ts'
import { instantAt } from './notice-clock.ts'

type Edit = { readonly meeting: MeetingId; readonly revision: number }
type Wish =
  | { readonly kind: 'move'; readonly day: LocalDate; readonly start: string; readonly reason: Both }
  | { readonly kind: 'cancel'; readonly reason: Both }

/**
 * Writes down that a meeting is to be moved or cancelled, and why. It changes nothing until somebody signs.
 *
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, cancelled-already, past-day, outside-the-year (a meeting of a
 * calendar stays in its year), no-such-unit, same-date, not-announced (a draft changes its day where it is written).
 */
export async function proposeChange(
  stores: MeetingStores,
  act: Act,
  { change, ...command }: Edit & { readonly change: Wish },
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'draft-meeting')
  if (!found.ok) return found
  const no = await against(stores, act, found.value, change)
  if (no) return refuse(no)
  return saveNext(stores, found.value, { change: { ...change, by: act.actor.person.id, at: act.at } })
}

/** Takes the wish back. Refuses: no-such-meeting, not-allowed, changed-meanwhile, no-change. */
export async function dropChange(
  stores: MeetingStores,
  act: Act,
  command: Edit,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'draft-meeting')
  if (!found.ok) return found
  return found.value.change ? saveNext(stores, found.value, { change: null }) : refuse({ code: 'no-change' })
}

/** What speaks against a change today; null when nothing does. */
async function against(
  { territory }: MeetingStores,
  { today }: Act,
  meeting: Meeting,
  change: Wish,
): Promise<MeetingRefusal | null> {
  if (meeting.day < today) return { code: 'past-day', day: meeting.day }
  if (change.kind === 'cancel') return null
  const { day, start } = change
  if (meeting.state === 'drafted') return { code: 'not-announced' }
  if (day < today) return { code: 'past-day', day }
  if (day === meeting.day && start === meeting.start) return { code: 'same-date' }
  if (meeting.place && yearOf(day) !== meeting.place.year)
    return { code: 'outside-the-year', year: meeting.place.year }
  return (await territory.unit(meeting.unit, day)) ? null : { code: 'no-such-unit', unit: meeting.unit, day }
}

/** Until it begins, a meeting can be moved and cancelled. */
const untilItBegins = ({ day, start, unit }: Meeting) => instantAt(day, start, unit)

/**
 * Signs a move. Another day is another record of the law, with a notice and a clock of its own (AMB-14); another hour of
 * the same day keeps the record and wants its notice corrected.
 *
 * Refuses: no-change, and as `proposeChange` and `signing` do.
 */
export async function moveMeeting(
  stores: MeetingStores,
  act: Act,
  command: Edit,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingToSign(stores, act, command, 'move-meeting', untilItBegins)
  if (!found.ok) return found
  const { meeting, signed } = found.value
  const { change } = meeting
  if (change?.kind !== 'move') return refuse({ code: 'no-change' })
  const no = await against(stores, act, meeting, change)
  if (no) return refuse(no)
  const { day, start, reason } = change

  const otherDay = day !== meeting.day
  const records = new Set([meeting.record, ...meeting.earlier.map((one) => one.record)])
  const record = otherDay ? `${meeting.id}.${records.size + 1}` : meeting.record
  const saved = await saveNext(stores, meeting, {
    day,
    start,
    record,
    earlier: [
      ...meeting.earlier,
      { record: meeting.record, day: meeting.day, start: meeting.start, reason, changedAt: act.at },
    ],
    change: null,
    signature: null,
    // The words of the old date were signed; those of the new one want an author again.
    editors: [],
    announced: null,
    sequence: meeting.sequence + 1,
  })
  if (!saved.ok) return saved
  if (otherDay) {
    const live = await liveRecord(stores, meeting)
    const moved = { ...recordOf(meeting, 'planned'), status: 'moved', moved_to: record }
    await stores.journal.append([meetingEntry(act, meeting, 'meeting', moved, live?.id ?? null)])
  }
  await keepRecord(stores, act, saved.value)
  await stores.journal.append([
    meetingEntry(act, meeting, 'meeting-moved', {
      meeting: meeting.id,
      from: `${meeting.day} ${meeting.start}`,
      to: `${day} ${start}`,
      reason,
      signed,
    }),
  ])
  await stores.meetings.show(saved.value, act.at)
  return saved
}

/**
 * Signs that a meeting will not take place, with the reason that everybody reads.
 *
 * Refuses: no-change, and as `proposeChange` and `signing` do.
 */
export async function cancelMeeting(
  stores: MeetingStores,
  act: Act,
  command: Edit,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingToSign(stores, act, command, 'cancel-meeting', untilItBegins)
  if (!found.ok) return found
  const { meeting, signed } = found.value
  const { change } = meeting
  if (change?.kind !== 'cancel') return refuse({ code: 'no-change' })
  const no = await against(stores, act, meeting, change)
  if (no) return refuse(no)
  const { reason } = change
  const saved = await saveNext(stores, meeting, {
    state: 'cancelled',
    cancelled: { reason, at: act.at },
    change: null,
    signature: null,
    sequence: meeting.sequence + 1,
  })
  if (!saved.ok || meeting.state === 'drafted') return saved
  const live = await liveRecord(stores, meeting)
  await stores.journal.append([
    meetingEntry(act, meeting, 'meeting', recordOf(meeting, 'cancelled'), live?.id ?? null),
    meetingEntry(act, meeting, 'meeting-cancelled', {
      meeting: meeting.id,
      day: meeting.day,
      start: meeting.start,
      reason,
      signed,
    }),
  ])
  await stores.meetings.show(saved.value, act.at)
  return saved
}
