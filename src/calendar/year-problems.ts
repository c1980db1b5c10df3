// What the law demands of offices in a year as problems for the planner: one for each office, superiors first.
import { type LocalDate, addDays, later, localDate } from '#kernel'
import { type FrequencyDemand, type Law, noticeDays } from '#law'
import {
  type FixedVisit,
  type OfficeProblem,
  type PlaceId,
  type PlanProblem,
  type Point,
  type VisitId,
  openDiary,
  usualLimits,
} from '#planner'
import type { Office, OfficeId, UnitCode } from '#territory'
import { type Holidays, isWorkingDay } from './working-days.ts'

/** What a meeting is planned with before anybody touches it. */
export const usualMeeting = { minutes: 90, hours: { from: '10:00', to: '18:00' }, apartDays: 7 } as const

export type YearToPlan = {
  readonly law: Law
  readonly holidays: Holidays
  readonly year: number
  /** The day on which it is planned: nothing is planned that can no longer be announced in time. */
  readonly today: LocalDate
  readonly demands: readonly FrequencyDemand[]
  readonly units: readonly { readonly code: UnitCode; readonly parent: UnitCode | null }[]
  readonly offices: readonly (Pick<Office, 'id' | 'post'> & { readonly unit?: UnitCode | null })[]
  /** Where units lie; a unit that is absent has no known way: its visits are planned, but never joined to others. */
  readonly points: ReadonlyMap<string, Point>
}

export type YearProblems = {
  readonly year: number
  /** Offices that owe a visit, superiors first. */
  readonly offices: readonly OfficeProblem[]
  readonly demandOf: ReadonlyMap<VisitId, FrequencyDemand>
}

/**
 * The year of each office that owes a visit, from its own unit and back to it every day.
 *
 * Calendars are approved by 15 January (A826-2.1.appr): notice begins after that or today, by the strict reading
 * (A826-3.4.d, AMB-04). The same input gives the same problems and the same ids of visits.
 */
export function yearProblems(input: YearToPlan): YearProblems {
  const { law, year, points } = input
  const horizon = { first: localDate(`${year}-01-01`), last: localDate(`${year}-12-31`) }
  const working: LocalDate[] = []
  for (let day = horizon.first; day <= horizon.last; day = addDays(day, 1))
    if (isWorkingDay(input.holidays, day)) working.push(day)
  const announced = later(input.today, localDate(`${year}-01-15`))
  const pointOf = (code: string) => points.get(code) ?? null

  const demands = Map.groupBy(input.demands, ({ office }) => office)
  const demandOf = new Map<VisitId, FrequencyDemand>()
  const newId = visitIds()
  const offices = fromTheTop(input)
    .filter(({ id }) => demands.has(id))
    .map((office): OfficeProblem => {
      const own = demands.get(office.id)!
      const visits = own.flatMap((demand) =>
        Array.from({ length: demand.atLeast }, () => {
          const id = newId(demand)
          demandOf.set(id, demand)
          return { id, demand }
        }),
      )
      return {
        office: office.id,
        hosts: [office.unit as string as PlaceId],
        problem: {
          seed: `${office.id} ${year}`,
          horizon,
          home: pointOf(office.unit),
          places: [...new Set(own.map(({ unit }) => unit as string))].map((code) => ({
            id: code as PlaceId,
            point: pointOf(code),
          })),
          road: null,
          visits: visits.map(({ id, demand }) => ({
            id,
            place: demand.unit as string as PlaceId,
            minutes: usualMeeting.minutes,
            period: { first: demand.windowFirst, last: demand.windowLast },
            earliest: null,
            latest: null,
            weekdays: [],
            hours: null,
          })),
          working,
          closed: [],
          hours: usualMeeting.hours,
          limits: { ...usualLimits, tripDaysPerWeek: tripDaysFor(visits.length) },
          fixed: [],
          noticeFrom: addDays(announced, noticeDays(law, office.post, announced)?.strict ?? 0),
        },
      }
    })
  return { year, offices, demandOf }
}

/**
 * The problem of one office beside dates that stand already, as it was when all were planned together: what those
 * named before it leave of the year. `undefined` for an office that owes nothing.
 */
export function problemBeside(
  { offices }: YearProblems,
  office: OfficeId,
  dates: ReadonlyMap<OfficeId, readonly FixedVisit[]>,
): PlanProblem | undefined {
  const diary = openDiary({ apartDays: usualMeeting.apartDays })
  for (const one of offices) {
    if (one.office === office) return diary.problemOf(one)
    diary.enter(one, dates.get(one.office as OfficeId) ?? [])
  }
  return undefined
}

type OfficeAtUnit = Pick<Office, 'id' | 'post'> & { readonly unit: UnitCode }

/** Offices by the height of their unit, then by id. */
function fromTheTop({ units, offices }: YearToPlan): OfficeAtUnit[] {
  const parents = new Map<string, string | null>(units.map(({ code, parent }) => [code, parent]))
  const depth = (code: string | null): number => (code === null ? 0 : 1 + depth(parents.get(code) ?? null))
  return offices
    .flatMap(({ unit, ...office }) => (unit ? [{ office: { ...office, unit }, level: depth(unit) }] : []))
    .toSorted((a, b) => a.level - b.level || (a.office.id < b.office.id ? -1 : 1))
    .map(({ office }) => office)
}

/** Two trip days a week, and more where so many visits, each by itself, would not fit into the year. */
const tripDaysFor = (visits: number): number => Math.min(5, Math.max(2, Math.ceil(visits / 40)))

/** The id of a visit becomes that of its meeting: who, where, which period; a second one of the three is numbered. */
function visitIds(): (demand: FrequencyDemand) => VisitId {
  const given = new Map<string, number>()
  return ({ office, unit, period }) => {
    const id = `m-${office.slice(office.indexOf('.') + 1)}-${unit}-${period}`
    const turn = (given.get(id) ?? 0) + 1
    given.set(id, turn)
    return (turn === 1 ? id : `${id}-${turn}`) as VisitId
  }
}
