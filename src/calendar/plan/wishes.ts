// What an office wishes of its year: days of the week, hours, seasons in which a place cannot be reached, days away.
import { type LocalDate, weekday } from '#kernel'
import type { Closure, Hours, OfficeProblem, PlaceId, PlanProblem } from '#planner'
import type { OfficeId, UnitCode } from '#territory'

/** Days from `first` to `last`, both included. */
export type Days = { readonly first: LocalDate; readonly last: LocalDate }

/** Weekdays and hours are kept where they can be; on days away and in closed seasons nothing is held. */
export type OfficeWishes = {
  readonly region: UnitCode
  readonly office: OfficeId
  readonly year: number
  /** Rises by one with each change, 0 while nothing was ever wished; an edit names the revision that it saw. */
  readonly revision: number
  /** 1 Monday … 7 Sunday; none: any day is welcome. */
  readonly weekdays: readonly number[]
  readonly hours: Hours | null
  readonly seasons: readonly (Days & { readonly place: UnitCode })[]
  readonly away: readonly Days[]
}

/** One wish by itself, as it is priced and named. */
export type Wish =
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] }
  | { readonly kind: 'hours'; readonly hours: Hours }
  | ({ readonly kind: 'season'; readonly place: UnitCode } & Days)
  | ({ readonly kind: 'away' } & Days)

export const noWishes = (region: UnitCode, office: OfficeId, year: number): OfficeWishes => ({
  region,
  office,
  year,
  revision: 0,
  weekdays: [],
  hours: null,
  seasons: [],
  away: [],
})

export const wishesOf = ({ weekdays, hours, seasons, away }: OfficeWishes): readonly Wish[] => [
  ...(weekdays.length > 0 ? [{ kind: 'weekdays' as const, weekdays }] : []),
  ...(hours ? [{ kind: 'hours' as const, hours }] : []),
  ...seasons.map((season) => ({ kind: 'season' as const, ...season })),
  ...away.map((days) => ({ kind: 'away' as const, ...days })),
]

/** The office's problem with its wishes: places it does not visit are left out. */
export function withWishes(one: OfficeProblem, wishes: readonly Wish[]): OfficeProblem {
  const weekdays = wishes.flatMap((wish) => (wish.kind === 'weekdays' ? wish.weekdays : []))
  const hours = wishes.find((wish) => wish.kind === 'hours')?.hours ?? null
  const { problem } = one
  return {
    ...one,
    problem: {
      ...problem,
      visits: problem.visits.map((visit) => ({ ...visit, weekdays, hours })),
      closed: [...problem.closed, ...closuresOf(problem, wishes)],
    },
  }
}

/** The same with wished weekdays and hours kept at any price: what is not wished is closed. */
export function keeping(one: OfficeProblem, wish: Wish): OfficeProblem {
  const { problem } = one
  if (wish.kind === 'hours') return { ...one, problem: { ...problem, hours: wish.hours } }
  if (wish.kind !== 'weekdays') return withWishes(one, [wish])
  const working = problem.working.filter((day) => wish.weekdays.includes(weekday(day)))
  return { ...one, problem: { ...problem, working } }
}

/** The reason of a closure that comes from a wish; `wishBehind` reads it again. */
const reasonOf = (kind: 'season' | 'away', { first, last }: Days): string => `${kind} ${first} ${last}`

/** The days away or the season behind the reason of a closure; `null` when it is no wish. */
export function wishBehind(reason: string): ({ readonly kind: 'season' | 'away' } & Days) | null {
  const [kind, first, last] = reason.split(' ')
  return kind === 'season' || kind === 'away'
    ? { kind, first: first as LocalDate, last: last as LocalDate }
    : null
}

function closuresOf(problem: PlanProblem, wishes: readonly Wish[]): Closure[] {
  const places = new Set<string>(problem.places.map(({ id }) => id))
  return wishes.flatMap((wish): Closure[] => {
    if (wish.kind === 'away') return [{ ...daysOf(wish), place: null, reason: reasonOf('away', wish) }]
    if (wish.kind === 'season' && places.has(wish.place))
      return [{ ...daysOf(wish), place: wish.place as string as PlaceId, reason: reasonOf('season', wish) }]
    return []
  })
}

const daysOf = ({ first, last }: Days): Days => ({ first, last })
