import { type ColumnType, sql } from 'kysely'
import type { Instant } from '#kernel'
import type { ReceiptStore, RequestKey } from '#receipts'
import type { Trx } from './tables.ts'

export type ReceiptTables = {
  receipts: {
    who: string
    key: RequestKey
    route: string
    fingerprint: string
    status: number
    location: string | null
    body: string | null
    at: ColumnType<Instant, never, never>
  }
}

export const receiptStore = (trx: Trx): ReceiptStore => ({
  async find(who, key) {
    // Held until the transaction ends: of two that come at once the second waits here, then sees what the first kept.
    await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${`${who} ${key}`}))`.execute(trx)
    const row = await trx
      .selectFrom('receipts')
      .selectAll()
      .where('who', '=', who)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!row) return null
    const { status, location, body, ...request } = row
    return { ...request, outcome: { status, location, body } }
  },
  async keep({ who, key, route, fingerprint }, { status, location, body }) {
    await trx
      .insertInto('receipts')
      .values({ who, key, route, fingerprint, status, location, body })
      .execute()
  },
  async forgetOld() {
    // Beware: no `where`. The policy lets go of nothing younger than 30 days; a condition would ask for the right to read.
    const result = await trx.deleteFrom('receipts').executeTakeFirst()
    return Number(result.numDeletedRows)
  },
})

const lockClass = 7_302
