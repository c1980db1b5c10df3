// What a wish costs: the year planned with it, kept at any price, and without it.
import { type Effort, type PlanProblem, planYear, usualEffort } from '#planner'
import type { OfficeId } from '#territory'
import { problemOfOffice } from './alternatives.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Wish, keeping, noWishes, wishesOf, withWishes } from './wishes.ts'
import type { YearDesk } from './year-desk.ts'

export type WishPrice = {
  readonly wish: Wish
  /** In a year; below 0 the plan found nothing cheaper without the wish. */
  readonly km: number
  readonly minutes: number
  /** Meetings that find no day while the wish is kept. */
  readonly unplaced: number
}

/** The price of each wish of an office, all its closed seasons and days away kept beside it. */
export function priceWishes(
  desk: YearDesk,
  office: OfficeId,
  effort: Effort = usualEffort,
): readonly WishPrice[] {
  const wishes = desk.wishes.get(office)
  if (!wishes) return []
  const bare = {
    ...desk,
    wishes: new Map(desk.wishes).set(office, noWishes(wishes.region, office, wishes.year)),
  }
  const found = problemOfOffice(bare, office)
  if (!found) return []
  const one = { ...found.one.asked, problem: found.problem }
  const all = wishesOf(wishes)
  const firm = all.filter(({ kind }) => kind === 'season' || kind === 'away')
  const figures = (problem: PlanProblem): Figures | null => {
    const plan = planYear(problem, effort)
    return plan.ok ? figuresOf(problem, plan.value, 0, plan.value.bound) : null
  }
  return all.flatMap((wish): WishPrice[] => {
    const others = withWishes(
      one,
      firm.filter((other) => other !== wish),
    )
    const [kept, free] = [figures(keeping(others, wish).problem), figures(others.problem)]
    if (!kept || !free) return []
    return [
      {
        wish,
        km: kept.km - free.km,
        minutes: kept.roadMinutes - free.roadMinutes,
        unplaced: Math.max(0, kept.unplaced - free.unplaced),
      },
    ]
  })
}
