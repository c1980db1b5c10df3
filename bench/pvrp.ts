// The classic periodic vehicle-routing instances: gap to the best known, CPU seconds, every solution checked independently.
// Run: npm run bench -- pvrp [SECONDS…] [--seeds N] [--only p01,p02]
// Instances and best-known.csv are read from the folder KEZDESU_PVRP, or KEZDESU_SHARED/data/pvrp-dev.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPvrp, solvePvrp, writePvrpSolution } from '#planner'
import { checkPvrp } from './pvrp-check.ts'

const { env } = process
const shared = env['KEZDESU_SHARED']
const folder = env['KEZDESU_PVRP'] ?? (shared ? join(shared, 'data/pvrp-dev') : undefined)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '5' }, only: { type: 'string' } },
})
if (folder === undefined || !existsSync(join(folder, 'best-known.csv'))) {
  console.error('bench pvrp: set KEZDESU_PVRP to the folder of the instances and best-known.csv')
  process.exitCode = 2
} else
  for (const seconds of positionals.length > 0 ? positionals.map(Number) : [1, 10]) measure(folder, seconds)

function measure(folder: string, seconds: number): void {
  const clock = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const wanted = values.only?.split(',')
  const gaps = new Map<string, number[]>()
  let broken = 0
  for (const { instance, bestKnown } of known(folder)) {
    if (wanted && !wanted.includes(instance)) continue
    const text = readFileSync(join(folder, `${instance}.txt`), 'utf8')
    const read = readPvrp(text)
    if (!read.ok) throw new Error(`${instance}, line ${read.refusal.line}: ${read.refusal.what}`)
    for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
      const begin = clock()
      const solution = solvePvrp(read.value, { seed, seconds, clock })
      const cpu = clock() - begin
      const verdict = checkPvrp(text, writePvrpSolution(read.value, solution))
      if (verdict.feasible !== solution.feasible) throw new Error(`${instance}: ${verdict.broken.join('; ')}`)
      const gap = (verdict.cost / bestKnown - 1) * 100
      gaps.set(instance, [...(gaps.get(instance) ?? []), gap])
      if (!verdict.feasible) broken += 1
      const { cost, feasible } = verdict
      console.log(
        JSON.stringify({
          instance,
          seed,
          seconds,
          cpu: Number(cpu.toFixed(2)),
          cost: Number(cost.toFixed(2)),
          gap: Number(gap.toFixed(3)),
          feasible,
        }),
      )
    }
  }
  const means = [...gaps].map(([instance, list]) => ({ instance, gap: mean(list) }))
  const worst = means.toSorted((a, b) => b.gap - a.gap)[0]
  const all = [...gaps.values()].flat()
  console.log(
    JSON.stringify({
      seconds,
      runs: all.length,
      meanGap: Number(mean(all).toFixed(3)),
      worst: worst?.instance,
      worstGap: Number(worst?.gap.toFixed(3)),
      exact: all.filter((gap) => gap < 0.01).length,
      infeasible: broken,
    }),
  )
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / list.length
}

function known(folder: string): { readonly instance: string; readonly bestKnown: number }[] {
  const [head, ...lines] = readFileSync(join(folder, 'best-known.csv'), 'utf8').trim().split(/\r?\n/)
  const column = head!.split(',').indexOf('best_known')
  return lines.map((line) => {
    const cells = line.split(',')
    return { instance: cells[0]!, bestKnown: Number(cells[column]) }
  })
}
