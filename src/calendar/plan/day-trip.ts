// One day of an akim on the road: from home from village to village and back.
import type { LocalDate } from '#kernel'
import { type PlaceId, type Point, type Way, wayTo } from '#planner'
import type { OfficeId } from '#territory'
import type { Standing, YearDesk } from './year-desk.ts'

export type DayTrip = {
  readonly home: Point | null
  readonly stops: readonly (Pick<Standing, 'id' | 'unit' | 'start'> & {
    readonly point: Point | null
    /** From the stop before, or from home; `null` where it is not known. */
    readonly way: Way | null
  })[]
  readonly back: Way | null
  /** Of the legs that are known. */
  readonly km: number
  readonly minutes: number
}

/** The trip of a day by the dates that stand; `null` when the akim has none on it or is not of the region. */
export function dayTrip({ problems, present }: YearDesk, office: OfficeId, day: LocalDate): DayTrip | null {
  const problem = problems.offices.find((one) => one.office === office)?.problem
  const meetings = present
    .filter((one) => one.office === office && one.day === day)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
  if (!problem || meetings.length === 0) return null
  const points = new Map<string, Point | null>(problem.places.map(({ id, point }) => [id, point]))
  const placeOf = (at: number): PlaceId | null =>
    (meetings[at]?.unit as string as PlaceId | undefined) ?? null
  const stops = meetings.map(({ id, unit, start }, at) => ({
    id,
    unit,
    start,
    point: points.get(unit) ?? null,
    way: wayTo(problem, placeOf(at - 1), placeOf(at)),
  }))
  const back = wayTo(problem, placeOf(meetings.length - 1), null)
  const known = [...stops.map(({ way }) => way), back].filter((way) => way !== null)
  return {
    home: problem.home,
    stops,
    back,
    km: known.reduce((sum, { km }) => sum + (km || 0), 0),
    minutes: known.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
