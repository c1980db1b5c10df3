// For tests: a year of one traveller with nothing unusual in it.
import { type LocalDate, addDays, localDate, weekday } from '#kernel'
import type { Place, PlaceId, PlanProblem, Span, Visit, VisitId } from './plan-problem.ts'

export const year2027: Span = { first: localDate('2027-01-01'), last: localDate('2027-12-31') }
export const halves2027: readonly Span[] = [
  { first: localDate('2027-01-01'), last: localDate('2027-06-30') },
  { first: localDate('2027-07-01'), last: localDate('2027-12-31') },
]

/** Monday to Friday, no holidays. */
export const workdays = ({ first, last }: Span): LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day)
  return days
}

export const aPlace = (id: string, point: Place['point'] = null): Place => ({ id: id as PlaceId, point })

export const aVisit = (place: string, period: Span, over: Partial<Visit> = {}): Visit => ({
  id: `${place}@${period.first}` as VisitId,
  place: place as PlaceId,
  minutes: 120,
  period,
  earliest: null,
  latest: null,
  weekdays: [],
  hours: null,
  ...over,
})

/** 2027, two visits a year to each place of `names`; `over` replaces any part. */
export function aProblem(names: readonly string[], over: Partial<PlanProblem> = {}): PlanProblem {
  return {
    seed: 'a seed',
    horizon: year2027,
    home: null,
    places: names.map((name) => aPlace(name)),
    road: null,
    visits: names.flatMap((name) => halves2027.map((half) => aVisit(name, half))),
    working: workdays(over.horizon ?? year2027),
    closed: [],
    hours: { from: '10:00', to: '18:00' },
    limits: { visitsPerDay: 3, tripDaysPerWeek: 2, gapDays: 30, dayMinutes: 570 },
    fixed: [],
    noticeFrom: localDate('2027-01-29'),
    ...over,
  }
}
