import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, addDays, localDate, weekday } from '#kernel'
import { type Law, frequencyDemands, prepareWorld, readActs } from '#law'
import { checkPlan } from '#planner'
import { type OfficeId, type UnitCode, officesOf, readDemonstration } from '#territory'
import { type CalendarId, type Entry, type MeetingId, readHolidays, yearProblems } from '../index.ts'
import { alternativeEntries } from './alternative-entries.ts'
import { type Alternative, type Way, planAlternative, ways } from './alternatives.ts'
import { effectOfMove, forbids } from './effect-of-move.ts'
import { daysOffEven, provenGap } from './figures.ts'
import { nameConflicts } from './name-conflict.ts'
import { priceWishes } from './wish-price.ts'
import { noWishes } from './wishes.ts'
import { type YearDesk, expectedFrom } from './year-desk.ts'

const root = join(import.meta.dirname, '../../..')
const holidays = readHolidays(join(root, 'data/holidays.yaml'))
const district = 'akim.315400000' as OfficeId
const today = localDate('2026-12-20')
let law: Law
let desk: YearDesk
let entries: Entry[]

beforeAll(() => {
  law = readActs(join(root, 'acts'))
  const units = readDemonstration(join(root, 'data/demonstration/territory.yaml')).map((unit) => ({
    ...unit,
    from: null,
    to: null,
  }))
  const offices = units.flatMap(officesOf)
  const demands = frequencyDemands(law, prepareWorld({ territory: units, offices, facts: [] }), 2027)
  // Villages on a spiral around the middle of the district: some near each other, some far.
  const points = new Map(
    units.map(({ code }, at) => [
      code as string,
      { latitude: 42.8 + 0.01 * at * Math.cos(at), longitude: 73.2 + 0.012 * at * Math.sin(at) },
    ]),
  )
  const problems = yearProblems({ law, holidays, year: 2027, today, demands, units, offices, points })
  const empty = {
    today,
    problems,
    announced: false,
    present: [],
    locked: new Set<MeetingId>(),
    others: new Set<OfficeId>(),
  }
  const fresh: YearDesk = { ...empty, wishes: new Map() }
  entries = drafted(fresh, planned(fresh, 'least-travel'))
  desk = { ...fresh, present: entries }
})

