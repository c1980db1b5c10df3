// The places that an office works with: what is told to it is about one of them.
import type { LocalDate } from '#kernel'
import type { TerritoryStore } from './store.ts'
import type { Unit, UnitCode } from './unit.ts'

/** The unit of an office and all below it; of a central body, which has none, each region with its districts and cities. */
export async function placesOf(
  territory: Pick<TerritoryStore, 'subtree' | 'children'>,
  unit: UnitCode | null,
  on: LocalDate,
): Promise<Unit[]> {
  if (unit !== null) return territory.subtree(unit, on)
  const places: Unit[] = []
  for (const region of await territory.children(null, on))
    places.push(region, ...(await territory.children(region.code, on)))
  return places
}
