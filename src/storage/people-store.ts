import { sql } from 'kysely'
import type { Instant, LocalDate } from '#kernel'
import type { Grant, Identity, Login, PasswordHash, PeopleStore, PersonId, Role } from '#people'
import type { OfficeId } from '#territory'
import type { Trx } from './tables.ts'

export type PeopleTables = {
  identities: Identity & { person: PersonId }
  persons: { id: PersonId; name: string }
  accounts: { login: Login; person: PersonId; password: PasswordHash; created_at: Instant }
  grants: {
    person: PersonId
    office: OfficeId
    role: Role
    from_day: LocalDate
    to_day: LocalDate | null
    given_by: PersonId | null
    given_at: Instant
    revoked_by: PersonId | null
    revoked_at: Instant | null
  }
}

/** Opens the wall for the rows of one key: before it nothing is seen, and afterwards nothing else. */
export const ask = (trx: Trx, key: string) =>
  sql`select set_config('kezdesu.asked', ${key}, true)`.execute(trx)

export const peopleStore = (trx: Trx): PeopleStore => ({
  async addPerson(person) {
    await ask(trx, person.id)
    await trx
      .insertInto('persons')
      .values(person)
      .onConflict((it) => it.doNothing())
      .execute()
  },

  async person(id) {
    await ask(trx, id)
    return (await trx.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  },

  async addAccount({ login, person, password }, at) {
    await ask(trx, login)
    const added = await trx
      .insertInto('accounts')
      .values({ login, person: person.id, password, created_at: at })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },

  async account(login) {
    await ask(trx, login)
    const row = await trx
      .selectFrom('accounts')
      .innerJoin('persons', 'persons.id', 'accounts.person')
      .select(['login', 'password', 'id', 'name'])
      .where('login', '=', login)
      .executeTakeFirst()
    return row ? { login: row.login, password: row.password, person: { id: row.id, name: row.name } } : null
  },

  async setPassword(login, password) {
    await ask(trx, login)
    await trx.updateTable('accounts').set({ password }).where('login', '=', login).execute()
  },

  async addGrant({ person, office, role, from, to }, { by, at }) {
    await ask(trx, person)
    const added = await trx
      .insertInto('grants')
      .values({
        person,
        office,
        role,
        from_day: from,
        to_day: to,
        given_by: by,
        given_at: at,
        revoked_by: null,
        revoked_at: null,
      })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },

  async revokeGrant({ person, office, role }, { by, at }) {
    await ask(trx, person)
    const revoked = await trx
      .updateTable('grants')
      .set({ revoked_by: by, revoked_at: at })
      .where('person', '=', person)
      .where('office', '=', office)
      .where('role', '=', role)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return revoked.numUpdatedRows > 0n
  },

  async grants(person, on) {
    await ask(trx, person)
    const rows = await trx
      .selectFrom('grants')
      .select(['office', 'role', 'from_day', 'to_day'])
      .where('person', '=', person)
      .where('revoked_at', 'is', null)
      .where('from_day', '<=', on)
      .where((it) => it.or([it('to_day', 'is', null), it('to_day', '>=', on)]))
      .orderBy('office')
      .orderBy('role')
      .execute()
    return rows.map(({ office, role, from_day, to_day }): Grant => ({
      person,
      office,
      role,
      from: from_day,
      to: to_day,
    }))
  },

  async grantsOf(office) {
    await ask(trx, office)
    const rows = await trx
      .selectFrom('grants')
      .innerJoin('persons', 'persons.id', 'grants.person')
      .select(['person', 'role', 'from_day', 'to_day', 'given_at', 'revoked_at', 'name'])
      .where('office', '=', office)
      .orderBy('given_at', 'desc')
      .orderBy('person')
      .execute()
    return rows.map((row) => ({
      person: row.person,
      office,
      role: row.role,
      from: row.from_day,
      to: row.to_day,
      name: row.name,
      givenAt: row.given_at,
      revokedAt: row.revoked_at,
    }))
  },

  async logins(person) {
    await ask(trx, `accounts of ${person}`)
    const rows = await trx
      .selectFrom('accounts')
      .select('login')
      .where('person', '=', person)
      .orderBy('login')
      .execute()
    return rows.map(({ login }) => login)
  },

  async bindIdentity({ issuer, subject }, person) {
    await ask(trx, person)
    const bound = await trx
      .insertInto('identities')
      .values({ issuer, subject, person })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return bound.numInsertedOrUpdatedRows === 1n
  },

  async personOfIdentity({ issuer, subject }) {
    await ask(trx, `${issuer} ${subject}`)
    const row = await trx
      .selectFrom('identities')
      .innerJoin('persons', 'persons.id', 'identities.person')
      .select(['id', 'name'])
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return row ?? null
  },
})
