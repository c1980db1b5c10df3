// A short walk from draft to draft: small steps, worse ones taken while the threshold allows, the best kept.
import type { Compiled } from './compile-problem.ts'
import { daysOf } from './construct.ts'
import { type Draft, fits, lift, place } from './draft.ts'
import type { Random } from './random.ts'

const stepsPerVisit = 150
const mostSteps = 60_000
/** Tenths of a minute by which a step may be worse at the beginning. */
const firstThreshold = 250
const nearest = 6

/** Lowers the cost; every visit that has a day keeps one, and no rule is broken on the way. */
export function improve(draft: Draft, random: Random): void {
  const { compiled, dayOf } = draft
  const free = compiled.visits.flatMap((visit, at) => (visit.fixedDay < 0 && dayOf[at]! >= 0 ? [at] : []))
  if (free.length === 0) return
  const neighbours = neighboursOf(compiled)
  const steps = Math.min(mostSteps, stepsPerVisit * free.length)
  let best = draft.cost
  let bestDays = dayOf.slice()
  for (let step = 0; step < steps; step += 1) {
    const threshold = Math.floor((firstThreshold * (steps - step)) / steps)
    const at = free[random.below(free.length)]!
    const before = draft.cost
    const undo =
      random.below(5) > 0
        ? moveVisit(draft, at, aim(draft, at, neighbours, random))
        : random.below(2) > 0
          ? moveTrip(draft, at, anyDay(compiled, at, random))
          : swap(draft, at, free[random.below(free.length)]!)
    if (!undo) continue
    if (draft.cost - before > random.below(threshold + 1)) undo()
    else if (draft.cost < best) {
      best = draft.cost
      bestDays = dayOf.slice()
    }
  }
  for (const at of free) if (dayOf[at] !== bestDays[at]) lift(draft, at)
  for (const at of free) if (dayOf[at]! < 0) place(draft, at, bestDays[at]!)
}

type Undo = () => void

function moveVisit(draft: Draft, at: number, day: number): Undo | undefined {
  const from = draft.dayOf[at]!
  if (day === from || day < 0) return undefined
  lift(draft, at)
  if (!fits(draft, at, day)) {
    place(draft, at, from)
    return undefined
  }
  place(draft, at, day)
  return () => {
    lift(draft, at)
    place(draft, at, from)
  }
}

/** All free visits of the day move together to an empty one. */
function moveTrip(draft: Draft, at: number, day: number): Undo | undefined {
  const from = draft.dayOf[at]!
  const trip = draft.onDay[from]!.filter((other) => draft.compiled.visits[other]!.fixedDay < 0)
  if (day === from || day < 0 || draft.onDay[day]!.length > 0) return undefined
  const back = () => {
    for (const other of trip) lift(draft, other)
    for (const other of trip) place(draft, other, from)
  }
  for (const other of trip) lift(draft, other)
  for (const [turn, other] of trip.entries()) {
    if (fits(draft, other, day)) place(draft, other, day)
    else {
      for (const put of trip.slice(0, turn)) lift(draft, put)
      for (const put of trip) place(draft, put, from)
      return undefined
    }
  }
  return back
}

function swap(draft: Draft, a: number, b: number): Undo | undefined {
  const [dayA, dayB] = [draft.dayOf[a]!, draft.dayOf[b]!]
  if (dayA === dayB) return undefined
  const stand = (first: number, second: number) => {
    place(draft, a, first)
    place(draft, b, second)
  }
  lift(draft, a)
  lift(draft, b)
  if (!fits(draft, a, dayB)) {
    stand(dayA, dayB)
    return undefined
  }
  place(draft, a, dayB)
  if (!fits(draft, b, dayA)) {
    lift(draft, a)
    stand(dayA, dayB)
    return undefined
  }
  place(draft, b, dayA)
  return () => {
    lift(draft, a)
    lift(draft, b)
    stand(dayA, dayB)
  }
}

/** A day worth trying: with a neighbour, in step with the place's other visits, or any. */
function aim(draft: Draft, at: number, neighbours: readonly (readonly number[])[], random: Random): number {
  const { compiled, dayOf } = draft
  const visit = compiled.visits[at]!
  const choice = random.below(3)
  const near = choice === 0 ? neighbours[visit.place]! : choice === 1 ? [visit.place] : []
  const others = near.length === 0 ? [] : compiled.placeVisits[near[random.below(near.length)]!]!
  if (others.length === 0) return anyDay(compiled, at, random)
  const other = others[random.below(others.length)]!
  if (dayOf[other]! < 0 || other === at) return anyDay(compiled, at, random)
  if (choice === 0) return dayOf[other]!
  return dayOf[other]! + visit.mark - compiled.visits[other]!.mark + random.below(7) - 3
}

function anyDay(compiled: Compiled, at: number, random: Random): number {
  const [first, last] = daysOf(compiled, at)
  return last < first ? -1 : first + random.below(last - first + 1)
}

function neighboursOf({ size, drive, placeVisits }: Compiled): number[][] {
  return placeVisits.map((_, at) =>
    placeVisits
      .flatMap((visits, other) => {
        const way = drive[(at + 1) * size + other + 1]!
        return other === at || visits.length === 0 || Number.isNaN(way) ? [] : [{ other, way }]
      })
      .sort((a, b) => a.way - b.way || a.other - b.other)
      .slice(0, nearest)
      .map(({ other }) => other),
  )
}
