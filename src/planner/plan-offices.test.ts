import { expect, test } from 'vitest'
import { daysBetween, localDate } from '#kernel'
import { aProblem, aVisit, halves2027, year2027 } from './a-problem.ts'
import { checkPlan } from './check-plan.ts'
import { type OfficePlan, visitOf } from './diary.ts'
import { planOffices } from './plan-offices.ts'
import type { PlaceId } from './plan-problem.ts'
import { planOfficesOnThreads } from './workers.ts'

const top = {
  office: 'top',
  hosts: [],
  problem: aProblem(['d'], { visits: [aVisit('d', year2027, { weekdays: [3] })] }),
}
const middle = { office: 'middle', hosts: ['d' as PlaceId], problem: aProblem(['o', 'p']) }
const low = {
  office: 'low',
  hosts: ['o' as PlaceId],
  problem: aProblem(['o', 'v'], {
    visits: ['o', 'v'].flatMap((place) => halves2027.map((half) => aVisit(place, half))),
  }),
}
const datesOf = (plans: OfficePlan[], office: string) => {
  const outcome = plans.find((plan) => plan.office === office)!.outcome
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  expect(outcome.value.unplaced).toEqual([])
  return outcome.value.dates.map(({ visit, day }) => ({ place: visit.slice(0, 1), day }))
}

test('a host is nowhere else on the day, and visits of two levels to one place stand apart', () => {
  const plans = planOffices([top, middle, low], { apartDays: 14 })
  const above = datesOf(plans, 'top')
  const between = datesOf(plans, 'middle')
  const below = datesOf(plans, 'low')
  expect(between.filter(({ day }) => above.some((visit) => visit.day === day))).toEqual([])
  const hosted = between.filter(({ place }) => place === 'o')
  expect(hosted.length).toBe(2)
  expect(below.filter(({ day }) => hosted.some((visit) => visit.day === day))).toEqual([])
  const near = below.filter(
    ({ place, day }) => place === 'o' && hosted.some((visit) => Math.abs(daysBetween(visit.day, day)) < 14),
  )
  expect(near).toEqual([])
  for (const { problem, office } of [top, middle, low]) {
    const outcome = plans.find((plan) => plan.office === office)!.outcome
    expect(outcome.ok && checkPlan(problem, outcome.value)).toEqual([])
  }
})

test('control: planned each for itself, the same offices do meet in one place within 14 days', () => {
  const between = datesOf(planOffices([middle], { apartDays: 14 }), 'middle')
  const below = datesOf(planOffices([low], { apartDays: 14 }), 'low')
  const near = below.filter(({ place, day }) =>
    between.some((visit) => visit.place === place && Math.abs(daysBetween(visit.day, day)) < 14),
  )
  expect(near.length).toBeGreaterThan(0)
})

test('one refused office is named and the others are planned; who is squeezed out learns by whom', () => {
  const bad = { ...top, office: 'bad', problem: { ...top.problem, places: [] } }
  const day = { first: localDate('2027-03-03'), last: localDate('2027-03-03') }
  const first = { ...top, problem: { ...top.problem, visits: [aVisit('d', day)] } }
  const second = { ...first, office: 'second', hosts: ['d' as PlaceId] }
  const [refused, placed, left] = planOffices([bad, first, second], { apartDays: 1 }).map(
    ({ outcome }) => outcome,
  )
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'no-such-place' } })
  expect(placed).toMatchObject({ ok: true, value: { unplaced: [] } })
  expect(left).toMatchObject({
    ok: true,
    value: { unplaced: [{ reason: 'closed', relaxation: { rule: 'closed', reasons: [visitOf('top')] } }] },
  })
})

test('joined: who owes the place a visit too comes along, same day and hour, and is nowhere else', () => {
  const second = { ...top, office: 'second', problem: aProblem(['d', 'o']), hosts: ['d' as PlaceId] }
  const plans = planOffices([top, second], { apartDays: 14, joined: true })
  const [above, below] = plans.map(({ outcome }) => (outcome.ok ? outcome.value : undefined))
  const visit = above!.dates[0]!
  const same = below!.dates.filter(({ day }) => day === visit.day)
  expect(same).toEqual([{ visit: same[0]!.visit, day: visit.day, start: visit.start, fixed: true }])
  expect(same[0]!.visit.startsWith('d')).toBe(true)
  expect(below!.notes).not.toContainEqual(expect.objectContaining({ code: 'fixed-breaks' }))
  expect(below!.unplaced).toEqual([])
})

test('one person in two offices is in one place a day', () => {
  const day = { first: localDate('2027-03-03'), last: localDate('2027-03-03') }
  const one = { ...top, holder: 'h', problem: aProblem(['a'], { visits: [aVisit('a', day)] }) }
  const two = { ...one, office: 'two', problem: aProblem(['b'], { visits: [aVisit('b', day)] }) }
  const left = (offices: (typeof one)[]) =>
    planOffices(offices, { apartDays: 1 }).map(({ outcome }) => outcome.ok && outcome.value.unplaced.length)
  expect(left([one, two])).toEqual([0, 1])
  expect(left([one, { ...two, holder: 'another' }])).toEqual([0, 0])
})

test('no thread, one or two: the same bytes, and what is known is not planned again', async () => {
  const more = Array.from({ length: 6 }, (_, at) => ({
    ...low,
    office: `low ${at}`,
    hosts: ['o' as PlaceId],
    problem: aProblem([at < 2 ? 'o' : `o${at}`, `v${at}`]),
  }))
  const offices = [top, middle, low, ...more]
  const inTurn = JSON.stringify(planOffices(offices, { apartDays: 7 }))
  for (const workers of [0, 1, 2]) {
    const plans = await planOfficesOnThreads(offices, { apartDays: 7 }, { workers })
    expect(JSON.stringify(plans)).toBe(inTurn)
  }
  const done = planOffices(offices, { apartDays: 7 })
  const known = new Map(done.slice(0, 4).map(({ office, outcome }) => [office, outcome]))
  const told: string[] = []
  const planned = ({ office }: OfficePlan) => void told.push(office)
  const again = await planOfficesOnThreads(offices, { apartDays: 7 }, { workers: 0, known, planned })
  expect(JSON.stringify(again)).toBe(inTurn)
  expect(told.toSorted()).toEqual(offices.slice(4).map(({ office }) => office))
})
