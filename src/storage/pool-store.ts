import { sql } from 'kysely'
import type { Pool, PoolDraft, PoolStore } from '#requests'
import type { Trx } from './tables.ts'

export const poolStore = (trx: Trx): PoolStore => ({
  async draft(meeting) {
    const { rows } = await sql<PoolDraft>`
      select meeting, office, lines, editors, revision from pool_drafts where meeting = ${meeting}`.execute(
      trx,
    )
    return rows[0] ?? null
  },
  async saveDraft({ meeting, office, lines, editors, revision }) {
    const kept = JSON.stringify(lines)
    const { rows } =
      revision === 1
        ? await sql`
            insert into pool_drafts (meeting, office, lines, editors, revision)
            values (${meeting}, ${office}, ${kept}::jsonb, ${[...editors]}, 1)
            on conflict do nothing returning 1`.execute(trx)
        : await sql`
            update pool_drafts set lines = ${kept}::jsonb, editors = ${[...editors]}, revision = ${revision}
            where meeting = ${meeting} and revision = ${revision - 1} returning 1`.execute(trx)
    return rows.length > 0
  },
  async dropDraft(meeting) {
    await sql`delete from pool_drafts where meeting = ${meeting}`.execute(trx)
  },
  async versions(meeting) {
    const { rows } = await sql<Pool>`
      select meeting, number, office, unit, content, sha256, signed, approved_at as "approvedAt"
      from pools where meeting = ${meeting} order by number desc`.execute(trx)
    return rows
  },
  async fix({ meeting, number, office, unit, content, sha256, signed, approvedAt }) {
    await sql`
      insert into pools (meeting, number, office, unit, content, sha256, signed, approved_at)
      values (${meeting}, ${number}, ${office}, ${unit}, ${JSON.stringify(content)}::jsonb, ${sha256}, ${signed},
        ${approvedAt})`.execute(trx)
  },
})
