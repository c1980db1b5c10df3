// Unsealings and the looks they allowed; and, in the role `seal`, what a look opens.
import { type RawBuilder, sql } from 'kysely'
import type { Look, OriginalStore, Unsealing, UnsealingStore } from '#requests'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export const unsealingStore = (trx: Trx): UnsealingStore => {
  const some = async (where: RawBuilder<unknown>) =>
    (
      await sql<Unsealing>`
        select id, request, office, purpose, basis, asked_by as "askedBy", asked_at as "askedAt",
          allowed_by as "allowedBy", allowed_at as "allowedAt", signed
        from request_unsealings where ${where} order by asked_at, id`.execute(trx)
    ).rows
  return {
    find: async (id) => (await some(sql`id = ${id}`))[0] ?? null,
    ofRequest: (request) => some(sql`request = ${request}`),
    waiting: (office, since) =>
      some(sql`office = ${office} and allowed_at is null and asked_at >= ${since}::timestamptz`),
    async waitingAt(offices, since) {
      await ask(trx, 'unsealings that wait')
      return some(
        sql`office = any(${[...offices]}) and allowed_at is null and asked_at >= ${since}::timestamptz`,
      )
    },
    unseen: (office, askedBy, since) =>
      some(sql`office = ${office} and asked_by = ${askedBy} and allowed_at >= ${since}::timestamptz
        and not exists (select from unsealing_looks l where l.unsealing = request_unsealings.id and l.by = asked_by)`),
    async ask(of) {
      await sql`
        insert into request_unsealings (id, request, office, purpose, basis, asked_by, asked_at)
        values (${of.id}, ${of.request}, ${of.office}, ${of.purpose}, ${of.basis}, ${of.askedBy}, ${of.askedAt})`.execute(
        trx,
      )
    },
    async allow(id, by, at, signed) {
      const { numAffectedRows } = await sql`
        update request_unsealings set allowed_by = ${by}, allowed_at = ${at}, signed = ${signed}
        where id = ${id} and allowed_at is null`.execute(trx)
      return numAffectedRows === 1n
    },
    async look({ id, unsealing, request, office, by, at }) {
      await sql`
        insert into unsealing_looks (id, unsealing, request, office, by, at)
        values (${id}, ${unsealing}, ${request}, ${office}, ${by}, ${at})`.execute(trx)
    },
    async looks(request) {
      const { rows } = await sql<Look>`
        select id, unsealing, request, office, by, at from unsealing_looks
        where request = ${request} order by at, id`.execute(trx)
      return rows
    },
  }
}

/** Only in the role `seal`. */
export const originalStore = (trx: Trx): OriginalStore => ({
  async ofLook(look) {
    await ask(trx, look)
    const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from seal.request_originals`.execute(trx)
    return rows[0]?.sealed ?? null
  },
  async forgetOld() {
    // Beware: no `where`. With nothing asked for, the policy lets go of old rows and of no others.
    await ask(trx, '')
    const { numAffectedRows } = await sql`delete from seal.request_originals`.execute(trx)
    return Number(numAffectedRows ?? 0)
  },
})
