import { sql } from 'kysely'
import type { Instant, LocalDate } from '#kernel'
import { type RegisterStore, type Unit, nameKeys } from '#territory'
import type { Trx } from './tables.ts'
import { type UnitRow, unitOf } from './territory-store.ts'

export const registerStore = (trx: Trx): RegisterStore => ({
  async claim() {
    await sql`select pg_advisory_xact_lock(${importing})`.execute(trx)
  },
  async lastEdition() {
    const row = await trx
      .selectFrom('register_editions')
      .select(['day', 'valid_from as from'])
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ?? null
  },
  async addEdition({ day, from }) {
    await trx.insertInto('register_editions').values({ day, valid_from: from }).execute()
  },
  async summary() {
    const { rows } = await sql<{
      units: number
      day: LocalDate | null
      imported_at: Instant | null
      points: number
      borders: number
      map_at: Instant | null
    }>`
      select (select count(*)::int from units where valid_to is null) as units, e.day, e.imported_at,
             (select count(*)::int from unit_points) as points, (select count(*)::int from unit_borders) as borders,
             greatest((select max(imported_at) from unit_points), (select max(imported_at) from unit_borders)) as map_at
      from (select 1) one
      left join (select * from register_editions order by day desc limit 1) e on true`.execute(trx)
    const { units, day, imported_at: importedAt, points, borders, map_at: mapAt } = rows[0]!
    return { units, edition: day && importedAt ? { day, importedAt } : null, points, borders, mapAt }
  },
  async openUnits() {
    const { rows } = await sql<UnitRow>`select u.* from units u where u.valid_to is null`.execute(trx)
    return rows.map(unitOf)
  },
  async remove(codes) {
    if (codes.length === 0) return
    await sql`delete from units where code = any(${codes}) and valid_to is null`.execute(trx)
  },
  async close(codes, to) {
    if (codes.length === 0) return
    await sql`update units set valid_to = ${to}
      where code = any(${codes}) and valid_to is null`.execute(trx)
  },
  async open(units) {
    for (const part of parts(units)) {
      const json = JSON.stringify(part.map(rowOf))
      await sql`
        with told as (
          select * from jsonb_to_recordset(${json}::jsonb) as t(${columns}, words text[])
        ), written as (
          insert into units (${names}) select ${names} from told returning id, code
        )
        insert into unit_words select w.id, word from written w join told t using (code), unnest(t.words) word`.execute(
        trx,
      )
    }
  },
  async replace(units) {
    for (const part of parts(units)) {
      const json = JSON.stringify(part.map(rowOf))
      await sql`delete from unit_words where unit in (
        select u.id from units u where u.code = any(${part.map(({ code }) => code)}) and u.valid_to is null)`.execute(
        trx,
      )
      await sql`
        with told as (
          select * from jsonb_to_recordset(${json}::jsonb) as t(${columns}, words text[])
        ), written as (
          update units u set (parent, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim,
                              whole_keys, plain_keys)
            = (t.parent, t.kind, t.name_kk, t.name_ru, t.name_en, t.short_kk, t.short_ru, t.short_en, t.has_akim,
               t.whole_keys, t.plain_keys)
          from told t where u.code = t.code and u.valid_to is null
          returning u.id, u.code
        )
        insert into unit_words select w.id, word from written w join told t using (code), unnest(t.words) word`.execute(
        trx,
      )
    }
  },
})

const importing = 7_302_004

const columns = sql`code text, parent text, kind text, name_kk text, name_ru text, name_en text, short_kk text,
  short_ru text, short_en text, has_akim boolean, valid_from date, valid_to date, whole_keys text[], plain_keys text[]`
const names = sql`code, parent, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim, valid_from,
  valid_to, whole_keys, plain_keys`

/** So many units at a time that a statement stays far below its time limit. */
const partSize = 2_000
function* parts(units: readonly Unit[]) {
  for (let at = 0; at < units.length; at += partSize) yield units.slice(at, at + partSize)
}

function rowOf(unit: Unit) {
  const { words, whole, plain } = nameKeys(unit)
  return {
    code: unit.code,
    parent: unit.parent,
    kind: unit.kind,
    name_kk: unit.name.kk,
    name_ru: unit.name.ru,
    name_en: unit.name.en,
    short_kk: unit.short.kk,
    short_ru: unit.short.ru,
    short_en: unit.short.en,
    has_akim: unit.hasAkim,
    valid_from: unit.from,
    valid_to: unit.to,
    whole_keys: whole,
    plain_keys: plain,
    words,
  }
}
