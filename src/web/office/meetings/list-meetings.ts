// The meetings of an office for its list: what the public knows, and its drafts.
import type { PublicMeeting, Stores } from '#flows'
import { yearOf } from '#kernel'
import type { Desk } from '../desk.ts'
import { type StateWord, meetingStateOf } from './meeting-state.ts'
import type { Listed } from './meetings-page.tsx'

type Lists = {
  readonly coming: readonly Listed[]
  readonly drafts: readonly Listed[]
  readonly past: readonly Listed[]
}

export async function listMeetings(stores: Stores, { office, here }: Desk): Promise<Lists> {
  const { today } = here
  const year = yearOf(today)
  const known = [
    ...(await stores.readings.meetingsOf(office.id, year)),
    ...(await stores.readings.meetingsOf(office.id, year + 1)),
  ]
  const written = new Map((await stores.meetings.ofOffice(office.id)).map((meeting) => [meeting.id, meeting]))
  const stateOf = (meeting: PublicMeeting): StateWord => {
    const own = written.get(meeting.id)
    if (own) return meetingStateOf(own, today)
    return meeting.status === 'cancelled' ? 'cancelled' : meeting.day < today ? 'passed' : 'no-text'
  }
  const listed = known.map((meeting): Listed => ({ ...meeting, state: stateOf(meeting) }))
  const drafts: Listed[] = []
  for (const meeting of written.values())
    if (meeting.state === 'drafted')
      drafts.push({
        id: meeting.id,
        day: meeting.day,
        start: meeting.start,
        unit: await stores.territory.unit(meeting.unit, meeting.day),
        state: meetingStateOf(meeting, today),
      })
  return {
    coming: listed.filter(({ day }) => day >= today),
    past: listed.filter(({ day }) => day < today).toReversed(),
    drafts,
  }
}
