export type { Problem, ProblemId, ProblemLink, ProblemStore } from './problem.ts'
export { type ProblemState, mayFollow, nextStates, problemStates } from './states.ts'
