// Why the law cannot be kept with these wishes and locks: the smallest set of rules, and the least that would have to give.
import { type Closure, type Demand, type PlanProblem, type Unplaced, findConflict } from '#planner'
import type { OfficeId } from '#territory'
import type { PlannedOffice } from './alternatives.ts'

/** A visit without a day: what no calendar keeps together, and the smallest single relaxation. */
export type Conflict = {
  readonly office: OfficeId
  readonly unplaced: Unplaced
  /** Empty when none is proven within the bounded search. */
  readonly demands: readonly Demand[]
  /** The closures behind the demands of kind `closed`, so that they can be named. */
  readonly closures: readonly Closure[]
}

/** Names the conflict of each visit that found no day, of at most so many. */
export function nameConflicts(years: readonly PlannedOffice[], most: number): readonly Conflict[] {
  const left = years.flatMap((year) => year.plan.unplaced.map((unplaced) => ({ year, unplaced })))
  return left.slice(0, most).map(({ year: { office, problem }, unplaced }): Conflict => {
    const demands = findConflict(problem, unplaced.visit) ?? []
    return { office, unplaced, demands, closures: closuresBehind(problem, demands) }
  })
}

const closuresBehind = ({ closed }: PlanProblem, demands: readonly Demand[]): Closure[] =>
  demands.flatMap((demand) =>
    demand.code === 'closed'
      ? closed.filter(({ reason, place }) => reason === demand.reason && place === demand.place).slice(0, 1)
      : [],
  )
