// Why a visit has no day, and the least that would have to give.
import { fromDayNumber } from '#kernel'
import type { Compiled } from './compile-problem.ts'
import { type Draft, bit, broken, tripOf } from './draft.ts'
import { type Relaxation, type Rule, type Unplaced, rules } from './plan.ts'

/** Which rule to give up first: what an office may settle by itself before what binds it. */
const gentlest: readonly Rule[] = [
  'window',
  'trip-days-per-week',
  'visits-per-day',
  'gap',
  'day-minutes',
  'hours',
  'closed',
  'working',
  'notice',
  'period',
]

/** More stops a day are no option, only a limit to what is asked. */
const mostStops = 3
const midnight = 24 * 60

/** The reason and the smallest single relaxation, with all other visits standing where they are. */
export function explainUnplaced(draft: Draft, at: number): Unplaced {
  const { compiled } = draft
  const byDay = Array.from({ length: compiled.days }, (_, day) => broken(draft, at, day, true))
  let left = byDay
  let reason: Rule = 'period'
  for (const rule of rules) {
    const still = left.filter((found) => !(found & bit[rule]))
    if (still.length < left.length) reason = rule
    left = still
    if (left.length === 0) break
  }
  let best: { rank: number; by: number; day: number } | undefined
  for (const [day, found] of byDay.entries()) {
    const rank = gentlest.findIndex((rule) => bit[rule] === found)
    if (rank < 0 || (gentlest[rank] === 'visits-per-day' && compiled.problem.limits.visitsPerDay === 3))
      continue
    const by = amountOf(draft, at, day, gentlest[rank]!)
    if (!Number.isFinite(by)) continue
    if (!best || rank < best.rank || (rank === best.rank && by < best.by)) best = { rank, by, day }
  }
  const relaxation: Relaxation | null = best
    ? {
        rule: gentlest[best.rank]!,
        by: best.by,
        day: fromDayNumber(compiled.firstDay + best.day),
        reasons: gentlest[best.rank] === 'closed' ? reasonsOf(compiled, at, best.day) : [],
      }
    : null
  return { visit: compiled.problem.visits[at]!.id, reason, relaxation }
}

function amountOf(draft: Draft, at: number, day: number, rule: Rule): number {
  const { compiled, dayOf } = draft
  const { limits } = compiled.problem
  const visit = compiled.visits[at]!
  const outside = (first: number, last: number) => Math.max(first - day, day - last)
  if (rule === 'window') return outside(visit.windowFirst, visit.windowLast)
  if (rule === 'period') return outside(visit.periodFirst, visit.periodLast)
  if (rule === 'notice') return compiled.noticeFrom - day
  if (rule === 'hours' || rule === 'day-minutes') {
    const trip = tripOf(draft, rule === 'hours' ? [at] : [...draft.onDay[day]!, at])
    const longest = rule === 'hours' ? compiled.to : Math.max(compiled.to, limits.dayMinutes)
    return trip.can || longest + trip.excess > midnight ? Infinity : trip.excess
  }
  // Fixed visits may have gone beyond a limit already.
  if (rule === 'trip-days-per-week') return draft.tripDays[compiled.week[day]!]! + 1 - limits.tripDaysPerWeek
  if (rule === 'visits-per-day') {
    const needed = draft.onDay[day]!.length + 1
    return needed > mostStops ? Infinity : needed - limits.visitsPerDay
  }
  if (rule !== 'gap') return 1
  const gaps = compiled.placeVisits[visit.place]!.flatMap((other) =>
    dayOf[other]! >= 0 ? [Math.abs(dayOf[other]! - day)] : [],
  )
  const nearest = Math.min(...gaps)
  return nearest === 0 ? Infinity : limits.gapDays - nearest
}

/** The reasons of the closures that lie on a day for the visit. */
export function reasonsOf({ problem, visits, firstDay }: Compiled, at: number, day: number): string[] {
  const date = fromDayNumber(firstDay + day)
  const place = problem.places[visits[at]!.place]!.id
  const closures = problem.closed.filter(
    (closure) =>
      closure.first <= date && date <= closure.last && (closure.place === null || closure.place === place),
  )
  return [...new Set(closures.map((closure) => closure.reason))]
}
