// The parts of a calendar and what each office writes in its own.
import { sql } from 'kysely'
import type { CalendarId, Part, PartState, PartStore } from '#calendar'
import type { Instant } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import { type EntryRow, entryOf, entryRow } from './calendar-rows.ts'
import type { Trx } from './tables.ts'

type PartRow = {
  calendar: CalendarId
  office: OfficeId
  region: UnitCode
  unit: UnitCode
  year: number
  state: PartState
  revision: number
  editors: PersonId[]
  sent_at: Instant | null
  reason: string | null
}

export type PartTables = { calendar_parts: PartRow; part_entries: EntryRow }

export const partStore = (trx: Trx): PartStore => ({
  async find(calendar, office) {
    const row = await trx
      .selectFrom('calendar_parts')
      .selectAll()
      .where('calendar', '=', calendar)
      .where('office', '=', office)
      .executeTakeFirst()
    return row ? partOf(row) : null
  },
  async ofCalendar(calendar) {
    const rows = await trx
      .selectFrom('calendar_parts')
      .selectAll()
      .where('calendar', '=', calendar)
      .orderBy('unit')
      .execute()
    return rows.map(partOf)
  },
  async ofOffice(office) {
    const rows = await trx
      .selectFrom('calendar_parts')
      .selectAll()
      .where('office', '=', office)
      .orderBy('year', 'desc')
      .execute()
    return rows.map(partOf)
  },
  async add(parts) {
    if (parts.length > 0) await trx.insertInto('calendar_parts').values(parts.map(rowOf)).execute()
  },
  async save(part) {
    const { calendar, office, ...row } = rowOf(part)
    const saved = await trx
      .updateTable('calendar_parts')
      .set(row)
      .where('calendar', '=', calendar)
      .where('office', '=', office)
      .where('revision', '=', part.revision - 1)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n
  },
  async entries(calendar, office) {
    const rows = await trx
      .selectFrom('part_entries')
      .selectAll()
      .where('calendar', '=', calendar)
      .where('office', '=', office)
      .orderBy('day')
      .orderBy('start_time')
      .orderBy('id')
      .execute()
    return rows.map(entryOf)
  },
  async addEntries(entries) {
    const rows = JSON.stringify(entries.map(entryRow))
    await sql`insert into part_entries
      select * from jsonb_populate_recordset(null::part_entries, ${rows}::jsonb)`.execute(trx)
  },
  async saveEntry(entry) {
    const { id, calendar, ...row } = entryRow(entry)
    await trx
      .updateTable('part_entries')
      .set(row)
      .where('id', '=', id)
      .where('calendar', '=', calendar)
      .execute()
  },
  async dropEntry(calendar, meeting) {
    await trx.deleteFrom('part_entries').where('id', '=', meeting).where('calendar', '=', calendar).execute()
  },
  async clear(calendar, office) {
    await trx
      .deleteFrom('part_entries')
      .where('calendar', '=', calendar)
      .where('office', '=', office)
      .execute()
  },
})

const partOf = (row: PartRow): Part => ({
  calendar: row.calendar,
  office: row.office,
  region: row.region,
  unit: row.unit,
  year: row.year,
  state: row.state,
  revision: row.revision,
  editors: row.editors,
  sentAt: row.sent_at,
  reason: row.reason,
})

const rowOf = (part: Part): PartRow => ({
  calendar: part.calendar,
  office: part.office,
  region: part.region,
  unit: part.unit,
  year: part.year,
  state: part.state,
  revision: part.revision,
  editors: [...part.editors],
  sent_at: part.sentAt,
  reason: part.reason,
})
