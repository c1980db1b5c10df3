// What an office owes: its territory and its facts, judged by the law of the day.
import type { LocalDate } from '#kernel'
import type { Entry } from '#journal'
import { type Law, type Verdict, type World, evaluate, prepareWorld } from '#law'
import type { Office, OfficeId } from '#territory'
import { factOf, statutory } from './facts.ts'
import type { Stores } from './stores.ts'

export type Duties = {
  readonly office: Office
  readonly world: World
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
  const entries = statutory(await stores.journal.entries({ office: id }))
  const world = await worldOf(stores, office, entries, asOf)
  return { office, world, entries, verdicts: evaluate(law, world, { asOf, horizon }) }
}

/** The part of the world that decides on this office: its units up and down, itself, and its facts. */
async function worldOf(
  stores: Stores,
  office: Office,
  entries: readonly Entry[],
  on: LocalDate,
): Promise<World> {
  const above = office.unit ? (await stores.territory.lineage(office.unit, on)).slice(1) : []
  const below = office.unit ? await stores.territory.subtree(office.unit, on) : []
  return prepareWorld({ territory: [...above, ...below], offices: [office], facts: entries.map(factOf) })
}
