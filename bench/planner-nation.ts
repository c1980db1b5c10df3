// The year of a whole country on two threads, every plan checked afterwards: figures of the run and of its process.
// Run: node bench/planner-nation.ts SEED      One made-up country by itself, so that its memory is its own.
import {
  type OfficePlan,
  type OfficeProblem,
  type PlanProblem,
  checkPlan,
  planOfficesOnThreads,
} from '#planner'
import { nation } from './districts.ts'
import { peakMemory, round } from './measure.ts'

/** Plans all on two threads; `memory_mb` is the most the process has held until the last plan was there. */
export async function planWhole(offices: readonly OfficeProblem[], apartDays: number) {
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
    figures: {
      cpu_s: (user + system) / 1e6,
      wall_s: wall / 1000,
      gap: (100 * (cost - bound)) / bound,
      spacing_rms_days: Math.sqrt(spacing / placed),
      visits: placed + unplaced,
      unplaced,
      violations,
      memory_mb: memory,
    },
    plans,
  }
}
export type Figures = Awaited<ReturnType<typeof planWhole>>['figures']

export const rounded = (figures: object): object =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value as number, 3)]))

if (import.meta.main) {
  const seed = Number(process.argv[2] ?? 1)
  const { figures } = await planWhole(nation(seed), 1)
  console.log(JSON.stringify({ bench: 'planner', row: 'nation, one run', seed, ...rounded(figures) }))
}
