// A meeting as it lies in tables, there and back.
import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import type { Guest, Meeting, MeetingForm, Notice, Planned } from '#meetings'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { CalendarTables } from './calendar-rows.ts'

export type MeetingTables = {
  meetings: {
    id: MeetingId
    office: OfficeId
    year: number
    number: number
    unit: UnitCode
    region: UnitCode
    state: Meeting['state']
    day: LocalDate
    start_time: string
    record: string
    earlier: Meeting['earlier']
    cancelled: Meeting['cancelled']
    place: Meeting['place']
    outside: Meeting['outside']
    details: Meeting['details']
    notice: Meeting['notice']
    signed_by: PersonId | null
    signed_at: Instant | null
    signed_hash: string | null
    publish_at: Instant | null
    change: Meeting['change']
    notices: number
    announced: string | null
    editors: PersonId[]
    revision: number
    sequence: number
  }
  meeting_guests: {
    id: Guest['id']
    meeting: MeetingId
    office: OfficeId
    category: string
    name: string
    invited_at: Instant
    reply: Guest['reply']
    replied_at: Instant | null
  }
  meeting_notices: {
    meeting: MeetingId
    number: number
    record: string
    published_at: Instant
    standing: Notice['standing']
    signed: Notice['signed']
    due: LocalDate | null
    due_strict: LocalDate | null
    hash: string
    content: Notice['content']
  }
  due_notices: { meeting: MeetingId; office: OfficeId; signed_by: PersonId; publish_at: Instant }
}

/** What a release says of one meeting in it: a calendar's, or a visit of the ministers' schedule under the same columns. */
export type ReleasedRow = Omit<CalendarTables['released_meetings'], 'calendar' | 'form'> & {
  calendar: string
  form: MeetingForm
  region: UnitCode
  year: number
  published_at: Instant
}

/** Documents go as text: the driver would take a list for an array of the database. */
export const json = (value: unknown): RawBuilder<unknown> =>
  value === null ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`

export const plannedOf = (row: ReleasedRow): Planned => ({
  id: row.id,
  office: row.office,
  unit: row.unit,
  day: row.day,
  start: row.start_time,
  minutes: row.planned_minutes,
  form: row.form,
  place: {
    region: row.region,
    year: row.year,
    calendar: row.calendar,
    release: row.number,
    publishedAt: row.published_at,
    norm: row.norm,
    period: row.period,
    proposedDay: row.proposed_day,
    moveReason: row.move_reason,
  },
})

export const meetingOf = (row: MeetingTables['meetings']): Meeting => ({
  id: row.id,
  number: row.number,
  year: row.year,
  office: row.office,
  unit: row.unit,
  region: row.region,
  state: row.state,
  day: row.day,
  start: row.start_time,
  record: row.record,
  earlier: row.earlier,
  cancelled: row.cancelled,
  place: row.place,
  outside: row.outside,
  details: row.details,
  notice: row.notice,
  signature: row.signed_by
    ? { by: row.signed_by, at: row.signed_at!, hash: row.signed_hash!, publishAt: row.publish_at! }
    : null,
  change: row.change,
  notices: row.notices,
  announced: row.announced,
  editors: row.editors,
  revision: row.revision,
  sequence: row.sequence,
})

export const rowOf = (meeting: Meeting) => ({
  id: meeting.id,
  office: meeting.office,
  year: meeting.year,
  number: meeting.number,
  unit: meeting.unit,
  region: meeting.region,
  state: meeting.state,
  day: meeting.day,
  start_time: meeting.start,
  record: meeting.record,
  earlier: json(meeting.earlier),
  cancelled: json(meeting.cancelled),
  place: json(meeting.place),
  outside: json(meeting.outside),
  details: json(meeting.details),
  notice: json(meeting.notice),
  signed_by: meeting.signature?.by ?? null,
  signed_at: meeting.signature?.at ?? null,
  signed_hash: meeting.signature?.hash ?? null,
  publish_at: meeting.signature?.publishAt ?? null,
  change: json(meeting.change),
  notices: meeting.notices,
  announced: meeting.announced,
  editors: [...meeting.editors],
  revision: meeting.revision,
  sequence: meeting.sequence,
})
