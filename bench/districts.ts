// Made-up offices for the planner's bench: places about a seat, quarters, closures, wished weekdays, by a seed.
import { type LocalDate, addDays, localDate, weekday } from '#kernel'
import { type OfficeProblem, type PlaceId, type PlanProblem, type VisitId, usualLimits } from '#planner'
import { randomFrom } from '../src/planner/random.ts'

const year = { first: localDate('2027-01-01'), last: localDate('2027-12-31') }
const quarters = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
].map(([first, last]) => ({ first: localDate(`2027-${first}`), last: localDate(`2027-${last}`) }))
export const weekdays2027: readonly LocalDate[] = Array.from({ length: 365 }, (_, at) =>
  addDays(year.first, at),
).filter((day) => weekday(day) < 6)

/** Four visits a year to each of `count` places within `km`; one day in twelve is taken, two weeks of each place too. */
export function district(name: string, count: number, km: number): PlanProblem {
  const random = randomFrom(name)
  const off = () => (random.below(2001) - 1000) / 1000
  const home = { latitude: 50, longitude: 70 }
  const places = Array.from({ length: count }, (_, at) => ({
    id: `${name}.${at}` as PlaceId,
    point: { latitude: home.latitude + (off() * km) / 111, longitude: home.longitude + (off() * km) / 70 },
  }))
  const wished = places.map(() => (random.below(4) === 0 ? [1 + random.below(5)] : []))
  return {
    seed: name,
    horizon: year,
    home,
    places,
    road: null,
    visits: places.flatMap(({ id }, at) =>
      quarters.map((period, turn) => ({
        id: `${id}/${turn}` as VisitId,
        place: id,
        minutes: 120,
        period,
        earliest: null,
        latest: null,
        weekdays: wished[at]!,
        hours: null,
      })),
    ),
    working: weekdays2027.filter(() => random.below(12) > 0),
    closed: places.flatMap(({ id }) =>
      [0, 1].map(() => {
        const first = addDays(year.first, random.below(350))
        return { place: id, first, last: addDays(first, 6), reason: 'closed' }
      }),
    ),
    hours: { from: '09:00', to: '19:00' },
    limits: usualLimits,
    fixed: [],
    noticeFrom: localDate('2027-01-15'),
  }
}

/** 20 regions, 190 districts, 40 cities and 2,200 okrugs: about 60,000 visits. */
export function nation(seed: number): OfficeProblem[] {
  const made = (kind: string, count: number, least: number, spread: number, km: number): OfficeProblem[] =>
    Array.from({ length: count }, (_, at) => {
      const office = `${seed}-${kind}${at}`
      return { office, hosts: [], problem: district(office, least + (at % spread), km) }
    })
  return [
    ...made('region', 20, 18, 8, 200),
    ...made('district', 190, 10, 9, 80),
    ...made('city', 40, 8, 1, 20),
    ...made('okrug', 2200, 3, 6, 30),
  ]
}
