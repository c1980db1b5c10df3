// What an office owes: its territory and its facts, judged by the law of the day.
import type { LocalDate } from '#kernel'
import type { Entry } from '#journal'
import { type Law, type Verdict, type World, evaluate, prepareWorld } from '#law'
import { type Office, type OfficeId, type Unit, type UnitCode, governmentOffice } from '#territory'
import { factOf, statutory } from './facts.ts'
import type { Stores } from './stores.ts'

export type Duties = {
  readonly office: Office
  readonly world: World
  /** The units of that world, for their names. */
  readonly units: ReadonlyMap<UnitCode, Unit>
  /** The entries behind the facts, in the same order: what a verdict's `proof` points at. */
  readonly entries: readonly Entry[]
  readonly verdicts: readonly Verdict[]
}

/**
 * The verdicts on one office as of a day, and what will be owed until `horizon`.
 *
 * `null` when there is no such office.
 */
export async function dutiesOf(
  stores: Stores,
  law: Law,
  id: OfficeId,
  { asOf, horizon }: { asOf: LocalDate; horizon: LocalDate },
): Promise<Duties | null> {
  const office = await stores.territory.office(id)
  if (!office) return null
  const own = await stores.journal.entries({ office: id })
  // What lies before the Government was laid there by another office.
  const laid =
    id === governmentOffice
      ? (await stores.journal.entries({ types: ['schedule-submitted'] })).filter((one) => one.office !== id)
      : []
  const entries = statutory([...own, ...laid])
  const units = await unitsAround(stores, office, entries, asOf)
  const world = prepareWorld({ territory: units, offices: [office], facts: entries.map(factOf) })
  return {
    office,
    world,
    units: new Map(units.map((unit) => [unit.code, unit])),
    entries,
    verdicts: evaluate(law, world, { asOf, horizon }).filter(begunBy(firstYear(entries, asOf))),
  }
}

/**
 * The year from which this house knows what the office did: the year of its first fact.
 *
 * Earlier duties are not judged here. Nothing recorded would read as nothing done, and that would be untrue of an
 * office that joined later. A commission stands for years: the day of its order tells nothing of what else is known.
 */
const firstYear = (entries: readonly Entry[], asOf: LocalDate): number =>
  entries
    .filter(({ type }) => type !== 'commission-formed')
    .reduce((year, { at }) => Math.min(year, Number(at.slice(0, 4))), Number(asOf.slice(0, 4)))

/** Whether the last good day of a duty, or else its period, reaches into that year or a later one. */
const begunBy =
  (year: number) =>
  ({ due, period }: Verdict): boolean =>
    Number((due ?? period ?? '9999').slice(0, 4)) >= year

/** What decides on an office of the territory: the units above its own, its own, and those below; on a body: where it meets. */
async function unitsAround(
  stores: Stores,
  office: Office,
  entries: readonly Entry[],
  on: LocalDate,
): Promise<Unit[]> {
  if (!office.unit) {
    const places = entries.flatMap(({ type, payload }) =>
      type === 'meeting' ? [payload['unit'] as UnitCode] : [],
    )
    const chains = await Array.fromAsync(new Set(places), (code) => stores.territory.lineage(code, on))
    return [...new Map(chains.flat().map((unit) => [unit.code, unit])).values()]
  }
  const above = (await stores.territory.lineage(office.unit, on)).slice(1)
  return [...above, ...(await stores.territory.subtree(office.unit, on))]
}
