// Why the law cannot be kept with these wishes and locks: the smallest set of rules, and the least that would have to give.
import { type Demand, type Unplaced, findConflict } from '#planner'
import type { OfficeId } from '#territory'
import type { PlannedOffice } from './alternatives.ts'

/** A visit without a day: what no calendar keeps together, and the smallest single relaxation. */
export type Conflict = {
  readonly office: OfficeId
  readonly unplaced: Unplaced
  /** Empty when none is proven within the bounded search. */
  readonly demands: readonly Demand[]
}

/** Names the conflict of each visit that found no day, of at most so many. */
export const nameConflicts = (years: readonly PlannedOffice[], most: number): readonly Conflict[] =>
  years
    .flatMap(({ office, problem, plan }) => plan.unplaced.map((unplaced) => ({ office, problem, unplaced })))
    .slice(0, most)
    .map(({ office, problem, unplaced }) => ({
      office,
      unplaced,
      demands: findConflict(problem, unplaced.visit) ?? [],
    }))
