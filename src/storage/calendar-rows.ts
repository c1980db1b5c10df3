// A calendar as it lies in tables, there and back.
import type { Calendar, CalendarId, Delivery, Entry, MeetingId, Release, Session } from '#calendar'
import type { PublicMeeting } from '#flows'
import type { Instant, LocalDate, Period } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'

export type EntryRow = {
  id: MeetingId
  calendar: CalendarId
  office: OfficeId
  unit: UnitCode
  norm: string
  period: Period
  day: LocalDate
  start_time: string
  planned_minutes: number
  form: Entry['form']
  proposed_day: LocalDate
  move_reason: string | null
}

export type CalendarTables = {
  calendars: {
    id: CalendarId
    region: UnitCode
    office: OfficeId
    year: number
    state: Calendar['state']
    revision: number
    editors: PersonId[]
    drafted_at: Instant
    sent_at: Instant | null
    approved_at: Instant | null
    published_at: Instant | null
    submitted_at: Instant | null
    answer_by: LocalDate | null
    correction: string | null
    correction_reason: string | null
    demonstration: boolean
  }
  calendar_deliveries: {
    calendar: CalendarId
    region: UnitCode
    year: number
    received_at: Instant
    received_number: string
    forwarded_at: Instant | null
    forwarded_number: string | null
  }
  maslikhat_sessions: Session
  calendar_entries: EntryRow
  calendar_releases: {
    calendar: CalendarId
    number: number
    region: UnitCode
    year: number
    published_at: Instant
    hash: string
    content: Release['content']
  }
  released_meetings: EntryRow & { number: number }
  current_meetings: Omit<EntryRow, 'norm' | 'period' | 'proposed_day' | 'form'> & {
    norm: string | null
    period: Period | null
    proposed_day: LocalDate | null
    form: PublicMeeting['form']
    number: number
    region: UnitCode
    year: number
    published_at: Instant
    record: string
    sequence: number
    earlier: PublicMeeting['earlier']
    cancelled: PublicMeeting['cancelled']
    outside: PublicMeeting['outside']
    own_number: string | null
  }
}

export const deliveryOf = (row: CalendarTables['calendar_deliveries']): Delivery => ({
  calendar: row.calendar,
  region: row.region,
  year: row.year,
  receivedAt: row.received_at,
  receivedNumber: row.received_number,
  forwardedAt: row.forwarded_at,
  forwardedNumber: row.forwarded_number,
})

export const deliveryRow = (delivery: Delivery): CalendarTables['calendar_deliveries'] => ({
  calendar: delivery.calendar,
  region: delivery.region,
  year: delivery.year,
  received_at: delivery.receivedAt,
  received_number: delivery.receivedNumber,
  forwarded_at: delivery.forwardedAt,
  forwarded_number: delivery.forwardedNumber,
})

export const releaseOf = (row: CalendarTables['calendar_releases']): Release => ({
  calendar: row.calendar,
  number: row.number,
  publishedAt: row.published_at,
  hash: row.hash,
  content: row.content,
})

export const calendarOf = (row: CalendarTables['calendars']): Calendar => ({
  id: row.id,
  region: row.region,
  office: row.office,
  year: row.year,
  state: row.state,
  revision: row.revision,
  editors: row.editors,
  draftedAt: row.drafted_at,
  sentAt: row.sent_at,
  approvedAt: row.approved_at,
  publishedAt: row.published_at,
  submittedAt: row.submitted_at,
  answerBy: row.answer_by,
  correction: row.correction === null ? null : { id: row.correction, reason: row.correction_reason! },
  demonstration: row.demonstration,
})

export const rowOf = (calendar: Calendar): CalendarTables['calendars'] => ({
  id: calendar.id,
  region: calendar.region,
  office: calendar.office,
  year: calendar.year,
  state: calendar.state,
  revision: calendar.revision,
  editors: [...calendar.editors],
  drafted_at: calendar.draftedAt,
  sent_at: calendar.sentAt,
  approved_at: calendar.approvedAt,
  published_at: calendar.publishedAt,
  submitted_at: calendar.submittedAt,
  answer_by: calendar.answerBy,
  correction: calendar.correction?.id ?? null,
  correction_reason: calendar.correction?.reason ?? null,
  demonstration: calendar.demonstration,
})

export const entryOf = (row: EntryRow): Entry => ({
  id: row.id,
  calendar: row.calendar,
  office: row.office,
  unit: row.unit,
  norm: row.norm,
  period: row.period,
  day: row.day,
  start: row.start_time,
  plannedMinutes: row.planned_minutes,
  form: row.form,
  proposedDay: row.proposed_day,
  moveReason: row.move_reason,
})

export const entryRow = (entry: Entry): EntryRow => ({
  id: entry.id,
  calendar: entry.calendar,
  office: entry.office,
  unit: entry.unit,
  norm: entry.norm,
  period: entry.period,
  day: entry.day,
  start_time: entry.start,
  planned_minutes: entry.plannedMinutes,
  form: entry.form,
  proposed_day: entry.proposedDay,
  move_reason: entry.moveReason,
})
