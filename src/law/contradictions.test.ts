// Facts that contradict each other, come out of order or lie where no law and no unit is: each has one answer.
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { law, offices, territory } from '../../test/situations.ts'
import {
  type Fact,
  type Verdict,
  evaluate,
  factIntake,
  keepVerdicts,
  prepareWorld,
  readFacts,
} from './index.ts'

const meeting = (id: string, day: string, more: object = {}) => ({
  type: 'meeting',
  id,
  office: 'district',
  unit: '113030000',
  day,
  status: 'held',
  held_by: 'holder',
  form: 'visiting',
  in_calendar: true,
  ...more,
})
const notice = (at: string, of = 'm1') => ({ type: 'notice-published', meeting: of, channel: 'media', at })

type Given = { readonly territory?: readonly object[]; readonly year?: number }

/** The verdicts, after a check that any order of the facts gives the same. */
function judged(facts: readonly object[], asOf: string, { territory: units, year }: Given = {}): Verdict[] {
  const ask = (all: readonly object[]) =>
    evaluate(
      law,
      prepareWorld({
        territory: (units ?? territory) as typeof territory,
        offices,
        facts: all as unknown as Fact[],
      }),
      { asOf: localDate(asOf), year },
    )
  const found = ask(facts)
  const words = (verdicts: readonly Verdict[]) =>
    verdicts.map((one) => JSON.stringify({ ...one, proof: null })).sort()
  expect(words(ask(facts.toReversed()))).toEqual(words(found))
  return found
}
const of = (verdicts: readonly Verdict[], norm: string, subject?: string) =>
  verdicts.filter((one) => one.norm === norm && (subject === undefined || one.subject === subject))

describe('a meeting that is held and cancelled', () => {
  const [held, cancelled] = [
    meeting('m1', '2024-05-16'),
    meeting('m1', '2024-05-16', { status: 'cancelled' }),
  ]

  test('under one id is refused wherever facts come in', () => {
    expect(readFacts([held, cancelled])).toMatchObject({
      ok: false,
      refusal: { pointer: '/1/id', reason: 'used-twice' },
    })
    const intake = factIntake({ territory, offices })
    expect([intake.take(held), intake.take(cancelled)?.reason]).toEqual([undefined, 'used-twice'])
    const kept = keepVerdicts(
      law,
      { territory, offices, facts: [held as never] },
      { asOf: localDate('2024-12-31') },
    )
    expect(kept.change([{ add: cancelled as never }])).toMatchObject({ ok: false })
    expect(kept.ofMeeting('m1').length).toBeGreaterThan(30)
    expect(kept.change([{ correct: 0, to: cancelled as never }])).toMatchObject({ ok: true })
    expect(kept.ofMeeting('m1')).toEqual([])
  })

  test('a day that lies ahead is planned, whatever the record says', () => {
    const found = judged([held], '2024-05-01')
    expect(of(found, 'A826-3.2.a', 'm1')).toMatchObject([{ verdict: 'pending' }])
    expect(of(found, 'A826E2-2.1.c', '113030000').at(-1)).toMatchObject({
      period: '2024-H1',
      verdict: 'pending',
    })
  })
})

describe('acts recorded twice', () => {
  const calendar = (type: string, at: string) => ({ type, office: 'oblast', period: '2025', at })

  test('of two approvals the first counts, and it sets the day of the notification', () => {
    const notified = { ...calendar('maslikhat-notified', '2025-01-12'), body: '110000000', number: '7' }
    const found = judged(
      [calendar('calendar-approved', '2025-01-20'), calendar('calendar-approved', '2025-01-10'), notified],
      '2025-12-31',
      { year: 2025 },
    )
    const one = (norm: string) => found.filter(({ norm: of, bearer }) => of === norm && bearer === 'oblast')
    expect(one('A826-2.1.appr')).toMatchObject([{ verdict: 'met', done: '2025-01-10' }])
    expect(one('A826E2-2.1.agr')).toMatchObject([{ due: '2025-01-10', verdict: 'late', done: '2025-01-12' }])
  })

  test('a submission before the approval is none; one after it counts', () => {
    const submitted = (at: string) => calendar('calendar-submitted', at)
    const answer = (...facts: object[]) =>
      judged(facts, '2025-12-31', { year: 2025 }).find(
        ({ norm, bearer }) => norm === 'A826-2.2' && bearer === 'oblast',
      )
    expect(answer(submitted('2025-01-09'), calendar('calendar-approved', '2025-01-10'))).toMatchObject({
      verdict: 'missed',
    })
    expect(
      answer(submitted('2025-01-09'), calendar('calendar-approved', '2025-01-10'), submitted('2025-01-19')),
    ).toMatchObject({ verdict: 'met', done: '2025-01-19' })
  })

  test('of two decisions on a demand the last counts; on one day the refusal', () => {
    const demand = {
      type: 'demand-registered',
      id: 'd1',
      office: 'district',
      unit: '113030000',
      at: '2024-03-01',
    }
    const decided = (decision: string, at: string) => ({ type: 'demand-decided', demand: 'd1', decision, at })
    const answer = (...facts: object[]) =>
      of(judged([demand, ...facts], '2024-12-31'), 'A826-3.1.a')[0]?.verdict
    expect(answer(decided('refused', '2024-03-05'), decided('accepted', '2024-03-09'))).toBe('pending')
    expect(answer(decided('accepted', '2024-03-05'), decided('refused', '2024-03-09'))).toBe('missed')
    expect(answer(decided('accepted', '2024-03-05'), decided('refused', '2024-03-05'))).toBe('missed')
  })

  test('an issue closed before it was raised is not open', () => {
    const raised = { type: 'issue-raised', id: 'i1', meeting: 'm1', level: 'local' }
    const found = judged(
      [meeting('m1', '2024-05-16'), raised, { type: 'issue-closed', issue: 'i1', at: '2024-02-01' }],
      '2024-12-31',
    )
    expect(of(found, 'A826-3.5.d.1').map(({ period, reason }) => [period, reason])).toEqual([
      ['2024-Q2', 'no-open-issues'],
      ['2024-Q3', 'no-open-issues'],
      ['2024-Q4', 'no-open-issues'],
    ])
  })
})

