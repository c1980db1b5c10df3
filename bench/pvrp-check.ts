// Recomputes the cost of a solution of a periodic vehicle-routing instance and names every rule it breaks.
// Shares no code with the solver: it reads both files itself.
// Run: node bench/pvrp-check.ts INSTANCE SOLUTION      Exit code 1 when a rule is broken or the stated cost is wrong.
import { readFileSync } from 'node:fs'

export type PvrpVerdict = {
  readonly cost: number
  readonly feasible: boolean
  readonly broken: readonly string[]
}

const slack = 1e-6

/** Judges a solution text (`cost`, then `day vehicle distance load 0 c1 … 0` a line) against the instance text. */
export function checkPvrp(instance: string, solution: string): PvrpVerdict {
  const rows = numbersOf(instance)
  const [, vehicles, customers, days] = rows[0]!
  const limits = rows.slice(1, 1 + days!)
  const nodes = new Map(rows.slice(1 + days!, 2 + days! + customers!).map((row) => [row[0]!, row]))
  const broken: string[] = []
  /** Days of each customer as the file writes them: day 1 is the highest bit. */
  const codes = new Map<number, number>()
  const used = new Set<string>()
  let cost = 0

  const [stated, ...routes] = numbersOf(solution)
  for (const route of routes) {
    const [day, vehicle] = route
    const stops = route.slice(route.indexOf(0, 4) + 1, -1)
    const limit = limits[day! - 1]
    if (limit === undefined || route.at(-1) !== 0) {
      broken.push(`not a route: ${route.join(' ')}`)
      continue
    }
    if (vehicle! < 1 || vehicle! > vehicles!) broken.push(`day ${day}: no vehicle ${vehicle}`)
    if (used.has(`${day} ${vehicle}`)) broken.push(`day ${day}: vehicle ${vehicle} drives twice`)
    used.add(`${day} ${vehicle}`)
    let [x, y, distance, service, load] = [nodes.get(0)![1]!, nodes.get(0)![2]!, 0, 0, 0]
    for (const stop of [...stops, 0]) {
      const node = nodes.get(stop)
      if (node === undefined) {
        broken.push(`day ${day}: no customer ${stop}`)
        continue
      }
      distance += Math.sqrt((node[1]! - x) ** 2 + (node[2]! - y) ** 2)
      x = node[1]!
      y = node[2]!
      if (stop === 0) continue
      service += node[3]!
      load += node[4]!
      const bit = 2 ** (days! - day!)
      if (Math.floor((codes.get(stop) ?? 0) / bit) % 2 === 1)
        broken.push(`day ${day}: customer ${stop} twice`)
      else codes.set(stop, (codes.get(stop) ?? 0) + bit)
    }
    cost += distance
    const [longest, capacity] = limit
    if (longest! > 0 && distance + service > longest! + slack)
      broken.push(`day ${day}, vehicle ${vehicle}: ${distance + service} long, at most ${longest}`)
    if (capacity! > 0 && load > capacity! + slack)
      broken.push(`day ${day}, vehicle ${vehicle}: load ${load}, at most ${capacity}`)
  }
  for (const [id, node] of nodes) {
    if (id === 0 || node[5] === 0) continue
    const code = codes.get(id) ?? 0
    if (!node.slice(7, 7 + node[6]!).includes(code))
      broken.push(`customer ${id}: days ${code} are not allowed`)
  }
  if (Math.abs((stated?.[0] ?? NaN) - cost) > 0.001 || stated?.[0] === undefined)
    broken.push(`the stated cost is ${stated?.[0]}, not ${cost}`)
  return { cost, feasible: broken.length === 0, broken }
}

const numbersOf = (text: string): number[][] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/).map(Number))

if (import.meta.main) {
  const [instance, solution] = process.argv.slice(2)
  if (instance === undefined || solution === undefined) {
    console.error('node bench/pvrp-check.ts INSTANCE SOLUTION')
    process.exitCode = 2
  } else {
    const verdict = checkPvrp(readFileSync(instance, 'utf8'), readFileSync(solution, 'utf8'))
    console.log(JSON.stringify(verdict))
    process.exitCode = verdict.feasible ? 0 : 1
  }
}
