// What must hold for any facts whatever: they are drawn from the table of fact types itself.
import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromDayNumber, localDate, dayNumber } from '#kernel'
import {
  type Fact,
  type FactType,
  type Verdict,
  evaluate,
  explain,
  factShapes,
  factTypes,
  prepareWorld,
  readActs,
  readFacts,
  replay,
} from './index.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))
const { territory, offices } = law.provision('A826-2.1.a')!.examples[0]!.given

const meetings = ['m1', 'm2', 'm3', 'm4', 'm5']
const span = (from: string, to: string) =>
  fc.integer({ min: dayNumber(localDate(from)), max: dayNumber(localDate(to)) }).map(fromDayNumber)
const day = fc.oneof(
  span('2022-01-01', '2025-12-31'),
  span('2023-12-01', '2024-04-30'),
  span('2013-09-01', '2016-03-31'),
)
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
const at = fc.oneof(
  { weight: 3, arbitrary: day },
  { weight: 1, arbitrary: fc.tuple(day, clock).map(([d, c]) => `${d}T${c}:00Z`) },
)
const pool = (words: readonly string[]) => fc.constantFrom(...words)
const ids = pool(['i1', 'i2', 'd1', 'x1', 'k1'])
const byWord: Record<string, fc.Arbitrary<unknown>> = {
  at,
  day,
  id: ids,
  ids: fc.uniqueArray(ids, { maxLength: 3 }),
  code: pool(territory.map(({ code }) => code)),
  codes: fc.uniqueArray(pool(territory.map(({ code }) => code)), { maxLength: 4 }),
  slug: pool(['health', 'transport']),
  text: pool(['', ' ', 'a reason', '12']),
  words: fc.uniqueArray(
    pool([
      'community-assembly',
      'public-council',
      'parties',
      'opposition',
      'executive-heads',
      'sector-problems',
      'local-issues',
    ]),
    { maxLength: 4 },
  ),
  flag: fc.boolean(),
  clock,
  minutes: fc.integer({ min: 1, max: 180 }),
  year: pool(['2014', '2022', '2023', '2024', '2025']),
  half: pool(['2022-H2', '2023-H1', '2023-H2', '2024-H1', '2024-H2', '2025-H1']),
  quarter: pool(['2022-Q4', '2023-Q1', '2023-Q4', '2024-Q1', '2024-Q2']),
  'year-or-half': pool(['2023', '2024', '2024-H2', '2025-H1']),
  'plan-lines': fc.array(
    fc.record({ deadline: pool(['2024-09-01', '2025', '']), executor: pool(['someone', ' ']) }),
    { maxLength: 2 },
  ),
  'list-lines': fc.array(fc.record({ solution: pool(['a road', '']), progress: pool(['done', '']) }), {
    maxLength: 2,
  }),
}

function member(name: string, word: unknown): fc.Arbitrary<unknown> {
  if (name === 'office') return pool(offices.map(({ id }) => id))
  if (name === 'offices') return fc.uniqueArray(pool(offices.map(({ id }) => id)), { maxLength: 3 })
  if (name === 'meeting') return pool(meetings)
  if (typeof word === 'string') return byWord[word]!
  if (Array.isArray(word)) return pool(word)
  return fc.uniqueArray(pool((word as { list: string[] }).list), { maxLength: 3 })
}

function factArbitrary(type: FactType): fc.Arbitrary<Fact> {
  const members = Object.entries(factShapes[type] as Record<string, unknown>)
  const record: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type) }
  for (const [name, word] of members) record[name.replace('?', '')] = member(name.replace('?', ''), word)
  const requiredKeys = [
    'type',
    'body',
    ...members.map(([name]) => name).filter((name) => !name.endsWith('?')),
  ].filter((name) => name in record)
  if (type === 'channel-unavailable') delete record['to']
  if (type === 'issue-raised') record['body'] = byWord['slug']!
  return fc.record(record, { requiredKeys }).map((fact) => fact as unknown as Fact)
}

const meetingArbitrary = factArbitrary('meeting').map((fact) => {
  const { visit_from: _from, visit_to: _to, ...rest } = fact as unknown as Record<string, unknown>
  return { held_by: 'holder', ...rest, report: true } as unknown as Fact
})
const others = fc.oneof(...factTypes.filter((type) => type !== 'meeting').map(factArbitrary))

/** Five meetings and thirty facts around them; ids are made unique, so that the boundary would take them. */
const facts = fc
  .tuple(
    fc.tuple(...meetings.map((id) => meetingArbitrary.map((fact) => ({ ...fact, id }) as Fact))),
    fc.array(others, { minLength: 10, maxLength: 40 }),
  )
  .map(([held, rest]) => {
    const seen = new Set<string>()
    return [...held, ...rest].filter((fact) => {
      const { id } = fact as { id?: string }
      return id === undefined || (!seen.has(id) && seen.add(id))
    })
  })

const judge = (given: readonly Fact[], asOf: string, horizon?: string) =>
  evaluate(law, prepareWorld({ territory, offices, facts: given }), {
    asOf: localDate(asOf),
    horizon: horizon === undefined ? undefined : localDate(horizon),
  })
