// Several travellers, from the top down: where a superior comes, those below keep the day free.
import { type LocalDate, type Result, addDays } from '#kernel'
import type { Plan } from './plan.ts'
import type { Closure, PlaceId, PlanProblem, PlanRefusal } from './plan-problem.ts'
import { planYear } from './plan-year.ts'

/** One traveller. `hosts`: places where he has to be present when a traveller named before him comes. */
export type OfficeProblem = {
  readonly office: string
  readonly problem: PlanProblem
  readonly hosts: readonly PlaceId[]
}
export type OfficePlan = { readonly office: string; readonly outcome: Result<Plan, PlanRefusal> }

/** `apartDays`: least days between visits of different travellers to one place; 1 means merely not on one day. */
export type Coordination = { readonly apartDays: number }

/** The reason of closures that come from a visit of this office. */
export const visitOf = (office: string): string => `visit-of ${office}`

/**
 * Plans the offices in the order given, superiors first.
 *
 * A place visited by an earlier office is closed to later ones for `apartDays` around that day; an office that
 * hosts the place has no visit anywhere on the day itself. One refused problem does not stop the others.
 */
export function planOffices(offices: readonly OfficeProblem[], coordination: Coordination): OfficePlan[] {
  const visited = new Map<PlaceId, { office: string; day: LocalDate }[]>()
  return offices.map(({ office, problem, hosts }) => {
    const closed: Closure[] = [...problem.closed]
    const within = (day: LocalDate) => day >= problem.horizon.first && day <= problem.horizon.last
    for (const host of hosts)
      for (const { office: other, day } of visited.get(host) ?? [])
        if (within(day)) closed.push({ first: day, last: day, place: null, reason: visitOf(other) })
    const around = coordination.apartDays - 1
    for (const { id } of problem.places)
      for (const { office: other, day } of visited.get(id) ?? [])
        closed.push({
          first: addDays(day, -around),
          last: addDays(day, around),
          place: id,
          reason: visitOf(other),
        })

    const outcome = planYear({ ...problem, closed })
    if (outcome.ok) {
      const placeOf = new Map(problem.visits.map((visit) => [visit.id, visit.place]))
      for (const { visit, day } of outcome.value.dates) {
        const place = placeOf.get(visit)!
        if (!visited.has(place)) visited.set(place, [])
        visited.get(place)!.push({ office, day })
      }
    }
    return { office, outcome }
  })
}
