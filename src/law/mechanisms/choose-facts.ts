// Which facts answer a rule: the selection of the YAML, made into one predicate.
import type { Day } from '../days.ts'
import { type Fact, type FactType, hasMember } from '../fact.ts'
import type { FactsRule } from '../rule.ts'
import {
  type Bearer,
  type Meeting,
  type Placed,
  type World,
  meetingFacts,
  officeFacts,
  publicFacts,
} from '../world.ts'

type Fits = (fact: Fact, bearer: Bearer, meeting: Meeting | null) => boolean

export type Choice = {
  readonly types: readonly FactType[]
  /** Null: every fact of the types fits. */
  readonly fits: Fits | null
  /** Whose facts are looked through: the meeting's, those of the bearer's office, or nobody's in particular. */
  readonly among: 'meeting' | 'office' | 'public'
}

type Members = { readonly [name: string]: unknown }

export const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''

export function choose(rule: FactsRule): Choice {
  const tests: Fits[] = []
  const { channel, where, contains, filled, absent, own_unit, region_of_meeting, by_bearer } = rule
  if (channel) {
    const channels = new Set<unknown>(channel)
    tests.push((fact) => channels.has((fact as Members)['channel']))
  }
  for (const [name, value] of Object.entries(where ?? {}))
    tests.push((fact) => (fact as Members)[name] === value)
  for (const [name, words] of Object.entries(contains ?? {}))
    tests.push((fact) => {
      const list = (fact as Members)[name]
      return Array.isArray(list) && words.every((word) => list.includes(word))
    })
  for (const name of filled ?? []) tests.push((fact) => !isBlank((fact as Members)[name]))
  for (const name of absent ?? []) tests.push((fact) => (fact as Members)[name] === undefined)
  if (own_unit) tests.push((fact, bearer) => (fact as Members)[own_unit] === bearer.unit?.code)
  if (region_of_meeting)
    tests.push((fact, _, meeting) => (fact as Members)[region_of_meeting] === meeting?.unit?.region.code)
  if (by_bearer) tests.push((fact, bearer) => (fact as Members)['office'] === bearer.id)
  const [only] = tests
  return {
    types: rule.types,
    fits:
      tests.length <= 1
        ? (only ?? null)
        : (fact, bearer, meeting) => tests.every((test) => test(fact, bearer, meeting)),
    among: hasMember(rule.types[0]!, 'meeting')
      ? 'meeting'
      : hasMember(rule.types[0]!, 'office')
        ? 'office'
        : 'public',
  }
}

/** Whether a fact lies before a meeting: an earlier day, or the same day unless the clock says otherwise. */
export const isBefore = (placed: Placed, meeting: Meeting): boolean =>
  placed.day < meeting.day ||
  (placed.day === meeting.day &&
    !(placed.minute >= 0 && meeting.start >= 0 && placed.minute >= meeting.start))

const sooner = (a: Placed | null, b: Placed): Placed => (a && a.day <= b.day ? a : b)

type Known = { readonly world: World; readonly asOf: Day }

function listOf(
  choice: Choice,
  world: World,
  bearer: Bearer,
  meeting: Meeting | null,
  type: FactType,
): readonly Placed[] {
  if (choice.among === 'meeting') return meeting ? meetingFacts(meeting, type) : []
  return choice.among === 'office' ? officeFacts(world, bearer.id, type) : publicFacts(world, type)
}

/** The first fact known by `asOf`, not earlier than `from`, that fits and passes `also`. */
export function firstFact(
  choice: Choice,
  { world, asOf }: Known,
  bearer: Bearer,
  meeting: Meeting | null,
  from: Day = -Infinity,
  also: ((placed: Placed) => boolean) | null = null,
): Placed | null {
  let found: Placed | null = null
  for (const type of choice.types)
    for (const placed of listOf(choice, world, bearer, meeting, type)) {
      if (placed.day > asOf) break
      if (placed.day < from) continue
      if (choice.fits && !choice.fits(placed.fact, bearer, meeting)) continue
      if (also && !also(placed)) continue
      found = sooner(found, placed)
      break
    }
  return found
}

export const firstBefore = (choice: Choice, q: Known, bearer: Bearer, meeting: Meeting): Placed | null =>
  firstFact(choice, q, bearer, meeting, -Infinity, (placed) => isBefore(placed, meeting))

export const firstOfPeriod = (
  choice: Choice,
  q: Known,
  bearer: Bearer,
  period: string,
  from: Day = -Infinity,
): Placed | null =>
  firstFact(choice, q, bearer, null, from, (placed) => (placed.fact as Members)['period'] === period)

/** All facts known by `asOf`, not earlier than `from`, that fit; type by type in order of time. */
export function allFacts(
  choice: Choice,
  { world, asOf }: Known,
  bearer: Bearer,
  meeting: Meeting | null,
  from: Day = -Infinity,
): Placed[] {
  const found: Placed[] = []
  for (const type of choice.types)
    for (const placed of listOf(choice, world, bearer, meeting, type))
      if (
        placed.day <= asOf &&
        placed.day >= from &&
        (!choice.fits || choice.fits(placed.fact, bearer, meeting))
      )
        found.push(placed)
  return found
}
