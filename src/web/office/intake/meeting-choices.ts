// The meetings that a request can be for: those that come, soonest first, then those of the last weeks.
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { type LocalDate, addDays } from '#kernel'
import type { Unit } from '#territory'
import type { Desk } from '../desk.ts'
import { listMeetings } from '../meetings/list-meetings.ts'

export type MeetingChoice = {
  readonly id: MeetingId
  readonly day: LocalDate
  readonly start: string
  readonly unit: Unit | null
}

/** Papers from the floor come in late: so many days after the meeting it can still be chosen. */
const daysAfter = 60
/** More than this many to come nobody scrolls through. */
const mostComing = 40

export async function meetingChoices(stores: Stores, desk: Desk): Promise<MeetingChoice[]> {
  const { coming, past } = await listMeetings(stores, desk)
  const since = addDays(desk.here.today, -daysAfter)
  return [...coming.slice(0, mostComing), ...past.filter(({ day }) => day >= since)].filter(
    ({ state }) => state !== 'cancelled',
  )
}
