// Several travellers, from the top down: where a superior comes, those below keep the day free or come along.
import { type Effort, usualEffort } from './anneal.ts'
import { type Coordination, type OfficePlan, type OfficeProblem, datesOf, openDiary } from './diary.ts'
import { planYear } from './plan-year.ts'

/**
 * Plans the offices in the order given, superiors first.
 *
 * A place visited by an earlier office is closed to later ones for `apartDays` around that day, or the later one
 * comes along when they are joined; so no hall is taken twice. An office that hosts the place has no visit
 * elsewhere on the day. One refused problem does not stop the others.
 */
export function planOffices(
  offices: readonly OfficeProblem[],
  coordination: Coordination,
  effort: Effort = usualEffort,
): OfficePlan[] {
  const diary = openDiary(coordination)
  return offices.map((office) => {
    const plan = { office: office.office, outcome: planYear(diary.problemOf(office), effort) }
    diary.enter(office, datesOf(plan))
    return plan
  })
}
