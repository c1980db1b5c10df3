// What the page of a calendar shows: the calendar, its meetings with names, what the law says of it, what is unwise.
import {
  type Calendar,
  type CalendarWarning,
  type Delivery,
  type Entry,
  type MaslikhatPart,
  type MeetingId,
  type Part,
  type Release,
  calendarWarnings,
} from '#calendar'
import {
  type Books,
  type Stores,
  datesTurnedOff,
  demandsOf,
  dutiesOf,
  maslikhatPart,
  occasionsOf,
} from '#flows'
import type { LocalDate } from '#kernel'
import { type FrequencyDemand, type Verdict, noticeDays } from '#law'
import { type Office, type OfficeId, type Unit, type UnitCode, akimOffice } from '#territory'
import { type Desk, seesCalendar } from './desk.ts'

export type CalendarView = {
  readonly year: number
  /** Null where there is none, or none that this desk sees yet. */
  readonly calendar: Calendar | null
  readonly entries: readonly Entry[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly offices: ReadonlyMap<OfficeId, Office>
  /** Verdicts on the calendar itself: drafting, the maslikhat, approval, submission. */
  readonly verdicts: readonly Verdict[]
  /** Visits that the law demands and that stand nowhere in the calendar. */
  readonly missing: readonly FrequencyDemand[]
  readonly warnings: ReadonlyMap<MeetingId, readonly CalendarWarning[]>
  /** The part of each office that owes a meeting, for the region's own desk. */
  readonly parts: readonly Part[]
  /** Its releases, the first one first; `null` before the first publication. */
  readonly released: readonly Release[] | null
  /** Dates that became days off after the calendar was drawn up, and by which change. */
  readonly turnedOff: Awaited<ReturnType<typeof datesTurnedOff>>
  /** Dates that the planner leaves where they are. */
  readonly locked: ReadonlySet<MeetingId>
  /** The calendar at the Government, once it was received there. */
  readonly delivery: Delivery | null
  /** What the edition of the year asks of the maslikhat. */
  readonly part: MaslikhatPart
}

/** What the law asks of a calendar, in the order in which it is done (A826-2.1, A826-2.2). */
const stepsOfLaw = ['-2.1.dev', '-2.1.agr', '-2.1.appr', '-2.2']

export async function readCalendar(
  stores: Stores,
  books: Books,
  desk: Desk,
  year: number,
): Promise<CalendarView> {
  const { today } = desk.here
  const region = desk.region!.code
  const found = await stores.calendars.ofRegion(region, year)
  const calendar = found && seesCalendar(desk, found) ? found : null
  const entries = calendar ? await stores.calendars.entries(calendar.id) : []
  const units = await stores.territory.subtree(region, today)
  const offices = new Map(
    (await stores.territory.officesBelow(region, today)).map((office) => [office.id, office]),
  )
  const parts = calendar ? await stores.parts.ofCalendar(calendar.id) : []
  // What an office still writes is not missing yet.
  const isWriting = new Set(
    parts.flatMap(({ state, office }) => (state === 'taken' || state === 'planned' ? [] : [office])),
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
    turnedOff: calendar ? await datesTurnedOff(stores, books, entries, calendar.draftedAt, today) : [],
    units: new Map(units.map((unit) => [unit.code, unit])),
    offices,
    verdicts: stepsOfLaw.flatMap((step) =>
      (duties?.verdicts ?? []).filter(
        ({ norm, subject, period }) => subject === null && period === String(year) && norm.endsWith(step),
      ),
    ),
    missing: calendar
      ? missingIn(entries, demandsOf(books.law, units, [...offices.values()], year)).filter(
          ({ office }) => !isWriting.has(office),
        )
      : [],
    warnings:
      calendar && calendar.state !== 'published'
        ? Map.groupBy(
            calendarWarnings(
              entries,
              books.holidays,
              today,
              daysAhead,
              await occasionsOf(stores, units, year),
            ),
            ({ meeting }) => meeting,
          )
        : new Map(),
    parts,
    released: calendar?.publishedAt ? await stores.calendars.releases(calendar.id) : null,
    locked: new Set(calendar ? (await stores.planning.locks(calendar.id)).map(({ meeting }) => meeting) : []),
    delivery:
      (calendar?.submittedAt ? await stores.calendars.deliveries(year) : []).find(
        (one) => one.calendar === calendar!.id,
      ) ?? null,
    part: maslikhatPart(books.law, year),
  }
}

/** Demands that no meeting of this akim, place and period answers. */
export function missingIn(
  entries: readonly Entry[],
  demands: readonly FrequencyDemand[],
): readonly FrequencyDemand[] {
  const key = (one: { norm: string; office: OfficeId; unit: UnitCode; period: string }) =>
    [one.norm, one.office, one.unit, one.period].join(' ')
  const planned = new Map<string, number>()
  for (const entry of entries) planned.set(key(entry), (planned.get(key(entry)) ?? 0) + 1)
  return demands.filter((demand) => (planned.get(key(demand)) ?? 0) < demand.atLeast)
}
