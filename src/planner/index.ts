export {
  type Closure,
  type FixedVisit,
  type Hours,
  type Limits,
  type Place,
  type PlaceId,
  type PlanProblem,
  type PlanRefusal,
  type Point,
  type Road,
  type Span,
  type Visit,
  type VisitId,
  usualLimits,
} from './plan-problem.ts'
export {
  type CostName,
  type CostTerm,
  type Plan,
  type PlanNote,
  type PlannedVisit,
  type Relaxation,
  type Rule,
  type Unplaced,
  costNames,
  gapOf,
  rules,
} from './plan.ts'
export { type Effort, usualEffort } from './anneal.ts'
export { type Change, type Move, type MoveReason, type Replan, replan } from './replan.ts'
export { type Demand, findConflict } from './find-conflict.ts'
export { planYear } from './plan-year.ts'
export { weighDates } from './weigh-dates.ts'
export { type Way, wayTo } from './way.ts'
export {
  type Coordination,
  type Diary,
  type OfficePlan,
  type OfficeProblem,
  openDiary,
  visitOf,
} from './diary.ts'
export { planOffices } from './plan-offices.ts'
export { type Parallel, planOfficesOnThreads } from './workers.ts'
export { type Violation, checkPlan } from './check-plan.ts'
export {
  type PvrpBudget,
  type PvrpInstance,
  type PvrpSolution,
  readPvrp,
  solvePvrp,
  writePvrpSolution,
} from './pvrp/index.ts'