const planned = (on: YearDesk, way: Way, only: OfficeId | null = null): Alternative => {
  const outcome = planAlternative(on, way, only)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
const drafted = (on: YearDesk, alternative: Alternative, standing: readonly Entry[] = []): Entry[] =>
  alternativeEntries(on, alternative, standing).map((entry) => ({ ...entry, calendar: 'c' as CalendarId }))
const wishing = (over: Partial<ReturnType<typeof noWishes>>): YearDesk => ({
  ...desk,
  wishes: new Map([[district, { ...noWishes('310000000' as UnitCode, district, 2027), ...over }]]),
})
const around = { holidays, noticeDays: () => 10, hostOf: (unit: string) => `akim.${unit}` as OfficeId }
const moving = (meeting: Entry, day: string, start = meeting.start, on = desk, all = entries) =>
  effectOfMove(on, all, { meeting: meeting.id, day: localDate(day), start }, around)!
/** The problem when the first day for which notice can still be given comes right after this one. */
const lateFor = (day: LocalDate) => (one: YearDesk['problems']['offices'][number]) => ({
  ...one,
  problem: { ...one.problem, noticeFrom: addDays(day, 1) },
})
const ofDistrict = () => entries.filter(({ office }) => office === district)

describe('three alternatives', () => {
  test('place every visit, pass the checker, and say how far from the best they are at most', () => {
    for (const way of ways) {
      const { years, figures } = planned(desk, way)
      for (const { problem, plan } of years)
        expect(checkPlan(problem, plan).filter(({ rule }) => rule !== 'fixed')).toEqual([])
      expect([figures.unplaced, figures.meetings]).toEqual([0, entries.length])
      expect(provenGap(figures)!).toBeLessThan(0.1)
    }
  })
  test('of least disturbance changes nothing where nothing has to', () => {
    expect(planned(desk, 'least-disturbance').figures.changed).toBe(0)
  })
  test('of least disturbance moves only what days away take, and says why', () => {
    const [first] = ofDistrict()
    const away = [{ first: first!.day, last: first!.day }]
    const { years } = planned(wishing({ away }), 'least-disturbance')
    const moved = years.find(({ office }) => office === district)!.changes
    expect(moved.length).toBeGreaterThan(0)
    for (const { from, reason } of moved) {
      expect(from!.day).toBe(first!.day)
      expect(reason).toMatchObject({ code: 'forced', rules: ['closed'] })
    }
    // An akim below may have to be at home when the district's comes on its new day, and no other moves.
    for (const { office, changes } of years)
      for (const { reason } of office === district ? [] : changes)
        expect(reason).toMatchObject({ code: 'forced', reasons: [`visit-of ${district}`] })
  })
  test('trade driving for evenness when wishes bind', () => {
    const bound = wishing({
      weekdays: [4],
      seasons: ofDistrict()
        .slice(0, 3)
        .map(({ unit }) => ({
          place: unit,
          first: localDate('2027-03-01'),
          last: localDate('2027-05-31'),
        })),
    })
    const [road, even] = (['least-travel', 'most-even'] as const).map(
      (way) => planned(bound, way, district).figures,
    )
    expect(road!.km).toBeLessThanOrEqual(even!.km)
    expect(daysOffEven(even!)).toBeLessThanOrEqual(daysOffEven(road!))
  })
  test('leave locked dates where they are, and those of offices that wrote their own', () => {
    const [first, second] = ofDistrict()
    const wishes = wishing({ away: [{ first: first!.day, last: second!.day }] }).wishes
    const locked = { ...desk, wishes, locked: new Set([first!.id]) }
    for (const way of ways) {
      const dayOf = (on: YearDesk, id: MeetingId) =>
        drafted(on, planned(on, way), entries).find((entry) => entry.id === id)!.day
      expect(dayOf(locked, first!.id)).toBe(first!.day)
      expect(dayOf(locked, second!.id)).not.toBe(second!.day)
      const others = { ...locked, others: new Set([district]) }
      expect(dayOf(others, second!.id)).toBe(second!.day)
    }
  })
  test('leave published dates where they are for which notice is no longer in time', () => {
    const [first] = ofDistrict()
    const late = { ...desk.problems, offices: desk.problems.offices.map(lateFor(first!.day)) }
    const wishes = wishing({ away: [{ first: first!.day, last: first!.day }] }).wishes
    const dayOf = (announced: boolean, way: Way) => {
      const on = { ...desk, problems: late, wishes, announced }
      return drafted(on, planned(on, way), entries).find(({ id }) => id === first!.id)!.day
    }
    expect([dayOf(true, 'least-travel'), dayOf(true, 'most-even')]).toEqual([first!.day, first!.day])
    expect(dayOf(false, 'least-travel')).not.toBe(first!.day)
  })
  test('of one office leave all others as they stand', () => {
    const { years } = planned(wishing({ weekdays: [4] }), 'most-even', district)
    expect(years.map(({ office }) => office)).toEqual([district])
    const all = drafted(desk, { way: 'most-even', years, figures: years[0]!.figures }, entries)
    expect(new Set(all.map(({ office }) => office))).toEqual(new Set([district]))
    expect(all.filter(({ day }) => weekday(day) === 4).length).toBeGreaterThan(all.length / 2)
  })
  test('before the first draft hold on to last year, 52 weeks on', () => {
    const lastYear = entries.map((entry) => ({ ...entry, day: localDate(`2026${entry.day.slice(4)}`) }))
    const expected = expectedFrom(desk.problems, lastYear)
    expect(expected).toHaveLength(entries.length)
    const { figures } = planned({ ...desk, present: expected }, 'least-disturbance')
    expect([figures.unplaced, figures.changed < entries.length / 2]).toEqual([0, true])
  })
})

describe('the price of a wish', () => {
  test('is the year with it less the year without; days that stand free cost nothing', () => {
    const prices = priceWishes(
      wishing({ weekdays: [4], away: [{ first: localDate('2027-01-02'), last: localDate('2027-01-03') }] }),
      district,
    )
    expect(prices.map(({ wish }) => wish.kind)).toEqual(['weekdays', 'away'])
    expect(prices[1]).toMatchObject({ km: 0, minutes: 0, unplaced: 0 })
  })
  test('says how many meetings find no day while it is kept', () => {
    const hours = { from: '10:00', to: '11:00' }
    expect(priceWishes(wishing({ hours }), district)[0]!.unplaced).toBe(ofDistrict().length)
  })
})

describe('a law that wishes make impossible', () => {
  test('is named by the smallest set of rules, with what would have to give', () => {
    const { unit } = ofDistrict()[0]!
    const season = { place: unit, first: localDate('2027-01-01'), last: localDate('2027-12-31') }
    const { years } = planned(wishing({ seasons: [season] }), 'most-even', district)
    const conflicts = nameConflicts(years, 10)
    expect(conflicts.length).toBeGreaterThan(0)
    for (const { demands, unplaced } of conflicts) {
      expect(demands.map(({ code }) => code).toSorted()).toEqual(['closed', 'visit'])
      expect(demands.find(({ code }) => code === 'closed')).toMatchObject({ place: unit })
      expect(unplaced.relaxation).toMatchObject({ rule: 'closed', by: 1 })
    }
  })
})

describe('moving a date', () => {
  test('back to where it stands breaks nothing and costs nothing', () => {
    const [one] = ofDistrict()
    const { breaches, before, after } = moving(one!, one!.day)
    expect([breaches, after]).toEqual([[], before])
  })
  test('out of its period breaks what the law asks at least, and says between which days', () => {
    const one = ofDistrict().find(({ period }) => period === '2027-H1')!
    expect(moving(one, '2027-09-15').breaches).toContainEqual(
      expect.objectContaining({ kind: 'law-minimum', left: 0, needed: 1, last: '2027-06-30' }),
    )
  })
  test('onto a day off, too soon, away or against a wish is told', () => {
    const [one] = ofDistrict()
    const kinds = (day: string, on = desk) => moving(one!, day, '10:00', on).breaches.map(({ kind }) => kind)
    expect(kinds('2027-03-21')).toContain('day-off')
    expect(kinds('2026-12-28')).toContain('notice-too-short')
    expect(kinds('2026-12-14')).toContain('past')
    expect(kinds('2027-04-14', wishing({ weekdays: [4] }))).toContain('wish')
  })
  test('onto another meeting of the akim cannot be saved, and has no cost', () => {
    const [one, two] = ofDistrict()
    const { breaches, after } = moving(one!, two!.day, two!.start)
    expect([breaches.some(forbids), after]).toEqual([true, null])
    expect(breaches).toContainEqual(expect.objectContaining({ kind: 'akim-elsewhere', other: two!.id }))
  })
  test('onto a day on which the akim of the place is elsewhere, or the village has a meeting, is told', () => {
    const host = (unit: string) => entries.find(({ office }) => office === `akim.${unit}`)
    const visit = ofDistrict().find(({ unit }) => host(unit))!
    const his = host(visit.unit)!
    expect(moving(visit, his.day, '17:00').breaches).toContainEqual(
      expect.objectContaining({ kind: 'host-elsewhere', other: his.id }),
    )
    const again = ofDistrict().find(({ unit, id }) => unit === visit.unit && id !== visit.id)!
    expect(moving(visit, again.day, '17:30').breaches).toContainEqual(
      expect.objectContaining({ kind: 'same-place-same-week', days: 0 }),
    )
  })
  test('costs what the year then costs (control: the figures differ)', () => {
    const trip = Map.groupBy(ofDistrict(), ({ day }) => day)
    const [joined] = [...trip.values()].find(({ length }) => length > 1)!
    const { before, after } = moving(joined!, '2027-06-17')
    expect(after!.km).toBeGreaterThan(before!.km)
    expect(after!.unevenness).toBeGreaterThan(before!.unevenness)
  })
})
