import { sql } from 'kysely'
import type { CalendarStore, Entry } from '#calendar'
import { calendarOf, deliveryOf, deliveryRow, entryOf, entryRow, releaseOf, rowOf } from './calendar-rows.ts'
import type { Trx } from './tables.ts'

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
