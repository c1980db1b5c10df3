import { sql } from 'kysely'
import type { LocalDate } from '#kernel'
import { bucketOf, placeOf, secondsToWait } from '#people'
import { type BudgetStore, budgets } from '#receipts'
import { secretOf } from './attempt-store.ts'
import type { Trx } from './tables.ts'

/** Counts in the same table as attempts to sign in, under names that no login has. */
export const budgetStore = (trx: Trx): BudgetStore => ({
  async spend(budget, address, at) {
    const day = at.slice(0, 10) as LocalDate
    const bucket = bucketOf(await secretOf(trx, day), placeOf(address), ` budget ${budget}`)
    await trx
      .insertInto('sign_in_attempts')
      .values({ day, bucket, failures: 0, known: false, last_at: at })
      .onConflict((it) => it.doNothing())
      .execute()
    const counter = await trx
      .selectFrom('sign_in_attempts')
      .select(['failures', 'last_at as last'])
      .where('day', '=', day)
      .where('bucket', '=', bucket)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const seconds = secondsToWait(budgets[budget], counter, at)
    if (seconds === 0)
      await trx
        .updateTable('sign_in_attempts')
        .set({ failures: sql`failures + 1`, last_at: at })
        .where('day', '=', day)
        .where('bucket', '=', bucket)
        .execute()
    return seconds
  },
})
