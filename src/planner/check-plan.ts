// The independent checker: reads problem and plan afresh, shares no code with the solver.
import { type LocalDate, addDays, daysBetween, weekday } from '#kernel'
import type { CostName, Plan, PlannedVisit } from './plan.ts'
import type { PlanProblem, Point, Visit, VisitId } from './plan-problem.ts'

export type Violation =
  | { readonly rule: BrokenRule; readonly visit: VisitId | null; readonly day: LocalDate | null }
  | { readonly rule: 'cost'; readonly term: CostName | 'total' }

type BrokenRule =
  | 'each-once'
  | 'fixed'
  | 'period'
  | 'window'
  | 'horizon'
  | 'working'
  | 'closed'
  | 'notice'
  | 'hours'
  | 'gap'
  | 'visits-per-day'
  | 'trip-days-per-week'
  | 'overlap'
  | 'road'
  | 'day-minutes'

type Stand = PlannedVisit & { readonly due: Visit; readonly from: number; readonly to: number }

/** Every hard rule that the plan breaks and every cost that it misstates; rules broken by fixed visits alone are theirs. */
export function checkPlan(problem: PlanProblem, plan: Plan): Violation[] {
  const found: Violation[] = []
  const say = (rule: BrokenRule, visit: VisitId | null, day: LocalDate | null) =>
    found.push({ rule, visit, day })

  const due = new Map(problem.visits.map((visit) => [visit.id, visit]))
  const times = new Map<VisitId, number>()
  for (const { visit } of [...plan.dates, ...plan.unplaced]) times.set(visit, (times.get(visit) ?? 0) + 1)
  for (const visit of problem.visits) if (times.get(visit.id) !== 1) say('each-once', visit.id, null)
  for (const visit of times.keys()) if (!due.has(visit)) say('each-once', visit, null)

  const stands = plan.dates.flatMap((date): Stand[] => {
    const visit = due.get(date.visit)
    const from = minutes(date.start)
    return visit ? [{ ...date, due: visit, from, to: from + visit.minutes }] : []
  })
  const fixedOf = new Map(problem.fixed.map((fixed) => [fixed.visit, fixed]))
  for (const fixed of problem.fixed) {
    const stand = stands.find((one) => one.visit === fixed.visit)
    if (stand?.day !== fixed.day || stand.start !== fixed.start) say('fixed', fixed.visit, fixed.day)
  }
  for (const stand of stands) {
    if (stand.fixed !== fixedOf.has(stand.visit)) say('fixed', stand.visit, stand.day)
    if (!stand.fixed) checkAlone(problem, stand, (rule) => say(rule, stand.visit, stand.day))
  }
  checkTogether(problem, stands, say)
  return [...found, ...misstated(problem, plan, stands).map((term): Violation => ({ rule: 'cost', term }))]
}

function checkAlone(problem: PlanProblem, { due, day, from, to }: Stand, say: (rule: BrokenRule) => void) {
  if (day < problem.horizon.first || day > problem.horizon.last) say('horizon')
  if (day < due.period.first || day > due.period.last) say('period')
  if ((due.earliest && day < due.earliest) || (due.latest && day > due.latest)) say('window')
  if (!problem.working.includes(day)) say('working')
  const shut = problem.closed.some(
    ({ first, last, place }) => first <= day && day <= last && (place === null || place === due.place),
  )
  if (shut) say('closed')
  if (day < problem.noticeFrom) say('notice')
  if (!(from >= minutes(problem.hours.from) && to <= minutes(problem.hours.to))) say('hours')
}

function checkTogether(
  problem: PlanProblem,
  stands: readonly Stand[],
  say: (rule: BrokenRule, visit: VisitId | null, day: LocalDate | null) => void,
) {
  const { limits } = problem
  const free = (list: readonly Stand[]) => list.some((stand) => !stand.fixed)
  for (const list of Map.groupBy(stands, (stand) => stand.due.place).values()) {
    const inOrder = list.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    for (const [index, a] of inOrder.entries())
      for (const b of inOrder.slice(index + 1)) {
        if (daysBetween(a.day, b.day) >= limits.gapDays) break
        if (!a.fixed || !b.fixed) say('gap', b.visit, b.day)
      }
  }
  const days = Map.groupBy(stands, (stand) => stand.day)
  const weeks = Map.groupBy(days.entries(), ([day]) => addDays(day, 1 - weekday(day)))
  for (const [monday, trips] of weeks) {
    const allFree = trips.some(([, list]) => list.every((stand) => !stand.fixed))
    if (trips.length > limits.tripDaysPerWeek && allFree) say('trip-days-per-week', null, monday)
  }
  for (const [day, list] of days) {
    if (!free(list)) continue
    if (list.length > limits.visitsPerDay) say('visits-per-day', null, day)
    const row = list.toSorted((a, b) => a.from - b.from)
    const first = row[0]!
    const last = row.at(-1)!
    for (const [index, next] of row.entries()) {
      const before = row[index - 1]
      if (!before) continue
      const way = wayBetween(problem, before.due.place, next.due.place)
      if (way === undefined) say('road', next.visit, day)
      else if (before.to + way > next.from && !(before.fixed && next.fixed)) say('overlap', next.visit, day)
      else if (before.to > next.from) say('overlap', next.visit, day)
    }
    const out = wayBetween(problem, null, first.due.place) ?? 0
    const back = wayBetween(problem, last.due.place, null) ?? 0
    if (row.length > 1 && last.to + back - (first.from - out) > limits.dayMinutes)
      say('day-minutes', null, day)
  }
}

