// An alternative as meetings of the draft: ids and what people wrote are kept, dates are the planner's.
import type { OfficeId } from '#territory'
import type { Entry } from '../calendar.ts'
import { entryOf } from '../propose-year.ts'
import type { Alternative } from './alternatives.ts'
import { type YearDesk, datesFor } from './year-desk.ts'

/**
 * All meetings of the offices that were planned, as they stand when the alternative is taken.
 *
 * A meeting whose date stays is left word for word; one that the law does not ask for stays too.
 */
export function alternativeEntries(
  { problems }: YearDesk,
  { years }: Alternative,
  standing: readonly Entry[],
): readonly Omit<Entry, 'calendar'>[] {
  const asked = new Map(problems.offices.map((one) => [one.office, one]))
  const byOffice = Map.groupBy(standing, ({ office }) => office)
  return years.flatMap(({ office, plan }) => {
    const own = byOffice.get(office as OfficeId) ?? []
    const byId = new Map(own.map((entry) => [entry.id, entry]))
    const meetingOf = new Map(
      datesFor(problems, asked.get(office)!, own).map(({ visit, meeting }) => [visit, byId.get(meeting)!]),
    )
    const planned = plan.dates.map(({ visit, day, start }): Omit<Entry, 'calendar'> => {
      const old = meetingOf.get(visit)
      if (!old) return entryOf(visit, problems.demandOf.get(visit)!, day, start)
      return old.day === day && old.start === start
        ? old
        : { ...old, day, start, proposedDay: day, moveReason: null }
    })
    const taken = new Set(planned.map(({ id }) => id))
    return [...planned, ...own.filter(({ id }) => !taken.has(id))]
  })
}
