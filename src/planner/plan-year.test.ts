import { describe, expect, test } from 'vitest'
import { addDays, localDate, weekday } from '#kernel'
import { aPlace, aProblem, aVisit, halves2027, workdays, year2027 } from './a-problem.ts'
import { checkPlan } from './check-plan.ts'
import { type Plan, gapOf } from './plan.ts'
import type { PlaceId, PlanProblem, VisitId } from './plan-problem.ts'
import { planYear } from './plan-year.ts'

/** The plan of a problem that is one, passed by the independent checker. */
function planned(problem: PlanProblem): Plan {
  const plan = planYear(problem)
  if (!plan.ok) throw new Error(`refused: ${plan.refusal.code}`)
  expect(checkPlan(problem, plan.value)).toEqual([])
  return plan.value
}
const refusal = (problem: PlanProblem) => {
  const plan = planYear(problem)
  return plan.ok ? undefined : plan.refusal
}
const term = (plan: Plan, name: string) => plan.cost.terms.find((one) => one.name === name)!.amount
/** So many places on a grid, about 11 km apart, around the home. */
const villages = (count: number) => {
  const names = Array.from({ length: count }, (_, at) => `v${at}`)
  const side = Math.ceil(Math.sqrt(count))
  return aProblem(names, {
    home: { latitude: 53, longitude: 69 },
    places: names.map((name, at) =>
      aPlace(name, { latitude: 52.8 + 0.1 * Math.floor(at / side), longitude: 68.7 + 0.16 * (at % side) }),
    ),
  })
}
const week = (monday: string) => ({ first: localDate(monday), last: addDays(localDate(monday), 6) })

