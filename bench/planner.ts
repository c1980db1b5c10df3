// Figures of the planner over made-up and real years; one JSON line a row, gaps in per cent, times in ms of CPU unless said.
// Run: npm run bench -- planner [seeds] [row…]     The row `register` needs KEZDESU_SHARED: a folder with data/kato.csv,
// data/unit-points.csv and data/settlements.csv. Beside `small`: set partition by HiGHS (WASM).
import { join } from 'node:path'
import highsModule from 'highs'
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
  type OfficeProblem,
  type Plan,
  type PlanProblem,
  type VisitId,
  checkPlan,
  findConflict,
  gapOf,
  planOfficesOnThreads,
  planYear,
  replan,
  usualEffort,
} from '#planner'
import { readPoints } from '../src/cli/read-points.ts'
import { type RegisterRead, readRegister } from '../src/cli/read-register.ts'
import { partTrips } from '../src/planner/bound.ts'
import { compileProblem } from '../src/planner/compile-problem.ts'
import { construct } from '../src/planner/construct.ts'
import { openDraft } from '../src/planner/draft.ts'
import { randomFrom } from '../src/planner/random.ts'
import { never, tripCostsOf } from '../src/planner/trip-costs.ts'
import { district, nation } from './districts.ts'
import { peakMemory, quantile, round, timed } from './measure.ts'

const [seedsGiven, ...asked] = process.argv.slice(2)
const seeds = Number(seedsGiven ?? 5)
const wanted = (row: string) => asked.length === 0 || asked.includes(row)
const print = (row: object) => console.log(JSON.stringify(row))
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
const solved = (problem: PlanProblem, effort = usualEffort): Plan => {
  const plan = planYear(problem, effort)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}

/** Plans all on two threads; figures of the whole, every plan checked. */
async function whole(offices: readonly OfficeProblem[], apartDays: number) {
  const problems = new Map<string, PlanProblem>()
  const keep = ({ office }: OfficePlan, problem: PlanProblem) => void problems.set(office, problem)
  const from = process.cpuUsage()
  const clock = performance.now()
  const plans = await planOfficesOnThreads(offices, { apartDays }, { workers: 2, planned: keep })
  const wall = performance.now() - clock
  const { user, system } = process.cpuUsage(from)
  const memory = peakMemory()
  let [cost, bound, spacing, placed, unplaced, violations] = [0, 0, 0, 0, 0, 0]
  for (const { office, outcome } of plans) {
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const plan = outcome.value
    cost += plan.cost.minutes
    bound += plan.bound
    spacing += plan.cost.terms.find(({ name }) => name === 'spacing')!.amount
    placed += plan.dates.length
    unplaced += plan.unplaced.length
    violations += checkPlan(problems.get(office)!, plan).length
  }
  return {
    cpu_s: (user + system) / 1e6,
    wall_s: wall / 1000,
    gap: (100 * (cost - bound)) / bound,
    spacing_rms_days: Math.sqrt(spacing / placed),
    visits: placed + unplaced,
    unplaced,
    violations,
    memory_mb: memory,
    plans,
  }
}
const rounded = (figures: object) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value as number, 3)]))

if (wanted('nation')) {
  const runs: Omit<Awaited<ReturnType<typeof whole>>, 'plans'>[] = []
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { plans: _, ...figures } = await whole(nation(seed), 1)
    runs.push(figures)
  }
  const names = Object.keys(runs[0]!) as (keyof (typeof runs)[number])[]
  const means = Object.fromEntries(names.map((name) => [name, mean(runs.map((run) => run[name]))]))
  print({ bench: 'planner', row: 'nation', seeds, ...rounded(means) })
}

if (wanted('register')) {
  const shared = process.env['KEZDESU_SHARED']
  if (!shared) print({ bench: 'planner', row: 'register', skipped: 'KEZDESU_SHARED is not set' })
  else {
    const data = (file: string) => join(shared, 'data', file)
    const root = join(import.meta.dirname, '..')
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
    const { plans, ...figures } = await whole(offices, 7)
    print({
      bench: 'planner',
      row: 'register',
      offices: offices.length,
      ...rounded(figures),
      verdicts: verdictsOf(law, register.value, plans, demandOf),
    })
  }
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
    const from = process.cpuUsage()
    const spent = () => {
      const { user, system } = process.cpuUsage(from)
      return user + system >= 100_000
    }
    const plan = solved(problem, { stepsPerVisit: 1e6, stop: spent })
    gaps.push(100 * gapOf(plan))
    violations += checkPlan(problem, plan).length
    const draft = openDraft(compileProblem(problem))
    construct(draft)
    greedy.push(draft.cost / 10 / plan.cost.minutes)
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
  // Its import entry is an ES module; its types are those of its CommonJS twin.
  const highs = await (highsModule as unknown as typeof highsModule.default)()
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
    const kinds = part.visits.map((visit) => compiled.visits[visit]!.kind)
    const highsRun = timed(() => highs.solve(partitionModel(kinds, costs)).ObjectiveValue)
    highsMs += highsRun.cpu
    if (Math.abs(highsRun.value - part.partition.lower) > 0.5) differ += 1
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

/** Set partition in LP format: each thing in one set. */
function partitionModel(
  kinds: readonly number[],
  costs: (a: number, b: number, c: number) => number,
): string {
  const sets: { name: string; cost: number; of: number[] }[] = []
  const put = (of: number[]) => {
    const [a, b = -1, c = -1] = of
    const at = (one: number) => (one < 0 ? -1 : kinds[one]!)
    const cost = costs(at(a!), at(b), at(c))
    if (cost < never) sets.push({ name: `x${sets.length}`, cost: cost + 300, of })
  }
  for (let a = 0; a < kinds.length; a += 1) {
    put([a])
    for (let b = a + 1; b < kinds.length; b += 1) {
      put([a, b])
      for (let c = b + 1; c < kinds.length; c += 1) put([a, b, c])
    }
  }
  const rows = kinds.map((_, thing) => {
    const names = sets.filter(({ of }) => of.includes(thing)).map(({ name }) => name)
    return ` c${thing}: ${names.join(' + ')} = 1`
  })
  const goal = sets.map(({ name, cost }) => `${cost} ${name}`).join(' + ')
  const binary = sets.map(({ name }) => name).join(' ')
  return `Minimize\n obj: ${goal}\nSubject To\n${rows.join('\n')}\nBinary\n ${binary}\nEnd`
}

if (wanted('replan')) {
  const times: number[] = []
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
    const { wall, value } = timed(() => replan(problem, dates, change))
    if (!value.ok) throw new Error(value.refusal.code)
    times.push(wall)
    const moves = value.value.moves.length
    const must = value.value.moves.filter(({ reason }) => reason.code === 'forced').length
    forced += must
    extra += moves - must
    if (must > 0) hit += 1
    violations += checkPlan(value.value.problem, value.value.plan).length
  }
  print({
    bench: 'planner',
    row: 're-plan of one office, 72 visits, 5 days of absence',
    offices: 200,
    hit,
    wall_ms_median: round(quantile(times, 0.5)),
    wall_ms_p95: round(quantile(times, 0.95)),
    forced,
    extra_moves_mean: round(extra / 200, 3),
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
