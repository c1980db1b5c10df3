// The meetings that a request can be for: those that come, soonest first, then those of the last weeks.
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { type LocalDate, addDays } from '#kernel'
import { meetingOf } from '#meetings'
import type { Unit } from '#territory'
import type { Here } from '../../here.ts'
import type { Desk } from '../desk.ts'
import { listMeetings } from '../meetings/list-meetings.ts'

export type MeetingChoice = {
  readonly id: MeetingId
  readonly day: LocalDate
  readonly start: string
  readonly unit: Unit | null
}

/** Its day, hour and place, as in a list of them. */
export const meetingName = (
  { format, language }: Pick<Here, 'format' | 'language'>,
  { day, start, unit }: Omit<MeetingChoice, 'id'>,
): string => `${format.day(day)}, ${start}${unit ? `, ${unit.name[language]}` : ''}`

/** Papers from the floor come in late: so many days after the meeting it can still be chosen. */
const daysAfter = 60
/** More than this many to come nobody scrolls through. */
const mostComing = 40

/** The names of these meetings; of one that is gone its id. */
export async function meetingNames(
  stores: Stores,
  here: Here,
  ids: Iterable<MeetingId | null>,
): Promise<ReadonlyMap<MeetingId, string>> {
  const names = new Map<MeetingId, string>()
  for (const id of new Set(ids)) {
    const meeting = id && (await meetingOf(stores.meetings, id))
    if (meeting)
      names.set(
        id,
        meetingName(here, { ...meeting, unit: await stores.territory.unit(meeting.unit, here.today) }),
      )
    else if (id) names.set(id, id)
  }
  return names
}

export async function meetingChoices(stores: Stores, desk: Desk): Promise<MeetingChoice[]> {
  const { coming, past } = await listMeetings(stores, desk)
  const since = addDays(desk.here.today, -daysAfter)
  return [...coming.slice(0, mostComing), ...past.filter(({ day }) => day >= since)].filter(
    ({ state }) => state !== 'cancelled',
  )
}