describe('an ordinary year', () => {
  test('60 places twice a year: all placed, evenly, in trips of neighbours, in bounded time', () => {
    const problem = villages(60)
    const from = process.cpuUsage()
    const plan = planned(problem)
    const { user, system } = process.cpuUsage(from)
    expect(plan.unplaced).toEqual([])
    expect(plan.dates.length).toBe(120)
    // Root mean square of the distance from an even gap, in days.
    expect(Math.sqrt(term(plan, 'spacing') / 120)).toBeLessThan(3)
    expect(term(plan, 'trip-days')).toBeLessThan(75)
    // 35 ms on an idle core with the checker left out; the bound only catches a change of order.
    expect((user + system) / 1000).toBeLessThan(1500)
  })
  test('one place: two visits half a year apart, nothing else', () => {
    const plan = planned(aProblem(['a']))
    expect(plan.dates.map(({ visit }) => visit)).toEqual(['a@2027-01-01', 'a@2027-07-01'])
    expect(term(plan, 'spacing')).toBeLessThanOrEqual(8)
  })
  test('no place: an empty plan that costs nothing', () => {
    expect(planned(aProblem([]))).toEqual({
      seed: 'a seed',
      dates: [],
      unplaced: [],
      cost: {
        minutes: 0,
        terms: [
          { name: 'travel', amount: 0, unit: 'minutes', weight: 1, minutes: 0 },
          { name: 'trip-days', amount: 0, unit: 'days', weight: 30, minutes: 0 },
          { name: 'spacing', amount: 0, unit: 'days²', weight: 0.1, minutes: 0 },
          { name: 'preference', amount: 0, unit: 'wishes', weight: 15, minutes: 0 },
          { name: 'load', amount: 0, unit: 'days²', weight: 10, minutes: 0 },
        ],
      },
      bound: 0,
      km: 0,
      notes: [],
    })
  })
  test('the same seed gives the same bytes, another seed a plan as good', () => {
    const problem = villages(20)
    expect(JSON.stringify(planned(problem))).toBe(JSON.stringify(planned(structuredClone(problem))))
    const other = planned({ ...problem, seed: 'another' })
    expect(other.unplaced).toEqual([])
    for (const plan of [other, planned(problem)]) expect(gapOf(plan)).toBeLessThan(0.005)
  })
  test('more effort never gives a worse plan, and a stop gives the best so far', () => {
    const quarters = [0, 91, 182, 273].map((from) => ({
      first: addDays(year2027.first, from),
      last: addDays(year2027.first, from + 90),
    }))
    const names = Array.from({ length: 14 }, (_, at) => `v${at}`)
    const visits = names.flatMap((name, at) =>
      quarters.map((quarter) => aVisit(name, quarter, { weekdays: [1 + (at % 5)] })),
    )
    // Every third working day, and not the same in every quarter: no offset suits a whole year.
    const working = workdays(year2027).filter((_, at) => (at * at) % 7 < 2)
    const hard = { ...villages(14), visits, working, limits: { ...villages(1).limits, tripDaysPerWeek: 1 } }
    const costs = [0, 1, 20, 150, 1000].map((stepsPerVisit) => {
      const plan = planYear(hard, { stepsPerVisit })
      if (!plan.ok) throw new Error(plan.refusal.code)
      expect(checkPlan(hard, plan.value)).toEqual([])
      return plan.value.cost.minutes
    })
    expect(costs).toEqual(costs.toSorted((a, b) => b - a))
    expect(costs.at(-1)).toBeLessThan(costs[0]!)
    let asked = 0
    const stopped = planYear(hard, { stepsPerVisit: 1e9, stop: () => (asked += 1) > 3 })
    expect(stopped.ok && stopped.value.cost.minutes <= costs[0]!).toBe(true)
  })
  test('a year with locked dates is as cheap as the one they were taken from, and is proven to be so', () => {
    const problem = villages(18)
    const free = planned(problem)
    const fixed = [2, 9, 16, 23, 30].map((at) => {
      const { visit, day, start } = free.dates[at]!
      return { visit, day, start }
    })
    const locked = planned({ ...problem, fixed })
    expect(locked.cost.minutes).toBeLessThan(1.01 * free.cost.minutes)
    expect(gapOf(locked)).toBeLessThan(0.03)
    // Control: where days that stand were driven for themselves alone, each would cost a journey more.
    const apart = planned({
      ...problem,
      fixed,
      closed: fixed.flatMap(({ day }) =>
        problem.places.map(({ id }) => ({ place: id, first: day, last: day, reason: 'alone' })),
      ),
    })
    expect(apart.cost.minutes).toBeGreaterThan(1.01 * free.cost.minutes)
  })
  test('wishes are met where they cost nothing', () => {
    const visits = halves2027.map((half) =>
      aVisit('a', half, { weekdays: [4], hours: { from: '15:00', to: '18:00' } }),
    )
    const plan = planned(aProblem(['a'], { visits }))
    expect(plan.dates.map(({ day, start }) => [weekday(day), start])).toEqual([
      [4, '15:00'],
      [4, '15:00'],
    ])
  })
  test('an announced visit stands, also on a closed day, and others keep clear of it', () => {
    const fixed = [{ visit: 'a@2027-01-01' as VisitId, day: localDate('2027-03-08'), start: '09:10' }]
    const day = localDate('2027-03-08')
    const plan = planned(
      aProblem(['a', 'b'], { fixed, closed: [{ first: day, last: day, place: null, reason: 'holiday' }] }),
    )
    expect(plan.dates.filter((date) => date.day === day)).toEqual([
      { visit: 'a@2027-01-01', day, start: '09:10', fixed: true },
    ])
    expect(plan.notes).toContainEqual({ code: 'fixed-breaks', visit: 'a@2027-01-01', rules: ['closed'] })
  })
})

