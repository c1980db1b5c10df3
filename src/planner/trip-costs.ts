// What a day costs, looked up: one, two or three visits by their kinds, reckoned once and kept in one table.
import type { Compiled } from './compile-problem.ts'
import { bestTrip, wish } from './trip.ts'

/** Tenths of a minute of a day that cannot be driven. */
export const never = 1_000_000_000

/** The cost of a trip in tenths of a minute (driving and wished hours); `-1` in the place of a missing stop. */
export type TripCosts = (a: number, b: number, c: number) => number

/** Kinds up to which the table of three is dense: 100³ whole numbers are 4 MB. */
const dense = 100

export function tripCostsOf(compiled: Compiled): TripCosts {
  const size = compiled.stops.length + 1
  if (compiled.stops.length > dense) {
    const kept = new Map<number, number>()
    return (a, b, c) => {
      const [x, y, z] = inOrder(a, b, c)
      const key = ((x + 1) * size + y + 1) * size + z + 1
      let cost = kept.get(key)
      if (cost === undefined) kept.set(key, (cost = reckon(compiled, a, b, c)))
      return cost
    }
  }
  const table = new Int32Array(size * size * size).fill(-1)
  return (a, b, c) => {
    const known = table[((a + 1) * size + b + 1) * size + c + 1]!
    if (known >= 0) return known
    const cost = reckon(compiled, a, b, c)
    const put = (x: number, y: number, z: number) => {
      table[((x + 1) * size + y + 1) * size + z + 1] = cost
    }
    put(a, b, c)
    put(a, c, b)
    put(b, a, c)
    put(b, c, a)
    put(c, a, b)
    put(c, b, a)
    return cost
  }
}

function inOrder(a: number, b: number, c: number): [number, number, number] {
  if (a > b) [a, b] = [b, a]
  if (b > c) [b, c] = [c, b]
  if (a > b) [a, b] = [b, a]
  return [a, b, c]
}

function reckon(compiled: Compiled, a: number, b: number, c: number): number {
  const kinds = [a, b, c].filter((kind) => kind >= 0)
  const stops = kinds.map((kind) => compiled.stops[kind]!)
  if (stops.length === 0) return 0
  if (stops.every((stop) => stop.fixedStart < 0 && stop.wishFrom < 0)) return plain(compiled, kinds)
  const trip = bestTrip(compiled, stops)
  return trip.can ? 10 * (trip.drive + wish * trip.off) : never
}

const orders = [
  [],
  [[0]],
  [
    [0, 1],
    [1, 0],
  ],
  [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ],
] as const

/** `bestTrip` for stops without fixed or wished hours, without its lists. */
function plain({ stops, drive, size, from, to, problem }: Compiled, kinds: readonly number[]): number {
  let best = Infinity
  const home = (way: number) => (Number.isNaN(way) ? 0 : way)
  for (const order of orders[kinds.length]!) {
    let at = stops[kinds[order[0]!]!]!
    const out = home(drive[at.place + 1]!)
    const first = Math.ceil(from / 15) * 15
    let clock = first + at.minutes
    let late = clock > to
    let whole = out
    for (let turn = 1; turn < order.length; turn += 1) {
      const next = stops[kinds[order[turn]!]!]!
      const way = drive[(at.place + 1) * size + next.place + 1]!
      whole += way
      clock = Math.ceil((clock + way) / 15) * 15 + next.minutes
      if (!(clock <= to)) late = true
      at = next
    }
    const back = home(drive[(at.place + 1) * size]!)
    whole += back
    if (late || (order.length > 1 && clock + back - first + out > problem.limits.dayMinutes)) continue
    if (whole < best) best = whole
  }
  return best === Infinity ? never : 10 * best
}
