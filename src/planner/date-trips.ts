// Dates for trips that are known: the same offset in every period, found for all periods of a group at once.
import { candidatesOf } from './candidates.ts'
import type { Compiled } from './compile-problem.ts'
import { type Draft, bit, broken, loadOf, place, preferenceOf, tenths } from './draft.ts'
import type { Parted } from './part-trips.ts'
import type { Random } from './random.ts'

/** Days about the offset that are looked at. */
const reach = 9
/** Days between the middle of a period and its trip: half a year covers every period of law. */
const furthest = 200

/** Free visits of a trip, and the day on which others of it stand already, or -1. */
type Group = { readonly visits: readonly number[]; readonly mark: number; readonly day: number }

/** Gives the parted trips their days where whole trips find one; the rest is left without. */
export function dateTrips(draft: Draft, parts: readonly Parted[], random: Random): void {
  const { compiled } = draft
  const rings = new Map<string, Group[]>()
  for (const { things, partition } of parts)
    for (const set of partition.sets) {
      const all = set.flatMap((at) => things[at]!.visits).sort((a, b) => a - b)
      const key = all.map((at) => compiled.visits[at]!.place).join(' ')
      if (!rings.has(key)) rings.set(key, [])
      rings.get(key)!.push({
        visits: all.filter((at) => compiled.visits[at]!.fixedDay < 0),
        mark: compiled.visits[all[0]!]!.mark,
        day: Math.max(...set.map((at) => things[at]!.day)),
      })
    }
  const open = [...rings.values()].map((ring) => ({
    ring,
    rows: ring.map((group) => daysOpenTo(compiled, group)),
  }))
  const narrowest = (rows: readonly Uint8Array[]) =>
    Math.min(...rows.map((row) => row.reduce((a, b) => a + b, 0)))
  open.sort((a, b) => narrowest(a.rows) - narrowest(b.rows))
  for (const { ring, rows } of open) dateRing(draft, ring, rows, random)
}

function daysOpenTo(compiled: Compiled, { visits: group, day: stands }: Group): Uint8Array {
  const row = new Uint8Array(compiled.days)
  if (stands >= 0) return row.fill(1, stands, stands + 1)
  for (const at of group) for (const day of candidatesOf(compiled, at)) row[day]! += 1
  for (const [day, count] of row.entries()) row[day] = count === group.length ? 1 : 0
  return row
}

function dateRing(draft: Draft, ring: readonly Group[], rows: readonly Uint8Array[], random: Random): void {
  const { compiled } = draft
  const { week, days } = compiled
  const limit = compiled.problem.limits.tripDaysPerWeek
  // The cost of a free day for each trip, without its offset; infinite where it cannot stand.
  const costs = ring.map(({ visits, day: stands }, turn) => {
    const row = new Float64Array(days).fill(Infinity)
    if (stands >= 0) row[stands] = 0
    for (let day = 0; day < days; day += 1) {
      const trips = draft.tripDays[week[day]!]!
      if (!rows[turn]![day] || draft.onDay[day]!.length > 0 || trips >= limit) continue
      let cost = tenths.load * (loadOf(trips + 1) - loadOf(trips))
      for (const at of visits) cost += tenths.preference * preferenceOf(compiled, at, day)
      row[day] = cost
    }
    return row
  })
  let best = Infinity
  let bestDays: number[] = []
  let alike = 0
  for (let shift = -furthest; shift <= furthest; shift += 1) {
    let sum = 0
    const chosen: number[] = []
    for (const [turn, { mark, visits }] of ring.entries()) {
      const row = costs[turn]!
      let least = Infinity
      let choice = -1
      for (let off = -reach; off <= reach; off += 1) {
        const day = mark + shift + off
        if (day < 0 || day >= days) continue
        const cost = row[day]! + visits.length * off * off
        if (cost < least) {
          least = cost
          choice = day
        }
      }
      // A period that this offset misses is dated by itself afterwards.
      sum += least === Infinity ? 100_000 : least
      chosen.push(choice)
    }
    if (sum > best) continue
    // Of offsets that cost the same one is drawn: else all travellers would set out at once.
    alike = sum < best ? 1 : alike + 1
    best = sum
    if (random.below(alike) === 0) bestDays = chosen
  }
  for (const [turn, { visits }] of ring.entries()) {
    const day = bestDays[turn] ?? -1
    if (day < 0 || (draft.onDay[day]!.length > 0 && day !== ring[turn]!.day)) continue
    for (const at of visits)
      if ((broken(draft, at, day) & ~bit.road & ~bit['day-minutes']) === 0) place(draft, at, day)
  }
}
