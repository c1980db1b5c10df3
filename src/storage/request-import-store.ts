// Files of requests from other systems, sealed until they are taken in.
import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { RequestImport, RequestImportStore } from '#requests'
import type { Trx } from './tables.ts'

const columns = sql`id, office, name, mark, headers, reading, brought_by as "broughtBy", brought_at as "broughtAt",
  imported_at as "importedAt", outcome, revision`

export const requestImportStore = (trx: Trx): RequestImportStore => {
  const some = async (where: RawBuilder<unknown>) =>
    (
      await sql<RequestImport>`
        select ${columns} from request_imports where ${where} order by brought_at desc, id`.execute(trx)
    ).rows
  return {
    async add(of, sealed) {
      await sql`
        insert into request_imports (id, office, name, mark, headers, reading, brought_by, brought_at, sealed, revision)
        values (${of.id}, ${of.office}, ${of.name}, ${of.mark}, ${JSON.stringify(of.headers)}::jsonb,
          ${JSON.stringify(of.reading)}::jsonb, ${of.broughtBy}, ${of.broughtAt}, ${Buffer.from(sealed)},
          ${of.revision})`.execute(trx)
    },
    find: async (id) => (await some(sql`id = ${id}`))[0] ?? null,
    async sealed(id) {
      const { rows } = await sql<{ sealed: Buffer | null }>`
        select sealed from request_imports where id = ${id}`.execute(trx)
      return rows[0]?.sealed ?? null
    },
    ofOffice: (office) => some(sql`office = ${office}`),
    async save(of) {
      const { numAffectedRows } = await sql`
        update request_imports set reading = ${JSON.stringify(of.reading)}::jsonb, imported_at = ${of.importedAt},
          outcome = ${of.outcome === null ? null : JSON.stringify(of.outcome)}::jsonb,
          sealed = ${of.importedAt === null ? sql`sealed` : null}, revision = ${of.revision}
        where id = ${of.id} and revision = ${of.revision - 1}`.execute(trx)
      return numAffectedRows === 1n
    },
    async drop(id) {
      await sql`delete from request_imports where id = ${id}`.execute(trx)
    },
    async forgetOld() {
      // The policy of the table says which: what an office holds itself is not touched by nobody's hand.
      await sql`delete from request_imports`.execute(trx)
    },
    async known(office, source, externalIds) {
      const { rows } = await sql<{ id: string; meeting: MeetingId | null }>`
        select external_id as id, meeting from requests
        where office = ${office} and source = ${source} and external_id = any(${[...externalIds]})`.execute(
        trx,
      )
      return new Map(rows.map(({ id, meeting }) => [id, meeting]))
    },
  }
}
