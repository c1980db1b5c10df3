// The ministers' schedule: its draft under row-level security, its releases for everybody.
import { sql } from 'kysely'
import type { PublishedVisit, ScheduleStore, Visit } from '#calendar'
import {
  type ScheduleTables,
  proposalOf,
  releaseOf,
  scheduleOf,
  scheduleRow,
  visitOf,
  visitRow,
} from './schedule-rows.ts'
import type { Trx } from './tables.ts'

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
