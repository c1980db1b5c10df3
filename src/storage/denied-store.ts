import type { Denied, DeniedStore } from '#people'
import type { Trx } from './tables.ts'

export type DeniedTables = { denied_attempts: Denied }

export const deniedStore = (trx: Trx): DeniedStore => ({
  async add(denied) {
    await trx.insertInto('denied_attempts').values(denied).execute()
  },
  async newest(of, limit) {
    const all = trx.selectFrom('denied_attempts').selectAll().orderBy('at', 'desc').limit(limit)
    return of === 'everywhere' ? all.execute() : all.where('office', 'in', [...of, '' as never]).execute()
  },
  async forgetOld() {
    // Beware: no `where`, as with receipts. The policy lets go of nothing younger than a year.
    const result = await trx.deleteFrom('denied_attempts').executeTakeFirst()
    return Number(result.numDeletedRows)
  },
})
