// What a planner is told and what the verdicts ask must be the same.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { evaluate, frequencyDemands, noticeDays, prepareWorld, readActs } from './index.ts'

const acts = join(import.meta.dirname, '../../acts')
const law = readActs(acts)
const { territory, offices } = law.provision('A826-2.1.a')!.examples[0]!.given
const world = prepareWorld({ territory, offices, facts: [] })

describe('frequency demands', () => {
  test.each([2014, 2023, 2024, 2026])(
    'those of %i are the visits the verdicts of that year will ask for',
    (year) => {
      const demanded = frequencyDemands(law, world, year).map(({ norm, office, unit, period, windowLast }) =>
        [norm, office, unit, period, windowLast].join(' '),
      )
      const judged = evaluate(law, world, { asOf: localDate(`${year}-12-31`) })
        .filter(
          ({ norm, period, subject, verdict }) =>
            subject !== null &&
            law.provision(norm)!.rule.kind === 'frequency' &&
            period!.startsWith(`${year}`) &&
            verdict !== 'not-applicable' &&
            !norm.startsWith('A863'),
        )
        .map(({ norm, bearer, subject, period, due }) => [norm, bearer, subject, period, due].join(' '))
      expect(demanded.sort()).toEqual(judged.sort())
      expect(demanded.length).toBeGreaterThan(5)
    },
  )

  test('the edition of the year decides: half-years in 2026, quarters in 2023', () => {
    const of = (year: number) =>
      frequencyDemands(law, world, year).filter(
        ({ office, unit }) => office === ('district' as never) && unit === '113030000',
      )
    expect(of(2023).map(({ norm, period }) => `${norm} ${period}`)).toEqual([
      'A826-2.1.c 2023-Q1',
      'A826-2.1.c 2023-Q2',
      'A826-2.1.c 2023-Q3',
      'A826-2.1.c 2023-Q4',
    ])
    expect(of(2026)).toEqual([
      {
        norm: 'A826E2-2.1.c',
        office: 'district',
        unit: '113030000',
        period: '2026-H1',
        atLeast: 1,
        form: 'visiting',
        windowFirst: '2026-01-01',
        windowLast: '2026-06-30',
      },
      {
        norm: 'A826E2-2.1.c',
        office: 'district',
        unit: '113030000',
        period: '2026-H2',
        atLeast: 1,
        form: 'visiting',
        windowFirst: '2026-07-01',
        windowLast: '2026-12-31',
      },
    ])
  })

  test('a unit that comes into being inside a period is not asked for in it', () => {
    const from = localDate('2026-03-01')
    const changed = prepareWorld({
      territory: territory.map((one) => (one.code === '113040000' ? { ...one, from } : one)),
      offices,
      facts: [],
    })
    const periods = frequencyDemands(law, changed, 2026)
      .filter(({ unit, office }) => unit === '113040000' && office === ('district' as never))
      .map(({ period }) => period)
    expect(periods).toEqual(['2026-H2'])
  })

  test('the literal reading of AMB-08 adds the villages inside okrugs', () => {
    const literal = readActs(acts, { readings: { 'AMB-08': 'literal' } })
    const units = (of: typeof law) =>
      [
        ...new Set(
          frequencyDemands(of, world, 2026)
            .filter(({ office }) => office === ('district' as never))
            .map(({ unit }) => unit),
        ),
      ].sort()
    expect(units(law)).toEqual(['113030000', '113040000', '113050000', '113070000'])
    expect(units(literal)).toEqual([
      '113030000',
      '113030100',
      '113030200',
      '113040000',
      '113050000',
      '113070000',
    ])
    expect(literal.provision('A826E2-2.1.c')!.doubts).toContainEqual({
      id: 'AMB-08',
      taken: 'literal',
      changes: ['literal'],
    })
  })

  test('a reading that nobody offers is refused', () => {
    expect(() => readActs(acts, { readings: { 'AMB-08': 'mild' } })).toThrow(/none of the readings of AMB-08/)
  })
})

test('notice: two weeks or one by the post of the holder, none where no act sets it', () => {
  const on = localDate('2026-04-01')
  expect(noticeDays(law, 'district-akim', on)).toEqual({ norm: 'A826-3.4.d.1', days: 14, strict: 15 })
  expect(noticeDays(law, 'city-district-akim', on)).toEqual({ norm: 'A826-3.4.d.2', days: 7, strict: 8 })
  expect(noticeDays(law, 'minister', on)).toBeUndefined()
  expect(noticeDays(law, 'district-akim', localDate('2014-04-01'))).toBeUndefined()
})
