import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, type LocalDate, addDays } from '#kernel'
import { type Attempt, type AttemptStore, bucketOf, placeOf, secondsUntilHeard } from '#people'
import type { Trx } from './tables.ts'

export type AttemptTables = {
  sign_in_secrets: { day: LocalDate; secret: Uint8Array }
  sign_in_attempts: { day: LocalDate; bucket: number; failures: number; known: boolean; last_at: Instant }
}

export const attemptStore = (trx: Trx): AttemptStore => ({
  async admit(attempt) {
    const counters = await lock(trx, attempt)
    const seconds = secondsUntilHeard(counters, attempt.at)
    if (seconds > 0) return seconds
    await trx
      .updateTable('sign_in_attempts')
      .set({ failures: sql`failures + 1`, last_at: attempt.at })
      .where('day', '=', counters.day)
      .where('bucket', 'in', [counters.login.bucket, counters.place.bucket])
      .execute()
    return 0
  },

  async succeeded(attempt) {
    const { day, login, place } = await lock(trx, attempt)
    const counters = trx.updateTable('sign_in_attempts').where('day', '=', day)
    await counters.set({ failures: 0, known: true }).where('bucket', '=', login.bucket).execute()
    await counters
      .set({ failures: sql`greatest(failures - 1, 0)` })
      .where('bucket', '=', place.bucket)
      .execute()
  },
})

/** The two counters of an attempt, made where they are absent and held until the transaction ends. */
async function lock(trx: Trx, { login, address, at }: Attempt) {
  const day = at.slice(0, 10) as LocalDate
  const secret = await secretOf(trx, day)
  const place = placeOf(address)
  const [ofLogin, ofPlace] = [bucketOf(secret, place, login), bucketOf(secret, place, null)]
  const fresh = (bucket: number) => ({ day, bucket, failures: 0, known: false, last_at: at })
  // Always in the order of the counters: two attempts that share both must not wait for each other.
  const both = [...new Set([ofLogin, ofPlace])].sort((a, b) => a - b)
  await trx
    .insertInto('sign_in_attempts')
    .values(both.map(fresh))
    .onConflict((it) => it.doNothing())
    .execute()
  const rows = await trx
    .selectFrom('sign_in_attempts')
    .select(['bucket', 'failures', 'known', 'last_at as last'])
    .where('day', '=', day)
    .where('bucket', 'in', both)
    .orderBy('bucket')
    .forUpdate()
    .execute()
  const counter = (bucket: number) => rows.find((row) => row.bucket === bucket)!
  return { day, login: counter(ofLogin), place: counter(ofPlace) }
}

/** The key of a day's counters; made when it is first asked for. */
export async function secretOf(trx: Trx, day: LocalDate): Promise<Uint8Array> {
  const find = () =>
    trx.selectFrom('sign_in_secrets').select('secret').where('day', '=', day).executeTakeFirst()
  const found = await find()
  if (found) return found.secret
  const yesterday = addDays(day, -1)
  await trx.deleteFrom('sign_in_attempts').where('day', '<', yesterday).execute()
  await trx.deleteFrom('sign_in_secrets').where('day', '<', yesterday).execute()
  await trx
    .insertInto('sign_in_secrets')
    .values({ day, secret: randomBytes(32) })
    .onConflict((it) => it.doNothing())
    .execute()
  return (await find())!.secret
}
