export { type PvrpInstance, type PvrpUnreadable, readPvrp } from './instance.ts'
export { writePvrpSolution } from './solution-text.ts'
export { type PvrpBudget, type PvrpRoute, type PvrpSolution, solvePvrp } from './solve.ts'
