// How one norm is kept now: its verdicts in a region with a published calendar, counted.
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
import { type Post, type Unit, type UnitCode, officesOf } from '#territory'
import { factOf } from './facts.ts'
import type { Stores } from './stores.ts'

export type RegionCount = {
  readonly region: Unit
  /** Offices that the norm speaks of, and how many of them have records that it looks at. */
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
  /** One region is counted at a time: a page is read in passing. `null` when none has a calendar. */
  readonly counted: RegionCount | null
  /** The other regions with a published calendar of the year. */
  readonly others: readonly Unit[]
}

/**
 * Counts the verdicts on a norm in the year of `asOf` in the region asked for, otherwise in the first.
 *
 * Offices without a record are not judged: nothing recorded would read as nothing done. `null` when the norm yields no
 * verdicts.
 */
export async function countVerdicts(
  stores: Stores,
  law: Law,
  norm: NormId,
  { asOf, region }: { asOf: LocalDate; region?: UnitCode | undefined },
): Promise<VerdictCounts | null> {
  const judged = law.norms.get(norm)
  if (!judged) return null
  const year = yearOf(asOf)
  const published: Unit[] = []
  for (const unit of await stores.readings.children(null, asOf))
    if ((await stores.readings.publishedYears(unit.code)).includes(year)) published.push(unit)
  const chosen = published.find(({ code }) => code === region) ?? published[0]
  const posts = new Set([...judged.norm.posts, ...(judged.judge.scope === 'meeting' ? judged.judge.of : [])])
  const asked = { norm, posts, types: typesRead(judged.provision), asOf, year }
  return {
    asOf,
    year,
    counted: chosen ? await countRegion(stores, law, asked, chosen) : null,
    others: published.filter((unit) => unit !== chosen),
  }
}

type Asked = {
  readonly norm: NormId
  readonly posts: ReadonlySet<Post>
  readonly types: readonly FactType[]
  readonly asOf: LocalDate
  readonly year: number
}

async function countRegion(
  stores: Stores,
  law: Law,
  { norm, posts, types, asOf, year }: Asked,
  region: Unit,
): Promise<RegionCount> {
  const units = await stores.territory.subtree(region.code, asOf)
  const offices = units.flatMap(officesOf).filter(({ post }) => posts.has(post))
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

/** What a rule looks at without naming it, by the word of the rule that asks for it. */
const implied: Readonly<Record<string, readonly FactType[]>> = {
  'meeting-or-reception': ['reception'],
  'meeting-or-visit-reception': ['reception'],
  'no-funding-needed': ['issue-raised'],
  'own-issues': ['issue-raised', 'issue-closed'],
  'central-issues': ['issue-raised', 'issue-closed'],
  'central-issue': ['issue-raised'],
  'central-list': ['issue-raised'],
  risk: ['risk-identified'],
  excused_if_closed: ['channel-unavailable'],
}

/** The types of facts that can matter to a provision; meetings tell of every office whether it is recorded here. */
export const typesRead = ({ rule }: Pick<Provision, 'rule'>): FactType[] => {
  const words = wordsIn(rule)
  return [
    ...new Set<FactType>([
      'meeting',
      ...words.filter(isFactType),
      ...words.flatMap((word) => implied[word] ?? []),
    ]),
  ]
}

/** Every text in it, the names of members included. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(wordsIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, held]) => [name, ...wordsIn(held)])
        : []
