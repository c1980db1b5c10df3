// Places at the bench by their codes: those to choose from, and those that somebody has named.
import type { Stores } from '#flows'
import { type Unit, type UnitCode, placesOf } from '#territory'
import type { Desk } from '../desk.ts'

/** A central body chooses among regions and districts; residents name villages, too. */
export async function benchUnits(
  { territory }: Stores,
  { office, here: { today } }: Pick<Desk, 'office' | 'here'>,
  named: readonly UnitCode[],
): Promise<ReadonlyMap<UnitCode, Unit>> {
  const places = await placesOf(territory, office.unit, today)
  const units = new Map(places.map((unit) => [unit.code, unit]))
  for (const code of named) {
    const unit = units.has(code) ? null : await territory.unit(code, today)
    if (unit) units.set(code, unit)
  }
  return units
}
