// How cheap a plan of these visits can be at best: trips without dates, and dates without trips.
import { candidatesOf } from './candidates.ts'
import type { Compiled, VisitRow } from './compile-problem.ts'
import { type Draft, loadOf, preferenceOf, tenths, tripOf } from './draft.ts'
import { type Partition, partition } from './partition.ts'
import { type TripCosts, never } from './trip-costs.ts'

/** Above so many visits that may meet, the bound asks each for its own ways only. */
const most = 100

/** Visits that may share a day with one of the others, and how they are best parted into trips. */
export type Parted = { readonly visits: readonly number[]; readonly partition: Partition }

/** Parts the free visits into trips, those whose windows never meet apart from each other. */
export function partTrips(
  compiled: Compiled,
  costs: TripCosts,
  counts: (visit: number) => boolean = () => true,
): Parted[] {
  const free = compiled.visits.flatMap((visit, at) => (visit.fixedDay < 0 && counts(at) ? [at] : []))
  free.sort((a, b) => compiled.visits[a]!.windowFirst - compiled.visits[b]!.windowFirst || a - b)
  const parts: number[][] = []
  let until = -1
  for (const at of free) {
    const { windowFirst, windowLast } = compiled.visits[at]!
    if (parts.length === 0 || windowFirst > until) parts.push([])
    parts.at(-1)!.push(at)
    until = Math.max(until, windowLast)
  }
  const known = new Map<string, Partition>()
  return parts.flatMap((visits) => {
    if (visits.length > most) return []
    const rows = visits.map((at) => compiled.visits[at]!)
    const alike = rows.every(
      (row) => row.windowFirst === rows[0]!.windowFirst && row.windowLast === rows[0]!.windowLast,
    )
    const key = alike ? rows.map((row) => `${row.kind}:${row.weekdays.join('')}`).join(' ') : ''
    const before = known.get(key)
    if (before && alike) return [{ visits, partition: before }]
    const meet = (a: number, b: number) =>
      a < 0 ||
      b < 0 ||
      (rows[a]!.place !== rows[b]!.place &&
        rows[a]!.windowFirst <= rows[b]!.windowLast &&
        rows[b]!.windowFirst <= rows[a]!.windowLast)
    const kind = (at: number) => (at < 0 ? -1 : rows[at]!.kind)
    const made = partition(visits.length, compiled.problem.limits.visitsPerDay, (a, b, c) => {
      if (!meet(a, b) || !meet(b, c) || !meet(a, c)) return Infinity
      const cost = costs(kind(a), kind(b), kind(c))
      // What cannot be held alone is left out of every plan: it costs the bound nothing.
      if (cost >= never) return b < 0 ? 0 : Infinity
      return cost + tenths['trip-days'] + unwished(rows[a], rows[b], rows[c])
    })
    if (alike) known.set(key, made)
    return [{ visits, partition: made }]
  })
}

/** A trip has one weekday for all its visits: what the best one leaves unmet. */
function unwished(...trip: readonly (VisitRow | undefined)[]): number {
  const wishes = trip.flatMap((row) => (row && row.weekdays.length > 0 ? [row.weekdays] : []))
  if (wishes.length < 2) return 0
  let least = wishes.length
  for (let day = 1; day <= 7; day += 1)
    least = Math.min(least, wishes.filter((weekdays) => !weekdays.includes(day)).length)
  return tenths.preference * least
}

/**
 * Tenths of a minute that no plan of the draft's visits can go below.
 *
 * Fixed visits take their days as they stand; beside them the trips of free visits are bounded only where all
 * visits are free, for a free visit may join a fixed one's day.
 */
export function boundOf(draft: Draft, costs: TripCosts, whole: readonly Parted[]): number {
  const { compiled, dayOf } = draft
  const placed = (at: number) => dayOf[at]! >= 0
  let bound = 0
  let wishes = true
  if (compiled.visits.every((visit) => visit.fixedDay < 0)) {
    // What was left out costs nothing; without it the trips of the others are parted anew.
    const parts = draft.dayOf.every((day) => day >= 0) ? whole : partTrips(compiled, costs, placed)
    // The parts hold what trips leave unwished; a visit's own lack of wished days would count twice.
    wishes = parts.length === 0
    const covered = new Set(parts.flatMap(({ visits }) => visits))
    for (const part of parts) bound += part.partition.lower + leastLoad(compiled, part)
    bound += ownWays(
      compiled,
      [...compiled.visits.keys()].filter((at) => placed(at) && !covered.has(at)),
    )
  } else bound += besideFixed(draft)
  for (const list of compiled.placeVisits) bound += datesBound(compiled, list.filter(placed), wishes)
  return bound
}

/** The fewest trip days of a part spread evenly over its open weeks: no other spread weighs less. */
function leastLoad(compiled: Compiled, { visits, partition }: Parted): number {
  const weeks = new Set<number>()
  for (const list of new Set(visits.map((at) => candidatesOf(compiled, at))))
    for (const day of list) weeks.add(compiled.week[day]!)
  if (partition.fewest <= weeks.size) return 0
  const each = Math.floor(partition.fewest / weeks.size)
  const more = partition.fewest - each * weeks.size
  return tenths.load * ((weeks.size - more) * loadOf(each) + more * loadOf(each + 1))
}

/** Where some visits are fixed or left out: the days that stand, which further stops make no shorter than empty. */
function besideFixed(draft: Draft): number {
  const { compiled } = draft
  const shut = (day: number) => day < compiled.noticeFrom || !compiled.working[day] || compiled.closed[day]
  let bound = 0
  for (const [day, list] of draft.onDay.entries()) {
    const fixed = list.filter((at) => compiled.visits[at]!.fixedDay >= 0)
    if (fixed.length === 0) continue
    bound += tenths['trip-days']
    const trip = tripOf(draft, fixed)
    if (shut(day) && trip.can) bound += tenths.travel * trip.drive
  }
  return bound
}

/** Each stop is reached from somewhere: its shortest way in, and its share of a trip day. */
function ownWays({ visits, size, drive, problem }: Compiled, list: readonly number[]): number {
  let sum = 0
  for (const at of list) {
    const column = visits[at]!.place + 1
    let least = Infinity
    for (let row = 0; row < size; row += 1) {
      const way = drive[row * size + column]!
      if (row !== column) least = Math.min(least, Number.isNaN(way) ? (row === 0 ? 0 : Infinity) : way)
    }
    sum += tenths.travel * least
  }
  return sum + tenths['trip-days'] * Math.ceil(list.length / problem.limits.visitsPerDay)
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
