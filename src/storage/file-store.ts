import { sql } from 'kysely'
import type { Attachment, FileStore } from '#files'
import type { Trx } from './tables.ts'

type FileRow = Attachment & { readonly bytes: Buffer<ArrayBuffer> }

export const fileStore = (trx: Trx): FileStore => ({
  async add({ name, type, bytes, sha256 }, { id, office, subject, at }) {
    await sql`insert into files (id, office, subject, name, type, bytes, sha256, given_at)
      values (${id}, ${office}, ${subject}, ${name}, ${type}, ${Buffer.from(bytes)}, ${sha256}, ${at})`.execute(
      trx,
    )
    return { id, name, type, size: bytes.length, sha256 }
  },
  async find(id) {
    const { rows } = await sql<FileRow>`
      select id, name, type, octet_length(bytes) as size, sha256, bytes from files where id = ${id}`.execute(
      trx,
    )
    const [row] = rows
    if (!row) return null
    const { bytes, ...file } = row
    return { file, bytes }
  },
})
