import { type Generated, sql } from 'kysely'
import type { Instant } from '#kernel'
import type { Border, MapStore, Outline, UnitCode, UnitPoint } from '#territory'
import type { Trx } from './tables.ts'

export type MapTables = {
  unit_points: {
    unit: UnitCode
    latitude: number
    longitude: number
    source: string
    imported_at: Generated<Instant>
  }
  unit_borders: { unit: UnitCode; outline: Outline; source: string; imported_at: Generated<Instant> }
}

export const mapStore = (trx: Trx): MapStore => ({
  async claim() {
    await sql`select pg_advisory_xact_lock(hashtext('kezdesu.map'))`.execute(trx)
  },
  async points(units) {
    if (units.length === 0) return new Map()
    const { rows } = await sql<MapTables['unit_points']>`
      select * from unit_points where unit = any(${units})`.execute(trx)
    return new Map(
      rows.map(({ unit, latitude, longitude, source }): [UnitCode, UnitPoint] => [
        unit,
        { unit, point: { latitude, longitude }, source },
      ]),
    )
  },
  async keepPoints(points) {
    const json = JSON.stringify(points.map(({ unit, point, source }) => ({ unit, ...point, source })))
    await sql`
      insert into unit_points (unit, latitude, longitude, source)
      select * from jsonb_to_recordset(${json}::jsonb)
        as t(unit text, latitude double precision, longitude double precision, source text)
      on conflict (unit) do update set latitude = excluded.latitude, longitude = excluded.longitude,
        source = excluded.source, imported_at = clock_timestamp()`.execute(trx)
  },
  async borders(units) {
    if (units.length === 0) return []
    const { rows } = await sql<MapTables['unit_borders']>`
      select * from unit_borders where unit = any(${units}) order by unit`.execute(trx)
    return rows.map(({ unit, outline, source }): Border => ({ unit, outline, source }))
  },
  async keepBorders(borders) {
    await sql`
      insert into unit_borders (unit, outline, source)
      select * from jsonb_to_recordset(${JSON.stringify(borders)}::jsonb) as t(unit text, outline jsonb, source text)
      on conflict (unit) do update set outline = excluded.outline, source = excluded.source,
        imported_at = clock_timestamp()`.execute(trx)
  },
  async forgetPoints(source) {
    await sql`delete from unit_points where source = ${source}`.execute(trx)
  },
  async forgetBorders(source) {
    await sql`delete from unit_borders where source = ${source}`.execute(trx)
  },
})
