export { type Command, readArguments } from './arguments.ts'
export { mistake, usage } from './usage.ts'

/**
 * What stands behind the words of the command line.
 *
 * Each is loaded when it is asked for: whoever plans a country has no use for what reads citizens' words or takes pictures,
 * and it was a quarter of the memory.
 */
export const commands = {
  account: () => import('./account.ts'),
  analyse: () => import('./analyse.ts'),
  importMap: () => import('./import-map.ts'),
  importRequests: () => import('./import-requests.ts'),
  importTerritory: () => import('./import-territory.ts'),
  lawCheck: () => import('./law-check.ts'),
  lawExport: () => import('./law-export.ts'),
  lawWords: () => import('./law-words.ts'),
  permissions: () => import('./permissions.ts'),
  planNation: () => import('./plan-nation.ts'),
  planPvrp: () => import('./plan-pvrp.ts'),
  verdicts: () => import('./verdicts.ts'),
  verdictsOfRegister: () => import('./verdicts-of-register.ts'),
  whatIf: () => import('./what-if.ts'),
}