describe('what cannot be placed is reported with its reason and the smallest relaxation', () => {
  const left = (over: Partial<PlanProblem>, visit = aVisit('a', week('2027-03-01'))) =>
    planned(aProblem(['a'], { visits: [visit], ...over })).unplaced

  test('a period without a working day', () => {
    expect(left({ working: workdays(halves2027[1]!) })).toEqual([
      {
        visit: 'a@2027-03-01',
        reason: 'working',
        relaxation: { rule: 'working', by: 1, day: '2027-03-01', reasons: [] },
      },
    ])
  })
  test('a period all closed names the reasons', () => {
    const closed = [{ ...week('2027-03-01'), place: 'a' as PlaceId, reason: 'flood' }]
    expect(left({ closed })).toEqual([
      {
        visit: 'a@2027-03-01',
        reason: 'closed',
        relaxation: { rule: 'closed', by: 1, day: '2027-03-01', reasons: ['flood'] },
      },
    ])
  })
  test('notice longer than the period', () => {
    expect(left({ noticeFrom: localDate('2027-03-10') })).toEqual([
      {
        visit: 'a@2027-03-01',
        reason: 'notice',
        relaxation: { rule: 'notice', by: 5, day: '2027-03-05', reasons: [] },
      },
    ])
  })
  test('a promise that leaves no day of the period', () => {
    expect(left({}, aVisit('a', week('2027-03-01'), { latest: localDate('2027-02-25') }))).toEqual([
      {
        visit: 'a@2027-03-01',
        reason: 'window',
        relaxation: { rule: 'window', by: 4, day: '2027-03-01', reasons: [] },
      },
    ])
  })
  test('a sitting longer than the hours', () => {
    expect(left({}, aVisit('a', week('2027-03-01'), { minutes: 500 }))).toEqual([
      {
        visit: 'a@2027-03-01',
        reason: 'hours',
        relaxation: { rule: 'hours', by: 20, day: '2027-03-01', reasons: [] },
      },
    ])
  })
  test('more visits to one place than the gap allows', () => {
    const visits = [1, 2].map((turn) => aVisit('a', week('2027-03-01'), { id: `a${turn}` as VisitId }))
    const fixed = [{ visit: visits[0]!.id, day: localDate('2027-03-01'), start: '10:00' }]
    expect(planned(aProblem(['a'], { visits, fixed })).unplaced).toEqual([
      { visit: 'a2', reason: 'gap', relaxation: { rule: 'gap', by: 26, day: '2027-03-05', reasons: [] } },
    ])
  })
  test('a week that is full', () => {
    const visits = ['a', 'b', 'c'].map((place) => aVisit(place, week('2027-03-01')))
    const [one, ...more] = planned(aProblem(['a', 'b', 'c'], { visits })).unplaced
    expect(more).toEqual([])
    expect(one).toMatchObject({
      reason: 'trip-days-per-week',
      relaxation: { rule: 'trip-days-per-week', by: 1 },
    })
  })
  test('a period outside the horizon', () => {
    const before = { first: localDate('2026-11-02'), last: localDate('2026-11-08') }
    expect(left({}, aVisit('a', before))).toEqual([
      {
        visit: 'a@2026-11-02',
        reason: 'period',
        relaxation: { rule: 'period', by: 82, day: '2027-01-29', reasons: [] },
      },
    ])
  })
})

