import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '#kernel'
import { aPlace, aProblem } from './a-problem.ts'
import { checkPlan } from './check-plan.ts'
import type { VisitId } from './plan-problem.ts'
import { planYear } from './plan-year.ts'
import { type Change, replan } from './replan.ts'

const names = Array.from({ length: 9 }, (_, at) => `v${at}`)
const problem = aProblem(names, {
  home: { latitude: 53, longitude: 69 },
  places: names.map((name, at) =>
    aPlace(name, { latitude: 52.8 + 0.1 * Math.floor(at / 3), longitude: 68.7 + 0.16 * (at % 3) }),
  ),
})
const first = planYear(problem)
if (!first.ok) throw new Error(first.refusal.code)
const published = first.value.dates

const replanned = (change: Partial<Change>, of = problem, dates = published) => {
  const answer = replan(of, dates, { noticeFrom: localDate('2027-02-01'), closed: [], locked: [], ...change })
  if (!answer.ok) throw new Error(answer.refusal.code)
  expect(checkPlan(answer.value.problem, answer.value.plan)).toEqual([])
  return answer.value
}
const spring = published.find(({ day }) => day > '2027-03-01')!
const shut = (day: string, reason = 'holiday') => ({
  first: localDate(day),
  last: localDate(day),
  place: null,
  reason,
})

test('nothing new: nothing moves', () => {
  const { moves, plan, disturbance } = replanned({})
  expect(moves).toEqual([])
  expect(disturbance).toBe(0)
  expect(plan.dates.map(({ visit, day, start }) => [visit, day, start])).toEqual(
    published.map(({ visit, day, start }) => [visit, day, start]),
  )
})

test('a holiday moves the visits of its day and no other, each with its reason', () => {
  const hit = published.filter(({ day }) => day === spring.day)
  const { moves, plan, disturbance } = replanned({ closed: [shut(spring.day)] })
  expect(moves.map(({ visit }) => visit).toSorted()).toEqual(hit.map(({ visit }) => visit).toSorted())
  for (const { reason } of moves)
    expect(reason).toEqual({ code: 'forced', rules: ['closed'], reasons: ['holiday'] })
  expect(plan.unplaced).toEqual([])
  expect(disturbance).toBe(60 * hit.length)
})

test('locked visits and those within the notice stay, and the plan says what they break', () => {
  const locked = replanned({ closed: [shut(spring.day)], locked: [spring.visit] })
  expect(locked.moves.map(({ visit }) => visit)).not.toContain(spring.visit)
  expect(locked.plan.notes).toContainEqual({ code: 'fixed-breaks', visit: spring.visit, rules: ['closed'] })
  const late = replanned({ closed: [shut(spring.day)], noticeFrom: addDays(spring.day, 1) })
  expect(late.moves).toEqual([])
})

test('others make room only where there is no other way', () => {
  const week = { first: localDate('2027-03-01'), last: localDate('2027-03-02') }
  const visits = ['a', 'b'].map((name) => ({
    ...problem.visits[0]!,
    id: name as VisitId,
    place: aPlace(name).id,
    period: name === 'a' ? { first: week.first, last: week.first } : week,
  }))
  const tight = aProblem(['a', 'b'], { visits, limits: { ...problem.limits, visitsPerDay: 1 } })
  const dates = [{ visit: 'b' as VisitId, day: week.first, start: '10:00', fixed: false }]
  const { moves } = replanned({}, tight, dates)
  expect(moves).toEqual([
    { visit: 'a', from: null, to: { day: week.first, start: '10:00' }, reason: { code: 'new' } },
    {
      visit: 'b',
      from: { day: week.first, start: '10:00' },
      to: { day: week.last, start: '10:00' },
      reason: { code: 'made-room' },
    },
  ])
})

test('any change: the checker passes, what need not move stays, no day is new within the notice', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(364), fc.nat(20), fc.option(fc.nat(8))), { maxLength: 4 }),
      fc.nat(300),
      fc.subarray(published.map(({ visit }) => visit)),
      (closures, notice, locked) => {
        const noticeFrom = addDays(problem.horizon.first, notice)
        const closed = closures.map(([from, length, place]) => ({
          first: addDays(problem.horizon.first, from),
          last: addDays(problem.horizon.first, from + length),
          place: place === null ? null : problem.places[place]!.id,
          reason: 'change',
        }))
        const { moves } = replanned({ noticeFrom, closed, locked })
        const placeOf = new Map(problem.visits.map(({ id, place }) => [id, place]))
        for (const { visit, from, to, reason } of moves) {
          expect(locked).not.toContain(visit)
          expect(from!.day >= noticeFrom && (to === null || to.day >= noticeFrom)).toBe(true)
          const hit = closed.some(
            ({ first, last, place }) =>
              first <= from!.day && from!.day <= last && (place === null || place === placeOf.get(visit)),
          )
          expect(reason.code === 'forced').toBe(hit)
        }
      },
    ),
    { numRuns: 100 },
  ))

test('control: planned afresh, dates move that need not', () => {
  const afresh = planYear({ ...problem, closed: [shut(spring.day)] })
  const day = new Map(published.map((date) => [date.visit, date.day]))
  const moved = afresh.ok ? afresh.value.dates.filter((date) => day.get(date.visit) !== date.day) : []
  expect(moved.length).toBeGreaterThan(published.filter((date) => date.day === spring.day).length)
})
