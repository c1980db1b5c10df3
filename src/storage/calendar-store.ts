import { sql } from 'kysely'
import type {
  Calendar,
  CalendarId,
  CalendarStore,
  Delivery,
  Entry,
  MeetingId,
  Release,
  Session,
} from '#calendar'
import type { PublicMeeting } from '#flows'
import type { Instant, LocalDate, Period } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

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

export const calendarStore = (trx: Trx): CalendarStore => ({
  async find(id) {
    const row = await trx.selectFrom('calendars').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? calendarOf(row) : null
  },
  async ofRegion(region, year) {
    const row = await trx
      .selectFrom('calendars')
      .selectAll()
      .where('region', '=', region)
      .where('year', '=', year)
      .executeTakeFirst()
    return row ? calendarOf(row) : null
  },
  async add(calendar, entries) {
    const added = await trx
      .insertInto('calendars')
      .values(rowOf(calendar))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await insertEntries(trx, entries)
    return true
  },
  async save(calendar) {
    const { id, ...row } = rowOf(calendar)
    const saved = await trx
      .updateTable('calendars')
      .set(row)
      .where('id', '=', id)
      .where('revision', '=', calendar.revision - 1)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n
  },
  async entries(calendar) {
    const rows = await trx
      .selectFrom('calendar_entries')
      .selectAll()
      .where('calendar', '=', calendar)
      .orderBy('day')
      .orderBy('start_time')
      .orderBy('id')
      .execute()
    return rows.map(entryOf)
  },
  async saveEntry(entry) {
    const { id, ...row } = entryRow(entry)
    await trx.updateTable('calendar_entries').set(row).where('id', '=', id).execute()
  },
  addEntries: (entries) => insertEntries(trx, entries),
  async dropEntry(calendar, meeting) {
    await trx
      .deleteFrom('calendar_entries')
      .where('calendar', '=', calendar)
      .where('id', '=', meeting)
      .execute()
  },
  async replaceEntries(calendar, office, entries) {
    await trx
      .deleteFrom('calendar_entries')
      .where('calendar', '=', calendar)
      .where('office', '=', office)
      .execute()
    await insertEntries(trx, entries)
  },
  async restoreReleased(calendar) {
    await trx.deleteFrom('calendar_entries').where('calendar', '=', calendar).execute()
    await sql`insert into calendar_entries (id, calendar, office, unit, norm, period, day, start_time,
        planned_minutes, form, proposed_day, move_reason)
      select id, calendar, office, unit, norm, period, day, start_time, planned_minutes, form, proposed_day, move_reason
      from current_meetings where calendar = ${calendar}`.execute(trx)
  },
  async submitted(year) {
    const rows = await trx
      .selectFrom('calendars')
      .selectAll()
      .where('year', '=', year)
      .where('submitted_at', 'is not', null)
      .orderBy('region')
      .execute()
    return rows.map(calendarOf)
  },
  async deliveries(year) {
    const rows = await trx
      .selectFrom('calendar_deliveries')
      .selectAll()
      .where('year', '=', year)
      .orderBy('region')
      .execute()
    return rows.map(deliveryOf)
  },
  async addDelivery(delivery) {
    const added = await trx
      .insertInto('calendar_deliveries')
      .values(deliveryRow(delivery))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },
  async saveForwarding({ calendar, forwardedAt, forwardedNumber }) {
    await trx
      .updateTable('calendar_deliveries')
      .set({ forwarded_at: forwardedAt, forwarded_number: forwardedNumber })
      .where('calendar', '=', calendar)
      .execute()
  },
  async sessions(units, from, to) {
    if (units.length === 0) return []
    return trx
      .selectFrom('maslikhat_sessions')
      .selectAll()
      .where('unit', 'in', [...units])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('office')
      .execute()
  },
  async addSession(session) {
    const added = await trx
      .insertInto('maslikhat_sessions')
      .values(session)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },
  async dropSession({ office, day }) {
    await trx.deleteFrom('maslikhat_sessions').where('office', '=', office).where('day', '=', day).execute()
  },
  async addRelease({ calendar, number, publishedAt, hash, content }) {
    await sql`insert into calendar_releases (calendar, number, region, year, published_at, hash, content)
      values (${calendar}, ${number}, ${content.region.code}, ${content.year}, ${publishedAt}, ${hash},
        ${JSON.stringify(content)}::jsonb)`.execute(trx)
    await sql`insert into released_meetings (id, calendar, number, office, unit, norm, period, day, start_time,
        planned_minutes, form, proposed_day, move_reason)
      select id, calendar, ${number}::int, office, unit, norm, period, day, start_time, planned_minutes, form,
        proposed_day, move_reason
      from calendar_entries where calendar = ${calendar}`.execute(trx)
  },
  async releases(calendar) {
    const rows = await trx
      .selectFrom('calendar_releases')
      .selectAll()
      .where('calendar', '=', calendar)
      .orderBy('number')
      .execute()
    return rows.map(releaseOf)
  },
  async newestRelease(region, year) {
    const row = await trx
      .selectFrom('calendar_releases')
      .selectAll()
      .where('region', '=', region)
      .where('year', '=', year)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? releaseOf(row) : null
  },
})

/** Inserts lines in one statement; the columns of a row are those of the table. */
async function insertEntries(trx: Trx, entries: readonly Entry[]): Promise<void> {
  const rows = JSON.stringify(entries.map(entryRow))
  await sql`insert into calendar_entries
    select * from jsonb_populate_recordset(null::calendar_entries, ${rows}::jsonb)`.execute(trx)
}

const deliveryOf = (row: CalendarTables['calendar_deliveries']): Delivery => ({
  calendar: row.calendar,
  region: row.region,
  year: row.year,
  receivedAt: row.received_at,
  receivedNumber: row.received_number,
  forwardedAt: row.forwarded_at,
  forwardedNumber: row.forwarded_number,
})

const deliveryRow = (delivery: Delivery): CalendarTables['calendar_deliveries'] => ({
  calendar: delivery.calendar,
  region: delivery.region,
  year: delivery.year,
  received_at: delivery.receivedAt,
  received_number: delivery.receivedNumber,
  forwarded_at: delivery.forwardedAt,
  forwarded_number: delivery.forwardedNumber,
})

const releaseOf = (row: CalendarTables['calendar_releases']): Release => ({
  calendar: row.calendar,
  number: row.number,
  publishedAt: row.published_at,
  hash: row.hash,
  content: row.content,
})

const calendarOf = (row: CalendarTables['calendars']): Calendar => ({
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

const rowOf = (calendar: Calendar): CalendarTables['calendars'] => ({
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
