// The dates that would close the gaps of one office: the planner is asked beside everything that stands already.
import { type LocalDate, addDays } from '#kernel'
import type { FrequencyDemand } from '#law'
import {
  type Closure,
  type Demand,
  type PlaceId,
  type PlanProblem,
  type Visit,
  type VisitId,
  findConflict,
  planYear,
} from '#planner'
import type { OfficeId } from '#territory'
import type { Entry } from './calendar.ts'
import { type YearProblems, usualMeeting } from './year-problems.ts'

export type GapAnswer = {
  readonly demand: FrequencyDemand
  /** The planner's day, or what together leaves no day; both `null`: it could not tell. */
  readonly date: { readonly day: LocalDate; readonly start: string } | null
  readonly conflict: readonly Demand[] | null
}

/**
 * One answer for each demand of the office that no meeting answers.
 *
 * What stands in `entries` stays where it is, and other akims' meetings at a place keep their week around them.
 */
export function closeGaps(
  { offices, demandOf }: YearProblems,
  office: OfficeId,
  entries: readonly Entry[],
): GapAnswer[] {
  const problem = offices.find((one) => one.office === office)?.problem
  if (!problem) return []
  const own = entries.filter((entry) => entry.office === office)
  const free = new Map(Map.groupBy(own, keyOf))
  const missing = problem.visits.filter(({ id }) => {
    const key = keyOf(demandOf.get(id)!)
    const [first, ...rest] = free.get(key) ?? []
    if (first) free.set(key, rest)
    return !first
  })
  if (missing.length === 0) return []
  const beside = besideAll(problem, missing, own, entries)
  const plan = planYear(beside)
  return missing.map(({ id }): GapAnswer => {
    const demand = demandOf.get(id)!
    const date = plan.ok ? plan.value.dates.find(({ visit }) => visit === gapId(id)) : undefined
    return date
      ? { demand, date: { day: date.day, start: date.start }, conflict: null }
      : { demand, date: null, conflict: plan.ok ? findConflict(beside, gapId(id)) : null }
  })
}

function besideAll(
  problem: PlanProblem,
  missing: readonly Visit[],
  own: readonly Entry[],
  all: readonly Entry[],
): PlanProblem {
  const places = new Set(problem.places.map(({ id }) => id as string))
  const apart: Closure[] = all
    .filter((entry) => entry.office !== own[0]?.office && places.has(entry.unit))
    .map(({ day, unit }) => ({
      first: addDays(day, 1 - usualMeeting.apartDays),
      last: addDays(day, usualMeeting.apartDays - 1),
      place: unit as string as PlaceId,
      reason: 'other-akim',
    }))
  const standing = own.filter(({ unit }) => places.has(unit))
  return {
    ...problem,
    closed: [...problem.closed, ...apart],
    visits: [
      ...missing.map((visit) => ({ ...visit, id: gapId(visit.id) })),
      ...standing.map(({ id, unit, plannedMinutes }): Visit => ({
        id: id as string as VisitId,
        place: unit as string as PlaceId,
        minutes: plannedMinutes,
        period: problem.horizon,
        earliest: null,
        latest: null,
        weekdays: [],
        hours: null,
      })),
    ],
    fixed: standing.map(({ id, day, start }) => ({ visit: id as string as VisitId, day, start })),
  }
}

/** An added meeting may bear the id of the visit that is missing elsewhere: the two are kept apart. */
const gapId = (id: VisitId): VisitId => `gap ${id}` as VisitId

const keyOf = (one: { norm: string; office: string; unit: string; period: string }): string =>
  [one.norm, one.office, one.unit, one.period].join(' ')
