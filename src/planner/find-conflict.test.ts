import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#kernel'
import { aPlace, aProblem, aVisit, workdays } from './a-problem.ts'
import { type Demand, findConflict } from './find-conflict.ts'
import type { PlaceId, PlanProblem, VisitId } from './plan-problem.ts'
import { planYear } from './plan-year.ts'

const week = (monday: string) => ({ first: localDate(monday), last: addDays(localDate(monday), 6) })
const busy = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The words of the demands, in order. */
const words = (demands: readonly Demand[] | null) =>
  demands
    ?.map((demand) => {
      if (demand.code === 'limit') return `${demand.limit} ${demand.value}`
      if (demand.code === 'closed') return `closed ${demand.place ?? '*'} ${demand.reason}`
      return 'visit' in demand ? `${demand.code} ${demand.visit}` : demand.code
    })
    .toSorted()

/** An ordinary year of eight places in which `more` is planted; the one visit left out is asked about. */
function conflict(over: Partial<PlanProblem>, more: ReturnType<typeof aVisit>[]) {
  const usual = aProblem(busy, {
    places: busy.map((name, at) => aPlace(name, { latitude: 53 + at / 50, longitude: 69 })),
  })
  const problem = { ...usual, visits: [...usual.visits, ...more], ...over }
  const plan = planYear(problem)
  if (!plan.ok) throw new Error(plan.refusal.code)
  const left = plan.value.unplaced.map(({ visit }) => visit)
  expect(left.length).toBeGreaterThan(0)
  const from = process.cpuUsage()
  const found = words(findConflict(problem, left[0]!))
  const { user, system } = process.cpuUsage(from)
  expect((user + system) / 1000).toBeLessThan(1500)
  return found
}
const extra = (place: string, monday: string, over = {}) =>
  aVisit(place, week(monday), { id: `x${place}` as VisitId, ...over })

describe('a planted conflict is named, nothing beside it', () => {
  test('a flood through the whole period', () =>
    expect(
      conflict({ closed: [{ ...week('2027-03-01'), place: 'a' as PlaceId, reason: 'flood' }] }, [
        extra('a', '2027-03-01'),
      ]),
    ).toEqual(['closed a flood', 'visit xa']))
  test('a full week', () =>
    expect(
      conflict(
        { limits: { ...aProblem([]).limits, visitsPerDay: 1 } },
        ['a', 'b', 'c'].map((place) => extra(place, '2027-03-01')),
      ),
    ).toEqual(['tripDaysPerWeek 2', 'visit xa', 'visit xb', 'visit xc', 'visitsPerDay 1']))
  test('two visits closer than the gap', () =>
    expect(
      conflict({}, [extra('a', '2027-03-01'), extra('a', '2027-03-08', { id: 'y' as VisitId })]),
    ).toEqual(['gapDays 30', 'visit xa', 'visit y']))
  test('a promise before the notice', () =>
    expect(conflict({}, [extra('a', '2027-01-25', { latest: localDate('2027-01-27') })])).toEqual([
      'notice',
      'visit xa',
      'window xa',
    ]))
  test('a session and weekends', () =>
    expect(
      conflict(
        {
          working: workdays({ first: localDate('2027-01-01'), last: localDate('2027-12-31') }),
          closed: [
            { first: localDate('2027-03-01'), last: localDate('2027-03-05'), place: null, reason: 'session' },
          ],
        },
        [extra('a', '2027-03-01')],
      ),
    ).toEqual(['closed * session', 'visit xa', 'working']))
  test('a sitting longer than the hours', () =>
    expect(conflict({}, [extra('a', '2027-03-01', { minutes: 500 })])).toEqual(['hours', 'visit xa']))
  test('an announced visit to the same place', () => {
    const fixed = [{ visit: 'y' as VisitId, day: localDate('2027-03-10'), start: '10:00' }]
    expect(
      conflict({ fixed }, [extra('a', '2027-03-01'), extra('a', '2027-03-08', { id: 'y' as VisitId })]),
    ).toEqual(['fixed y', 'gapDays 30', 'visit xa'])
  })
})

test('control: where all fits no conflict is named', () =>
  expect(findConflict(aProblem(busy), 'a@2027-01-01' as VisitId)).toBeNull())
