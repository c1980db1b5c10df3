export type { Problem, ProblemFilter, ProblemId, ProblemLink, ProblemStore, SphereCount } from './problem.ts'
export { type ProblemState, openStates, problemStates, promised } from './states.ts'
export { type PoolOutcome, keepProblems } from './keep-problems.ts'
export { raisedBefore } from './raised-before.ts'
