import { sql } from 'kysely'
import type { Instant } from '#kernel'
import type { FactorStore, PersonId, RecoveryHash, SealedSecret } from '#people'
import type { OfficeId } from '#territory'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type FactorTables = {
  one_time_codes: {
    person: PersonId
    /** In the open: only until the next start of a house that was there before secrets were sealed. */
    secret: Buffer | null
    sealed: Buffer | null
    confirmed_at: Instant | null
    last_step: number
  }
  recovery_codes: { person: PersonId; hash: RecoveryHash }
  passkeys: {
    id: string
    person: PersonId
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    added_at: Instant
    used_at: Instant | null
  }
  factor_resets: {
    id: string
    person: PersonId
    office: OfficeId
    asked_at: Instant
    signed_by: PersonId | null
    signed_at: Instant | null
  }
}

export const factorStore = (trx: Trx): FactorStore => ({
  async codes(person) {
    await ask(trx, person)
    const row = await trx
      .selectFrom('one_time_codes')
      .selectAll()
      .where('person', '=', person)
      .executeTakeFirst()
    if (!row) return null
    // Not null: who has a factor must not come in without it because a step of the start was left out.
    if (!row.sealed) throw new Error('the secrets of one-time codes were not sealed at the start')
    const secret = new Uint8Array(row.sealed) as SealedSecret
    return { secret, confirmedAt: row.confirmed_at, lastStep: row.last_step }
  },

  async offerCodes(person, secret) {
    await ask(trx, person)
    const offered = await trx
      .insertInto('one_time_codes')
      .values({ person, sealed: Buffer.from(secret), confirmed_at: null, last_step: 0 })
      .onConflict((it) =>
        it
          .column('person')
          .doUpdateSet({ sealed: Buffer.from(secret), last_step: 0 })
          .where('one_time_codes.confirmed_at', 'is', null),
      )
      .executeTakeFirst()
    return offered.numInsertedOrUpdatedRows === 1n
  },

  async openSecrets() {
    await ask(trx, 'secrets in the open')
    return trx
      .selectFrom('one_time_codes')
      .select(['person', 'secret'])
      .where('secret', 'is not', null)
      .$narrowType<{ secret: Buffer }>()
      .execute()
  },

  async sealSecret(person, secret) {
    await ask(trx, person)
    await trx
      .updateTable('one_time_codes')
      .set({ secret: null, sealed: Buffer.from(secret) })
      .where('person', '=', person)
      .where('secret', 'is not', null)
      .execute()
  },

  async confirmCodes(person, at) {
    await ask(trx, person)
    await trx.updateTable('one_time_codes').set({ confirmed_at: at }).where('person', '=', person).execute()
  },

  async useStep(person, step) {
    await ask(trx, person)
    const used = await trx
      .updateTable('one_time_codes')
      .set({ last_step: step })
      .where('person', '=', person)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return used.numUpdatedRows === 1n
  },

  async setRecovery(person, hashes) {
    await ask(trx, person)
    await trx.deleteFrom('recovery_codes').where('person', '=', person).execute()
    if (hashes.length > 0)
      await trx
        .insertInto('recovery_codes')
        .values(hashes.map((hash) => ({ person, hash })))
        .execute()
  },

  async useRecovery(person, hash) {
    await ask(trx, person)
    const used = await trx
      .deleteFrom('recovery_codes')
      .where('person', '=', person)
      .where('hash', '=', hash)
      .executeTakeFirst()
    return used.numDeletedRows === 1n
  },

  async recoveryLeft(person) {
    await ask(trx, person)
    return (await trx.selectFrom('recovery_codes').select('hash').where('person', '=', person).execute())
      .length
  },

  async passkeys(person) {
    await ask(trx, person)
    const rows = await trx
      .selectFrom('passkeys')
      .selectAll()
      .where('person', '=', person)
      .orderBy('added_at')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      publicKey: new Uint8Array(row.public_key),
      counter: row.counter,
      transports: row.transports,
      name: row.name,
      addedAt: row.added_at,
    }))
  },

  async addPasskey(person, { id, publicKey, counter, transports, name, addedAt }) {
    await ask(trx, person)
    const added = await trx
      .insertInto('passkeys')
      .values({
        id,
        person,
        public_key: Buffer.from(publicKey),
        counter,
        transports: [...transports],
        name,
        added_at: addedAt,
        used_at: null,
      })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },

  async passkeyUsed(person, id, counter, at) {
    await ask(trx, person)
    await trx.updateTable('passkeys').set({ counter, used_at: at }).where('id', '=', id).execute()
  },

  async removePasskey(person, id) {
    await ask(trx, person)
    await trx.deleteFrom('passkeys').where('person', '=', person).where('id', '=', id).execute()
  },

  async clear(person) {
    await ask(trx, person)
    await trx.deleteFrom('one_time_codes').where('person', '=', person).execute()
    await trx.deleteFrom('recovery_codes').where('person', '=', person).execute()
    await trx.deleteFrom('passkeys').where('person', '=', person).execute()
  },

  async askReset({ id, person, office, askedAt }) {
    await ask(trx, person)
    const asked = await trx
      .insertInto('factor_resets')
      .values({ id, person, office, asked_at: askedAt, signed_by: null, signed_at: null })
      .onConflict((it) => it.doNothing())
      .executeTakeFirst()
    return asked.numInsertedOrUpdatedRows === 1n ? { id, person, office, askedAt } : null
  },

  async resetsOf(office) {
    await ask(trx, office)
    const rows = await trx
      .selectFrom('factor_resets')
      .innerJoin('persons', 'persons.id', 'factor_resets.person')
      .select(['factor_resets.id', 'person', 'office', 'asked_at', 'name'])
      .where('office', '=', office)
      .where('signed_at', 'is', null)
      .orderBy('asked_at')
      .execute()
    return rows.map(({ asked_at, ...row }) => ({ ...row, askedAt: asked_at }))
  },

  async officesWithResets(offices) {
    await ask(trx, 'open resets')
    const rows = await trx
      .selectFrom('factor_resets')
      .select('office')
      .distinct()
      .where('office', '=', sql<OfficeId>`any(${[...offices]})`)
      .where('signed_at', 'is', null)
      .execute()
    return rows.map(({ office }) => office)
  },

  async signReset({ id, office }, { by, at }) {
    await ask(trx, office)
    const signed = await trx
      .updateTable('factor_resets')
      .set({ signed_by: by, signed_at: at })
      .where('id', '=', id)
      .where('office', '=', office)
      .where('signed_at', 'is', null)
      .executeTakeFirst()
    return signed.numUpdatedRows === 1n
  },
})
