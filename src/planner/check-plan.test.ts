import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDate, addDays, daysBetween, localDate, weekday } from '#kernel'
import { aPlace, aProblem, aVisit } from './a-problem.ts'
import { checkPlan } from './check-plan.ts'
import { compileProblem } from './compile-problem.ts'
import { construct } from './construct.ts'
import { openDraft } from './draft.ts'
import type { Plan, Relaxation } from './plan.ts'
import type { Closure, PlaceId, PlanProblem, Visit, VisitId } from './plan-problem.ts'
import { planYear } from './plan-year.ts'
import { refusalOf } from './refuse-problem.ts'

const monday = localDate('2027-03-01')
const day = (at: number): LocalDate => addDays(monday, at)
const clock = (half: number) =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`

/** One in five. */
const seldom = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: of })

/**
 * Two or so weeks, up to three places on one road, up to `most` visits; all times are whole half hours.
 *
 * Crowded ones have that many visits within a week of which most days work, so that visits are in each other's way.
 */
const problems = (most: number, crowded = false): fc.Arbitrary<PlanProblem> =>
  fc
    .record({
      seed: fc.string(),
      length: crowded ? fc.constant(8) : fc.integer({ min: 1, max: 12 }),
      // Half hours of road from the home, which lies at 0; null: no way is known.
      sites: fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { freq: 8 }), {
        minLength: 1,
        maxLength: 3,
      }),
      visits: fc.array(
        fc.record({
          place: fc.nat(2),
          minutes: crowded ? fc.constantFrom(60, 120, 180) : fc.constantFrom(60, 120, 120, 420),
          from: fc.nat(crowded ? 5 : 11),
          days: fc.integer({ min: 1, max: crowded ? 6 : 12 }),
          cut: seldom(fc.nat(4)),
          weekdays: fc.subarray([1, 2, 3, 4, 5]),
          hours: fc.constantFrom(null, { from: '13:00', to: '15:00' }),
          fixed: seldom(fc.tuple(fc.nat(11), fc.integer({ min: 18, max: 32 }))),
        }),
        { minLength: crowded ? most : 0, maxLength: most },
      ),
      working: fc.array(crowded ? fc.integer({ min: 0, max: 5 }).map((n) => n > 0) : fc.boolean(), {
        minLength: 12,
        maxLength: 12,
      }),
      closed: fc.array(fc.tuple(fc.nat(11), fc.option(fc.nat(2))), { maxLength: crowded ? 1 : 3 }),
      visitsPerDay: fc.integer({ min: 1, max: 3 }),
      tripDaysPerWeek: fc.integer({ min: 1, max: 3 }),
      gapDays: fc.integer({ min: 1, max: 5 }),
      dayMinutes: fc.constantFrom(240, 360, 570),
      notice: fc.nat(crowded ? 1 : 5),
    })
    .map((drawn) => {
      const names = drawn.sites.map((_, at) => `p${at}`)
      const name = (at: number) => names[at % names.length]! as PlaceId
      const stops = [0, ...drawn.sites]
      const ways = stops.map((a) =>
        stops.map((b) => (a === null || b === null ? null : Math.abs(a - b) * 30)),
      )
      const last = day(drawn.length - 1)
      const visits = drawn.visits.map((visit, at): Visit => ({
        ...aVisit(name(visit.place), { first: day(visit.from), last: day(visit.from + visit.days - 1) }),
        id: `v${at}` as VisitId,
        minutes: visit.minutes,
        earliest: visit.cut === null ? null : day(visit.from + visit.cut),
        weekdays: visit.weekdays,
        hours: visit.hours,
      }))
      const fixed = drawn.visits.flatMap((visit, at) =>
        visit.fixed && visit.fixed[0] < drawn.length
          ? [{ visit: visits[at]!.id, day: day(visit.fixed[0]), start: clock(visit.fixed[1]) }]
          : [],
      )
      return {
        seed: drawn.seed,
        horizon: { first: monday, last },
        home: null,
        places: names.map((id) => aPlace(id)),
        road: { minutes: ways, km: ways },
        visits,
        working: drawn.working.flatMap((works, at) => (works && at < drawn.length ? [day(at)] : [])),
        closed: drawn.closed.map(([at, place]): Closure => ({
          first: day(at),
          last: day(at),
          place: place === null ? null : name(place),
          reason: 'shut',
        })),
        hours: { from: '10:00', to: '16:00' },
        limits: {
          visitsPerDay: drawn.visitsPerDay,
          tripDaysPerWeek: drawn.tripDaysPerWeek,
          gapDays: drawn.gapDays,
          dayMinutes: drawn.dayMinutes,
        },
        fixed,
        noticeFrom: day(drawn.notice),
      }
    })

const planned = (problem: PlanProblem): Plan | undefined => {
  const plan = planYear(problem)
  if (!plan.ok) expect(plan.refusal.code).toBe('fixed-clash')
  return plan.ok ? plan.value : undefined
}

describe('any problem', () => {
  test('the plan passes the checker', () =>
    fc.assert(
      fc.property(fc.oneof(problems(9), problems(9, true)), (problem) => {
        const plan = planned(problem)
        if (!plan) return
        expect(checkPlan(problem, plan)).toEqual([])
        expect(plan.bound).toBeLessThanOrEqual(plan.cost.minutes)
      }),
      { numRuns: 400 },
    ))

  test('so does a plan over ways that are one-sided, broken and longer than detours', () =>
    fc.assert(
      fc.property(
        problems(9),
        fc.array(fc.option(fc.integer({ min: 0, max: 200 }), { freq: 6 }), { minLength: 16, maxLength: 16 }),
        (problem, drawn) => {
          const size = problem.places.length + 1
          const ways = Array.from({ length: size }, (_, row) => drawn.slice(row * size, (row + 1) * size))
          const wild = { ...problem, road: { minutes: ways, km: ways } }
          const plan = planned(wild)
          if (!plan) return
          expect(checkPlan(wild, plan)).toEqual([])
          expect(plan.bound).toBeLessThanOrEqual(plan.cost.minutes)
        },
      ),
      { numRuns: 400 },
    ))

  test('what a small plan leaves out cannot be placed: every calendar was tried', () =>
    fc.assert(
      fc.property(fc.oneof(problems(4), problems(5, true)), (problem) => {
        const plan = planned(problem)
        if (plan) expect(plan.dates.length).toBe(mostVisits(problem))
      }),
      { numRuns: 400 },
    ))

  test('control: a planner that never makes room is caught by the same exhaustion', () =>
    expect(() =>
      fc.assert(
        fc.property(problems(5, true), (problem) => {
          if (refusalOf(problem)) return
          const draft = openDraft(compileProblem(problem))
          construct(draft)
          expect(draft.dayOf.filter((day) => day >= 0).length).toBe(mostVisits(problem))
        }),
        { numRuns: 5000, seed: 1 },
      ),
    ).toThrow('Property failed'))

  test('the relaxation that is named lets the visit in on the day that is named', () =>
    fc.assert(
      fc.property(fc.oneof(problems(5), problems(7, true)), (problem) => {
        const plan = planned(problem)
        for (const { visit, relaxation } of plan?.unplaced ?? []) {
          if (!relaxation) continue
          const eased = easedBy(problem, plan!, visit, relaxation)
          const again = planned(eased)!
          expect(checkPlan(eased, again)).toEqual([])
          expect(again.unplaced.map((left) => left.visit)).not.toContain(visit)
        }
      }),
      { numRuns: 400 },
    ))
})

/** The problem with one rule given up as said and every visit held on the day it has. */
function easedBy(
  problem: PlanProblem,
  plan: Plan,
  visit: VisitId,
  { rule, by, day }: Relaxation,
): PlanProblem {
  const dayOf = new Map(plan.dates.map((date) => [date.visit, date.day]))
  dayOf.set(visit, day)
  const { limits, hours } = problem
  const later = (time: string) => {
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + by
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  return {
    ...problem,
    visits: problem.visits
      .filter((one) => dayOf.has(one.id))
      .map((one) => {
        const own = one.id === visit
        return {
          ...one,
          period: own && rule === 'period' ? { first: day, last: day } : one.period,
          earliest: dayOf.get(one.id)!,
          latest: dayOf.get(one.id)!,
        }
      }),
    working: rule === 'working' ? [...problem.working, day] : problem.working,
    closed: rule === 'closed' ? problem.closed.filter(({ first }) => first !== day) : problem.closed,
    noticeFrom: rule === 'notice' ? addDays(problem.noticeFrom, -by) : problem.noticeFrom,
    hours: rule === 'hours' || rule === 'day-minutes' ? { ...hours, to: later(hours.to) } : hours,
    limits: {
      visitsPerDay: limits.visitsPerDay + (rule === 'visits-per-day' ? by : 0),
      tripDaysPerWeek: limits.tripDaysPerWeek + (rule === 'trip-days-per-week' ? by : 0),
      gapDays: limits.gapDays - (rule === 'gap' ? by : 0),
      dayMinutes: limits.dayMinutes + (rule === 'day-minutes' ? by : 0),
    },
  }
}

/** By exhaustion: how many visits the best calendar of the problem holds, fixed ones included. */
function mostVisits(problem: PlanProblem): number {
  type Held = { visit: Visit; day: LocalDate; fixed: number | null }
  const half = (time: string) => Number(time.slice(0, 2)) * 2 + Number(time.slice(3)) / 30
  const way = (a: PlaceId | null, b: PlaceId | null) => {
    const [i, j] = [a, b].map((id) => problem.places.findIndex((place) => place.id === id) + 1)
    return i === j ? 0 : problem.road!.minutes[i!]![j!]!
  }
  const held: Held[] = problem.fixed.map((one) => ({
    visit: problem.visits.find(({ id }) => id === one.visit)!,
    day: one.day,
    fixed: half(one.start),
  }))
  const free = problem.visits.filter(({ id }) => !problem.fixed.some(({ visit }) => visit === id))
  const weekOf = (date: LocalDate) => addDays(date, 1 - weekday(date))
  const shut = (visit: Visit, date: LocalDate) =>
    problem.closed.some(({ first, place }) => first === date && (place === null || place === visit.place))

  /** Whether starts on half hours exist for all visits of a day; they are tried one and all. */
  const startable = (list: readonly Held[], starts: readonly number[] = []): boolean => {
    const next = list[starts.length]
    if (next) {
      const choices = next.fixed === null ? Array.from({ length: 12 }, (_, at) => 20 + at) : [next.fixed]
      return choices.some((start) => startable(list, [...starts, start]))
    }
    const row = list
      .map((one, at) => ({ ...one, from: starts[at]! * 30, to: starts[at]! * 30 + one.visit.minutes }))
      .sort((a, b) => a.from - b.from)
    if (row.some((one) => one.fixed === null && one.to > 16 * 60)) return false
    for (const [at, one] of row.entries()) {
      const before = row[at - 1]
      if (!before) continue
      const road = way(before.visit.place, one.visit.place)
      if (road === null || before.to + road > one.from) return false
    }
    const out = way(null, row[0]!.visit.place) ?? 0
    const back = way(row.at(-1)!.visit.place, null) ?? 0
    return row.length === 1 || row.at(-1)!.to + back - row[0]!.from + out <= problem.limits.dayMinutes
  }
  const may = (visit: Visit, date: LocalDate): boolean => {
    const day = held.filter((one) => one.day === date)
    const week = new Set(held.filter((one) => weekOf(one.day) === weekOf(date)).map((one) => one.day))
    return (
      date >= visit.period.first &&
      date <= visit.period.last &&
      (!visit.earliest || date >= visit.earliest) &&
      problem.working.includes(date) &&
      date >= problem.noticeFrom &&
      !shut(visit, date) &&
      day.length < problem.limits.visitsPerDay &&
      (week.has(date) || week.size < problem.limits.tripDaysPerWeek) &&
      held.every(
        (one) =>
          one.visit.place !== visit.place || Math.abs(daysBetween(one.day, date)) >= problem.limits.gapDays,
      ) &&
      startable([...day, { visit, day: date, fixed: null }])
    )
  }
  const search = (turn: number): number => {
    const visit = free[turn]
    if (!visit) return held.length
    let most = search(turn + 1)
    for (let date = problem.horizon.first; date <= problem.horizon.last; date = addDays(date, 1)) {
      if (!may(visit, date)) continue
      held.push({ visit, day: date, fixed: null })
      most = Math.max(most, search(turn + 1))
      held.pop()
    }
    return most
  }
  return search(0)
}

describe('control: the checker sees each defect that is sown into a good plan', () => {
  const problem = aProblem(['a', 'b', 'c'], {
    home: { latitude: 53, longitude: 69 },
    places: ['a', 'b', 'c'].map((id, at) => aPlace(id, { latitude: 53.2 + at / 20, longitude: 69 })),
    fixed: [{ visit: 'c@2027-01-01' as VisitId, day: localDate('2027-04-14'), start: '11:00' }],
    closed: [
      { first: localDate('2027-05-03'), last: localDate('2027-05-04'), place: null, reason: 'session' },
    ],
  })
  const plan = planned(problem)!
  const a = plan.dates.find(({ visit }) => visit === 'a@2027-01-01')!
  const moved = (visit: string, over: Partial<Plan['dates'][number]>): Plan => ({
    ...plan,
    dates: plan.dates.map((date) => (date.visit === visit ? { ...date, ...over } : date)),
  })
  const rulesOf = (bad: Plan, of = problem) => checkPlan(of, bad).map(({ rule }) => rule)
  const at = (text: string) => ({ day: localDate(text) })

  test('the good plan has none', () => expect(rulesOf(plan)).toEqual([]))
  const defects: [string, string, () => string[]][] = [
    ['a visit dropped', 'each-once', () => rulesOf({ ...plan, dates: plan.dates.slice(1) })],
    ['a visit doubled', 'each-once', () => rulesOf({ ...plan, dates: [...plan.dates, plan.dates[0]!] })],
    ['a fixed visit moved', 'fixed', () => rulesOf(moved('c@2027-01-01', at('2027-04-15')))],
    ['the wrong half-year', 'period', () => rulesOf(moved('a@2027-01-01', at('2027-07-05')))],
    ['a Sunday', 'working', () => rulesOf(moved('a@2027-01-01', at('2027-05-16')))],
    ['a closed day', 'closed', () => rulesOf(moved('a@2027-01-01', at('2027-05-04')))],
    ['too early for notice', 'notice', () => rulesOf(moved('a@2027-01-01', at('2027-01-28')))],
    ['the evening', 'hours', () => rulesOf(moved('a@2027-01-01', { start: '17:00' }))],
    ['beyond the horizon', 'horizon', () => rulesOf(moved('a@2027-07-01', at('2028-01-10')))],
    [
      'too soon after the last',
      'gap',
      () => {
        const days = moved('a@2027-01-01', at('2027-06-30'))
        return rulesOf({
          ...days,
          dates: days.dates.map((d) => (d.visit === 'a@2027-07-01' ? { ...d, ...at('2027-07-01') } : d)),
        })
      },
    ],
    ['two at once', 'overlap', () => rulesOf(moved('b@2027-01-01', { day: a.day, start: a.start }))],
    [
      'one visit too many a day',
      'visits-per-day',
      () =>
        rulesOf(moved('b@2027-01-01', { day: a.day, start: '15:00' }), {
          ...problem,
          limits: { ...problem.limits, visitsPerDay: 1 },
        }),
    ],
    [
      'a day too long',
      'day-minutes',
      () =>
        rulesOf(moved('b@2027-01-01', { day: a.day, start: '15:00' }), {
          ...problem,
          limits: { ...problem.limits, dayMinutes: 60 },
        }),
    ],
    [
      'a trip over an unknown way',
      'road',
      () =>
        rulesOf(moved('b@2027-01-01', { day: a.day, start: '15:00' }), {
          ...problem,
          places: problem.places.map((place) => ({ ...place, point: null })),
        }),
    ],
    [
      'a week too full',
      'trip-days-per-week',
      () => {
        const week = ['2027-05-17', '2027-05-18', '2027-05-19']
        const visits = ['a@2027-01-01', 'b@2027-01-01', 'c@2027-01-01']
        const dates = plan.dates.map((date) => {
          const turn = visits.indexOf(date.visit)
          return turn < 0 ? date : { ...date, fixed: false, day: localDate(week[turn]!) }
        })
        return rulesOf({ ...plan, dates }, { ...problem, fixed: [] })
      },
    ],
    [
      'a cost that flatters',
      'cost',
      () => rulesOf({ ...plan, cost: { ...plan.cost, minutes: plan.cost.minutes - 1 } }),
    ],
  ]
  test.each(defects)('%s: %s', (_, rule, found) => expect(found()).toContain(rule))
})
