// A meeting outside the calendar: demanded by residents, needed for a risk, or for another reason that is told.
import type { Act, MeetingId } from '#calendar'
import { type LocalDate, type Result, done, refuse, yearOf } from '#kernel'
import { may } from '#people'
import { type OfficeId, type UnitCode, unitOfOffice } from '#territory'
import { type MeetingRefusal, type MeetingStores, meetingEntry } from './change-meeting.ts'
import { plainDetails } from './details.ts'
import type { Meeting, Outside } from './meeting.ts'

export type OpenMeeting = {
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly start: string
  readonly minutes: number
  readonly outside: Outside
}

/**
 * Opens a draft outside the calendar; the public learns of it by its notice.
 *
 * Refuses: no-such-office (nobody holds such a post), not-allowed, past-day, no-such-unit (not there on that day: merged
 * or done away with), not-your-territory.
 */
export async function openMeeting(
  stores: MeetingStores,
  act: Act,
  { office: id, unit, day, start, minutes, outside }: OpenMeeting,
): Promise<Result<Meeting, MeetingRefusal>> {
  const office = await stores.territory.office(id)
  const own = unitOfOffice(id)
  if (!office || (own && !(await stores.territory.unit(own, day))))
    return refuse({ code: 'no-such-office', office: id })
  const answer = may(act.actor, 'draft-meeting', { office: id }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (day < act.today) return refuse({ code: 'past-day', day })
  const lineage = await stores.territory.lineage(unit, day)
  const region = lineage.at(-1)
  if (!region) return refuse({ code: 'no-such-unit', unit, day })
  if (own && !lineage.some(({ code }) => code === own)) return refuse({ code: 'not-your-territory', unit })

  const year = yearOf(day)
  const meeting: Meeting = {
    id: act.newId() as MeetingId,
    number: await stores.meetings.nextNumber(id, year),
    year,
    office: id,
    unit,
    region: region.code,
    state: 'drafted',
    day,
    start,
    record: '',
    earlier: [],
    cancelled: null,
    place: null,
    outside,
    details: plainDetails(unit === own ? 'stationary' : 'visiting', minutes),
    notice: { kk: '', ru: '', behind: null },
    signature: null,
    change: null,
    notices: 0,
    announced: null,
    editors: [act.actor.person.id],
    revision: 1,
    sequence: 0,
  }
  const opened = { ...meeting, record: meeting.id }
  await stores.meetings.add(opened)
  await stores.journal.append([
    meetingEntry(act, opened, 'meeting-drafted', { unit, day, reason: outside.reason }),
  ])
  return done(opened)
}
