// Days for what has none yet: neighbours get neighbouring days, each place the same offset in every period.
import { type Compiled } from './compile-problem.ts'
import { type Draft, fits, lift, place } from './draft.ts'

/** Tenths of a minute for each day away from the place's offset: breaks ties, never a saving. */
const pull = 2

/** Places each free visit on the day where it costs least now; leaves out what fits nowhere. */
export function construct(draft: Draft): void {
  const { compiled } = draft
  const offset = offsetsOf(compiled)
  const free = compiled.visits.flatMap((visit, at) =>
    visit.fixedDay < 0 && draft.dayOf[at]! < 0 ? [at] : [],
  )
  if (free.length === 0) return
  const room = new Map(free.map((at) => [at, roomOf(compiled, at)]))
  // Visits with hardly a choice first; the rest along the chain of neighbours, each place's in order.
  const narrow = (at: number) => Math.min(room.get(at)!, 10)
  const turn = (at: number) => offset[compiled.visits[at]!.place]!
  free.sort(
    (a, b) =>
      narrow(a) - narrow(b) ||
      turn(a) - turn(b) ||
      compiled.visits[a]!.mark - compiled.visits[b]!.mark ||
      a - b,
  )
  for (const at of free) {
    const day = cheapestDay(draft, at, turn(at))
    if (day >= 0) place(draft, at, day)
  }
}

/** The fitting day of least cost for a visit that has none; -1 when no day fits. */
export function cheapestDay(draft: Draft, at: number, offset: number | null): number {
  const [first, last] = daysOf(draft.compiled, at)
  const aim = offset === null ? -1 : first + Math.floor(offset * (last - first + 1))
  let best = -1
  let least = Infinity
  for (let day = first; day <= last; day += 1) {
    if (!fits(draft, at, day)) continue
    const before = draft.cost
    place(draft, at, day)
    const cost = draft.cost - before + (aim < 0 ? 0 : pull * Math.abs(day - aim))
    lift(draft, at)
    if (cost < least) {
      least = cost
      best = day
    }
  }
  return best
}

/** First and last day that the visit's window, the horizon and the notice leave. */
export function daysOf(compiled: Compiled, at: number): [number, number] {
  const { windowFirst, windowLast } = compiled.visits[at]!
  return [Math.max(windowFirst, compiled.noticeFrom, 0), Math.min(windowLast, compiled.days - 1)]
}

/** How many days are open to a visit before any other is placed. */
export function roomOf(compiled: Compiled, at: number): number {
  const [first, last] = daysOf(compiled, at)
  const closed = compiled.placeClosed[compiled.visits[at]!.place]
  let room = 0
  for (let day = first; day <= last; day += 1)
    if (compiled.working[day] && !compiled.closed[day] && !closed?.[day]) room += 1
  return room
}

/** Where in its period each place is aimed at, 0 to 1: evenly along a chain from neighbour to nearest neighbour. */
function offsetsOf({ size, drive, placeVisits }: Compiled): Float64Array {
  const count = size - 1
  const offsets = new Float64Array(count)
  const left = new Set(placeVisits.flatMap((visits, at) => (visits.length > 0 ? [at] : [])))
  const total = left.size
  let here = 0
  for (let turn = 0; turn < total; turn += 1) {
    let next = -1
    let nearest = Infinity
    for (const at of left) {
      const way = drive[here * size + at + 1]!
      if (next < 0 || way < nearest) {
        next = at
        nearest = Number.isNaN(way) ? Infinity : way
      }
    }
    offsets[next] = (turn + 0.5) / total
    left.delete(next)
    here = next + 1
  }
  return offsets
}
