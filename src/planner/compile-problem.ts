// The problem as numbers: days count from the first of the horizon, ways stand in one table, 0 is the home.
import { type LocalDate, dayNumber } from '#kernel'
import { type PlanProblem, usualEvenness } from './plan-problem.ts'
import { minuteOf } from './refuse-problem.ts'
import { wayBetween } from './way.ts'

/** What a trip needs to know of a stop; visits alike in this share a kind. */
export type Stop = {
  readonly place: number
  readonly minutes: number
  /** Wished hours in minutes after midnight; -1 where there is no wish. */
  readonly wishFrom: number
  readonly wishTo: number
  /** Minutes after midnight; -1 when the visit is free. */
  readonly fixedStart: number
}

export type VisitRow = {
  readonly place: number
  readonly kind: number
  readonly periodFirst: number
  readonly periodLast: number
  /** The period narrowed by earliest and latest. */
  readonly windowFirst: number
  readonly windowLast: number
  /** The middle of its share of the period: even spacing is measured between marks. */
  readonly mark: number
  readonly weekdays: readonly number[]
  /** -1 when the visit is free. */
  readonly fixedDay: number
}

export type Compiled = {
  readonly problem: PlanProblem
  readonly firstDay: number
  readonly days: number
  readonly working: Uint8Array
  readonly closed: Uint8Array
  /** Days closed at one place; `null` where there are none. */
  readonly placeClosed: readonly (Uint8Array | null)[]
  readonly noticeFrom: number
  readonly week: Int16Array
  readonly weeks: number
  readonly weekday: Uint8Array
  readonly visits: readonly VisitRow[]
  /** Visits of each place by mark. */
  readonly placeVisits: readonly (readonly number[])[]
  readonly stops: readonly Stop[]
  /** Minutes and km between stop places, row × `size` + column; NaN where unknown. */
  readonly size: number
  readonly drive: Float64Array
  readonly km: Float64Array
  readonly from: number
  readonly to: number
  /** Tenths of a minute for each day² off even. */
  readonly evenness: number
}

/** Turns a problem that has passed `refusalOf` into tables. */
export function compileProblem(problem: PlanProblem): Compiled {
  const firstDay = dayNumber(problem.horizon.first)
  const days = dayNumber(problem.horizon.last) - firstDay + 1
  const index = (day: LocalDate): number => dayNumber(day) - firstDay
  const mark = (into: Uint8Array, first: number, last: number) =>
    into.fill(1, Math.min(Math.max(first, 0), days), Math.min(Math.max(last + 1, 0), days))

  const working = new Uint8Array(days)
  for (const day of problem.working) mark(working, index(day), index(day))
  const placeAt = new Map(problem.places.map((place, at) => [place.id, at]))
  const closed = new Uint8Array(days)
  const placeClosed: (Uint8Array | null)[] = problem.places.map(() => null)
  for (const closure of problem.closed) {
    if (closure.place === null) mark(closed, index(closure.first), index(closure.last))
    else {
      const at = placeAt.get(closure.place)!
      mark((placeClosed[at] ??= new Uint8Array(days)), index(closure.first), index(closure.last))
    }
  }
  const week = new Int16Array(days)
  const weekday = new Uint8Array(days)
  const monday = (day: number) => Math.floor((day + 3) / 7)
  for (let day = 0; day < days; day += 1) {
    week[day] = monday(firstDay + day) - monday(firstDay)
    weekday[day] = firstDay + day + 3 - monday(firstDay + day) * 7 + 1
  }
  const { visits, stops } = compileVisits(problem, placeAt, index)
  const placeVisits: number[][] = problem.places.map(() => [])
  for (const [at, visit] of visits.entries()) placeVisits[visit.place]!.push(at)
  for (const list of placeVisits) list.sort((a, b) => visits[a]!.mark - visits[b]!.mark || a - b)

  return {
    problem,
    firstDay,
    days,
    working,
    closed,
    placeClosed,
    noticeFrom: index(problem.noticeFrom),
    week,
    weeks: week[days - 1]! + 1,
    weekday,
    visits,
    placeVisits,
    stops,
    ...compileWays(problem),
    from: minuteOf(problem.hours.from),
    to: minuteOf(problem.hours.to),
    evenness: problem.evenness ?? usualEvenness,
  }
}

function compileVisits(
  problem: PlanProblem,
  placeAt: Map<string, number>,
  index: (day: LocalDate) => number,
) {
  const fixed = new Map(problem.fixed.map((visit) => [visit.visit, visit]))
  const share = (visit: PlanProblem['visits'][number]) =>
    `${placeAt.get(visit.place)} ${visit.period.first} ${visit.period.last}`
  const shares = new Map<string, number>()
  for (const visit of problem.visits) shares.set(share(visit), (shares.get(share(visit)) ?? 0) + 1)
  const taken = new Map<string, number>()
  const kinds = new Map<string, number>()
  const stops: Stop[] = []

  const visits = problem.visits.map((visit): VisitRow => {
    const stands = fixed.get(visit.id)
    const periodFirst = index(visit.period.first)
    const periodLast = index(visit.period.last)
    const turn = taken.get(share(visit)) ?? 0
    taken.set(share(visit), turn + 1)
    const length = periodLast - periodFirst + 1
    const stop: Stop = {
      place: placeAt.get(visit.place)!,
      minutes: visit.minutes,
      wishFrom: visit.hours && !stands ? minuteOf(visit.hours.from) : -1,
      wishTo: visit.hours && !stands ? minuteOf(visit.hours.to) : -1,
      fixedStart: stands ? minuteOf(stands.start) : -1,
    }
    const name = `${stop.place} ${stop.minutes} ${stop.wishFrom} ${stop.wishTo} ${stop.fixedStart}`
    if (!kinds.has(name)) kinds.set(name, stops.push(stop) - 1)
    return {
      place: stop.place,
      kind: kinds.get(name)!,
      periodFirst,
      periodLast,
      windowFirst: Math.max(periodFirst, visit.earliest ? index(visit.earliest) : periodFirst),
      windowLast: Math.min(periodLast, visit.latest ? index(visit.latest) : periodLast),
      mark: periodFirst + Math.floor(((2 * turn + 1) * length) / (2 * shares.get(share(visit))!)),
      weekdays: stands ? [] : visit.weekdays,
      fixedDay: stands ? index(stands.day) : -1,
    }
  })
  return { visits, stops }
}

function compileWays(problem: PlanProblem) {
  const size = problem.places.length + 1
  const drive = new Float64Array(size * size).fill(Number.NaN)
  const km = new Float64Array(size * size).fill(Number.NaN)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const way = wayBetween(problem, row, column)
      if (!way) continue
      drive[row * size + column] = way.minutes
      km[row * size + column] = way.km
    }
  }
  return { size, drive, km }
}
