// The demonstration register: the regions and one district, loaded at the first start of an empty house.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type RegisterRow, type RegisterUnit, unitsOf } from './kato.ts'
import { publishedRow } from './read-register.ts'
import type { RegisterStore } from './store.ts'
import { isUnitCode } from './unit.ts'

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

/**
 * Loads the demonstration into an empty register; no edition is recorded, so the first real one takes its place.
 *
 * Returns whether it was loaded: a register that holds any unit stays as it is.
 */
export async function loadDemonstration(
  stores: { register: RegisterStore },
  units: readonly RegisterUnit[],
): Promise<boolean> {
  await stores.register.claim()
  if ((await stores.register.openUnits()).length > 0) return false
  await stores.register.open(units.map((unit) => ({ ...unit, from: null, to: null })))
  return true
}
