// All that planning a region's year again rests on: what the law demands, what stands, what is wished and locked.
import { type LocalDate, addDays } from '#kernel'
import type { FixedVisit, OfficeProblem, PlannedVisit, VisitId } from '#planner'
import type { OfficeId } from '#territory'
import type { Entry, MeetingId } from '../calendar.ts'
import type { YearProblems } from '../year-problems.ts'
import { type OfficeWishes, wishesOf, withWishes } from './wishes.ts'

export type Standing = Pick<Entry, 'id' | 'office' | 'unit' | 'norm' | 'period' | 'day' | 'start'>

export type YearDesk = {
  readonly today: LocalDate
  readonly problems: YearProblems
  /** The meetings as they stand in the draft; before the first draft what last year lets expect. */
  readonly present: readonly Standing[]
  readonly locked: ReadonlySet<MeetingId>
  /** The dates were published: those for which notice can no longer be given in time stay as well. */
  readonly announced: boolean
  /** Offices whose text is not the region's to change: all their dates stay. */
  readonly others: ReadonlySet<OfficeId>
  readonly wishes: ReadonlyMap<OfficeId, OfficeWishes>
}

/** One office with its wishes, the dates it has, and those of them that stay. */
export type OfficeDesk = {
  readonly asked: OfficeProblem
  readonly present: readonly PlannedVisit[]
  /** Locked, another's, over, or announced too long ago to be moved. */
  readonly stays: readonly FixedVisit[]
}

/** The desks of all offices that owe a visit, superiors first. */
export function officeDesks(desk: YearDesk): readonly OfficeDesk[] {
  const present = Map.groupBy(desk.present, ({ office }) => office)
  return desk.problems.offices.map((one): OfficeDesk => {
    const office = one.office as OfficeId
    const wishes = desk.wishes.get(office)
    const dates = datesFor(desk.problems, one, present.get(office) ?? [])
    const answered = new Set(dates.map(({ meeting }) => meeting))
    const own = (present.get(office) ?? []).filter(({ id }) => !answered.has(id))
    return {
      asked: besides(wishes ? withWishes(one, wishesOf(wishes)) : one, own, dates),
      present: dates.map(({ visit, day, start }) => ({ visit, day, start, fixed: false })),
      stays: dates
        .filter(
          ({ meeting, day }) =>
            desk.others.has(office) ||
            desk.locked.has(meeting) ||
            day < (desk.announced ? one.problem.noticeFrom : desk.today),
        )
        .map(({ visit, day, start }) => ({ visit, day, start })),
    }
  })
}

/** Days of meetings that the law does not ask for are taken, unless visits stand beside them already. */
function besides(
  one: OfficeProblem,
  meetings: readonly Standing[],
  dates: readonly FixedVisit[],
): OfficeProblem {
  const shared = new Set(dates.map(({ day }) => day))
  const closed = meetings
    .filter(({ day }) => !shared.has(day))
    .map(({ id, day }) => ({ first: day, last: day, place: null, reason: `meeting ${id}` }))
  return closed.length === 0
    ? one
    : { ...one, problem: { ...one.problem, closed: [...one.problem.closed, ...closed] } }
}

/** The visits of an office that a meeting answers: by name, else by what the law asks for, in the order of the year. */
export function datesFor(
  { demandOf }: YearProblems,
  { problem }: OfficeProblem,
  meetings: readonly Standing[],
): readonly (FixedVisit & { readonly meeting: MeetingId })[] {
  const byId = new Map<string, Standing>(meetings.map((meeting) => [meeting.id, meeting]))
  const known = new Set<string>(problem.visits.map(({ id }) => id))
  const asks = ({ norm, unit, period }: Pick<Standing, 'norm' | 'unit' | 'period'>) =>
    `${norm} ${unit} ${period}`
  const others = Map.groupBy(
    meetings.filter(({ id }) => !known.has(id)).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    asks,
  )
  return problem.visits.flatMap(({ id }) => {
    const demand = demandOf.get(id)!
    const meeting =
      byId.get(id) ??
      others
        .get(asks({ norm: demand.norm, unit: demand.unit as Standing['unit'], period: demand.period }))
        ?.shift()
    return meeting
      ? [{ visit: id as VisitId, day: meeting.day, start: meeting.start, meeting: meeting.id }]
      : []
  })
}

/** 52 weeks: a meeting of last year is expected on the same day of the week. */
const yearOfWeeks = 364

/** What last year's calendar lets people expect of this one: the same places in the same order, 52 weeks on. */
export function expectedFrom(
  { offices, demandOf }: YearProblems,
  lastYear: readonly Pick<Standing, 'office' | 'unit' | 'day' | 'start'>[],
): readonly Standing[] {
  const key = (office: string, unit: string) => `${office} ${unit}`
  const held = Map.groupBy(
    lastYear.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    ({ office, unit }) => key(office, unit),
  )
  return offices.flatMap(({ office, problem }) =>
    problem.visits
      .toSorted((a, b) => (a.period.first < b.period.first ? -1 : 1))
      .flatMap(({ id }): Standing[] => {
        const { norm, unit, period } = demandOf.get(id)!
        const last = held.get(key(office, unit))?.shift()
        if (!last) return []
        const day = addDays(last.day, yearOfWeeks)
        return [
          {
            id: id as string as MeetingId,
            office: office as OfficeId,
            unit: unit as Standing['unit'],
            norm,
            period,
            day,
            start: last.start,
          },
        ]
      }),
  )
}