const keyOf = ({ norm, bearer, subject, period }: Verdict) => [norm, bearer, subject, period].join(' ')
const withoutProof = (verdicts: readonly Verdict[]) =>
  verdicts.map((verdict) => ({ ...verdict, proof: [] })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const quick = { numRuns: 80 }

describe('for any facts', () => {
  test('the generator makes facts that the boundary takes', () =>
    fc.assert(
      fc.property(facts, (given) => readFacts(given).ok),
      quick,
    ))

  test('their order does not matter', () =>
    fc.assert(
      fc.property(facts, day, fc.infiniteStream(fc.nat()), (given, asOf, random) => {
        const shuffled = given
          .map((fact) => [random.next().value as number, fact] as const)
          .sort(([a], [b]) => a - b)
          .map(([, fact]) => fact)
        expect(withoutProof(judge(shuffled, asOf))).toEqual(withoutProof(judge(given, asOf)))
      }),
      quick,
    ))

  test('a fact from elsewhere, or from later than the question, changes nothing', () =>
    fc.assert(
      fc.property(facts, others, day, (given, more, asOf) => {
        const elsewhere = {
          ...more,
          ...('office' in more ? { office: 'nobody' } : {}),
          ...('meeting' in more ? { meeting: 'm9' } : {}),
        }
        const later = 'at' in more ? [{ ...more, id: undefined, at: '2099-01-01' }] : []
        const strange = 'office' in more || 'meeting' in more ? [elsewhere] : []
        const added = [...given, ...(later as Fact[]), ...(strange as Fact[])]
        expect(judge(added, asOf)).toEqual(judge(given, asOf))
      }),
      quick,
    ))

  test('a key occurs once, the strict day is never later, what is unknown says what is missing', () =>
    fc.assert(
      fc.property(facts, day, (given, asOf) => {
        const verdicts = judge(given, asOf)
        expect(new Set(verdicts.map(keyOf)).size).toBe(verdicts.length)
        for (const { due, dueStrict, verdict, missing, reason } of verdicts) {
          if (due !== null) expect(dueStrict! <= due).toBe(true)
          expect(verdict === 'unknown').toBe(missing.length > 0)
          expect(verdict === 'excused' || verdict === 'not-applicable').toBe(reason !== null)
        }
      }),
      quick,
    ))

  test('every derivation replays to its days and ends in its verdict', () =>
    fc.assert(
      fc.property(facts, day, fc.nat(), (given, asOf, seed) => {
        const world = prepareWorld({ territory, offices, facts: given })
        const question = { asOf: localDate(asOf), horizon: localDate(fromDayNumber(dayNumber(asOf) + 200)) }
        const verdicts = evaluate(law, world, question)
        for (let i = 0; i < 30 && verdicts.length > 0; i++) {
          const verdict = verdicts[(seed + i * 7919) % verdicts.length]!
          const { derivation, ...again } = explain(law, world, verdict, question)!
          expect(again).toEqual(verdict)
          const replayed = replay(derivation)
          expect([keyOf(verdict), replayed.broken]).toEqual([keyOf(verdict), null])
          if (verdict.due !== null)
            expect([keyOf(verdict), replayed.due, replayed.dueStrict]).toEqual([
              keyOf(verdict),
              verdict.due,
              verdict.dueStrict,
            ])
          expect(derivation.at(-1)).toEqual({ step: 'verdict', verdict: verdict.verdict, asOf })
        }
      }),
      quick,
    ))

  test('a horizon only adds what is upcoming', () =>
    fc.assert(
      fc.property(facts, day, (given, asOf) => {
        const horizon = fromDayNumber(dayNumber(asOf) + 400)
        const seen = judge(given, asOf, horizon)
        expect(withoutProof(seen.filter(({ marks }) => !marks.includes('upcoming')))).toEqual(
          withoutProof(judge(given, asOf)),
        )
      }),
      quick,
    ))
})

test('the strict reading of a doubt, once taken, moves the day; the derivation tells what the lenient one gives', () => {
  const strict = readActs(join(import.meta.dirname, '../../acts'), {
    readings: { 'AMB-04': 'strict', 'AMB-02': 'strict' },
  })
  const given = law.provision('A826-3.4.d.1')!.examples[0]!.given
  const key = { norm: 'A826-3.4.d.1', bearer: 'district' as never, subject: 'm1', period: null }
  const found = explain(strict, prepareWorld(given), key, { asOf: given.asOf })!
  expect(found).toMatchObject({ due: '2024-04-17', dueStrict: '2024-04-17', verdict: 'late' })
  expect(replay(found.derivation)).toEqual({ due: '2024-04-17', dueStrict: '2024-04-17', broken: null })
  const reading = {
    step: 'reading',
    doubt: 'AMB-04',
    taken: 'strict',
    other: { reading: 'lenient', days: 1, day: '2024-04-18' },
  }
  expect(found.derivation).toContainEqual(reading)
  const calendar = law.provision('A826-2.1.agr')!.examples[2]!.given
  const agreed = { norm: 'A826-2.1.agr', bearer: 'oblast' as never, subject: null, period: '2023' as never }
  expect(explain(strict, prepareWorld(calendar), agreed, { asOf: calendar.asOf })).toMatchObject({
    due: '2023-01-14',
    dueStrict: '2023-01-14',
  })
})

test('control: a derivation whose count is off by one day is found broken', () => {
  const given = law.provision('A826-3.4.d.1')!.examples[0]!.given
  const world = prepareWorld(given)
  const key = { norm: 'A826-3.4.d.1', bearer: 'district' as never, subject: 'm1', period: null }
  const { derivation } = explain(law, world, key, { asOf: given.asOf })!
  expect(replay(derivation)).toEqual({ due: '2024-04-18', dueStrict: '2024-04-17', broken: null })
  const bent = derivation.map((step) =>
    step.step === 'count' ? { ...step, day: localDate('2024-04-19') } : step,
  )
  expect(replay(bent).broken).not.toBeNull()
})
