import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { aPlace, aProblem } from './a-problem.ts'
import { checkPlan } from './check-plan.ts'
import type { Plan } from './plan.ts'
import { planYear } from './plan-year.ts'
import type { PlanProblem } from './plan-problem.ts'
import { weighDates } from './weigh-dates.ts'

const at = (longitude: number) => ({ latitude: 43, longitude })
const problem = aProblem(['a', 'b', 'c'], {
  home: at(71),
  places: [aPlace('a', at(71.5)), aPlace('b', at(71.6)), aPlace('c', at(70.4))],
})
const planned = (asked: PlanProblem): Plan => {
  const plan = planYear(asked)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}
const amount = (plan: Plan, name: string) => plan.cost.terms.find((term) => term.name === name)!.amount

describe('dates as they stand', () => {
  test('cost what the plan that gave them costs', () => {
    const plan = planned(problem)
    const weighed = weighDates(problem, plan.dates)
    expect(weighed.ok && [weighed.value.km, weighed.value.cost.minutes]).toEqual([plan.km, plan.cost.minutes])
  })
  test('say what a day breaks, and refuse two at one time', () => {
    const [first, ...rest] = planned(problem).dates
    const sunday = { ...first!, day: localDate('2027-02-07') }
    const weighed = weighDates(problem, [sunday, ...rest])
    expect(weighed.ok && weighed.value.notes).toEqual([
      { code: 'fixed-breaks', visit: sunday.visit, rules: ['working'] },
    ])
    const clash = weighDates(problem, [{ ...rest[0]!, visit: first!.visit }, ...rest])
    expect(clash).toMatchObject({ ok: false, refusal: { code: 'fixed-clash' } })
  })
})

describe('what a day off even weighs', () => {
  test('makes years with less driving, or more even ones; every plan passes the checker', () => {
    const [road, even] = [0, 30].map((evenness) => {
      const asked = { ...problem, evenness }
      const plan = planned(asked)
      expect(checkPlan(asked, plan)).toEqual([])
      expect(plan.bound).toBeLessThanOrEqual(plan.cost.minutes)
      return plan
    })
    expect(road!.km).toBeLessThanOrEqual(even!.km)
    expect(amount(even!, 'spacing')).toBeLessThanOrEqual(amount(road!, 'spacing'))
  })
  test('is a whole number in its range', () => {
    expect(planYear({ ...problem, evenness: 0.5 })).toMatchObject({ refusal: { limit: 'evenness' } })
  })
})
