// Who comes where and when: what travellers planned before leave to those planned after.
import { type LocalDate, type Result, addDays, daysBetween } from '#kernel'
import type { Plan } from './plan.ts'
import type { Closure, FixedVisit, PlaceId, PlanProblem, PlanRefusal, Visit } from './plan-problem.ts'

/** One traveller. `hosts`: places where he has to be present when a traveller named before him comes. */
export type OfficeProblem = {
  readonly office: string
  readonly problem: PlanProblem
  readonly hosts: readonly PlaceId[]
  /** Who travels, where one person holds several offices: he is in one place a day. */
  readonly holder?: string
}
export type OfficePlan = { readonly office: string; readonly outcome: Result<Plan, PlanRefusal> }

/** The dates of a plan; none of a refused one. */
export const datesOf = ({ outcome }: OfficePlan): readonly FixedVisit[] =>
  outcome.ok ? outcome.value.dates : []

export type Coordination = {
  /** Least days between visits of different travellers to one place; 1 means merely not on one day. */
  readonly apartDays: number
  /** Where a later traveller owes a place a visit too, he holds it together with the earlier one: same day and hour. */
  readonly joined?: boolean
}

/** The reason of closures that come from a visit of this office. */
export const visitOf = (office: string): string => `visit-of ${office}`

type Taken = { readonly office: string; readonly day: LocalDate; readonly start: string }

export type Diary = {
  /** The office's problem with what earlier offices leave of the year. */
  readonly problemOf: (office: OfficeProblem) => PlanProblem
  /** Takes note of the dates that the office has. */
  readonly enter: (office: OfficeProblem, dates: readonly FixedVisit[]) => void
}

/** A diary without a visit. */
export function openDiary({ apartDays, joined }: Coordination): Diary {
  const visited = new Map<PlaceId, Taken[]>()
  const held = new Map<string, Taken[]>()

  function problemOf({ problem, hosts, holder }: OfficeProblem): PlanProblem {
    const together = joined ? joinsOf(problem, (place) => visited.get(place) ?? []) : []
    const joinedOn = new Set(together.map(({ place, day }) => `${place} ${day}`))
    const closed: Closure[] = [...problem.closed]
    const within = (day: LocalDate) => day >= problem.horizon.first && day <= problem.horizon.last
    const shut = (day: LocalDate, office: string, except?: PlaceId) => {
      if (!within(day)) return
      const span = { first: day, last: day, reason: visitOf(office) }
      if (except === undefined) closed.push({ ...span, place: null })
      else for (const { id } of problem.places) if (id !== except) closed.push({ ...span, place: id })
    }
    for (const host of hosts)
      for (const { office, day } of visited.get(host) ?? [])
        shut(day, office, joinedOn.has(`${host} ${day}`) ? host : undefined)
    if (holder !== undefined) for (const { office, day } of held.get(holder) ?? []) shut(day, office)
    const around = apartDays - 1
    for (const { id } of problem.places)
      for (const { office, day } of visited.get(id) ?? []) {
        const span = { place: id, reason: visitOf(office) }
        if (!joinedOn.has(`${id} ${day}`))
          closed.push({ first: addDays(day, -around), last: addDays(day, around), ...span })
        else if (around > 0) {
          closed.push({ first: addDays(day, -around), last: addDays(day, -1), ...span })
          closed.push({ first: addDays(day, 1), last: addDays(day, around), ...span })
        }
      }
    const fixed = together.map(({ visit, day, start }): FixedVisit => ({ visit: visit.id, day, start }))
    return { ...problem, closed, fixed: [...problem.fixed, ...fixed] }
  }

  function enter({ office, problem, holder }: OfficeProblem, dates: readonly FixedVisit[]): void {
    const placeOf = new Map(problem.visits.map((visit) => [visit.id, visit.place]))
    for (const { visit, day, start } of dates) {
      const place = placeOf.get(visit)
      if (place !== undefined) push(visited, place, { office, day, start })
      if (holder !== undefined) push(held, holder, { office, day, start })
    }
  }
  return { problemOf, enter }
}

function push<K>(map: Map<K, Taken[]>, key: K, taken: Taken): void {
  const list = map.get(key)
  if (list) list.push(taken)
  else map.set(key, [taken])
}

type Joined = Taken & { readonly place: PlaceId; readonly visit: Visit }

/** One visit of the office for each earlier one to the same place whose day and hour its own rules allow. */
function joinsOf(problem: PlanProblem, takenAt: (place: PlaceId) => readonly Taken[]): Joined[] {
  const working = new Set(problem.working)
  const joins: Joined[] = []
  const busy = new Set(problem.fixed.map(({ day }) => day))
  const used = new Set(problem.fixed.map(({ visit }) => visit))
  for (const visit of problem.visits) {
    if (used.has(visit.id)) continue
    const taken = takenAt(visit.place).find(
      ({ day, start }) =>
        !busy.has(day) &&
        day >= problem.noticeFrom &&
        day >= visit.period.first &&
        day <= visit.period.last &&
        (!visit.earliest || day >= visit.earliest) &&
        (!visit.latest || day <= visit.latest) &&
        start >= problem.hours.from &&
        clock(start, visit.minutes) <= problem.hours.to &&
        working.has(day) &&
        !problem.closed.some(
          ({ first, last, place }) =>
            first <= day && day <= last && (place === null || place === visit.place),
        ) &&
        joins.every((one) => one.place !== visit.place || apart(one.day, day) >= problem.limits.gapDays),
    )
    if (!taken) continue
    busy.add(taken.day)
    joins.push({ ...taken, place: visit.place, visit })
  }
  return joins
}

const apart = (a: LocalDate, b: LocalDate): number => Math.abs(daysBetween(a, b))

function clock(start: string, minutes: number): string {
  const end = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

/**
 * Offices in waves: none of a wave depends on another of it, each on earlier ones only.
 *
 * One depends on an earlier one when both go to one place, it hosts a place of the other's, or one person holds
 * both. So a wave may be planned in any order, and by several at once, and the result is that of planning in turn.
 */
export function wavesOf(offices: readonly OfficeProblem[]): OfficeProblem[][] {
  const waves: OfficeProblem[][] = []
  const last = new Map<string, number>()
  for (const office of offices) {
    const own = office.problem.places.map(({ id }) => `place ${id}`)
    if (office.holder !== undefined) own.push(`holder ${office.holder}`)
    let wave = 0
    for (const name of [...own, ...office.hosts.map((host) => `place ${host}`)])
      wave = Math.max(wave, (last.get(name) ?? -1) + 1)
    for (const name of own) last.set(name, wave)
    ;(waves[wave] ??= []).push(office)
  }
  return waves
}
