// Visits parted into trips at least cost, before any has a date; a day that stands already is one thing that others may join.
import { candidatesOf } from './candidates.ts'
import type { Compiled } from './compile-problem.ts'
import { preferenceOf, tenths, unwished } from './draft.ts'
import { type Partition, partition } from './partition.ts'
import { type TripCosts, never } from './trip-costs.ts'
import { bestTrip } from './trip.ts'

/** One free visit, or all fixed ones of a day; `day` is -1 while it is free. */
export type Thing = { readonly visits: readonly number[]; readonly day: number }

/** Things that may share a day with one of the others, and how they are best parted into trips. */
export type Parted = { readonly things: readonly Thing[]; readonly partition: Partition }

/** More things that may meet are not parted. */
const most = 100

/** Parts the visits that count into trips, those whose windows never meet apart from each other. */
export function partTrips(
  compiled: Compiled,
  costs: TripCosts,
  counts: (visit: number) => boolean = () => true,
): Parted[] {
  const { visits } = compiled
  const free = visits.flatMap((visit, at) => (visit.fixedDay < 0 && counts(at) ? [at] : []))
  free.sort((a, b) => visits[a]!.windowFirst - visits[b]!.windowFirst || a - b)
  const parts: { readonly first: number; last: number; readonly things: Thing[] }[] = []
  for (const at of free) {
    const { windowFirst, windowLast } = visits[at]!
    if (parts.length === 0 || windowFirst > parts.at(-1)!.last)
      parts.push({ first: windowFirst, last: windowLast, things: [] })
    const part = parts.at(-1)!
    part.things.push({ visits: [at], day: -1 })
    part.last = Math.max(part.last, windowLast)
  }
  for (const thing of standingOf(compiled)) {
    const part = parts.find(({ first, last }) => first <= thing.day && thing.day <= last)
    if (part) part.things.push(thing)
    else parts.push({ first: thing.day, last: thing.day, things: [thing] })
  }
  const known = new Map<string, Partition>()
  return parts.flatMap(({ things }) => {
    if (things.length > most) return []
    const key = keyOf(compiled, things)
    const made = known.get(key) ?? partThings(compiled, costs, things)
    if (key !== '') known.set(key, made)
    return [{ things, partition: made }]
  })
}

/** The days that stand, with their visits. */
function standingOf({ visits }: Compiled): Thing[] {
  const days = Map.groupBy(
    [...visits.keys()].filter((at) => visits[at]!.fixedDay >= 0),
    (at) => visits[at]!.fixedDay,
  )
  return [...days].map(([day, list]) => ({ visits: list, day }))
}

/** Alike where periods differ in nothing but their dates; empty where no two are alike. */
function keyOf({ visits }: Compiled, things: readonly Thing[]): string {
  const rows = things.map(({ visits: [at] }) => visits[at!]!)
  const { windowFirst, windowLast } = rows[0]!
  const alike = things.every(
    ({ day }, at) => day < 0 && rows[at]!.windowFirst === windowFirst && rows[at]!.windowLast === windowLast,
  )
  return alike ? rows.map((row) => `${row.kind}:${row.weekdays.join('')}`).join(' ') : ''
}

function partThings(compiled: Compiled, costs: TripCosts, things: readonly Thing[]): Partition {
  const { visits } = compiled
  const { visitsPerDay } = compiled.problem.limits
  const rows = things.map(({ visits: [at] }) => visits[at!]!)
  const stands = things.some(({ day }) => day >= 0)
  const meet = (a: number, b: number) =>
    a < 0 ||
    b < 0 ||
    (rows[a]!.place !== rows[b]!.place &&
      rows[a]!.windowFirst <= rows[b]!.windowLast &&
      rows[b]!.windowFirst <= rows[a]!.windowLast)
  const kind = (at: number) => (at < 0 ? -1 : rows[at]!.kind)
  return partition(things.length, visitsPerDay, (a, b, c) => {
    if (stands && [a, b, c].some((at) => at >= 0 && things[at]!.day >= 0))
      return joinDay(
        compiled,
        costs,
        [a, b, c].flatMap((at) => (at < 0 ? [] : [things[at]!])),
      )
    if (!meet(a, b) || !meet(b, c) || !meet(a, c)) return Infinity
    const cost = costs(kind(a), kind(b), kind(c))
    // What cannot be held alone is left out of every plan: it costs the bound nothing.
    if (cost >= never) return b < 0 ? 0 : Infinity
    return cost + tenths['trip-days'] + tenths.preference * unwished(rows[a], rows[b], rows[c])
  })
}

/** The cost of a day that stands with the free visits that join it; infinite where they cannot. */
function joinDay(compiled: Compiled, costs: TripCosts, things: readonly Thing[]): number {
  const { visits, problem, stops } = compiled
  const [standing, another] = things.filter(({ day }) => day >= 0)
  if (another) return Infinity
  const { day } = standing!
  const all = things.flatMap((thing) => thing.visits)
  if (things.length === 1 && all.length > 3) {
    const trip = bestTrip(
      compiled,
      all.map((at) => stops[visits[at]!.kind]!),
    )
    return trip.can ? tenths['trip-days'] + tenths.travel * trip.drive : Infinity
  }
  let wishes = 0
  if (things.length > 1) {
    if (all.length > problem.limits.visitsPerDay) return Infinity
    if (new Set(all.map((at) => visits[at]!.place)).size < all.length) return Infinity
    for (const one of things) {
      if (one === standing) continue
      if (!candidatesOf(compiled, one.visits[0]!).includes(day)) return Infinity
      wishes += preferenceOf(compiled, one.visits[0]!, day)
    }
  }
  const [a = -1, b = -1, c = -1] = all.map((at) => visits[at]!.kind)
  const cost = costs(a, b, c)
  return cost >= never ? Infinity : cost + tenths['trip-days'] + tenths.preference * wishes
}
