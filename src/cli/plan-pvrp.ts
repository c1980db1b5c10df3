// `kezdesu plan --pvrp`: one benchmark instance solved, its figures as one JSON line.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readPvrp, solvePvrp, writePvrpSolution } from '#planner'

export type PvrpWish = {
  readonly file: string
  /** CPU seconds of all threads of this process. */
  readonly seconds: number
  readonly seed: number
  readonly out: string | undefined
}

/** Prints {instance, cost, seconds, feasible}; exit code 2 when the file cannot be read, 1 when no solution keeps every limit. */
export function planPvrp(
  { file, seconds, seed, out }: PvrpWish,
  { print, complain }: { print: (line: string) => void; complain: (line: string) => void },
): number {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (fault) {
    complain(`plan --pvrp: ${(fault as Error).message}`)
    return 2
  }
  const read = readPvrp(text)
  if (!read.ok) {
    complain(`plan --pvrp: ${file}, line ${read.refusal.line}: ${read.refusal.what}`)
    return 2
  }
  const clock = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const begin = clock()
  const solution = solvePvrp(read.value, { seed, seconds, clock })
  const spent = clock() - begin
  if (out !== undefined) writeFileSync(out, writePvrpSolution(read.value, solution))
  const instance = basename(file).replace(/\.[^.]*$/, '')
  const { cost, feasible } = solution
  print(
    JSON.stringify({
      instance,
      cost: Number(cost.toFixed(6)),
      seconds: Number(spent.toFixed(3)),
      feasible,
    }),
  )
  return feasible ? 0 : 1
}
