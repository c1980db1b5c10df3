// How cheap a plan of these visits can be at best: trips without dates, and dates without trips.
import { candidatesOf } from './candidates.ts'
import type { Compiled } from './compile-problem.ts'
import { type Draft, loadOf, preferenceOf, tenths } from './draft.ts'
import { type Parted, partTrips } from './part-trips.ts'
import type { TripCosts } from './trip-costs.ts'

/**
 * Tenths of a minute that no plan of the draft's visits can go below.
 *
 * Fixed visits take their days as they stand; free ones may join them.
 */
export function boundOf(draft: Draft, costs: TripCosts, whole: readonly Parted[]): number {
  const { compiled, dayOf } = draft
  const placed = (at: number) => dayOf[at]! >= 0
  // What was left out costs nothing; without it the trips of the others are parted anew.
  const parts = dayOf.every((day) => day >= 0) ? whole : partTrips(compiled, costs, placed)
  // The parts hold what trips leave unwished; a visit's own lack of wished days would count twice.
  const wishes = parts.length === 0
  const covered = new Set(parts.flatMap(({ things }) => things.flatMap(({ visits }) => visits)))
  const others = [...compiled.visits.keys()].filter((at) => placed(at) && !covered.has(at))
  let bound = leastLoad(compiled, parts) + ownWays(compiled, others)
  for (const { partition } of parts) bound += partition.lower
  for (const list of compiled.placeVisits) bound += datesBound(compiled, list.filter(placed), wishes)
  return bound
}

/** What weeks weigh at least: their standing trip days, or the fewest trip days spread evenly over the open weeks. */
function leastLoad(compiled: Compiled, parts: readonly Parted[]): number {
  const standing = new Set(compiled.visits.map(({ fixedDay }) => fixedDay))
  standing.delete(-1)
  let load = 0
  if (standing.size > 0) {
    const trips = new Int32Array(compiled.weeks)
    for (const day of standing) trips[compiled.week[day]!]! += 1
    for (const count of trips) load += loadOf(count)
    return tenths.load * load
  }
  for (const { things, partition } of parts) {
    const weeks = new Set<number>()
    for (const list of new Set(things.map(({ visits }) => candidatesOf(compiled, visits[0]!))))
      for (const day of list) weeks.add(compiled.week[day]!)
    if (partition.fewest <= weeks.size) continue
    const each = Math.floor(partition.fewest / weeks.size)
    const more = partition.fewest - each * weeks.size
    load += (weeks.size - more) * loadOf(each) + more * loadOf(each + 1)
  }
  return tenths.load * load
}

/** Each free stop is reached from somewhere: its shortest way in; and all have their share of a trip day. */
function ownWays({ visits, size, drive, problem }: Compiled, list: readonly number[]): number {
  let sum = 0
  for (const at of list) {
    if (visits[at]!.fixedDay >= 0) continue
    const column = visits[at]!.place + 1
    let least = Infinity
    for (let row = 0; row < size; row += 1) {
      const way = drive[row * size + column]!
      if (row !== column) least = Math.min(least, Number.isNaN(way) ? (row === 0 ? 0 : Infinity) : way)
    }
    sum += tenths.travel * least
  }
  const standing = new Set(list.flatMap((at) => (visits[at]!.fixedDay >= 0 ? [visits[at]!.fixedDay] : [])))
  const free = list.filter((at) => visits[at]!.fixedDay < 0).length
  // A day that stands may hold more visits than the limit allows.
  const room = standing.size * (problem.limits.visitsPerDay - 1)
  return (
    sum +
    tenths['trip-days'] * (standing.size + Math.ceil(Math.max(0, free - room) / problem.limits.visitsPerDay))
  )
}

/** The best dates of one place alone: spacing and wished weekdays over its open days, the ring closed. */
export function datesBound(compiled: Compiled, list: readonly number[], wishes: boolean): number {
  if (list.length === 0) return 0
  const { evenness } = compiled
  const rows = list.map((at) => {
    const { fixedDay, mark } = compiled.visits[at]!
    const days = fixedDay >= 0 ? [fixedDay] : [...candidatesOf(compiled, at)]
    return days.map((day) => ({
      shift: day - mark,
      cost: wishes ? tenths.preference * preferenceOf(compiled, at, day) : 0,
    }))
  })
  const cheapest = (row: (typeof rows)[number]) => Math.min(...row.map(({ cost }) => cost))
  const floor = rows.reduce((sum, row) => sum + cheapest(row), 0)
  if (rows.length === 1) return floor
  // A calendar in step, as a start: no gap of a better one is further off than its whole cost.
  let best = Infinity
  for (const { shift } of rows[0]!) {
    let last = shift
    let sum = 0
    for (const [turn, row] of rows.entries()) {
      let least = Infinity
      let choice = last
      for (const one of row) {
        const cost =
          one.cost + (turn === 0 ? (one.shift === shift ? 0 : Infinity) : evenness * (one.shift - last) ** 2)
        if (cost < least) {
          least = cost
          choice = one.shift
        }
      }
      sum += least
      last = choice
    }
    best = Math.min(best, sum + evenness * (last - shift) ** 2)
    if (best <= floor) return best
  }
  for (const first of rows[0]!) {
    let level = [{ shift: first.shift, cost: first.cost }]
    for (const row of rows.slice(1)) {
      const next: typeof level = []
      for (const one of row) {
        let least = Infinity
        for (const before of level)
          least = Math.min(least, before.cost + evenness * (one.shift - before.shift) ** 2)
        if (least + one.cost < best) next.push({ shift: one.shift, cost: least + one.cost })
      }
      level = next
    }
    for (const last of level) best = Math.min(best, last.cost + evenness * (last.shift - first.shift) ** 2)
    if (best <= floor) break
  }
  return best
}
