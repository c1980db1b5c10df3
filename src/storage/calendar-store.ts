import { sql } from 'kysely'
import type { Calendar, CalendarId, CalendarStore, Entry, MeetingId, Release } from '#calendar'
import type { Instant, LocalDate, Period } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

type EntryRow = {
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
    demonstration: boolean
  }
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
  current_meetings: EntryRow & { number: number; region: UnitCode; year: number; published_at: Instant }
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
    const rows = JSON.stringify(entries.map(entryRow))
    await sql`insert into calendar_entries
      select * from jsonb_populate_recordset(null::calendar_entries, ${rows}::jsonb)`.execute(trx)
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
  demonstration: calendar.demonstration,
})

const entryOf = (row: EntryRow): Entry => ({
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

const entryRow = (entry: Entry): EntryRow => ({
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
