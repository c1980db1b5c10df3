import { sql } from 'kysely'
import type { RequestFile, RequestFileStore } from '#requests'
import type { Trx } from './tables.ts'

type Row = RequestFile & { readonly bytes: Buffer<ArrayBuffer> }

const columns = sql`id, request, name, type, octet_length(bytes) as size, sha256, given_at as "givenAt"`

export const requestFileStore = (trx: Trx): RequestFileStore => ({
  async add(files, { request, office, at }) {
    for (const [index, { id, file }] of files.entries())
      await sql`
        insert into request_files (id, request, office, place, name, type, bytes, sha256, given_at)
        values (${id}, ${request}, ${office}, ${index + 1}, ${file.name}, ${file.type}, ${Buffer.from(file.bytes)},
          ${file.sha256}, ${at})
        on conflict do nothing`.execute(trx)
  },
  async ofRequest(request) {
    const { rows } = await sql<RequestFile>`
      select ${columns} from request_files where request = ${request} order by place`.execute(trx)
    return rows
  },
  async find(id) {
    const { rows } = await sql<Row>`select ${columns}, bytes from request_files where id = ${id}`.execute(trx)
    const [row] = rows
    if (!row) return null
    const { bytes, ...file } = row
    return { file, bytes }
  },
  async erase(request) {
    const { numAffectedRows } = await sql`delete from request_files where request = ${request}`.execute(trx)
    return Number(numAffectedRows ?? 0)
  },
  async forgetOld() {
    // Beware: no `where`, as with receipts. To nobody the policy lets go of nothing younger than 400 days.
    const { numAffectedRows } = await sql`delete from request_files`.execute(trx)
    return Number(numAffectedRows ?? 0)
  },
})
