// Figures of the planner over made-up and real years; one JSON line a row, gaps in per cent, times in ms of CPU unless said.
// Run: npm run bench -- planner [seeds] [row…]     The row `register` needs KEZDESU_SHARED: a folder with data/kato.csv,
// data/unit-points.csv and data/settlements.csv. The row `highs` takes the longest: HiGHS (WASM) on the same whole years.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { readHolidays, yearProblems } from '#calendar'
import { addDays, localDate } from '#kernel'
import {
  type Fact,
  type FrequencyDemand,
  type Law,
  evaluate,
  frequencyDemands,
  prepareWorld,
  readActs,
} from '#law'
import type { OfficeId } from '#territory'
import {
  type OfficePlan,
  type Plan,
  type PlanProblem,
  type VisitId,
  checkPlan,
  findConflict,
  gapOf,
  planYear,
  replan,
  usualEffort,
} from '#planner'
import { readPoints } from '../src/cli/read-points.ts'
import { type RegisterRead, readRegister } from '../src/cli/read-register.ts'
import { compileProblem } from '../src/planner/compile-problem.ts'
import { construct } from '../src/planner/construct.ts'
import { openDraft } from '../src/planner/draft.ts'
import { partTrips } from '../src/planner/part-trips.ts'
import { randomFrom } from '../src/planner/random.ts'
import { tripCostsOf } from '../src/planner/trip-costs.ts'
import { district, nation } from './districts.ts'
import { quantile, round, timed } from './measure.ts'
import { partitionByHighs, yearByHighs } from './planner-highs.ts'
import { type Figures, planWhole, rounded } from './planner-nation.ts'

const [seedsGiven, ...asked] = process.argv.slice(2)
const seeds = Number(seedsGiven ?? 5)
const wanted = (row: string) => asked.length === 0 || asked.includes(row)
const root = join(import.meta.dirname, '..')
const print = (row: object) => console.log(JSON.stringify(row))
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
const solved = (problem: PlanProblem, effort = usualEffort): Plan => {
  const plan = planYear(problem, effort)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}

if (wanted('nation')) {
  const runs: Figures[] = []
  for (let seed = 1; seed <= seeds; seed += 1) {
    const line = execFileSync(process.execPath, [join(import.meta.dirname, 'planner-nation.ts'), `${seed}`], {
      // As the product is started (scripts/ground.mjs).
      env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/kezdesu'), ...process.env },
    })
    process.stdout.write(line)
    runs.push(JSON.parse(String(line)) as Figures)
  }
  const names: readonly (keyof Figures)[] = [
    'cpu_s',
    'wall_s',
    'gap',
    'spacing_rms_days',
    'visits',
    'unplaced',
    'violations',
    'memory_mb',
  ]
  const means = Object.fromEntries(names.map((name) => [name, mean(runs.map((run) => run[name]))]))
  print({ bench: 'planner', row: 'nation, mean', seeds, ...rounded(means) })
}

if (wanted('register')) {
  const shared = process.env['KEZDESU_SHARED']
  if (!shared) print({ bench: 'planner', row: 'register', skipped: 'KEZDESU_SHARED is not set' })
  else {
    const data = (file: string) => join(shared, 'data', file)
    const register = readRegister(data('kato.csv'))
    const points = readPoints([data('unit-points.csv'), data('settlements.csv')])
    if (!register.ok || !points.ok) throw new Error('the register cannot be read')
    const law = readActs(join(root, 'acts'))
    const holidays = readHolidays(join(root, 'data/holidays.yaml'))
    const { offices, demandOf } = yearProblems({
      law,
      holidays,
      year: 2027,
      today: localDate('2027-01-01'),
      demands: frequencyDemands(law, prepareWorld({ ...register.value, facts: [] }), 2027),
      units: register.value.territory,
      offices: register.value.offices,
      points: points.value.points,
    })
    const { plans, figures } = await planWhole(offices, 7)
    print({
      bench: 'planner',
      row: 'register',
      offices: offices.length,
      ...rounded(figures),
      verdicts: verdictsOf(law, register.value, plans, demandOf),
    })
  }
}

/** The best plan of so many seconds of CPU. */
function solvedWithin(problem: PlanProblem, seconds: number): Plan {
  const from = process.cpuUsage()
  const stop = () => {
    const { user, system } = process.cpuUsage(from)
    return user + system >= seconds * 1e6
  }
  return solved(problem, { stepsPerVisit: 1e6, stop })
}

