// One day on the road: in which order, when each visit begins, how long at the wheel.
import type { Compiled, Stop } from './compile-problem.ts'

export type Trip = {
  readonly can: true
  /** Positions in the list that was asked about, in the order of travel, with the start of each (minutes). */
  readonly order: readonly number[]
  readonly starts: readonly number[]
  readonly drive: number
  readonly km: number
  /** Visits outside their wished hours. */
  readonly off: number
}
export type NoTrip = {
  readonly can: false
  /** Minutes by which the best order is too long; infinite when no longer day helps. */
  readonly excess: number
  /** True when it fails for want of a known way. */
  readonly wayless: boolean
}

const quarter = 15

/**
 * The cheapest order of the stops, at most one free stop more than three; ties go to the first found.
 *
 * Fixed stops keep their time. Free ones start on the quarter hour, as early as the way and the wishes allow;
 * those before a fixed stop as late as it allows.
 */
export function bestTrip(compiled: Compiled, stops: readonly Stop[]): Trip | NoTrip {
  if (stops.every((stop) => stop.fixedStart >= 0)) return standing(compiled, stops)
  let best: Trip | undefined
  let excess = Infinity
  let wayless = true
  for (const order of ordersOf(stops.length)) {
    const row = order.map((at) => stops[at]!)
    const drive = driveOf(compiled, row, compiled.drive)
    if (Number.isNaN(drive)) continue
    wayless = false
    let times = timesOf(compiled, row, drive, true)
    if (times.excess > 0) times = timesOf(compiled, row, drive, false)
    excess = Math.min(excess, times.excess)
    if (times.excess > 0) continue
    const off = row.filter((stop, at) => isOff(stop, times.starts[at]!)).length
    if (best && best.drive + wish * best.off <= drive + wish * off) continue
    best = {
      can: true,
      order,
      starts: times.starts,
      drive,
      km: driveOf(compiled, row, compiled.km) || 0,
      off,
    }
  }
  return best ?? { can: false, excess: wayless ? Infinity : excess, wayless }
}

/** What a wish not met costs, in minutes. */
export const wish = 15

const isOff = (stop: Stop, start: number): boolean =>
  stop.wishFrom >= 0 && (start < stop.wishFrom || start + stop.minutes > stop.wishTo)

/** A day of fixed visits only: it stands as it is. */
function standing(compiled: Compiled, stops: readonly Stop[]): Trip {
  const order = stops.map((_, at) => at).sort((a, b) => stops[a]!.fixedStart - stops[b]!.fixedStart)
  const row = order.map((at) => stops[at]!)
  const sum = (table: Float64Array) => {
    let total = 0
    for (const [from, to] of legsOf(row)) total += table[from * compiled.size + to]! || 0
    return total
  }
  const starts = row.map((stop) => stop.fixedStart)
  return { can: true, order, starts, drive: sum(compiled.drive), km: sum(compiled.km), off: 0 }
}

/** Sum over the legs; unknown ways from and to home count nothing, an unknown way between stops is NaN. */
function driveOf(compiled: Compiled, row: readonly Stop[], table: Float64Array): number {
  let total = 0
  for (const [from, to] of legsOf(row)) {
    const way = table[from * compiled.size + to]!
    total += Number.isNaN(way) && (from === 0 || to === 0) ? 0 : way
  }
  return total
}

const legsOf = (row: readonly Stop[]): [number, number][] =>
  [...row, undefined].map((stop, at) => [at === 0 ? 0 : row[at - 1]!.place + 1, stop ? stop.place + 1 : 0])

function timesOf(compiled: Compiled, row: readonly Stop[], drive: number, wishes: boolean) {
  const way = (a: Stop, b: Stop) => compiled.drive[(a.place + 1) * compiled.size + b.place + 1]!
  const starts = row.map(() => 0)
  let excess = 0
  const pivot = Math.max(
    0,
    row.findIndex((stop) => stop.fixedStart >= 0),
  )
  for (let at = pivot; at < row.length; at += 1) {
    const stop = row[at]!
    const ready = at === pivot ? 0 : starts[at - 1]! + row[at - 1]!.minutes + way(row[at - 1]!, stop)
    const earliest = Math.max(ready, compiled.from, wishes ? stop.wishFrom : 0)
    if (stop.fixedStart < 0) {
      starts[at] = Math.ceil(earliest / quarter) * quarter
      excess = Math.max(excess, starts[at]! + stop.minutes - compiled.to)
    } else {
      starts[at] = stop.fixedStart
      if (at > pivot && stop.fixedStart < ready) excess = Infinity
    }
  }
  for (let at = pivot - 1; at >= 0; at -= 1) {
    const latest = starts[at + 1]! - way(row[at]!, row[at + 1]!) - row[at]!.minutes
    starts[at] = Math.floor(latest / quarter) * quarter
    if (starts[at]! < compiled.from) excess = Infinity
    // A fixed visit may stand outside the hours; a free one before it may not.
    excess = Math.max(excess, starts[at]! + row[at]!.minutes - compiled.to)
  }
  if (row.length > 1)
    excess = Math.max(excess, spanOf(row, starts, drive) - compiled.problem.limits.dayMinutes)
  return { starts, excess }

  function spanOf(row: readonly Stop[], starts: readonly number[], drive: number): number {
    const last = row.length - 1
    let between = 0
    for (let at = 1; at <= last; at += 1) between += way(row[at - 1]!, row[at]!)
    // The legs from and to home are what the whole drive has beyond the ways between the stops.
    return starts[last]! + row[last]!.minutes - starts[0]! + (drive - between)
  }
}

const orders = new Map<number, readonly (readonly number[])[]>()
function ordersOf(count: number): readonly (readonly number[])[] {
  const known = orders.get(count)
  if (known) return known
  const made =
    count === 0
      ? [[]]
      : ordersOf(count - 1).flatMap((order) =>
          Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
        )
  orders.set(count, made)
  return made
}
