// Several travellers, from the top down: where a superior comes, those below keep the day free or come along.
import { type Effort, usualEffort } from './anneal.ts'
import { type Coordination, type OfficePlan, type OfficeProblem, datesOf, openDiary } from './diary.ts'
import { planYear } from './plan-year.ts'
import type { PlanProblem } from './plan-problem.ts'

/**
 * Plans the offices in the order given, superiors first.
 *
 * A place visited by an earlier office is closed to later ones for `apartDays` around that day, or the later one
 * comes along when they are joined; so no hall is taken twice. An office that hosts the place has no visit
 * elsewhere on the day. One refused problem does not stop the others. `planned` is told of
 * each plan with the problem it answers: what earlier offices left of the year.
 */
export function planOffices(
  offices: readonly OfficeProblem[],
  coordination: Coordination,
  effort: Effort = usualEffort,
  planned?: (plan: OfficePlan, problem: PlanProblem) => void,
): OfficePlan[] {
  const diary = openDiary(coordination)
  return offices.map((office) => {
    const problem = diary.problemOf(office)
    const plan = { office: office.office, outcome: planYear(problem, effort) }
    planned?.(plan, problem)
    diary.enter(office, datesOf(plan))
    return plan
  })
}