describe('a meeting before its notice, results before their meeting', () => {
  test('the notice is no announcement: missed, and the meeting counts for no frequency', () => {
    const found = judged([meeting('m1', '2024-05-16'), notice('2024-05-17')], '2024-12-31')
    expect(of(found, 'A826-3.4.d.1', 'm1')).toMatchObject([{ verdict: 'missed', done: null }])
    expect(of(found, 'A826-3.4.c', 'm1')).toMatchObject([{ verdict: 'late', done: '2024-05-17' }])
    const visits = of(found, 'A826E2-2.1.c', '113030000').filter(({ period }) => period === '2024-H1')
    expect(visits).toMatchObject([{ verdict: 'missed' }])
  })

  test('what was published before the meeting are not its results', () => {
    const results = { type: 'results-published', meeting: 'm1', channel: 'media', at: '2024-05-10' }
    const found = judged([meeting('m1', '2024-05-16'), notice('2024-05-01'), results], '2024-12-31')
    expect(of(found, 'A826-3.5.c.1', 'm1')).toMatchObject([{ verdict: 'missed', due: '2024-05-26' }])
  })
})

describe('a unit that is not there', () => {
  test('in the register at all is refused with its member', () => {
    const intake = factIntake({ territory, offices })
    expect(intake.take(meeting('m1', '2024-05-16', { unit: '999999999' }))).toEqual({
      pointer: '/unit',
      reason: 'names-nothing',
      found: '"999999999"',
    })
  })

  test('on that day: the meeting has its own results, serves the units above, but the unit demanded none', () => {
    const units = territory.map((one) =>
      one.code === '113030000' ? { ...one, from: localDate('2024-07-01') } : one,
    )
    const facts = [
      meeting('m1', '2024-05-16'),
      notice('2024-05-01'),
      meeting('m2', '2024-05-17', { office: 'oblast' }),
      notice('2024-05-01', 'm2'),
    ]
    const found = judged(facts, '2025-01-15', { territory: units, year: 2024 })
    expect(of(found, 'A826-3.4.d.1', 'm1')).toMatchObject([{ verdict: 'met' }])
    expect(of(found, 'A826E2-2.1.c', '113030000').map(({ period, verdict }) => [period, verdict])).toEqual([
      ['2024-H2', 'missed'],
    ])
    expect(of(found, 'A826E2-2.1.a', '113000000')).toMatchObject([{ verdict: 'met', done: '2024-05-17' }])
  })
})

describe('days at the edges', () => {
  test('1990: no act was in force, so nothing was owed', () => {
    const facts = [meeting('m1', '1990-05-16'), notice('1990-05-01')]
    expect(judged(facts, '1990-12-31')).toEqual([])
    expect(of(judged(facts, '2024-12-31'), 'A826-3.4.d.1')).toEqual([])
    expect(judged(facts, '2024-12-31', { year: 1990 })).toEqual([])
  })

  test('2090: an act without an end still binds', () => {
    const facts = [meeting('m1', '2090-05-16'), notice('2090-05-01')]
    const found = judged(facts, '2090-12-31', { year: 2090 })
    expect(of(found, 'A826-3.4.d.1')).toMatchObject([{ due: '2090-05-02', verdict: 'met' }])
    expect(
      of(found, 'A826E2-2.1.c', '113030000').map(({ period, due, verdict }) => [period, due, verdict]),
    ).toEqual([
      ['2090-H1', '2090-06-30', 'met'],
      ['2090-H2', '2090-12-31', 'pending'],
    ])
    expect(new Set(found.map(({ period }) => period?.slice(0, 4)))).toEqual(new Set([undefined, '2090']))
  })

  test('29 February is a day in leap years only, and days are counted over it', () => {
    expect(readFacts([notice('2023-02-29')])).toMatchObject({
      refusal: { pointer: '/0/at', reason: 'not-a-day' },
    })
    const due = (day: string) => of(judged([meeting('m1', day)], '2025-12-31'), 'A826-3.4.d.1')[0]?.due
    expect(['2024-02-29', '2024-03-14', '2023-03-14', '2024-03-01'].map(due)).toEqual([
      '2024-02-15',
      '2024-02-29',
      '2023-02-28',
      '2024-02-16',
    ])
    const results = (day: string) => of(judged([meeting('m1', day)], '2025-12-31'), 'A826-3.5.c.1')[0]?.due
    expect(['2024-02-19', '2023-02-19', '2024-02-29'].map(results)).toEqual([
      '2024-02-29',
      '2023-03-01',
      '2024-03-10',
    ])
  })

  test('before 1 March 2024 an evening instant is another day in the east, since then the same day as by UTC+5', () => {
    const done = (day: string, at: string) =>
      of(judged([meeting('m1', day), notice(at)], day), 'A826-3.4.d.1')[0]?.done
    expect(done('2023-05-16', '2023-05-01T18:30:00Z')).toBe('2023-05-02')
    expect(done('2024-05-16', '2024-05-01T18:30:00Z')).toBe('2024-05-01')
    expect(done('2023-05-16', '2023-05-01T23:30:00+05:00')).toBe('2023-05-02')
  })
})
