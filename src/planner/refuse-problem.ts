// The gate: what is no problem at all is refused by name before anything is computed.
import { daysBetween } from '#kernel'
import type { PlanProblem, PlanRefusal, Point } from './plan-problem.ts'

/** Years that a horizon may span; more is a slip of the pen. */
const longestHorizon = 3 * 366

/** Minutes after midnight of `HH:MM`; NaN for anything else. */
export const minuteOf = (time: string): number =>
  /^(?:[01]\d|2[0-4]):[0-5]\d$/.test(time) && time <= '24:00'
    ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    : Number.NaN

/** The first thing wrong with the problem, or `undefined`. */
export function refusalOf(problem: PlanProblem): PlanRefusal | undefined {
  return limitsRefusal(problem) ?? placesRefusal(problem) ?? visitsRefusal(problem) ?? fixedRefusal(problem)
}

function limitsRefusal({ horizon, hours, limits, evenness = 0 }: PlanProblem): PlanRefusal | undefined {
  const length = daysBetween(horizon.first, horizon.last) + 1
  if (!(length >= 1 && length <= longestHorizon)) return { code: 'bad-horizon', horizon }
  if (!(minuteOf(hours.from) < minuteOf(hours.to))) return { code: 'bad-hours', hours, visit: null }
  const ranges = {
    visitsPerDay: [1, 3],
    tripDaysPerWeek: [1, 7],
    gapDays: [1, 366],
    dayMinutes: [1, 1440],
  } as const
  for (const limit of ['visitsPerDay', 'tripDaysPerWeek', 'gapDays', 'dayMinutes'] as const) {
    const [least, most] = ranges[limit]
    const value = limits[limit]
    if (!Number.isInteger(value) || value < least || value > most) return { code: 'bad-limit', limit, value }
  }
  if (!Number.isInteger(evenness) || evenness < 0 || evenness > 1000)
    return { code: 'bad-limit', limit: 'evenness', value: evenness }
  return undefined
}

function placesRefusal({ home, places, road, closed }: PlanProblem): PlanRefusal | undefined {
  const known = new Set<string>()
  if (home && !isPoint(home)) return { code: 'bad-point', place: null }
  for (const place of places) {
    if (known.has(place.id)) return { code: 'listed-twice', what: 'place', id: place.id }
    known.add(place.id)
    if (place.point && !isPoint(place.point)) return { code: 'bad-point', place: place.id }
  }
  for (const { place } of closed)
    if (place !== null && !known.has(place)) return { code: 'no-such-place', place, visit: null }
  if (!road) return undefined
  const size = places.length + 1
  for (const table of [road.minutes, road.km]) {
    if (table.length !== size) return { code: 'bad-road', row: table.length, column: null }
    for (const [row, ways] of table.entries()) {
      if (ways.length !== size) return { code: 'bad-road', row, column: null }
      const column = ways.findIndex((way) => way !== null && !(way >= 0 && way < 100_000))
      if (column >= 0) return { code: 'bad-road', row, column }
    }
  }
  return undefined
}

function visitsRefusal({ places, visits }: PlanProblem): PlanRefusal | undefined {
  const known = new Set<string>(places.map((place) => place.id))
  const seen = new Set<string>()
  for (const visit of visits) {
    if (seen.has(visit.id)) return { code: 'listed-twice', what: 'visit', id: visit.id }
    seen.add(visit.id)
    if (!known.has(visit.place)) return { code: 'no-such-place', place: visit.place, visit: visit.id }
    if (!(Number.isInteger(visit.minutes) && visit.minutes >= 1 && visit.minutes <= 1440))
      return { code: 'bad-visit', visit: visit.id, field: 'minutes' }
    if (!(visit.period.first <= visit.period.last))
      return { code: 'bad-visit', visit: visit.id, field: 'period' }
    if (!visit.weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
      return { code: 'bad-visit', visit: visit.id, field: 'weekdays' }
    const wished = visit.hours
    if (wished && !(minuteOf(wished.from) < minuteOf(wished.to)))
      return { code: 'bad-hours', hours: wished, visit: visit.id }
  }
  return undefined
}

function fixedRefusal({ horizon, visits, fixed }: PlanProblem): PlanRefusal | undefined {
  const known = new Map(visits.map((visit) => [visit.id, visit]))
  const seen = new Set<string>()
  const stands: { visit: PlanProblem['fixed'][number]; from: number; to: number }[] = []
  for (const visit of fixed) {
    const due = known.get(visit.visit)
    if (!due) return { code: 'no-such-visit', visit: visit.visit }
    if (seen.has(visit.visit)) return { code: 'listed-twice', what: 'fixed', id: visit.visit }
    seen.add(visit.visit)
    if (!(visit.day >= horizon.first && visit.day <= horizon.last))
      return { code: 'fixed-outside-horizon', visit: visit.visit, day: visit.day }
    const from = minuteOf(visit.start)
    if (Number.isNaN(from))
      return { code: 'bad-hours', hours: { from: visit.start, to: visit.start }, visit: visit.visit }
    stands.push({ visit, from, to: from + due.minutes })
  }
  stands.sort((a, b) => (a.visit.day < b.visit.day ? -1 : a.visit.day > b.visit.day ? 1 : a.from - b.from))
  for (const [index, next] of stands.entries()) {
    const last = stands[index - 1]
    if (last && last.visit.day === next.visit.day && last.to > next.from)
      return { code: 'fixed-clash', visits: [last.visit.visit, next.visit.visit], day: next.visit.day }
  }
  return undefined
}

const isPoint = ({ latitude, longitude }: Point): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
