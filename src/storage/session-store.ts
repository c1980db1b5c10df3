import type { Instant } from '#kernel'
import type { PersonId, Session, SessionHash, SessionStore } from '#people'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type SessionTables = {
  sessions: {
    hash: SessionHash
    person: PersonId
    started_at: Instant
    seen_at: Instant
    agent: string
    factor_due: boolean
    factor_at: Instant | null
    challenge: string | null
  }
  devices: { person: PersonId; hash: string; agent: string; first_at: Instant; told_at: Instant | null }
}

type Row = Omit<SessionTables['sessions'], 'person'> & { id: PersonId; name: string }

const sessionFrom = (row: Row): Session => ({
  hash: row.hash,
  person: { id: row.id, name: row.name },
  startedAt: row.started_at,
  seenAt: row.seen_at,
  agent: row.agent,
  factorDue: row.factor_due,
  factorAt: row.factor_at,
  challenge: row.challenge,
})

const fields = ['hash', 'started_at', 'seen_at', 'agent', 'factor_due', 'factor_at', 'challenge'] as const

export const sessionStore = (trx: Trx): SessionStore => ({
  async start({ hash, person, at, agent = '', factorDue = false, factorAt = null }) {
    // Beware: no `where`. With nothing asked for, the policy lets go of sessions past their twelve hours and no others.
    await ask(trx, '')
    await trx.deleteFrom('sessions').execute()
    await ask(trx, hash)
    await trx
      .insertInto('sessions')
      .values({
        hash,
        person,
        started_at: at,
        seen_at: at,
        agent,
        factor_due: factorDue,
        factor_at: factorAt,
        challenge: null,
      })
      .execute()
  },

  async find(hash) {
    await ask(trx, hash)
    const row = await trx
      .selectFrom('sessions')
      .innerJoin('persons', 'persons.id', 'sessions.person')
      .select([...fields, 'id', 'name'])
      .where('hash', '=', hash)
      .executeTakeFirst()
    return row ? sessionFrom(row) : null
  },

  async seen(hash, at) {
    await ask(trx, hash)
    await trx.updateTable('sessions').set({ seen_at: at }).where('hash', '=', hash).execute()
  },

  async end(hash) {
    await ask(trx, hash)
    await trx.deleteFrom('sessions').where('hash', '=', hash).execute()
  },

  async ofPerson(person) {
    await ask(trx, `sessions of ${person}`)
    const rows = await trx
      .selectFrom('sessions')
      .select(fields)
      .where('person', '=', person)
      .orderBy('started_at', 'desc')
      .execute()
    return rows.map((row) => sessionFrom({ ...row, id: person, name: '' }))
  },

  async endOthers(person, but) {
    await ask(trx, `sessions of ${person}`)
    const ending = trx.deleteFrom('sessions').where('person', '=', person)
    await (but ? ending.where('hash', '!=', but) : ending).execute()
  },

  async endOf(person, hash) {
    await ask(trx, `sessions of ${person}`)
    await trx.deleteFrom('sessions').where('person', '=', person).where('hash', '=', hash).execute()
  },

  async showFactor(hash, at) {
    await ask(trx, hash)
    await trx
      .updateTable('sessions')
      .set({ factor_at: at, factor_due: false, challenge: null })
      .where('hash', '=', hash)
      .execute()
  },

  async setChallenge(hash, challenge) {
    await ask(trx, hash)
    await trx.updateTable('sessions').set({ challenge }).where('hash', '=', hash).execute()
  },

  async addDevice(person, { hash, agent, firstAt }) {
    await ask(trx, person)
    const known = await trx.selectFrom('devices').select('hash').where('person', '=', person).execute()
    if (known.some((device) => device.hash === hash)) return false
    // The first one is the person's own beginning, and nothing to be told of.
    const told_at = known.length === 0 ? firstAt : null
    await trx
      .insertInto('devices')
      .values({ person, hash, agent, first_at: firstAt, told_at })
      .onConflict((it) => it.doNothing())
      .execute()
    return told_at === null
  },

  async untoldDevices(person) {
    await ask(trx, person)
    const rows = await trx
      .selectFrom('devices')
      .select(['hash', 'agent', 'first_at'])
      .where('person', '=', person)
      .where('told_at', 'is', null)
      .orderBy('first_at')
      .execute()
    return rows.map(({ hash, agent, first_at }) => ({ hash, agent, firstAt: first_at }))
  },

  async tellDevices(person, at) {
    await ask(trx, person)
    await trx
      .updateTable('devices')
      .set({ told_at: at })
      .where('person', '=', person)
      .where('told_at', 'is', null)
      .execute()
  },
})
