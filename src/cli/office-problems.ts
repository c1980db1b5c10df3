// The year of every office of a register as problems for the planner, superiors first.
import { type Holidays, isWorkingDay, usualMeeting } from '#calendar'
import { type LocalDate, addDays, localDate } from '#kernel'
import { type FrequencyDemand, type Law, frequencyDemands, noticeDays, prepareWorld } from '#law'
import { type OfficeProblem, type PlaceId, type Point, type VisitId, usualLimits } from '#planner'
import type { RegisterRead } from './read-register.ts'

export type OfficeYears = {
  readonly offices: readonly OfficeProblem[]
  readonly demandOf: ReadonlyMap<VisitId, FrequencyDemand>
}

/** What the law demands of each office in the year, with its working days, notice and points. */
export function officeProblems(
  law: Law,
  holidays: Holidays,
  { territory, offices }: RegisterRead,
  points: ReadonlyMap<string, Point>,
  year: number,
): OfficeYears {
  const horizon = { first: localDate(`${year}-01-01`), last: localDate(`${year}-12-31`) }
  const working: LocalDate[] = []
  for (let day = horizon.first; day <= horizon.last; day = addDays(day, 1))
    if (isWorkingDay(holidays, day)) working.push(day)
  // Calendars are approved by 15 January (A826-2.1.appr); the notice begins after that.
  const approved = localDate(`${year}-01-15`)

  const parents = new Map(territory.map(({ code, parent }) => [code as string, parent as string | null]))
  const depth = (code: string | null): number => (code === null ? 0 : 1 + depth(parents.get(code) ?? null))
  const world = prepareWorld({ territory, offices, facts: [] })
  const demands = Map.groupBy(frequencyDemands(law, world, year), ({ office }) => office)
  const demandOf = new Map<VisitId, FrequencyDemand>()
  const problems = offices
    .filter(({ id, unit }) => unit !== null && demands.has(id))
    .map((office) => ({ office, level: depth(office.unit ?? null) }))
    .toSorted((a, b) => a.level - b.level || (a.office.id < b.office.id ? -1 : 1))
    .map(({ office }): OfficeProblem => {
      const own = demands.get(office.id)!
      const home = points.get(office.unit!) ?? null
      return {
        office: office.id,
        hosts: [office.unit! as string as PlaceId],
        problem: {
          seed: `${office.id} ${year}`,
          horizon,
          home,
          places: [...new Set(own.map(({ unit }) => unit as string))].map((code) => ({
            id: code as PlaceId,
            point: points.get(code) ?? null,
          })),
          road: null,
          visits: own.flatMap((demand) =>
            Array.from({ length: demand.atLeast }, (_, turn) => {
              const id = `${office.id}-${demand.unit}-${demand.period}-${demand.norm}${turn === 0 ? '' : `-${turn + 1}`}`
              demandOf.set(id as VisitId, demand)
              return {
                id: id as VisitId,
                place: demand.unit as string as PlaceId,
                minutes: usualMeeting.minutes,
                period: { first: demand.windowFirst, last: demand.windowLast },
                earliest: null,
                latest: null,
                weekdays: [],
                hours: null,
              }
            }),
          ),
          working,
          closed: [],
          hours: usualMeeting.hours,
          limits: { ...usualLimits, tripDaysPerWeek: tripDaysFor(own.length) },
          fixed: [],
          noticeFrom: addDays(approved, noticeDays(law, office.post, approved)?.strict ?? 0),
        },
      }
    })
  return { offices: problems, demandOf }
}

/** Two trip days a week, and more where so many visits, each by itself, would not fit into the year. */
const tripDaysFor = (visits: number): number => Math.min(5, Math.max(2, Math.ceil(visits / 40)))
