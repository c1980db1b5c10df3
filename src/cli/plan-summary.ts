// A whole plan in figures.
import type { OfficePlan, OfficeProblem, PlanRefusal } from '#planner'

export type PlanSummary = {
  readonly year: number
  readonly offices: number
  readonly visits: number
  readonly placed: number
  readonly unplaced: number
  readonly unplaced_by_reason: Readonly<Record<string, number>>
  readonly refused: readonly { readonly office: string; readonly refusal: PlanRefusal }[]
  readonly km: number
  readonly hours_driving: number
  readonly trip_days: number
  /** Root mean square of how far gaps are from even, days. */
  readonly spacing_rms_days: number
  readonly wishes_unmet: number
  /** Places that a visit is owed to and no way is known to. */
  readonly places_without_a_way: number
  readonly cost_minutes: number
  readonly bound_minutes: number
  /** Share by which the plan may be above the best possible. */
  readonly gap: number
}

export function summaryOf(
  year: number,
  offices: readonly OfficeProblem[],
  plans: readonly OfficePlan[],
): PlanSummary {
  const good = plans.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
  const sum = (of: (plan: (typeof good)[number]) => number) =>
    good.reduce((total, plan) => total + of(plan), 0)
  const amount = (name: string) =>
    sum((plan) => plan.cost.terms.find((term) => term.name === name)?.amount ?? 0)
  const reasons: Record<string, number> = {}
  for (const { reason } of good.flatMap(({ unplaced }) => unplaced))
    reasons[reason] = (reasons[reason] ?? 0) + 1
  const placed = sum(({ dates }) => dates.length)
  const [cost, bound] = [sum((plan) => plan.cost.minutes), sum((plan) => plan.bound)]
  return {
    year,
    offices: plans.length,
    visits: offices.reduce((total, { problem }) => total + problem.visits.length, 0),
    placed,
    unplaced: sum(({ unplaced }) => unplaced.length),
    unplaced_by_reason: reasons,
    refused: plans.flatMap(({ office, outcome }) =>
      outcome.ok ? [] : [{ office, refusal: outcome.refusal }],
    ),
    km: Math.round(sum((plan) => plan.km)),
    hours_driving: Math.round(amount('travel') / 60),
    trip_days: amount('trip-days'),
    spacing_rms_days: Math.round(100 * Math.sqrt(amount('spacing') / Math.max(1, placed))) / 100,
    wishes_unmet: amount('preference'),
    places_without_a_way: sum(({ notes }) =>
      notes.reduce((count, note) => count + (note.code === 'way-unknown' ? note.places.length : 0), 0),
    ),
    cost_minutes: Math.round(cost),
    bound_minutes: Math.round(bound),
    gap: bound > 0 ? Math.round(((cost - bound) / bound) * 1e5) / 1e5 : 0,
  }
}
