import { type Generated, sql } from 'kysely'
import type { Instant, LocalDate } from '#kernel'
import {
  type Holder,
  type TerritoryStore,
  type Unit,
  type UnitCode,
  councilOf,
  officeOfBody,
  officesOf,
  readNameQuery,
  unitKinds,
  unitOfOffice,
} from '#territory'
import type { Trx } from './tables.ts'

export type UnitRow = {
  code: UnitCode
  parent: UnitCode | null
  kind: Unit['kind']
  name_kk: string
  name_ru: string
  name_en: string
  short_kk: string
  short_ru: string
  short_en: string
  has_akim: boolean
  valid_from: LocalDate | null
  valid_to: LocalDate | null
}

export type TerritoryTables = {
  units: UnitRow & { id: Generated<number>; whole_keys: string[]; plain_keys: string[] }
  unit_words: { unit: number; word: string }
  register_editions: { day: LocalDate; valid_from: LocalDate | null; imported_at: Generated<Instant> }
  holders: {
    office: string
    name_kk: string
    name_ru: string
    name_en: string
    acting: boolean
    valid_from: LocalDate
    valid_to: LocalDate | null
  }
}

/** The versions in force on a day. */
export const inForce = (on: LocalDate) =>
  sql`(u.valid_from is null or u.valid_from <= ${on}) and (u.valid_to is null or u.valid_to >= ${on})`

const order = sql`array_position(${sql.lit(`{${unitKinds.join(',')}}`)}::text[], u.kind)`

export const territoryStore = (trx: Trx): TerritoryStore => ({
  async unit(code, on) {
    const { rows } = await sql<UnitRow>`
      select u.* from units u where u.code = ${code} and ${inForce(on)}`.execute(trx)
    return rows[0] ? unitOf(rows[0]) : null
  },
  async lineage(code, on) {
    return (await lineages(trx, [code], on)).get(code) ?? []
  },
  async children(code, on) {
    const { rows } = await sql<UnitRow>`
      select u.* from units u where ${code === null ? sql`u.parent is null` : sql`u.parent = ${code}`} and ${inForce(on)}
      order by u.code`.execute(trx)
    return rows.map(unitOf)
  },
  subtree: (code, on) => subtree(trx, code, on),
  async history(code) {
    const { rows } = await sql<UnitRow>`
      select u.* from units u where u.code = ${code} order by u.valid_from nulls first`.execute(trx)
    return rows.map(unitOf)
  },
  search: (words, on, limit) => search(trx, words, on, limit),
  async office(id) {
    const code = unitOfOffice(id)
    if (code === undefined) return officeOfBody(id)
    const { rows } = await sql<UnitRow>`
      select u.* from units u where u.code = ${code} order by u.valid_from desc nulls last limit 1`.execute(
      trx,
    )
    const at = rows.map(unitOf)
    return [...at.flatMap(officesOf), ...at.map(councilOf)].find((office) => office?.id === id) ?? null
  },
  async officesBelow(code, on) {
    return (await subtree(trx, code, on)).flatMap(officesOf)
  },
  async holder(office, on) {
    const row = await trx
      .selectFrom('holders')
      .selectAll()
      .where('office', '=', office)
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
      .orderBy('acting', 'desc')
      .orderBy('valid_from', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? holderOf(row) : null
  },
  async holders(office) {
    const rows = await trx
      .selectFrom('holders')
      .selectAll()
      .where('office', '=', office)
      .orderBy('valid_from', 'desc')
      .orderBy('acting')
      .execute()
    return rows.map(holderOf)
  },
  async addHolder({ office, name, acting, from, to }) {
    const added = await trx
      .insertInto('holders')
      .values({
        office,
        name_kk: name.kk,
        name_ru: name.ru,
        name_en: name.en,
        acting,
        valid_from: from,
        valid_to: to,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },
  async endHolder(office, to, acting) {
    await trx
      .updateTable('holders')
      .set({ valid_to: to })
      .where('office', '=', office)
      .where('valid_to', 'is', null)
      .where('acting', 'in', acting ? [true, false] : [false])
      .execute()
  },
})

async function subtree(trx: Trx, code: UnitCode, on: LocalDate): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`
    with recursive below as (
      select u.*, 0 as depth from units u where u.code = ${code} and ${inForce(on)}
      union all
      select u.*, b.depth + 1 from below b join units u on u.parent = b.code and ${inForce(on)}
    )
    select * from below order by depth, code`.execute(trx)
  return rows.map(unitOf)
}

/** For each unit its chain, itself first, up to its region. */
async function lineages(trx: Trx, codes: readonly UnitCode[], on: LocalDate): Promise<Map<UnitCode, Unit[]>> {
  const { rows } = await sql<UnitRow & { start: UnitCode }>`
    with recursive above as (
      select u.code as start, u.*, 0 as height from units u where u.code = any(${codes}) and ${inForce(on)}
      union all
      select a.start, u.*, a.height + 1 from above a join units u on u.code = a.parent and ${inForce(on)}
    )
    select * from above order by start, height`.execute(trx)
  const chains = new Map<UnitCode, Unit[]>()
  for (const row of rows) chains.set(row.start, [...(chains.get(row.start) ?? []), unitOf(row)])
  return chains
}

async function search(
  trx: Trx,
  typed: string,
  on: LocalDate,
  limit: number,
): ReturnType<TerritoryStore['search']> {
  const query = readNameQuery(typed)
  if (query.words.length === 0) return []
  const beginsWith = (word: string) => sql`select w.unit from unit_words w where w.word like ${`${word}%`}`
  const everyWord = sql.join(query.words.map(beginsWith), sql` intersect `)
  // What was typed in whole comes first, then the kind that was typed, then places with an akim.
  const { rows } = await sql<UnitRow>`
    select u.* from units u
    where u.id in ((${everyWord}) union ${beginsWith(query.joined)}) and ${inForce(on)}
    order by case when ${query.whole} = any(u.whole_keys) then 0
                  when ${query.joined} = any(u.whole_keys) then case when u.kind = any(${query.kinds}) then 1 else 2 end
                  when u.kind = any(${query.kinds}) then 3 else 4 end,
             ${query.plain} = any(u.plain_keys) desc,
             exists (select from unnest(u.plain_keys) key where starts_with(key, ${query.plain})) desc,
             u.has_akim desc, ${order}, u.short_kk, u.code
    limit ${limit}`.execute(trx)
  return placesOf(trx, rows, on)
}

/** Units with what stands above each on the day. */
export async function placesOf(
  trx: Trx,
  rows: readonly UnitRow[],
  on: LocalDate,
): Promise<{ unit: Unit; above: Unit[] }[]> {
  const above = await lineages(
    trx,
    rows.map(({ code }) => code),
    on,
  )
  return rows.map((row) => ({ unit: unitOf(row), above: (above.get(row.code) ?? []).slice(1) }))
}

export const unitOf = (row: UnitRow): Unit => ({
  code: row.code,
  parent: row.parent,
  kind: row.kind,
  name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
  short: { kk: row.short_kk, ru: row.short_ru, en: row.short_en },
  hasAkim: row.has_akim,
  from: row.valid_from,
  to: row.valid_to,
})

export const holderOf = (row: TerritoryTables['holders']): Holder => ({
  office: row.office as Holder['office'],
  name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
  acting: row.acting,
  from: row.valid_from,
  to: row.valid_to,
})
