// Why a visit cannot be held beside the others: the smallest set of rules and duties that no calendar keeps together.
import type { LocalDate } from '#kernel'
import { provenImpossible } from './prove.ts'
import type { Limits, PlaceId, PlanProblem, Visit, VisitId } from './plan-problem.ts'

/** One thing that would have to give. */
export type Demand =
  /** The visit is due once in its period. */
  | { readonly code: 'visit'; readonly visit: VisitId }
  /** The earliest or latest day that narrows the period. */
  | { readonly code: 'window'; readonly visit: VisitId }
  /** The visit is announced and stands. */
  | { readonly code: 'fixed'; readonly visit: VisitId }
  /** All closures with this reason at this place, `null`: anywhere. */
  | { readonly code: 'closed'; readonly reason: string; readonly place: PlaceId | null }
  /** Only working days. */
  | { readonly code: 'working' }
  | { readonly code: 'notice'; readonly from: LocalDate }
  | { readonly code: 'hours' }
  | { readonly code: 'limit'; readonly limit: keyof Limits; readonly value: number }

/** What each limit becomes when it is given up. */
const given: Limits = { visitsPerDay: 3, tripDaysPerWeek: 7, gapDays: 1, dayMinutes: 1440 }

/**
 * A minimal conflict around a visit that found no day: no calendar keeps all of it, and without any one demand
 * there may be one. `null` when none is proven within the bounded search.
 */
export function findConflict(problem: PlanProblem, unplaced: VisitId): readonly Demand[] | null {
  const visits = nearby(problem, unplaced)
  for (let count = 1; ; count *= 2) {
    const some = visits.slice(0, count)
    const demands = demandsOf(problem, some)
    if (impossible(problem, demands)) {
      const least = explain(problem, [], [], demands)
      return impossible(problem, least) ? least : null
    }
    if (count >= visits.length) return null
  }
}

/** The visit, those to its place, then free ones by how close and how narrow their windows are. */
function nearby(problem: PlanProblem, id: VisitId): readonly Visit[] {
  const one = problem.visits.find((visit) => visit.id === id)
  if (!one) return []
  const fixed = new Set(problem.fixed.map(({ visit }) => visit))
  const [first, last] = windowOf(one)
  const rank = (visit: Visit): string => {
    if (visit === one) return '0'
    if (visit.place === one.place) return '1'
    const [from, to] = windowOf(visit)
    const apart = from > last || to < first ? 1 : 0
    const outside = from >= first && to <= last ? 0 : 1
    return `${2 + apart + outside} ${to}`
  }
  const ranks = new Map(problem.visits.map((visit) => [visit, rank(visit)]))
  return problem.visits
    .filter((visit) => !fixed.has(visit.id))
    .toSorted((a, b) => (ranks.get(a)! < ranks.get(b)! ? -1 : ranks.get(a)! > ranks.get(b)! ? 1 : 0))
}

const windowOf = ({ period, earliest, latest }: Visit): [LocalDate, LocalDate] => [
  earliest && earliest > period.first ? earliest : period.first,
  latest && latest < period.last ? latest : period.last,
]

/** All that binds these visits; what they are due for comes first, so that it is kept where others may give. */
function demandsOf(problem: PlanProblem, visits: readonly Visit[]): Demand[] {
  const places = new Set(visits.map(({ place }) => place))
  const closures = new Map<string, Demand>()
  for (const { place, reason } of problem.closed)
    if (place === null || places.has(place))
      closures.set(`${place ?? ''} ${reason}`, { code: 'closed', reason, place })
  const limits = Object.keys(given) as (keyof Limits)[]
  return [
    ...visits.map(({ id }): Demand => ({ code: 'visit', visit: id })),
    { code: 'working' },
    { code: 'notice', from: problem.noticeFrom },
    { code: 'hours' },
    ...closures.values(),
    ...problem.fixed.map(({ visit }): Demand => ({ code: 'fixed', visit })),
    ...visits.flatMap(({ id, earliest, latest }): Demand[] =>
      earliest || latest ? [{ code: 'window', visit: id }] : [],
    ),
    ...limits.map((limit): Demand => ({ code: 'limit', limit, value: problem.limits[limit] })),
  ]
}

/** QuickXplain (Junker 2004): the part of `open` that is needed for a conflict beside `kept`. */
function explain(
  problem: PlanProblem,
  kept: readonly Demand[],
  added: readonly Demand[],
  open: readonly Demand[],
): readonly Demand[] {
  if (added.length > 0 && impossible(problem, kept)) return []
  if (open.length <= 1) return open
  const half = open.length >> 1
  const [left, right] = [open.slice(0, half), open.slice(half)]
  const fromRight = explain(problem, [...kept, ...left], left, right)
  const fromLeft = explain(problem, [...kept, ...fromRight], fromRight, left)
  return [...fromLeft, ...fromRight]
}

/** Whether it is proven that no calendar keeps these demands, all others given up. */
function impossible(problem: PlanProblem, demands: readonly Demand[]): boolean {
  const named = (code: Demand['code']) =>
    new Set(demands.flatMap((demand) => (demand.code === code && 'visit' in demand ? [demand.visit] : [])))
  const has = (code: Demand['code']) => demands.some((demand) => demand.code === code)
  const [due, windows, fixed] = [named('visit'), named('window'), named('fixed')]
  if (due.size === 0) return false
  const closures = new Set(
    demands.flatMap((demand) => (demand.code === 'closed' ? [`${demand.place ?? ''} ${demand.reason}`] : [])),
  )
  const limits = { ...given }
  for (const demand of demands) if (demand.code === 'limit') limits[demand.limit] = demand.value
  return provenImpossible(
    {
      ...problem,
      visits: problem.visits
        .filter(({ id }) => due.has(id) || fixed.has(id))
        .map((visit) => (windows.has(visit.id) ? visit : { ...visit, earliest: null, latest: null })),
      closed: problem.closed.filter(({ place, reason }) => closures.has(`${place ?? ''} ${reason}`)),
      fixed: problem.fixed.filter(({ visit }) => fixed.has(visit)),
      noticeFrom: has('notice') ? problem.noticeFrom : problem.horizon.first,
      hours: has('hours') ? problem.hours : { from: '00:00', to: '24:00' },
      limits,
    },
    has('working'),
  )
}
