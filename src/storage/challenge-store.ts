import { sql } from 'kysely'
import type { ChallengeStore } from '#receipts'
import type { Trx } from './tables.ts'

export const challengeStore = (trx: Trx): ChallengeStore => ({
  async spend(mark, form, until) {
    await sql`insert into spent_challenges values (${mark}, ${form}, ${until}) on conflict do nothing`.execute(
      trx,
    )
    const { rows } = await sql<{ form: string }>`
      select form from spent_challenges where mark = ${mark}`.execute(trx)
    return rows[0]?.form === form
  },
  async forgetOld(at) {
    const { numAffectedRows } = await sql`delete from spent_challenges where until < ${at}`.execute(trx)
    return Number(numAffectedRows ?? 0)
  },
})
