// What dates cost as they stand, nothing moved: so that a change can be weighed before it is made.
import { type Result, done, refuse } from '#kernel'
import { compileProblem } from './compile-problem.ts'
import { openDraft } from './draft.ts'
import { planOf } from './plan-year.ts'
import type { Plan } from './plan.ts'
import type { FixedVisit, PlanProblem, PlanRefusal } from './plan-problem.ts'
import { refusalOf } from './refuse-problem.ts'

/**
 * The plan that these dates are: its cost, its km, and in the notes the rules that each breaks.
 *
 * Nothing is sought: visits without a date are unplaced, wishes are not counted, and `bound` is 0. Refuses as `planYear`
 * does; two dates at one time are a `fixed-clash`.
 */
export function weighDates(problem: PlanProblem, dates: readonly FixedVisit[]): Result<Plan, PlanRefusal> {
  const known = new Set(problem.visits.map(({ id }) => id))
  const fixed = dates.filter(({ visit }) => known.has(visit))
  const standing = { ...problem, fixed }
  const refusal = refusalOf(standing)
  return refusal ? refuse(refusal) : done(planOf(openDraft(compileProblem(standing)), 0))
}
