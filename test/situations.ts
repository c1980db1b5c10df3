// Facts drawn at random from the table of fact types itself, crowded around the days when acts begin and end.
import * as fc from 'fast-check'
import { join } from 'node:path'
import { type LocalDate, dayNumber, fromDayNumber, localDate, periodOf, periodsOfYear } from '#kernel'
import { type Fact, type FactType, factShapes, factTypes, readActs } from '#law'

export const law = readActs(join(import.meta.dirname, '../acts'))
export const { territory, offices } = law.provision('A826-2.1.a')!.examples[0]!.given

const meetings = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
const clock = fc.constantFrom('00:30', '09:00', '12:00', '18:30', '23:30')
const pool = (words: readonly string[]) => fc.constantFrom(...words)
const some = (words: readonly string[]) =>
  fc.oneof(fc.constant([...words]), fc.uniqueArray(pool(words), { maxLength: 3 }))
const ids = pool(['i1', 'i2', 'd1', 'x1', 'k1'])
const codes = territory.map(({ code }) => code)
const officeIds = offices.map(({ id }) => id)
const lists: Record<string, readonly string[]> = {
  members: ['community-assembly', 'public-council'],
  categories: (
    'executive-heads prosecution internal-affairs maslikhat-deputies public-council intelligentsia ' +
    'parties opposition public-organisations government-members central-state-bodies national-companies'
  ).split(' '),
  grounds: ['sector-problems', 'local-issues'],
}

/** Months around which facts crowd, so that they meet: each act, its first and last weeks, both editions. */
export const eras = [
  '2013-10-20',
  '2014-02-15',
  '2016-01-20',
  '2022-03-20',
  '2022-12-20',
  '2023-05-10',
  '2023-12-25',
  '2024-05-10',
  '2025-02-01',
]

/** Arbitraries for the words of the fact table, near a day. */
function wordsNear(era: string): Record<string, fc.Arbitrary<unknown>> {
  const base = dayNumber(localDate(era))
  const year = Number(era.slice(0, 4))
  const near = fc.integer({ min: -40, max: 70 }).map((days) => fromDayNumber(base + days))
  const periods = (kind: 'year' | 'half-year' | 'quarter') =>
    pool([year, year + 1].flatMap((one) => periodsOfYear(one, kind)).concat(periodOf(localDate(era), kind)))
  return {
    at: fc.oneof(
      { weight: 3, arbitrary: near },
      { weight: 1, arbitrary: fc.tuple(near, clock).map(([d, c]) => `${d}T${c}:00Z`) },
    ),
    day: near,
    id: ids,
    ids: fc.uniqueArray(ids, { maxLength: 4 }),
    code: pool(codes),
    codes: some(codes),
    slug: pool(['health', 'transport']),
    text: pool(['', 'a reason', '12']),
    flag: fc.boolean(),
    clock,
    minutes: fc.integer({ min: 1, max: 90 }),
    year: periods('year'),
    half: periods('half-year'),
    quarter: periods('quarter'),
    'year-or-half': fc.oneof(periods('year'), periods('half-year')),
    'plan-lines': fc.array(
      fc.record({ deadline: pool(['2024-09-01', '2025']), executor: pool(['someone', ' ']) }),
      { maxLength: 2 },
    ),
    'list-lines': fc.array(fc.record({ solution: pool(['a road', '']), progress: pool(['done', '']) }), {
      maxLength: 2,
    }),
  }
}

function member(
  name: string,
  word: unknown,
  near: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  if (name === 'office') return pool(officeIds)
  if (name === 'offices') return fc.uniqueArray(pool(officeIds), { maxLength: 6 })
  if (name === 'meeting') return pool(meetings)
  if (name === 'status') return pool(['held', 'held', 'held', 'planned', 'cancelled', 'moved'])
  if (name === 'held_by')
    return pool(['holder', 'holder', 'holder', 'holder', 'acting', 'deputy', 'department-chair'])
  if (word === 'words') return some(lists[name]!)
  if (typeof word === 'string') return near[word]!
  return Array.isArray(word) ? pool(word) : some((word as { list: string[] }).list)
}

function factOf(type: FactType, near: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fact> {
  const optional = new Set<string>()
  const record: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type) }
  for (const [name, word] of Object.entries(factShapes[type] as Record<string, unknown>)) {
    const bare = name.replace('?', '')
    record[bare] = member(bare, word, near)
    if (bare !== name && bare !== 'body') optional.add(bare)
  }
  // These must agree with another member; the boundary has its own tests.
  for (const name of type === 'channel-unavailable'
    ? ['to']
    : type === 'meeting'
      ? ['visit_from', 'visit_to']
      : [])
    delete record[name]
  const requiredKeys = Object.keys(record).filter((name) => !optional.has(name))
  return fc.record(record, { requiredKeys }).map((fact) => fact as unknown as Fact)
}

export type Situation = { readonly facts: Fact[]; readonly more: Fact; readonly asOf: LocalDate }

/**
 * Six meetings and what crowds around them, of these types, in one of these eras; one fact more; the day of the
 * question. Ids are made unique, as the boundary wants them.
 */
export const situationOf = (
  types: readonly FactType[] = factTypes,
  among: readonly string[] = eras,
): fc.Arbitrary<Situation> =>
  fc.constantFrom(...among).chain((era) => {
    const near = wordsNear(era)
    const meeting = factOf('meeting', near).map(
      (fact) => ({ held_by: 'holder', report: true, ...fact }) as unknown as Fact,
    )
    const other = fc.oneof(...types.filter((type) => type !== 'meeting').map((type) => factOf(type, near)))
    const asOf = fc
      .integer({ min: -20, max: 260 })
      .map((days) => fromDayNumber(dayNumber(localDate(era)) + days))
    const held = fc.tuple(...meetings.map((id) => meeting.map((fact) => ({ ...fact, id }) as Fact)))
    return fc
      .tuple(held, fc.array(other, { minLength: 40, maxLength: 250, size: 'max' }), other, asOf)
      .map(([held, others, more, asOf]) => ({ facts: unique([...held, ...others]), more, asOf }))
  })

export const situation = situationOf()

/** The first of each id. */
export function unique(all: readonly Fact[]): Fact[] {
  const seen = new Set<string>()
  return all.filter((fact) => {
    const { id } = fact as { id?: string }
    return id === undefined || (!seen.has(id) && seen.add(id))
  })
}
