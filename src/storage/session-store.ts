import type { Instant } from '#kernel'
import type { PersonId, SessionHash, SessionStore } from '#people'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type SessionTables = {
  sessions: { hash: SessionHash; person: PersonId; started_at: Instant; seen_at: Instant }
}

export const sessionStore = (trx: Trx): SessionStore => ({
  async start({ hash, person, at }) {
    // Beware: no `where`. With nothing asked for, the policy lets go of sessions past their twelve hours and no others.
    await ask(trx, '')
    await trx.deleteFrom('sessions').execute()
    await ask(trx, hash)
    await trx.insertInto('sessions').values({ hash, person, started_at: at, seen_at: at }).execute()
  },

  async find(hash) {
    await ask(trx, hash)
    const row = await trx
      .selectFrom('sessions')
      .innerJoin('persons', 'persons.id', 'sessions.person')
      .select(['hash', 'id', 'name', 'started_at', 'seen_at'])
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (!row) return null
    return { hash, person: { id: row.id, name: row.name }, startedAt: row.started_at, seenAt: row.seen_at }
  },

  async seen(hash, at) {
    await ask(trx, hash)
    await trx.updateTable('sessions').set({ seen_at: at }).where('hash', '=', hash).execute()
  },

  async end(hash) {
    await ask(trx, hash)
    await trx.deleteFrom('sessions').where('hash', '=', hash).execute()
  },
})
