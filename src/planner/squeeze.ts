// For a visit that fits nowhere: others make room for it, or a small year is searched to the end.
import { cheapestDay, daysOf, roomOf } from './construct.ts'
import { type Draft, bit, broken, fits, lift, place, spoiled } from './draft.ts'

/** Questions asked of the draft before giving up: a bound on time, not on truth. */
const patience = 200_000
/** Up to so many free visits the search goes to the end. */
const small = 12

/** Places as many of the visits that have no day as it can, moving free ones about. */
export function squeeze(draft: Draft): void {
  const budget = { left: patience }
  for (const at of homeless(draft)) if (budget.left > 0) makeRoom(draft, at, 2, budget, new Set([at]))
  if (homeless(draft).length > 0) searchAll(draft)
}

const homeless = ({ compiled, dayOf }: Draft): number[] =>
  compiled.visits.flatMap((_, at) => (dayOf[at]! < 0 && roomOf(compiled, at) > 0 ? [at] : []))

type Budget = { left: number }

/** Places the visit, sending those in its way elsewhere, `depth` sendings deep; leaves all as it was if it fails. */
function makeRoom(draft: Draft, at: number, depth: number, budget: Budget, settled: Set<number>): boolean {
  const free = cheapestDay(draft, at, null)
  const [first, last] = daysOf(draft.compiled, at)
  budget.left -= last - first + 1
  if (free >= 0) {
    place(draft, at, free)
    return true
  }
  if (depth === 0) return false
  for (let day = first; day <= last && budget.left > 0; day += 1) {
    for (const moved of inTheWay(draft, at, day)) {
      if (moved.some((other) => settled.has(other) || draft.compiled.visits[other]!.fixedDay >= 0)) continue
      const before = [...draft.dayOf]
      for (const other of moved) lift(draft, other)
      budget.left -= 1
      if (fits(draft, at, day)) {
        place(draft, at, day)
        const all = new Set([...settled, ...moved])
        const housed = moved.every((other) => makeRoom(draft, other, depth - 1, budget, all))
        if (housed && draft.cost < spoiled) return true
      }
      restore(draft, before)
    }
  }
  return false
}

/** Sets of visits any of which, gone, might let the visit in on the day. */
function inTheWay(draft: Draft, at: number, day: number): number[][] {
  const { compiled, dayOf, onDay } = draft
  const found = broken(draft, at, day, true)
  const hopeless = bit.working | bit.closed | bit.notice | bit.hours | bit.period | bit.window
  if (found & hopeless) return []
  const near =
    found & bit.gap
      ? compiled.placeVisits[compiled.visits[at]!.place]!.filter(
          (other) => dayOf[other]! >= 0 && Math.abs(dayOf[other]! - day) < compiled.problem.limits.gapDays,
        )
      : []
  const join = (set: readonly number[]) => [...new Set([...near, ...set])]
  if (found & (bit['visits-per-day'] | bit.road | bit['day-minutes'])) {
    const list = onDay[day]!
    return [...list.map((other) => join([other])), ...(list.length > 1 ? [join(list)] : [])]
  }
  if (found & bit['trip-days-per-week']) {
    const sets: number[][] = []
    for (let other = Math.max(0, day - 6); other <= Math.min(compiled.days - 1, day + 6); other += 1)
      if (compiled.week[other] === compiled.week[day] && onDay[other]!.length > 0)
        sets.push(join(onDay[other]!))
    return sets
  }
  return [near]
}

function restore(draft: Draft, before: readonly number[]): void {
  for (const [at, day] of before.entries())
    if (draft.dayOf[at]! >= 0 && draft.dayOf[at] !== day) lift(draft, at)
  for (const [at, day] of before.entries()) if (day >= 0 && draft.dayOf[at]! < 0) place(draft, at, day)
}

/** Tries every calendar of a small year for one that leaves out fewer. */
function searchAll(draft: Draft): void {
  const { compiled, dayOf } = draft
  const free = compiled.visits.flatMap((visit, at) =>
    visit.fixedDay < 0 && roomOf(compiled, at) > 0 ? [at] : [],
  )
  if (free.length > small) return
  free.sort((a, b) => roomOf(compiled, a) - roomOf(compiled, b) || a - b)
  let best = [...dayOf]
  let most = free.filter((at) => dayOf[at]! >= 0).length
  let left = patience
  for (const at of free) if (dayOf[at]! >= 0) lift(draft, at)

  const visit = (turn: number, placed: number): boolean => {
    if (placed > most) {
      most = placed
      best = [...dayOf]
    }
    if (turn === free.length || placed + free.length - turn <= most) return most === free.length
    const at = free[turn]!
    const [first, last] = daysOf(compiled, at)
    for (let day = first; day <= last; day += 1) {
      if ((left -= 1) < 0) return true
      if (!fits(draft, at, day)) continue
      place(draft, at, day)
      const done = visit(turn + 1, placed + 1)
      lift(draft, at)
      if (done) return true
    }
    return visit(turn + 1, placed)
  }
  visit(0, 0)
  restore(draft, best)
}
