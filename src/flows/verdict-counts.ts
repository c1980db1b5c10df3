// How one norm is kept now: its verdicts in each region with a published calendar, counted.
import { type LocalDate, localDate, yearOf } from '#kernel'
import {
  type FactType,
  type Law,
  type NormId,
  type Provision,
  type VerdictKey,
  type VerdictWord,
  evaluate,
  isFactType,
  prepareWorld,
} from '#law'
import type { Office, Unit } from '#territory'
import { factOf } from './facts.ts'
import type { Stores } from './stores.ts'

export type RegionCount = {
  readonly region: Unit
  /** Akims' offices of the region, and how many of them have records that the norm looks at. */
  readonly offices: number
  readonly judged: number
  /** Duties by verdict as of the day, and one of each to look at. */
  readonly verdicts: ReadonlyMap<VerdictWord, { readonly count: number; readonly sample: VerdictKey }>
  /** Duties that come into being by the end of the year. */
  readonly upcoming: number
}

export type VerdictCounts = {
  readonly asOf: LocalDate
  readonly year: number
  readonly counted: readonly RegionCount[]
  /** Regions with a published calendar that were left out, because the bound was reached. */
  readonly left: number
}

/** A page is read in passing: so many akims' offices are judged for it and no more. */
const mostOffices = 1200

/**
 * Counts the verdicts on a norm in the year of `asOf`. Offices without a record are not judged: nothing recorded would
 * read as nothing done. `null` when the norm yields no verdicts.
 */
export async function countVerdicts(
  stores: Stores,
  law: Law,
  norm: NormId,
  asOf: LocalDate,
): Promise<VerdictCounts | null> {
  const provision = law.norms.get(norm)?.provision
  if (!provision) return null
  const year = yearOf(asOf)
  const types = typesRead(provision)
  const counted: RegionCount[] = []
  let left = 0
  let offices = 0
  for (const region of await stores.readings.children(null, asOf)) {
    if (!(await stores.readings.publishedYears(region.code)).includes(year)) continue
    if (offices > mostOffices) {
      left++
      continue
    }
    const count = await countRegion(stores, law, { norm, types, asOf, year }, region)
    offices += count.judged
    counted.push(count)
  }
  return { asOf, year, counted, left }
}

type Asked = {
  readonly norm: NormId
  readonly types: readonly FactType[]
  readonly asOf: LocalDate
  readonly year: number
}

async function countRegion(
  stores: Stores,
  law: Law,
  { norm, types, asOf, year }: Asked,
  region: Unit,
): Promise<RegionCount> {
  const units = await stores.territory.subtree(region.code, asOf)
  const offices = (await stores.territory.officesBelow(region.code, asOf)).filter(isAkim)
  const entries = await stores.journal.entries({ offices: offices.map(({ id }) => id), types })
  const recorded = new Set(entries.map(({ office }) => office))
  const judged = offices.filter(({ id }) => recorded.has(id))
  const world = prepareWorld({ territory: units, offices: judged, facts: entries.map(factOf) })
  const verdicts = new Map<VerdictWord, { count: number; sample: VerdictKey }>()
  let upcoming = 0
  const horizon = localDate(`${year}-12-31`)
  for (const one of evaluate(law, world, { asOf, horizon, year, norms: [norm] })) {
    if (one.marks.includes('upcoming')) {
      upcoming++
      continue
    }
    const known = verdicts.get(one.verdict)
    if (known) known.count++
    else verdicts.set(one.verdict, { count: 1, sample: one })
  }
  return { region, offices: offices.length, judged: judged.length, verdicts, upcoming }
}

const isAkim = ({ post }: Office): boolean => post !== 'maslikhat'

/** What a rule may look at without naming it: the meetings themselves, their issues and what became of them. */
const unnamed: readonly FactType[] = [
  'meeting',
  'reception',
  'issue-raised',
  'issue-closed',
  'risk-identified',
  'channel-unavailable',
]

/** The types of facts that can matter to a provision. */
export const typesRead = ({ rule }: Pick<Provision, 'rule'>): FactType[] => [
  ...new Set([...unnamed, ...wordsIn(rule).filter(isFactType)]),
]

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : []
