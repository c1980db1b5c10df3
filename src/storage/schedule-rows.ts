// The ministers' schedule as it lies in tables, there and back.
import type {
  Procedure,
  ProcedureDraft,
  VisitProposal,
  Schedule,
  ScheduleId,
  ScheduleRelease,
  Visit,
} from '#calendar'
import type { Instant, LocalDate, Period } from '#kernel'
import type { MeetingId } from '#calendar'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'

export type ScheduleTables = {
  schedules: {
    id: ScheduleId
    period: Period
    act: string
    state: Schedule['state']
    revision: number
    editors: PersonId[]
    opened_at: Instant
    answer_by: LocalDate
    agreed_at: Instant | null
    submitted_at: Instant | null
    approved_at: Instant | null
    approved_number: string | null
    published_at: Instant | null
    returned: string | null
    correction: string | null
    correction_reason: string | null
    demonstration: boolean
  }
  schedule_proposals: {
    schedule: ScheduleId
    body: OfficeId
    state: VisitProposal['state']
    revision: number
    editors: PersonId[]
    sent_at: Instant | null
    reason: string | null
    agreed_at: Instant | null
  }
  schedule_visits: {
    id: MeetingId
    schedule: ScheduleId
    office: OfficeId
    region: UnitCode
    unit: UnitCode
    day: LocalDate
    start_time: string
    planned_minutes: number
    sphere: Visit['sphere']
    venue: Visit['venue']
    why: Visit['why']
    grounds: Visit['grounds'][number][]
    proposed_day: LocalDate
    move_reason: string | null
    akimat: Visit['akimat']
    revision: number
  }
  schedule_releases: {
    schedule: ScheduleId
    number: number
    period: Period
    published_at: Instant
    hash: string
    content: ScheduleRelease['content']
  }
  procedure_drafts: { only_one: boolean; text: ProcedureDraft['text']; editors: PersonId[]; revision: number }
  procedures: { number: number; order_number: string; published_at: Instant; text: Procedure['text'] }
}

export const visitRow = (visit: Visit) => ({
  id: visit.id,
  schedule: visit.schedule,
  office: visit.office,
  region: visit.region,
  unit: visit.unit,
  day: visit.day,
  start_time: visit.start,
  planned_minutes: visit.plannedMinutes,
  sphere: visit.sphere,
  venue: JSON.stringify(visit.venue),
  why: JSON.stringify(visit.why),
  grounds: [...visit.grounds],
  proposed_day: visit.proposedDay,
  move_reason: visit.moveReason,
  akimat: visit.akimat && JSON.stringify(visit.akimat),
  revision: visit.revision,
})

export const visitOf = (row: ScheduleTables['schedule_visits']): Visit => ({
  id: row.id,
  schedule: row.schedule,
  office: row.office,
  region: row.region,
  unit: row.unit,
  day: row.day,
  start: row.start_time,
  plannedMinutes: row.planned_minutes,
  sphere: row.sphere,
  venue: row.venue,
  why: row.why,
  grounds: row.grounds,
  proposedDay: row.proposed_day,
  moveReason: row.move_reason,
  akimat: row.akimat,
  revision: row.revision,
})

export const proposalOf = (row: ScheduleTables['schedule_proposals']): VisitProposal => ({
  schedule: row.schedule,
  body: row.body,
  state: row.state,
  revision: row.revision,
  editors: row.editors,
  sentAt: row.sent_at,
  reason: row.reason,
  agreedAt: row.agreed_at,
})

export const releaseOf = (row: ScheduleTables['schedule_releases']): ScheduleRelease => ({
  schedule: row.schedule,
  period: row.period,
  number: row.number,
  publishedAt: row.published_at,
  hash: row.hash,
  content: row.content,
})

export const scheduleOf = (row: ScheduleTables['schedules']): Schedule => ({
  id: row.id,
  period: row.period,
  act: row.act,
  state: row.state,
  revision: row.revision,
  editors: row.editors,
  openedAt: row.opened_at,
  answerBy: row.answer_by,
  agreedAt: row.agreed_at,
  submittedAt: row.submitted_at,
  approvedAt: row.approved_at,
  approvedNumber: row.approved_number,
  publishedAt: row.published_at,
  returned: row.returned,
  correction: row.correction === null ? null : { id: row.correction, reason: row.correction_reason! },
  demonstration: row.demonstration,
})

export const scheduleRow = (schedule: Schedule): ScheduleTables['schedules'] => ({
  id: schedule.id,
  period: schedule.period,
  act: schedule.act,
  state: schedule.state,
  revision: schedule.revision,
  editors: [...schedule.editors],
  opened_at: schedule.openedAt,
  answer_by: schedule.answerBy,
  agreed_at: schedule.agreedAt,
  submitted_at: schedule.submittedAt,
  approved_at: schedule.approvedAt,
  approved_number: schedule.approvedNumber,
  published_at: schedule.publishedAt,
  returned: schedule.returned,
  correction: schedule.correction?.id ?? null,
  correction_reason: schedule.correction?.reason ?? null,
  demonstration: schedule.demonstration,
})