describe('bad input has a clear answer, never a hang', () => {
  test('500 places, four times a year, for one traveller: what fits stands, the rest is reported', () => {
    const names = Array.from({ length: 500 }, (_, at) => `v${at}`)
    const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'].map((span) => {
      const [first, last] = span.split('/')
      return { first: localDate(`2027-${first}`), last: localDate(`2027-${last}`) }
    })
    const problem = {
      ...villages(500),
      visits: names.flatMap((name) => quarters.map((quarter) => aVisit(name, quarter))),
    }
    const plan = planYear({
      ...problem,
      places: villages(500).places.map((p, at) => ({ ...p, id: names[at]! as PlaceId })),
    })
    if (!plan.ok) throw new Error(plan.refusal.code)
    expect(plan.value.dates.length + plan.value.unplaced.length).toBe(2000)
    // 48 weeks of two days with notice; three visits fit a day of ten hours where the villages are near.
    expect(plan.value.dates.length).toBeGreaterThan(150)
    expect(new Set(plan.value.unplaced.map(({ reason }) => reason)).size).toBeGreaterThan(0)
  })
  test('a table of ways with holes: no trip over a hole, and the place is named', () => {
    const minutes = [
      [0, 30, null],
      [30, 0, null],
      [null, null, 0],
    ]
    const plan = planned(aProblem(['a', 'b'], { road: { minutes, km: minutes } }))
    expect(plan.unplaced).toEqual([])
    expect(plan.notes).toEqual([{ code: 'way-unknown', places: ['b'] }])
  })
  test('a table that is not symmetric is taken as it is', () => {
    const minutes = [
      [0, 30],
      [50, 0],
    ]
    expect(term(planned(aProblem(['a'], { road: { minutes, km: minutes } })), 'travel')).toBe(160)
  })
  test('two visits fixed on one slot', () => {
    const day = localDate('2027-03-10')
    const fixed = ['a', 'b'].map((place, at) => ({
      visit: `${place}@2027-01-01` as VisitId,
      day,
      start: at === 0 ? '10:00' : '11:00',
    }))
    expect(refusal(aProblem(['a', 'b'], { fixed }))).toEqual({
      code: 'fixed-clash',
      visits: ['a@2027-01-01', 'b@2027-01-01'],
      day,
    })
  })
  test('every other slip is refused by name', () => {
    const good = aProblem(['a'])
    const usual = good.limits
    const visit = good.visits[0]!
    const fixed = { visit: visit.id, day: localDate('2027-03-10'), start: '10:00' }
    const wrong: [Partial<PlanProblem>, object][] = [
      [{ horizon: { first: year2027.last, last: year2027.first } }, { code: 'bad-horizon' }],
      [{ hours: { from: '18:00', to: '10:00' } }, { code: 'bad-hours', visit: null }],
      [{ hours: { from: 'ten', to: '18:00' } }, { code: 'bad-hours', visit: null }],
      [{ limits: { ...usual, visitsPerDay: 4 } }, { code: 'bad-limit', limit: 'visitsPerDay', value: 4 }],
      [{ limits: { ...usual, gapDays: 0 } }, { code: 'bad-limit', limit: 'gapDays' }],
      [
        { limits: { ...usual, tripDaysPerWeek: Number.NaN } },
        { code: 'bad-limit', limit: 'tripDaysPerWeek' },
      ],
      [{ places: [] }, { code: 'no-such-place', place: 'a', visit: visit.id }],
      [{ places: [aPlace('a'), aPlace('a')] }, { code: 'listed-twice', what: 'place', id: 'a' }],
      [{ visits: [visit, visit] }, { code: 'listed-twice', what: 'visit', id: visit.id }],
      [{ visits: [{ ...visit, minutes: 0 }] }, { code: 'bad-visit', field: 'minutes' }],
      [{ visits: [{ ...visit, weekdays: [8] }] }, { code: 'bad-visit', field: 'weekdays' }],
      [
        { visits: [{ ...visit, period: { first: year2027.last, last: year2027.first } }] },
        { code: 'bad-visit', field: 'period' },
      ],
      [{ home: { latitude: 91, longitude: 0 } }, { code: 'bad-point', place: null }],
      [{ road: { minutes: [[0]], km: [[0]] } }, { code: 'bad-road', row: 1, column: null }],
      [
        {
          road: {
            minutes: [
              [0, -1],
              [1, 0],
            ],
            km: [
              [0, 1],
              [1, 0],
            ],
          },
        },
        { code: 'bad-road', row: 0, column: 1 },
      ],
      [{ fixed: [{ ...fixed, visit: 'nobody' as VisitId }] }, { code: 'no-such-visit', visit: 'nobody' }],
      [{ fixed: [fixed, fixed] }, { code: 'listed-twice', what: 'fixed' }],
      [{ fixed: [{ ...fixed, day: localDate('2028-01-01') }] }, { code: 'fixed-outside-horizon' }],
      [{ fixed: [{ ...fixed, start: '25:00' }] }, { code: 'bad-hours', visit: visit.id }],
    ]
    for (const [over, answer] of wrong) expect(refusal({ ...good, ...over })).toMatchObject(answer)
    expect(refusal(good)).toBeUndefined()
  })
})
