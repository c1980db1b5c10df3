// What the page of a calendar shows: the calendar, its meetings with names, what the law says of it, what is unwise.
import {
  type Calendar,
  type CalendarWarning,
  type Entry,
  type MaslikhatPart,
  type MeetingId,
  calendarWarnings,
} from '#calendar'
import { type Books, type Stores, dutiesOf } from '#flows'
import type { LocalDate } from '#kernel'
import { type Verdict, noticeDays } from '#law'
import { type Office, type OfficeId, type Unit, type UnitCode, akimOffice } from '#territory'
import type { Desk } from './desk.ts'

export type CalendarView = {
  readonly year: number
  readonly calendar: Calendar | null
  readonly entries: readonly Entry[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly offices: ReadonlyMap<OfficeId, Office>
  /** Verdicts on the calendar itself: drafting, the maslikhat, approval, submission. */
  readonly verdicts: readonly Verdict[]
  readonly warnings: ReadonlyMap<MeetingId, readonly CalendarWarning[]>
  /** What the edition of the year asks of the maslikhat. */
  readonly part: MaslikhatPart
}

/** What the law asks of a calendar, in the order in which it is done (A826-2.1, A826-2.2). */
const stepsOfLaw = ['-2.1.dev', '-2.1.agr', '-2.1.appr', '-2.2']

/** Edition 2 of No. 826 counts for the years from 2024 (A826E2-2.1.agr). */
export const partOf = (year: number): MaslikhatPart => (year >= 2024 ? 'notification' : 'consent')

export async function readCalendar(
  stores: Stores,
  books: Books,
  desk: Desk,
  year: number,
): Promise<CalendarView> {
  const { today } = desk.here
  const region = desk.region!.code
  const calendar = await stores.calendars.ofRegion(region, year)
  const entries = calendar ? await stores.calendars.entries(calendar.id) : []
  const units = await stores.territory.subtree(region, today)
  const offices = new Map(
    (await stores.territory.officesBelow(region, today)).map((office) => [office.id, office]),
  )
  const horizon = `${year}-12-31` as LocalDate
  const duties = await dutiesOf(stores, books.law, akimOffice(region), {
    asOf: today,
    horizon: horizon < today ? today : horizon,
  })
  const daysAhead = (id: OfficeId) => {
    const office = offices.get(id)
    return (office && noticeDays(books.law, office.post, today)?.days) ?? 0
  }
  return {
    year,
    calendar,
    entries,
    units: new Map(units.map((unit) => [unit.code, unit])),
    offices,
    verdicts: stepsOfLaw.flatMap((step) =>
      (duties?.verdicts ?? []).filter(
        ({ norm, subject, period }) => subject === null && period === String(year) && norm.endsWith(step),
      ),
    ),
    warnings:
      calendar && calendar.state !== 'published'
        ? Map.groupBy(calendarWarnings(entries, books.holidays, today, daysAhead), ({ meeting }) => meeting)
        : new Map(),
    part: partOf(year),
  }
}
