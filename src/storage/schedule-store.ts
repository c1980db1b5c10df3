// The ministers' schedule: its draft under row-level security, its releases for everybody.
import { sql } from 'kysely'
import type {
  Procedure,
  ProcedureDraft,
  VisitProposal,
  PublishedVisit,
  Schedule,
  ScheduleId,
  ScheduleRelease,
  ScheduleStore,
  Visit,
} from '#calendar'
import type { Instant, LocalDate, Period } from '#kernel'
import type { MeetingId } from '#calendar'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

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

export const scheduleStore = (trx: Trx): ScheduleStore => ({
  async find(id) {
    const row = await trx.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? scheduleOf(row) : null
  },
  async all() {
    const rows = await trx.selectFrom('schedules').selectAll().orderBy('period', 'desc').execute()
    return rows.map(scheduleOf)
  },
  async add(schedule, bodies) {
    const added = await trx
      .insertInto('schedules')
      .values(scheduleRow(schedule))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await sql`insert into schedule_proposals (schedule, body, state, revision, editors)
      select ${schedule.id}, body, 'asked', 1, '{}' from unnest(${[...bodies]}::text[]) body`.execute(trx)
    return true
  },
  async save(schedule) {
    const { id, ...row } = scheduleRow(schedule)
    const saved = await trx
      .updateTable('schedules')
      .set(row)
      .where('id', '=', id)
      .where('revision', '=', schedule.revision - 1)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n
  },
  async proposals(schedule) {
    const rows = await trx
      .selectFrom('schedule_proposals')
      .selectAll()
      .where('schedule', '=', schedule)
      .orderBy('body')
      .execute()
    return rows.map(proposalOf)
  },
  async proposal(schedule, body) {
    const row = await trx
      .selectFrom('schedule_proposals')
      .selectAll()
      .where('schedule', '=', schedule)
      .where('body', '=', body)
      .executeTakeFirst()
    return row ? proposalOf(row) : null
  },
  async saveProposal({ schedule, body, state, revision, editors, sentAt, reason, agreedAt }) {
    const saved = await trx
      .updateTable('schedule_proposals')
      .set({ state, revision, editors: [...editors], sent_at: sentAt, reason, agreed_at: agreedAt })
      .where('schedule', '=', schedule)
      .where('body', '=', body)
      .where('revision', '=', revision - 1)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n
  },
  async visits(schedule) {
    const rows = await trx
      .selectFrom('schedule_visits')
      .selectAll()
      .where('schedule', '=', schedule)
      .orderBy('day')
      .orderBy('start_time')
      .orderBy('id')
      .execute()
    return rows.map(visitOf)
  },
  addVisit: (visit) => insertVisits(trx, [visit]),
  async saveVisit(visit) {
    const { id, schedule, ...row } = visitRow(visit)
    const saved = await trx
      .updateTable('schedule_visits')
      .set(row as never)
      .where('schedule', '=', schedule)
      .where('id', '=', id)
      .where('revision', '=', visit.revision - 1)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n
  },
  async dropVisit(schedule, visit) {
    await trx.deleteFrom('schedule_visits').where('schedule', '=', schedule).where('id', '=', visit).execute()
  },
  async replaceVisits(schedule, visits) {
    await trx.deleteFrom('schedule_visits').where('schedule', '=', schedule).execute()
    await insertVisits(trx, visits)
  },
  async addRelease({ schedule, number, period, publishedAt, hash, content }, places) {
    const text = JSON.stringify(content)
    await sql`insert into schedule_releases (schedule, number, period, published_at, hash, content)
      values (${schedule}, ${number}, ${period}, ${publishedAt}, ${hash}, ${text}::jsonb)`.execute(trx)
    await sql`insert into released_visits (id, schedule, number, office, region, unit, norm, period, day, start_time,
        planned_minutes, form, proposed_day, move_reason)
      select m.id, ${schedule}, ${number}::int, m.office, m.region, m.unit, p.norm, p.period, m.day, m.start,
        m."plannedMinutes", m.form, m."proposedDay", m."moveReason"
      from jsonb_to_recordset(${text}::jsonb -> 'meetings') m (id text, office text, region text, unit text, day date,
        start text, "plannedMinutes" int, form text, "proposedDay" date, "moveReason" text)
      join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) p (id text, norm text, period text) on p.id = m.id`.execute(
      trx,
    )
  },
  async releases(schedule) {
    const rows = await trx
      .selectFrom('schedule_releases')
      .selectAll()
      .where('schedule', '=', schedule)
      .orderBy('number')
      .execute()
    return rows.map(releaseOf)
  },
  async newestReleases() {
    const { rows } = await sql<ScheduleTables['schedule_releases']>`
      select distinct on (period) * from schedule_releases order by period desc, number desc`.execute(trx)
    return rows.map(releaseOf)
  },
  async visitsIn(region, from, to) {
    const { rows } = await sql<PublishedVisit>`
      select id, office, unit, day from current_meetings
      where region = ${region} and calendar like 'schedule.%' and day between ${from} and ${to} and cancelled is null
      order by day, start_time`.execute(trx)
    return rows
  },
  async procedureDraft() {
    const row = await trx.selectFrom('procedure_drafts').selectAll().executeTakeFirst()
    return row ? { text: row.text, editors: row.editors, revision: row.revision } : null
  },
  async saveProcedureDraft({ text, editors, revision }) {
    const { rows } = await sql`
      insert into procedure_drafts (text, editors, revision)
      values (${JSON.stringify(text)}::jsonb, ${[...editors]}, ${revision})
      on conflict (only_one) do update
        set text = excluded.text, editors = excluded.editors, revision = excluded.revision
        where procedure_drafts.revision = excluded.revision - 1
      returning 1`.execute(trx)
    return rows.length === 1
  },
  async addProcedure({ number, order, publishedAt, text }) {
    await sql`insert into procedures (number, order_number, published_at, text)
      values (${number}, ${order}, ${publishedAt}, ${JSON.stringify(text)}::jsonb)`.execute(trx)
  },
  async procedures() {
    const rows = await trx.selectFrom('procedures').selectAll().orderBy('number').execute()
    return rows.map(({ number, order_number, published_at, text }) => ({
      number,
      order: order_number,
      publishedAt: published_at,
      text,
    }))
  },
})

/** Documents go as text: the driver would take a list for an array of the database. */
async function insertVisits(trx: Trx, visits: readonly Visit[]): Promise<void> {
  const rows = visits.map((visit) => ({
    ...visitRow(visit),
    venue: visit.venue,
    why: visit.why,
    akimat: visit.akimat,
  }))
  await sql`insert into schedule_visits
    select * from jsonb_populate_recordset(null::schedule_visits, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
}

const visitRow = (visit: Visit) => ({
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

const visitOf = (row: ScheduleTables['schedule_visits']): Visit => ({
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

const proposalOf = (row: ScheduleTables['schedule_proposals']): VisitProposal => ({
  schedule: row.schedule,
  body: row.body,
  state: row.state,
  revision: row.revision,
  editors: row.editors,
  sentAt: row.sent_at,
  reason: row.reason,
  agreedAt: row.agreed_at,
})

const releaseOf = (row: ScheduleTables['schedule_releases']): ScheduleRelease => ({
  schedule: row.schedule,
  period: row.period,
  number: row.number,
  publishedAt: row.published_at,
  hash: row.hash,
  content: row.content,
})

const scheduleOf = (row: ScheduleTables['schedules']): Schedule => ({
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

const scheduleRow = (schedule: Schedule): ScheduleTables['schedules'] => ({
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
