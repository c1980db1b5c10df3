import { sql } from 'kysely'
import type { Habits, ImportFile, ImportStore } from '#calendar'
import type { Instant } from '#kernel'
import type { OfficeId } from '#territory'
import type { Trx } from './tables.ts'

type Head = Omit<ImportFile, 'broughtAt' | 'importedAt' | 'rows' | 'headers'> & {
  brought_at: Instant
  imported_at: Instant | null
}
export type ImportTables = {
  import_files: Head & Pick<ImportFile, 'rows' | 'headers'>
  import_habits: { office: OfficeId } & Habits
}

const head = [
  'id',
  'office',
  'name',
  'sha256',
  'reading',
  'brought_at',
  'imported_at',
  'outcome',
  'revision',
] as const

export const importStore = (trx: Trx): ImportStore => ({
  async add({ id, office, name, sha256, headers, rows, reading, broughtAt, revision }) {
    await sql`insert into import_files (id, office, name, sha256, headers, rows, reading, brought_at, revision)
      values (${id}, ${office}, ${name}, ${sha256}, ${json(headers)}, ${json(rows)}, ${json(reading)}, ${broughtAt},
        ${revision})`.execute(trx)
  },
  async find(id) {
    const row = await trx.selectFrom('import_files').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? { ...headOf(row), headers: row.headers, rows: row.rows } : null
  },
  async ofOffice(office) {
    const rows = await trx
      .selectFrom('import_files')
      .select(head)
      .where('office', '=', office)
      .orderBy('brought_at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(headOf)
  },
  async save({ id, reading, importedAt, outcome, revision }) {
    const saved = await sql`update import_files set reading = ${json(reading)}, imported_at = ${importedAt},
        outcome = ${outcome === null ? null : json(outcome)}, revision = ${revision}
      where id = ${id} and revision = ${revision - 1}`.execute(trx)
    return saved.numAffectedRows === 1n
  },
  async drop(id) {
    await trx.deleteFrom('import_files').where('id', '=', id).execute()
  },
  async forgetBefore(office, at) {
    await trx.deleteFrom('import_files').where('office', '=', office).where('brought_at', '<', at).execute()
  },
  async habits(office) {
    const row = await trx
      .selectFrom('import_habits')
      .selectAll()
      .where('office', '=', office)
      .executeTakeFirst()
    return row ? { columns: row.columns, assumed: row.assumed } : null
  },
  async saveHabits(office, { columns, assumed }) {
    await sql`insert into import_habits (office, columns, assumed)
      values (${office}, ${json(columns)}, ${json(assumed)})
      on conflict (office) do update set columns = excluded.columns, assumed = excluded.assumed`.execute(trx)
  },
})

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

const headOf = ({ brought_at: broughtAt, imported_at: importedAt, ...row }: Head) => ({
  id: row.id,
  office: row.office,
  name: row.name,
  sha256: row.sha256,
  reading: row.reading,
  outcome: row.outcome,
  revision: row.revision,
  broughtAt,
  importedAt,
})
