// A channel of the decree was looked at before the meeting, whether anything had come by it or not.
import type { Act, MeetingId } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import { meetingEntry, meetingOf } from '#meetings'
import { may } from '#people'
import { collectedOf, postOf } from './approve-pool.ts'
import type { PoolRefusal, PoolStores } from './change-pool.ts'
import { type IntakeChannel, channelsAskedOf } from './intake-channels.ts'

/**
 * Records that requests for the meeting were collected from a channel.
 *
 * Law: A826-3.4.b, A863-3.5.b. Refuses: no-such-meeting, cancelled-already, not-allowed, not-announced, no-such-channel (the
 * decree does not ask it of this post), recorded-already, past-day.
 */
export async function recordCollection(
  stores: Pick<PoolStores, 'meetings' | 'journal' | 'territory'>,
  act: Act,
  { meeting: id, channel }: { readonly meeting: MeetingId; readonly channel: IntakeChannel },
): Promise<Result<void, PoolRefusal>> {
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting) return refuse({ code: 'no-such-meeting' })
  const answer = may(act.actor, 'record-collection', { office: meeting.office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (meeting.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  if (meeting.state === 'drafted') return refuse({ code: 'not-announced' })
  if (meeting.day < act.today) return refuse({ code: 'past-day', day: meeting.day })
  if (!channelsAskedOf(await postOf(stores, meeting.office)).includes(channel))
    return refuse({ code: 'no-such-channel' })
  if ((await collectedOf(stores, meeting)).channels.includes(channel))
    return refuse({ code: 'recorded-already' })
  await stores.journal.append([
    meetingEntry(act, meeting, 'requests-collected', { meeting: meeting.record, channel }),
  ])
  return done()
}
