// Which unit an area of a map is: by its code, otherwise by its name within its region.
import type { NamedArea } from './read-borders.ts'
import { nameKeys, readNameQuery } from './name-query.ts'
import { type Unit, type UnitCode, isRegion } from './unit.ts'

export type Match = { readonly area: NamedArea; readonly unit: Unit; readonly by: 'code' | 'name' }

export type MatchReason =
  | { code: 'no-such-unit' }
  | { code: 'several-units'; units: readonly UnitCode[] }
  | { code: 'drawn-before'; place: number }

export type Unmatched = { readonly area: NamedArea; readonly reason: MatchReason }

/** Names stand for units that a map of the country or of a region shows, never for a village that is called the same. */
const drawn = ['oblast', 'republican-city', 'capital', 'district', 'oblast-city', 'city-district'] as const

/** Finds the unit of each area among these of one day. */
export function matchAreas(
  areas: readonly NamedArea[],
  units: readonly Unit[],
): { matched: Match[]; unmatched: Unmatched[] } {
  const byCode = new Map<string, Unit>(units.map((unit) => [unit.code, unit]))
  const named = units
    .filter(({ kind }) => (drawn as readonly string[]).includes(kind))
    .map((unit) => ({ unit, keys: new Set(nameKeys(unit).whole), region: regionOf(unit, byCode) }))
  const answering = (name: string, among: typeof named): typeof named => {
    const { whole, joined, kinds } = readNameQuery(name)
    const exact = among.filter(({ keys }) => keys.has(whole))
    if (exact.length > 0) return exact
    return among.filter(
      ({ unit, keys }) => keys.has(joined) && (kinds.length === 0 || kinds.includes(unit.kind)),
    )
  }
  const regionsCalled = (name: string) =>
    new Set(
      answering(
        name,
        named.filter(({ unit }) => isRegion(unit.kind)),
      ).map(({ unit }) => unit.code),
    )

  const matched: Match[] = []
  const unmatched: Unmatched[] = []
  const drawnBy = new Map<UnitCode, NamedArea>()
  for (const area of areas) {
    const coded = area.code === null ? undefined : byCode.get(area.code)
    const found = coded ? [coded] : candidates(area)
    const [unit] = found
    const before = unit && drawnBy.get(unit.code)
    if (!unit) unmatched.push({ area, reason: { code: 'no-such-unit' } })
    else if (found.length > 1)
      unmatched.push({ area, reason: { code: 'several-units', units: found.map(({ code }) => code) } })
    else if (before) unmatched.push({ area, reason: { code: 'drawn-before', place: before.place } })
    else {
      drawnBy.set(unit.code, area)
      matched.push({ area, unit, by: coded ? 'code' : 'name' })
    }
  }
  return { matched, unmatched }

  function candidates({ names, region }: NamedArea): Unit[] {
    const regions =
      region === null ? null : byCode.has(region) ? new Set([region as UnitCode]) : regionsCalled(region)
    const among = named.filter(({ unit, region: own }) =>
      regions === null ? true : regions.has(own) && unit.code !== own,
    )
    // The first name that says anything decides; the others may be of another time or language.
    for (const name of names) {
      const found = answering(name, among)
      if (found.length > 0) return found.map(({ unit }) => unit)
    }
    return []
  }
}

function regionOf(unit: Unit, byCode: ReadonlyMap<string, Unit>): UnitCode {
  let top = unit
  for (let above = byCode.get(top.parent ?? ''); above; above = byCode.get(top.parent ?? '')) top = above
  return top.code
}
