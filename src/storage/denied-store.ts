import type { Denied, DeniedStore } from '#people'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type DeniedTables = { denied_attempts: Denied }

export const deniedStore = (trx: Trx): DeniedStore => ({
  async add(denied) {
    await trx.insertInto('denied_attempts').values(denied).execute()
  },
  async newest(of, limit) {
    await ask(trx, 'denied everywhere')
    const all = trx.selectFrom('denied_attempts').selectAll().orderBy('at', 'desc').limit(limit)
    return of === 'everywhere' ? all.execute() : all.where('office', 'in', [...of, '' as never]).execute()
  },
})