/** Visits placed one by one where they cost least. */
function greedyMinutes(problem: PlanProblem): number {
  const draft = openDraft(compileProblem(problem))
  construct(draft)
  return draft.cost / 10
}

/** What the law says of the plan at the end of the year, every meeting of it announced and held. */
function verdictsOf(
  law: Law,
  { territory, offices }: RegisterRead,
  plans: readonly OfficePlan[],
  demandOf: ReadonlyMap<VisitId, FrequencyDemand>,
): Record<string, number> {
  const facts = plans.flatMap(({ office, outcome }) =>
    (outcome.ok ? outcome.value.dates : []).flatMap(({ visit, day, start }): Fact[] => [
      {
        type: 'meeting',
        id: visit,
        office: office as OfficeId,
        unit: demandOf.get(visit)!.unit,
        day,
        start,
        status: 'held',
        held_by: 'holder',
        form: demandOf.get(visit)!.form === 'visiting' ? 'visiting' : 'stationary',
        in_calendar: true,
      },
      { type: 'notice-published', meeting: visit, channel: 'official-site', at: addDays(day, -14) },
    ]),
  )
  const norms = [...new Set([...demandOf.values()].map(({ norm }) => norm))]
  const counts: Record<string, number> = {}
  const asOf = localDate('2028-03-01')
  for (const { verdict } of evaluate(law, prepareWorld({ territory, offices, facts }), {
    asOf,
    year: 2027,
    norms,
  }))
    counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

if (wanted('district')) {
  const gaps: number[] = []
  const greedy: number[] = []
  let violations = 0
  for (let at = 0; at < 200; at += 1) {
    const problem = district(`district ${at}`, 18, 80)
    const plan = solvedWithin(problem, 0.1)
    gaps.push(100 * gapOf(plan))
    violations += checkPlan(problem, plan).length
    greedy.push(greedyMinutes(problem) / plan.cost.minutes)
  }
  print({
    bench: 'planner',
    row: 'district of 72 visits, 100 ms',
    districts: 200,
    gap_mean: round(mean(gaps), 3),
    gap_p95: round(quantile(gaps, 0.95), 3),
    greedy_costs_times: round(mean(greedy), 3),
    violations,
  })
}

if (wanted('small')) {
  const gaps: number[] = []
  const times: number[] = []
  let [differ, highsMs] = [0, 0]
  for (let at = 0; at < 200; at += 1) {
    const problem = district(`small ${at}`, 3 + (at % 6), 80)
    const { cpu, value: plan } = timed(() => solved(problem))
    times.push(cpu)
    gaps.push(100 * gapOf(plan))
    // The bound stands or falls with the cheapest partition of one quarter: HiGHS finds it by itself.
    const compiled = compileProblem({
      ...problem,
      visits: problem.visits.map((v) => ({ ...v, weekdays: [] })),
    })
    const costs = tripCostsOf(compiled)
    const part = partTrips(compiled, costs)[0]!
    const kinds = part.things.map(({ visits: [visit] }) => compiled.visits[visit!]!.kind)
    const byHighs = partitionByHighs(kinds, costs)
    highsMs += byHighs.cpu
    if (Math.abs(byHighs.cost - part.partition.lower) > 0.5) differ += 1
  }
  print({
    bench: 'planner',
    row: 'at most 8 places',
    instances: 200,
    within_01_per_cent_of_proven_bound: gaps.filter((gap) => gap <= 0.1).length,
    gap_p95: round(quantile(gaps, 0.95), 3),
    cpu_ms_p95: round(quantile(times, 0.95)),
    partitions_that_differ_from_highs: differ,
    highs_ms_each: round(highsMs / 200),
  })
}

/** The same whole years by ours, by HiGHS with its seconds of CPU, and greedily: a line each, then the ratios. */
function besideHighs(kind: string, problems: readonly PlanProblem[], ours: number, seconds: number): void {
  const runs = problems.map((problem) => {
    const plan = solvedWithin(problem, ours)
    const { minutes, bound, cpu, status, trips } = yearByHighs(problem, seconds)
    const run = {
      instance: problem.seed,
      ours: plan.cost.minutes,
      our_bound: plan.bound,
      greedy: greedyMinutes(problem),
      highs: minutes,
      highs_bound: round(bound, 1),
      highs_status: status,
      highs_cpu_s: round(cpu),
      highs_binaries: trips,
      violations: checkPlan(problem, plan).length,
    }
    print({ bench: 'planner', row: `beside HiGHS, ${kind}`, ours_s: ours, highs_s: seconds, ...run })
    return run
  })
  const found = runs.flatMap(({ ours: mine, highs }) => (highs === null ? [] : [{ mine, highs }]))
  const optimal = runs.filter(({ highs_status }) => highs_status === 'optimal')
  print({
    bench: 'planner',
    row: `beside HiGHS, ${kind}: all`,
    ours_s: ours,
    highs_s: seconds,
    instances: runs.length,
    highs_found_a_year: found.length,
    highs_proved_the_optimum: optimal.length,
    ours_is_that_optimum: optimal.filter(({ ours: mine, highs }) => mine <= highs! * 1.001).length,
    highs_is_cheaper: found.filter(({ mine, highs }) => highs < mine - 0.01).length,
    highs_costs_times_ours:
      found.length > 0 ? round(mean(found.map(({ mine, highs }) => highs / mine)), 4) : null,
    greedy_costs_times_ours: round(mean(runs.map(({ ours: mine, greedy }) => greedy / mine)), 4),
    our_gap_mean: round(
      mean(runs.map(({ ours: mine, our_bound }) => (100 * (mine - our_bound)) / our_bound)),
      3,
    ),
    highs_bound_above_ours: runs.filter(({ our_bound, highs_bound }) => highs_bound > our_bound + 0.05)
      .length,
    violations: runs.reduce((sum, { violations }) => sum + violations, 0),
  })
}

if (wanted('highs')) {
  const districts = Array.from({ length: 20 }, (_, at) => district(`district ${10 * at}`, 18, 80))
  const small = Array.from({ length: 30 }, (_, at) => district(`small ${at}`, 3 + (at % 6), 80))
  besideHighs('72 visits', districts, 0.1, 1)
  besideHighs('72 visits', districts.slice(0, 2), 0.1, 120)
  besideHighs('at most 8 places', small, 0.05, 0.5)
  besideHighs('at most 8 places', small.slice(0, 12), 0.05, 20)
}

if (wanted('replan')) {
  const times: number[] = []
  const gaps: number[] = []
  const cpus: number[] = []
  let [forced, extra, violations, hit] = [0, 0, 0, 0]
  for (let at = 0; at < 200; at += 1) {
    const problem = district(`replan ${at}`, 18, 80)
    const { dates } = solved(problem)
    const random = randomFrom(`absence ${at}`)
    const closed = Array.from({ length: 5 }, () => {
      const day = addDays(localDate('2027-07-20'), random.below(150))
      return { first: day, last: day, place: null, reason: 'absence' }
    })
    const change = { noticeFrom: localDate('2027-07-15'), closed, locked: [] }
    const { wall, cpu, value } = timed(() => replan(problem, dates, change))
    if (!value.ok) throw new Error(value.refusal.code)
    times.push(wall)
    cpus.push(cpu)
    const moves = value.value.moves.length
    const must = value.value.moves.filter(({ reason }) => reason.code === 'forced').length
    forced += must
    extra += moves - must
    if (must > 0) hit += 1
    gaps.push(100 * gapOf(value.value.plan))
    violations += checkPlan(value.value.problem, value.value.plan).length
  }
  print({
    bench: 'planner',
    row: 're-plan of one office, 72 visits, 5 days of absence',
    offices: 200,
    hit,
    wall_ms_median: round(quantile(times, 0.5)),
    wall_ms_p95: round(quantile(times, 0.95)),
    cpu_ms_mean: round(mean(cpus)),
    forced,
    extra_moves_mean: round(extra / 200, 3),
    gap_mean: round(mean(gaps), 3),
    gap_p95: round(quantile(gaps, 0.95), 3),
    violations,
  })
}

if (wanted('locks')) {
  const [gaps, ratios, times]: [number[], number[], number[]] = [[], [], []]
  let violations = 0
  for (let at = 0; at < 100; at += 1) {
    const problem = district(`locks ${at}`, 18, 80)
    const free = solved(problem)
    const fixed = [5, 18, 31, 44, 57].map((turn) => free.dates[turn]!)
    const locked = { ...problem, fixed: fixed.map(({ visit, day, start }) => ({ visit, day, start })) }
    const { wall, value: plan } = timed(() => solved(locked))
    times.push(wall)
    gaps.push(100 * gapOf(plan))
    ratios.push(plan.cost.minutes / free.cost.minutes)
    violations += checkPlan(locked, plan).length
  }
  print({
    bench: 'planner',
    row: 'planned again with five dates of 72 locked',
    offices: 100,
    costs_times_without_locks: round(mean(ratios), 4),
    gap_mean: round(mean(gaps), 3),
    gap_p95: round(quantile(gaps, 0.95), 3),
    wall_ms_p95: round(quantile(times, 0.95)),
    violations,
  })
}

if (wanted('holiday')) {
  const offices = nation(1).map(({ problem }) => ({ problem, dates: solved(problem).dates }))
  const day = localDate('2027-09-15')
  const closed = [{ first: day, last: day, place: null, reason: 'holiday' }]
  const change = { noticeFrom: localDate('2027-08-01'), closed, locked: [] }
  const { cpu, wall, value } = timed(() =>
    offices.map(({ problem, dates }) => replan(problem, dates, change)),
  )
  const moves = value.flatMap((answer) => (answer.ok ? answer.value.moves : []))
  print({
    bench: 'planner',
    row: 'a new holiday for the country, one thread',
    offices: offices.length,
    moves: moves.length,
    extra_moves: moves.filter(({ reason }) => reason.code !== 'forced').length,
    cpu_s: round(cpu / 1000),
    wall_s: round(wall / 1000),
  })
}

if (wanted('conflicts')) {
  const times: number[] = []
  let [named, planted] = [0, 0]
  for (let at = 0; at < 100; at += 1) {
    const base = district(`conflict ${at}`, 12, 60)
    const place = base.places[at % 12]!.id
    const monday = addDays(localDate('2027-03-01'), 7 * (at % 12))
    const period = { first: monday, last: addDays(monday, 6) }
    const one = { ...base.visits[0]!, id: 'x' as VisitId, place, period, weekdays: [] }
    const other = {
      ...one,
      id: 'y' as VisitId,
      period: { first: addDays(monday, 7), last: addDays(monday, 13) },
    }
    const none: PlanProblem = {
      ...base,
      closed: [],
      visits: base.visits.filter((visit) => visit.place !== place),
    }
    const [problem, expected] = [
      [
        { ...none, closed: [{ ...period, place, reason: 'flood' }], visits: [...none.visits, one] },
        ['visit', 'closed'],
      ],
      [{ ...none, visits: [...none.visits, one, other] }, ['visit', 'visit', 'limit']],
      [{ ...none, noticeFrom: addDays(period.last, 1), visits: [...none.visits, one] }, ['visit', 'notice']],
      [{ ...none, visits: [...none.visits, { ...one, minutes: 700 }] }, ['visit', 'hours']],
      [
        {
          ...none,
          working: none.working.filter((day) => day < period.first || day > period.last),
          visits: [...none.visits, one],
        },
        ['visit', 'working'],
      ],
    ][at % 5]! as [PlanProblem, string[]]
    const left = solved(problem).unplaced.find(({ visit }) => visit === 'x' || visit === 'y')
    if (!left) continue
    planted += 1
    const { wall, value } = timed(() => findConflict(problem, left.visit))
    times.push(wall)
    const codes = value?.map(({ code }) => code).toSorted()
    if (JSON.stringify(codes) === JSON.stringify(expected.toSorted())) named += 1
  }
  print({
    bench: 'planner',
    row: 'planted conflicts',
    planted,
    named_with_the_minimal_set: named,
    wall_ms_max: round(Math.max(...times)),
    wall_ms_median: round(quantile(times, 0.5)),
  })
}

if (wanted('growth')) {
  const points = [240, 2_400, 24_000, 240_000].map((visits) => {
    let [cpu, cost, bound] = [0, 0, 0]
    for (let at = 0; at < visits / 60; at += 1) {
      const problem = district(`growth ${at}`, 15, 60)
      const run = timed(() => solved(problem))
      cpu += run.cpu
      cost += run.value.cost.minutes
      bound += run.value.bound
    }
    return { visits, cpu_s: round(cpu / 1000, 3), gap: round((100 * (cost - bound)) / bound, 3) }
  })
  const [first, last] = [points[0]!, points.at(-1)!]
  print({
    bench: 'planner',
    row: 'growth',
    points,
    exponent: round(Math.log(last.cpu_s / first.cpu_s) / Math.log(last.visits / first.visits), 3),
  })
}
