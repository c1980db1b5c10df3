// What a year comes to, in the units in which an office thinks.
import { weekday } from '#kernel'
import type { Plan, PlanProblem, PlannedVisit } from '#planner'

export type Figures = {
  readonly meetings: number
  readonly km: number
  /** At the wheel, in the year. */
  readonly roadMinutes: number
  readonly tripDays: number
  /** Σ days² by which gaps between visits to a place are off even, and how many gaps there are. */
  readonly unevenness: number
  readonly gaps: number
  /** Meetings held outside the wished weekdays or hours. */
  readonly wishesUnmet: number
  /** Dates that are not as they stand now. */
  readonly changed: number
  /** Visits without a day. */
  readonly unplaced: number
  /** Equivalent driving minutes of the year, and what no year of these visits can go below. */
  readonly cost: number
  readonly bound: number
}

/** Root mean square of days by which gaps are off even. */
export const daysOffEven = ({ unevenness, gaps }: Figures): number =>
  gaps > 0 ? Math.sqrt(unevenness / gaps) : 0

/** By what share the year may be above the best possible; `null` when no bound is proven. */
export const provenGap = ({ cost, bound }: Figures): number | null =>
  bound > 0 ? Math.max(0, (cost - bound) / bound) : null

/** A wish not met weighs as much as fifteen minutes at the wheel (as in the planner). */
const wishMinutes = 15

export function figuresOf(problem: PlanProblem, plan: Plan, changed: number, bound: number): Figures {
  const amount = (name: string) => plan.cost.terms.find((term) => term.name === name)?.amount ?? 0
  const due = new Map(problem.visits.map((visit) => [visit.id, visit]))
  const visited = Map.groupBy(plan.dates, ({ visit }) => due.get(visit)!.place)
  const unmet = unmetWishes(problem, plan.dates)
  return {
    meetings: plan.dates.length,
    km: plan.km,
    roadMinutes: amount('travel'),
    tripDays: amount('trip-days'),
    unevenness: amount('spacing'),
    gaps: [...visited.values()].reduce((sum, { length }) => sum + (length > 1 ? length : 0), 0),
    wishesUnmet: unmet,
    changed,
    unplaced: plan.unplaced.length,
    // Dates that stand are not weighed against wishes by the planner; here they are.
    cost: plan.cost.minutes + wishMinutes * (unmet - amount('preference')),
    bound,
  }
}

export const together = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([name, value]) => [name, value + one[name as keyof Figures]]),
      ) as Figures,
    nothing,
  )

const nothing: Figures = {
  meetings: 0,
  km: 0,
  roadMinutes: 0,
  tripDays: 0,
  unevenness: 0,
  gaps: 0,
  wishesUnmet: 0,
  changed: 0,
  unplaced: 0,
  cost: 0,
  bound: 0,
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function unmetWishes({ visits }: PlanProblem, dates: readonly PlannedVisit[]): number {
  const due = new Map(visits.map((visit) => [visit.id, visit]))
  let unmet = 0
  for (const { visit, day, start } of dates) {
    const { weekdays, hours, minutes } = due.get(visit)!
    if (weekdays.length > 0 && !weekdays.includes(weekday(day))) unmet += 1
    const from = minutesOf(start)
    if (hours && (from < minutesOf(hours.from) || from + minutes > minutesOf(hours.to))) unmet += 1
  }
  return unmet
}