/** Costs of the plan that differ from what its dates cost. */
function misstated(problem: PlanProblem, plan: Plan, stands: readonly Stand[]): (CostName | 'total')[] {
  let travel = 0
  let wishes = 0
  const days = Map.groupBy(stands, (stand) => stand.day)
  for (const list of days.values()) {
    const row = list.toSorted((a, b) => a.from - b.from)
    const stops = [null, ...row.map((stand) => stand.due.place), null]
    for (const [index, stop] of stops.entries())
      if (index > 0) travel += wayBetween(problem, stops[index - 1]!, stop) ?? 0
  }
  for (const { due, day, from, to, fixed } of stands) {
    if (fixed) continue
    if (due.weekdays.length > 0 && !due.weekdays.includes(weekday(day))) wishes += 1
    if (due.hours && !(from >= minutes(due.hours.from) && to <= minutes(due.hours.to))) wishes += 1
  }
  let load = 0
  for (const trips of Map.groupBy(days.keys(), (day) => addDays(day, 1 - weekday(day))).values())
    load += Math.max(0, trips.length - 1) ** 2
  const amounts: Record<CostName, number> = {
    travel,
    'trip-days': days.size,
    spacing: unevenness(problem, stands),
    preference: wishes,
    load,
  }
  const weights: Record<CostName, number> = {
    travel: 1,
    'trip-days': 30,
    spacing: (problem.evenness ?? 1) / 10,
    preference: 15,
    load: 10,
  }
  const wrong: (CostName | 'total')[] = []
  let total = 0
  for (const term of plan.cost.terms) {
    const minutes = amounts[term.name] * weights[term.name]
    total += minutes
    if (term.amount !== amounts[term.name] || Math.abs(term.minutes - minutes) > 0.001) wrong.push(term.name)
  }
  if (plan.cost.terms.length !== 5 || Math.abs(total - plan.cost.minutes) > 0.001) wrong.push('total')
  return wrong
}

/** Days² by which gaps differ from even ones, the gap into the next round included. */
function unevenness(problem: PlanProblem, stands: readonly Stand[]): number {
  const dayOf = new Map(stands.map((stand) => [stand.visit, stand.day]))
  let sum = 0
  for (const visits of Map.groupBy(problem.visits, (visit) => visit.place).values()) {
    const shares = [...Map.groupBy(visits, ({ period }) => `${period.first}/${period.last}`).values()]
    const marks = shares.flatMap((share) =>
      share.map((visit, turn) => {
        const length = daysBetween(visit.period.first, visit.period.last) + 1
        return {
          visit,
          mark: addDays(visit.period.first, Math.floor(((turn + 0.5) * length) / share.length)),
        }
      }),
    )
    const rank = (visit: Visit) => problem.visits.indexOf(visit)
    marks.sort((a, b) => daysBetween(b.mark, a.mark) || rank(a.visit) - rank(b.visit))
    const shifts = marks.flatMap(({ visit, mark }) => {
      const day = dayOf.get(visit.id)
      return day ? [daysBetween(mark, day)] : []
    })
    for (const [index, shift] of shifts.entries()) sum += (shift - shifts.at(index - 1)!) ** 2
  }
  return sum
}

/** Whole minutes at the wheel, `null` being the home; `undefined` where the way is not known. */
function wayBetween(
  { home, places, road }: PlanProblem,
  a: Visit['place'] | null,
  b: Visit['place'] | null,
): number | undefined {
  if (a === b) return 0
  const [i, j] = [a, b].map((id) => places.findIndex((place) => place.id === id) + 1) as [number, number]
  const given = road?.minutes[i]?.[j]
  if (given !== undefined && given !== null) return Math.round(given)
  const [from, to] = [i, j].map((at) => (at === 0 ? home : places[at - 1]!.point))
  return from && to ? Math.round(1.3 * greatCircle(from, to)) : undefined
}

function greatCircle(a: Point, b: Point): number {
  const turn = (degrees: number) => (degrees / 180) * Math.PI
  const [latA, latB] = [turn(a.latitude), turn(b.latitude)]
  const chord =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(turn(b.longitude - a.longitude) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':')
  return Number(hours) * 60 + Number(rest)
}
