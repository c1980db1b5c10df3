// The year of a region of 200 offices on three levels, and of one office of 60 places, by a fixed seed.
// Run: npm run bench -- planner [seeds]      Prints one JSON line: sizes, CPU ms (mean), violations of the independent checker.
import { addDays, localDate, weekday } from '#kernel'
import {
  type OfficeProblem,
  type PlaceId,
  type PlanProblem,
  type Point,
  type VisitId,
  checkPlan,
  planOffices,
  planYear,
  usualLimits,
} from '#planner'
import { type Random, randomFrom } from '../src/planner/random.ts'

const year = { first: localDate('2027-01-01'), last: localDate('2027-12-31') }
const halves = [
  { first: year.first, last: localDate('2027-06-30') },
  { first: localDate('2027-07-01'), last: year.last },
]
const working = Array.from({ length: 365 }, (_, at) => addDays(year.first, at)).filter(
  (day) => weekday(day) < 6,
)

const around = (centre: Point, km: number, random: Random): Point => ({
  latitude: centre.latitude + ((random.below(2001) - 1000) / 1000) * (km / 111),
  longitude: centre.longitude + ((random.below(2001) - 1000) / 1000) * (km / 70),
})

type Site = { readonly id: PlaceId; readonly point: Point }

function office(
  name: string,
  home: Point,
  sites: readonly Site[],
  perYear: 1 | 2,
  noticeDays: number,
): PlanProblem {
  return {
    seed: `${name}:2027`,
    horizon: year,
    home,
    places: sites,
    road: null,
    visits: sites.flatMap(({ id }) =>
      (perYear === 1 ? [year] : halves).map((period, turn) => ({
        id: `${name}>${id}>${turn}` as VisitId,
        place: id,
        minutes: 120,
        period,
        earliest: null,
        latest: null,
        weekdays: [],
        hours: null,
      })),
    ),
    working,
    closed: [],
    hours: { from: '10:00', to: '19:00' },
    limits: usualLimits,
    fixed: [],
    noticeFrom: addDays(localDate('2027-01-15'), noticeDays),
  }
}

/** 1 office at the top, 16 below it, the rest one level further down: 200 in all. */
function region(random: Random): OfficeProblem[] {
  const centre = { latitude: 53.3, longitude: 69.4 }
  const sites = (name: string, home: Point, count: number, km: number): Site[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${name}.${at}` as PlaceId,
      point: around(home, km, random),
    }))
  const districts = sites('d', centre, 16, 180)
  const top = [{ office: 'top', problem: office('top', centre, districts, 1, 14), hosts: [] }]
  const middle: OfficeProblem[] = []
  const low: OfficeProblem[] = []
  for (const [at, district] of districts.entries()) {
    const okrugs = sites(district.id, district.point, at < 7 ? 12 : 11, 60)
    middle.push({
      office: district.id,
      problem: office(district.id, district.point, okrugs, 2, 14),
      hosts: [district.id],
    })
    for (const okrug of okrugs)
      low.push({
        office: okrug.id,
        problem: office(okrug.id, okrug.point, [okrug, ...sites(okrug.id, okrug.point, 2, 15)], 2, 7),
        hosts: [okrug.id],
      })
  }
  return [...top, ...middle, ...low]
}

const cpu = <T>(work: () => T): [T, number] => {
  const from = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(from)
  return [value, (user + system) / 1000]
}
const mean = (list: readonly number[]) =>
  Math.round((list.reduce((a, b) => a + b, 0) / list.length) * 10) / 10

const seeds = Number(process.argv[2] ?? 5)
const times = { region: [] as number[], office: [] as number[] }
let violations = 0
let unplaced = 0
let visits = 0
let offices = 0
let shift = 0
let gaps = 0
for (let seed = 1; seed <= seeds; seed += 1) {
  const random = randomFrom(`bench ${seed}`)
  const problems = region(random)
  const [plans, regionMs] = cpu(() => planOffices(problems, { apartDays: 7 }))
  times.region.push(regionMs)
  offices = problems.length
  visits = problems.reduce((sum, { problem }) => sum + problem.visits.length, 0)
  const big = office(
    'big',
    { latitude: 53, longitude: 70 },
    Array.from({ length: 60 }, (_, at) => ({
      id: `p${at}` as PlaceId,
      point: around({ latitude: 53, longitude: 70 }, 90, random),
    })),
    2,
    14,
  )
  const [bigPlan, bigMs] = cpu(() => planYear(big))
  times.office.push(bigMs)
  const outcomes = [
    ...plans.map(({ outcome }, at) => [problems[at]!.problem, outcome] as const),
    [big, bigPlan] as const,
  ]
  for (const [problem, outcome] of outcomes) {
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    violations += checkPlan(problem, outcome.value).length
    unplaced += outcome.value.unplaced.length
    shift += outcome.value.cost.terms.find(({ name }) => name === 'spacing')!.amount
    gaps += problem.visits.length
  }
}
console.log(
  JSON.stringify({
    bench: 'planner',
    seeds,
    offices,
    visits,
    cpu_ms: mean(times.region),
    office_of_60_places: {
      visits: 120,
      cpu_ms: mean(times.office),
      first_cpu_ms: mean(times.office.slice(0, 1)),
    },
    spacing_rms_days: Math.round(Math.sqrt(shift / gaps) * 10) / 10,
    unplaced,
    violations,
  }),
)
