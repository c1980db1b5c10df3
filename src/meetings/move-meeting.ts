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
  recordOf,
  saveNext,
} from './change-meeting.ts'
import type { Both, Meeting } from './meeting.ts'

export type MoveMeeting = {
  readonly meeting: MeetingId
  readonly revision: number
  readonly day: LocalDate
  readonly start: string
  readonly reason: Both
}

/**
 * Moves a meeting that the public knows of. Another day is another record of the law, with a notice and a clock of its
 * own (AMB-14); another hour of the same day keeps the record and wants its notice corrected.
 *
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, cancelled-already, past-day, outside-the-year (a meeting of a
 * calendar stays in its year), no-such-unit, same-date, not-announced (a draft changes its day where it is written).
 */
export async function moveMeeting(
  stores: MeetingStores,
  act: Act,
  command: MoveMeeting,
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'move-meeting')
  if (!found.ok) return found
  const meeting = found.value
  const { day, start, reason } = command
  if (meeting.state === 'drafted') return refuse({ code: 'not-announced' })
  if (meeting.day < act.today) return refuse({ code: 'past-day', day: meeting.day })
  if (day < act.today) return refuse({ code: 'past-day', day })
  if (day === meeting.day && start === meeting.start) return refuse({ code: 'same-date' })
  if (meeting.place && yearOf(day) !== meeting.place.year)
    return refuse({ code: 'outside-the-year', year: meeting.place.year })
  if (!(await stores.territory.unit(meeting.unit, day)))
    return refuse({ code: 'no-such-unit', unit: meeting.unit, day })

  const otherDay = day !== meeting.day
  const record = otherDay
    ? `${meeting.id}.${new Set([meeting.record, ...meeting.earlier.map((one) => one.record)]).size + 1}`
    : meeting.record
  const saved = await saveNext(stores, meeting, {
    day,
    start,
    record,
    earlier: [
      ...meeting.earlier,
      { record: meeting.record, day: meeting.day, start: meeting.start, reason, changedAt: act.at },
    ],
    signature: null,
    sequence: meeting.sequence + 1,
    // The words of the old date were signed; those of the new one want an author again.
    editors: [],
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
    }),
  ])
  await stores.meetings.show(saved.value, act.at)
  return saved
}

/**
 * Cancels a meeting, with the reason that everybody reads.
 *
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, cancelled-already, past-day.
 */
export async function cancelMeeting(
  stores: MeetingStores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number; readonly reason: Both },
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'cancel-meeting')
  if (!found.ok) return found
  const meeting = found.value
  if (meeting.day < act.today) return refuse({ code: 'past-day', day: meeting.day })
  const saved = await saveNext(stores, meeting, {
    state: 'cancelled',
    cancelled: { reason: command.reason, at: act.at },
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
      reason: command.reason,
    }),
  ])
  await stores.meetings.show(saved.value, act.at)
  return saved
}
