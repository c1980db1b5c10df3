// What must hold for any facts whatever: they are drawn from the table of fact types itself.
import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayNumber, fromDayNumber, localDate } from '#kernel'
import { law, offices, situation, territory } from '../../test/situations.ts'
import {
  type Fact,
  type Verdict,
  evaluate,
  explain,
  prepareWorld,
  readActs,
  readFacts,
  replay,
} from './index.ts'

type Judging = (given: readonly Fact[], asOf: string, horizon?: string) => Verdict[]
const judge: Judging = (given, asOf, horizon) =>
  evaluate(law, prepareWorld({ territory, offices, facts: given }), {
    asOf: localDate(asOf),
    horizon: horizon === undefined ? undefined : localDate(horizon),
  })
const keyOf = ({ norm, bearer, subject, period }: Verdict) => [norm, bearer, subject, period].join(' ')
const withoutProof = (verdicts: readonly Verdict[]) =>
  verdicts.map((verdict) => ({ ...verdict, proof: [] })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const orderIsNothing = (judge: Judging) =>
  fc.property(situation, fc.infiniteStream(fc.nat()), ({ facts: given, asOf }, random) => {
    const shuffled = given
      .map((fact) => [random.next().value as number, fact] as const)
      .sort(([a], [b]) => a - b)
      .map(([, fact]) => fact)
    expect(withoutProof(judge(shuffled, asOf))).toEqual(withoutProof(judge(given, asOf)))
  })

const othersAreNothing = (judge: Judging) =>
  fc.property(situation, ({ facts: given, more, asOf }) => {
    const elsewhere = {
      ...more,
      ...('office' in more ? { office: 'nobody' } : {}),
      ...('meeting' in more ? { meeting: 'm9' } : {}),
    }
    const later = 'at' in more ? [{ ...more, id: undefined, at: '2099-01-01' }] : []
    const strange = 'office' in more || 'meeting' in more ? [elsewhere] : []
    const added = [...given, ...(later as Fact[]), ...(strange as Fact[])]
    expect(judge(added, asOf)).toEqual(judge(given, asOf))
  })

const resultsAreSound = (judge: Judging) =>
  fc.property(situation, ({ facts: given, asOf }) => {
    const verdicts = judge(given, asOf)
    expect(new Set(verdicts.map(keyOf)).size).toBe(verdicts.length)
    for (const { due, dueStrict, verdict, missing, reason } of verdicts) {
      if (due !== null) expect(dueStrict! <= due).toBe(true)
      expect(verdict === 'unknown').toBe(missing.length > 0)
      expect(verdict === 'excused' || verdict === 'not-applicable').toBe(reason !== null)
    }
  })

const horizonOnlyAdds = (judge: Judging) =>
  fc.property(situation, ({ facts: given, asOf }) => {
    const horizon = fromDayNumber(dayNumber(asOf) + 400)
    const seen = judge(given, asOf, horizon)
    expect(withoutProof(seen.filter(({ marks }) => !marks.includes('upcoming')))).toEqual(
      withoutProof(judge(given, asOf)),
    )
  })

/** Only the first record of each type at a meeting is looked at. */
const firstRecorded: Judging = (given, asOf) => {
  const seen = new Set<string>()
  const first = given.filter((fact) => {
    const key = 'meeting' in fact ? `${fact.type} ${fact.meeting}` : null
    return key === null || (!seen.has(key) && seen.add(key))
  })
  return judge(first, asOf)
}
const foresighted: Judging = (given, asOf) =>
  judge(
    given.map((fact) => ('at' in fact && fact.at > asOf ? { ...fact, at: asOf } : fact)),
    asOf,
  )
const strictSwapped: Judging = (...asked) =>
  judge(...asked).map((verdict) => ({ ...verdict, due: verdict.dueStrict, dueStrict: verdict.due }))

const quick = { numRuns: 80 }

describe('for any facts', () => {
  test('they are varied enough to be worth drawing: nearly every norm is judged, most are met and missed', () => {
    const seen = new Map<string, Set<string>>()
    for (const { facts, asOf } of fc.sample(situation, { numRuns: 400, seed: 1 }))
      for (const { norm, verdict } of judge(facts, asOf)) {
        const words = seen.get(norm) ?? new Set()
        seen.set(norm, words.add(verdict))
      }
    const norms = [...law.norms.keys()]
    expect(norms.filter((norm) => !seen.has(norm)).length).toBeLessThan(3)
    const told = (word: string) => norms.filter((norm) => seen.get(norm)?.has(word)).length
    expect(told('met')).toBeGreaterThan(90)
    expect(told('boundary')).toBeGreaterThan(3)
    expect(told('missed')).toBeGreaterThan(95)
    expect(told('unknown')).toBeGreaterThan(70)
  })

  test('the generator makes facts that the boundary takes', () =>
    fc.assert(
      fc.property(situation, ({ facts }) => readFacts(facts).ok),
      quick,
    ))

  test('their order does not matter', () => fc.assert(orderIsNothing(judge), quick))

  test('a fact from elsewhere, or from later than the question, changes nothing', () =>
    fc.assert(othersAreNothing(judge), quick))

  test('a key occurs once, the strict day is never later, what is unknown says what is missing', () =>
    fc.assert(resultsAreSound(judge), quick))

  test('every derivation replays to its days and ends in its verdict', () =>
    fc.assert(
      fc.property(situation, fc.nat(), ({ facts: given, asOf }, seed) => {
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

  test('the years that can be asked for share all results out among them', () =>
    fc.assert(
      fc.property(situation, ({ facts: given, asOf }) => {
        const world = prepareWorld({ territory, offices, facts: given })
        const years = Array.from({ length: 18 }, (_, i) => 2011 + i)
        const parts = years.map((year) => evaluate(law, world, { asOf, year }))
        expect(withoutProof(parts.flat())).toEqual(withoutProof(evaluate(law, world, { asOf })))
        for (const [i, part] of parts.entries())
          expect(part.filter(({ period }) => period && !period.startsWith(String(years[i])))).toEqual([])
      }),
      { numRuns: 30 },
    ))

  test('a horizon only adds what is upcoming', () => fc.assert(horizonOnlyAdds(judge), quick))

  // Each property is asked of a law with one defect, and must find it.
  test.for<[string, (judge: Judging) => fc.IProperty<unknown>, Judging]>([
    ['the first record of a kind is taken for the first deed', orderIsNothing, firstRecorded],
    ['what comes later is known already', othersAreNothing, foresighted],
    ['the strict day is the lenient one', resultsAreSound, strictSwapped],
    ['a result is told twice', resultsAreSound, (...asked) => [...judge(...asked), ...judge(...asked)]],
    [
      'what is to come is taken for what is',
      horizonOnlyAdds,
      (given, asOf, end) => judge(given, end ?? asOf),
    ],
  ])('control: %s', ([, property, broken]) => {
    expect(fc.check(property(broken), { ...quick, endOnFailure: true }).failed).toBe(true)
  })
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
