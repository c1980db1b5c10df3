// From problems to dates for every akim of a region: a proposal, what it costs and what could not be placed.
import { type LocalDate, type Result, done, refuse } from '#kernel'
import type { FrequencyDemand } from '#law'
import {
  type OfficePlan,
  type Plan,
  type PlanProblem,
  type PlanRefusal,
  type Unplaced,
  type VisitId,
  planOfficesOnThreads,
} from '#planner'
import type { OfficeId, UnitCode } from '#territory'
import type { Entry, MeetingId } from './calendar.ts'
import { type YearProblems, usualMeeting } from './year-problems.ts'

/** The year of one office: the problem with what its superiors leave of the year, and the plan that answers it. */
export type OfficeYear = {
  readonly office: OfficeId
  readonly problem: PlanProblem
  readonly plan: Plan
}

export type Proposal = {
  readonly entries: readonly Omit<Entry, 'calendar'>[]
  /** Visits that the law demands and no lawful day could be found for, with the rule that took the last one. */
  readonly unplaced: readonly (Unplaced & { readonly demand: FrequencyDemand })[]
  /** Of all offices; ways that are not known count as none. */
  readonly km: number
  /** Places to which an akim's way is not known: they are visited, but no trip joins them to others. */
  readonly unknownWays: readonly UnitCode[]
  /** Superiors first. */
  readonly offices: readonly OfficeYear[]
}

/**
 * Proposes a day and hour for every meeting that the law demands of the region's akims in the year.
 *
 * The same problems give the same proposal. Between two offices others have their turn. Refuses as the planner does, naming the office.
 */
export async function proposeYear({
  offices: problems,
  demandOf,
}: YearProblems): Promise<Result<Proposal, PlanRefusal & { office: OfficeId }>> {
  const entries: Omit<Entry, 'calendar'>[] = []
  const unplaced: (Unplaced & { demand: FrequencyDemand })[] = []
  const unknownWays = new Set<UnitCode>()
  const offices: OfficeYear[] = []
  let km = 0
  const asked = new Map<string, PlanProblem>()
  const { apartDays } = usualMeeting
  const planned = ({ office }: OfficePlan, problem: PlanProblem) => void asked.set(office, problem)
  const plans = await planOfficesOnThreads(problems, { apartDays }, { workers: 0, planned })
  for (const { office, outcome } of plans) {
    if (!outcome.ok) return refuse({ ...outcome.refusal, office: office as OfficeId })
    const plan = outcome.value
    for (const { visit, day, start } of plan.dates)
      entries.push(entryOf(visit, demandOf.get(visit)!, day, start))
    for (const left of plan.unplaced) unplaced.push({ ...left, demand: demandOf.get(left.visit)! })
    for (const note of plan.notes)
      if (note.code === 'way-unknown')
        for (const place of note.places) unknownWays.add(place as string as UnitCode)
    km += plan.km
    offices.push({ office: office as OfficeId, problem: asked.get(office)!, plan })
  }
  return done({ entries, unplaced, km, unknownWays: [...unknownWays].toSorted(), offices })
}

/** The meeting that a date of the plan is, before anybody touches it. */
export const entryOf = (
  visit: VisitId,
  demand: FrequencyDemand,
  day: LocalDate,
  start: string,
): Omit<Entry, 'calendar'> => ({
  id: visit as string as MeetingId,
  office: demand.office,
  unit: demand.unit as UnitCode,
  norm: demand.norm,
  period: demand.period,
  day,
  start,
  plannedMinutes: usualMeeting.minutes,
  form: demand.form === 'visiting' ? 'visiting' : 'stationary',
  proposedDay: day,
  moveReason: null,
})
