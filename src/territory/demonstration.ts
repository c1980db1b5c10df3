// The demonstration register: the regions and one district, loaded at the first start of an empty house.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type RegisterRow, type RegisterUnit, unitsOf } from './kato.ts'
import { publishedRow } from './read-register.ts'
import type { Border, Position } from './border.ts'
import type { UnitPoint } from './point.ts'
import type { MapStore, RegisterStore } from './store.ts'
import { type UnitCode, isUnitCode } from './unit.ts'

/** Reads the demonstration's own format: `code: [Kazakh, Russian]`, nested as the units are. */
export function readDemonstration(path: string): RegisterUnit[] {
  const { units, refused } = unitsOf(rowsIn(path, parse(readFileSync(path, 'utf8')) as Branch))
  const [first] = refused
  if (first) throw new Error(`${path}: ${first.unit}: ${first.reason.code}`)
  return units
}

type Branch = { readonly [key: string]: Branch | readonly [string, string] }

const rowsIn = (file: string, branch: Branch): RegisterRow[] =>
  Object.entries(branch).flatMap(([key, value]): RegisterRow[] => {
    const [kk, ru] = Array.isArray(value) ? value : (((value as Branch)['name'] ?? []) as readonly string[])
    const own = isUnitCode(key) ? [{ file, line: 0, ...publishedRow(key, kk ?? '', ru ?? '') }] : []
    return Array.isArray(value) ? own : [...own, ...rowsIn(file, value as Branch)]
  })

/** How a map names the demonstration, so that nobody takes it for a survey. */
export const demonstrationSource = 'Kezdesu, demonstration'

export type DemonstrationMap = { readonly points: readonly UnitPoint[]; readonly borders: readonly Border[] }

/** Reads the points of the demonstration, and its borders from the corners that neighbours share. */
export function readDemonstrationMap(path: string): DemonstrationMap {
  const { points, corners, borders } = parse(readFileSync(path, 'utf8')) as {
    points: Record<UnitCode, readonly [number, number]>
    corners: Record<string, Position>
    borders: Record<UnitCode, readonly string[]>
  }
  const source = demonstrationSource
  return {
    points: Object.entries(points).map(([unit, [latitude, longitude]]) => ({
      unit: unit as UnitCode,
      point: { latitude, longitude },
      source,
    })),
    borders: Object.entries(borders).map(([unit, names]) => ({
      unit: unit as UnitCode,
      outline: [[[...names, names[0]!].map((name) => corners[name]!)]],
      source,
    })),
  }
}

/**
 * Loads the demonstration into an empty register; no edition is recorded, so the first real one takes its place.
 *
 * Returns whether it was loaded: a register that holds any unit stays as it is.
 */
export async function loadDemonstration(
  stores: { register: RegisterStore; map: MapStore },
  { units, map }: { units: readonly RegisterUnit[]; map: DemonstrationMap },
): Promise<boolean> {
  await stores.register.claim()
  if ((await stores.register.openUnits()).length > 0) return false
  await stores.register.open(units.map((unit) => ({ ...unit, from: null, to: null })))
  await stores.map.keepPoints(map.points)
  await stores.map.keepBorders(map.borders)
  return true
}
