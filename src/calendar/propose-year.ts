// From what the law demands to dates for every akim of a region: demands in, a proposal and what could not be placed out.
import {
  type LocalDate,
  type Result,
  addDays,
  done,
  fromDayNumber,
  dayNumber,
  later,
  localDate,
  refuse,
} from '#kernel'
import type { FrequencyDemand } from '#law'
import {
  type OfficeProblem,
  type PlaceId,
  type PlanRefusal,
  type Unplaced,
  type VisitId,
  planOffices,
  usualLimits,
} from '#planner'
import type { Office, OfficeId, Unit, UnitCode } from '#territory'
import type { Entry, MeetingId } from './calendar.ts'
import { type Holidays, isWorkingDay } from './working-days.ts'

/** What a meeting is planned with before anybody touches it. */
export const usualMeeting = { minutes: 90, hours: { from: '10:00', to: '18:00' }, apartDays: 7 } as const

export type Proposal = {
  readonly entries: readonly Omit<Entry, 'calendar'>[]
  /** Visits that the law demands and no lawful day could be found for, with the rule that took the last one. */
  readonly unplaced: readonly (Unplaced & { readonly demand: FrequencyDemand })[]
  readonly km: number
}

export type YearToPropose = {
  readonly year: number
  /** The day on which the proposal is made: nothing is proposed that can no longer be announced in time. */
  readonly today: LocalDate
  readonly demands: readonly FrequencyDemand[]
  /** Offices of the region with their units, superiors first. */
  readonly offices: readonly { readonly office: Office; readonly unit: Unit }[]
  readonly holidays: Holidays
  /** Days ahead by which this office must announce, by the strict reading (A826-3.4.d, AMB-04). */
  readonly noticeDays: (office: Office) => number
}

/**
 * Proposes a day and hour for every meeting that the law demands of the region's akims in the year.
 *
 * The same input gives the same proposal. No day before the calendar's own last day of approval (15 January,
 * A826-2.1.appr) plus the notice. Refuses as the planner does, naming the office.
 */
export function proposeYear(input: YearToPropose): Result<Proposal, PlanRefusal & { office: OfficeId }> {
  const { year, today, demands, offices, holidays } = input
  const horizon = { first: localDate(`${year}-01-01`), last: localDate(`${year}-12-31`) }
  const working = daysOf(horizon).filter((day) => isWorkingDay(holidays, day))
  const byOffice = Map.groupBy(demands, ({ office }) => office)
  const visits = new Map<VisitId, FrequencyDemand>()

  const problems = offices.flatMap(({ office, unit }): OfficeProblem[] => {
    const own = byOffice.get(office.id) ?? []
    if (own.length === 0) return []
    const wanted = own.flatMap((demand) =>
      Array.from({ length: demand.atLeast }, (_, index) => {
        const id = meetingId(demand, year, index) as string as VisitId
        visits.set(id, demand)
        return { id, demand }
      }),
    )
    return [
      {
        office: office.id,
        hosts: [unit.code as string as PlaceId],
        problem: {
          seed: `${office.id} ${year}`,
          horizon,
          home: null,
          places: [...new Set(own.map((demand) => demand.unit))].map((code) => ({
            id: code as string as PlaceId,
            point: null,
          })),
          road: null,
          visits: wanted.map(({ id, demand }) => ({
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
          // Where places lie is not known yet, so no visits are joined: every working day may carry one.
          limits: { ...usualLimits, tripDaysPerWeek: 5 },
          fixed: [],
          noticeFrom: addDays(later(today, localDate(`${year}-01-15`)), input.noticeDays(office)),
        },
      },
    ]
  })

  const entries: Omit<Entry, 'calendar'>[] = []
  const unplaced: (Unplaced & { demand: FrequencyDemand })[] = []
  let km = 0
  for (const { office, outcome } of planOffices(problems, { apartDays: usualMeeting.apartDays })) {
    if (!outcome.ok) return refuse({ ...outcome.refusal, office: office as OfficeId })
    for (const { visit, day, start } of outcome.value.dates)
      entries.push(entryOf(visit, visits.get(visit)!, day, start))
    for (const left of outcome.value.unplaced) unplaced.push({ ...left, demand: visits.get(left.visit)! })
    km += outcome.value.km
  }
  return done({ entries, unplaced, km })
}

const meetingId = (demand: FrequencyDemand, year: number, index: number): MeetingId =>
  `m-${demand.office.slice(demand.office.indexOf('.') + 1)}-${demand.unit}-${demand.period.length === 4 ? year : demand.period}${
    index === 0 ? '' : `-${index + 1}`
  }` as MeetingId

const entryOf = (
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

const daysOf = ({ first, last }: { first: LocalDate; last: LocalDate }): LocalDate[] =>
  Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, index) =>
    fromDayNumber(dayNumber(first) + index),
  )
