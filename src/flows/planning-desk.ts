// Everything that planning a region's year again rests on, gathered: demands, the draft, wishes, locks, last year.
import {
  type Act,
  type Alternative,
  type AlternativeRefusal,
  type Calendar,
  type CalendarRefusal,
  type Entry,
  type Surroundings,
  type Way,
  type YearDesk,
  alternativeEntries,
  expectedFrom,
  planningAlternative,
  takeAlternative,
} from '#calendar'
import { type Result, done, refuse } from '#kernel'
import { noticeDays } from '#law'
import { type Office, type OfficeId, type Unit, type UnitCode, akimOffice } from '#territory'
import {
  type Books,
  type ProposalRefusal,
  type RegionYear,
  type RegionGround,
  groundFor,
  proposeCalendar,
} from './propose-calendar.ts'
import type { Stores } from './stores.ts'

export type PlanningDesk = YearDesk & {
  readonly region: UnitCode
  readonly year: number
  readonly calendar: Calendar | null
  readonly entries: readonly Entry[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly offices: ReadonlyMap<OfficeId, Office>
  readonly around: Surroundings
}

/** Refuses: no-such-calendar (not a region), year-not-open. */
export async function planningDesk(
  stores: Stores,
  books: Books,
  command: RegionYear,
): Promise<Result<PlanningDesk, CalendarRefusal>> {
  const ground = await groundFor(stores, books, command)
  return ground.ok ? done(await planningDeskOn(stores, books, command, ground.value)) : ground
}

/** The desk over a ground that was read before: only what people change is read now. */
export async function planningDeskOn(
  stores: Stores,
  books: Books,
  { region, year, today }: RegionYear,
  { units, offices: all, problems }: RegionGround,
): Promise<PlanningDesk> {
  const calendar = await stores.calendars.ofRegion(region, year)
  const entries = calendar ? await stores.calendars.entries(calendar.id) : []
  const locks = calendar ? await stores.planning.locks(calendar.id) : []
  const parts = calendar ? await stores.parts.ofCalendar(calendar.id) : []
  const wishes = await stores.planning.wishes(region, year)
  const last = entries.length > 0 ? null : await stores.calendars.newestRelease(region, year - 1)
  const offices = new Map(all.map((office) => [office.id, office]))
  return {
    region,
    year,
    today,
    calendar,
    entries,
    problems,
    present: last ? expectedFrom(problems, last.content.meetings) : entries,
    announced: (calendar?.publishedAt ?? null) !== null,
    locked: new Set(locks.map(({ meeting }) => meeting)),
    others: new Set(parts.filter(({ state }) => state !== 'planned').map(({ office }) => office)),
    wishes: new Map(wishes.map((one) => [one.office, one])),
    units: new Map(units.map((unit) => [unit.code, unit])),
    offices,
    around: {
      holidays: books.holidays,
      noticeDays: (id) => {
        const office = offices.get(id)
        return (office && noticeDays(books.law, office.post, today)?.days) ?? 0
      },
      hostOf: (unit) => (offices.has(akimOffice(unit)) ? akimOffice(unit) : null),
    },
  }
}

/**
 * Plans in one way, the region or one office; `breathe` is awaited between two offices, so that others are answered.
 *
 * Refuses: cannot-plan.
 */
export async function planPatiently(
  desk: YearDesk,
  way: Way,
  only: OfficeId | null,
  breathe: () => Promise<unknown>,
): Promise<Result<Alternative, { code: 'cannot-plan'; why: AlternativeRefusal }>> {
  const planning = planningAlternative(desk, way, only)
  for (;;) {
    const { done: over, value } = planning.next()
    if (!over) await breathe()
    else return value.ok ? value : refuse({ code: 'cannot-plan', why: value.refusal })
  }
}

/**
 * Takes an alternative over into the draft; without a draft it is drafted first.
 *
 * Refuses as `proposeCalendar` and `takeAlternative`; changed-meanwhile when the draft is no longer the one that was
 * planned on.
 */
export async function takePlanned(
  stores: Stores,
  books: Books,
  act: Act,
  command: {
    readonly desk: PlanningDesk
    readonly alternative: Alternative
    readonly only: OfficeId | null
    /** The revision that the person saw; `null`: there was no draft. */
    readonly revision: number | null
    readonly demonstration: boolean
  },
): Promise<Result<Calendar, ProposalRefusal>> {
  const { desk, alternative, only } = command
  const { region, year } = desk
  const seen = desk.calendar?.revision ?? null
  if (seen !== command.revision) return refuse({ code: 'changed-meanwhile', revision: seen ?? 0 })
  let { calendar, entries } = desk
  if (!calendar) {
    const drafted = await proposeCalendar(stores, books, act, { ...command, region, year, answerBy: null })
    if (!drafted.ok) return drafted
    calendar = drafted.value.calendar
    entries = await stores.calendars.entries(calendar.id)
  }
  return takeAlternative(stores, act, {
    calendar: calendar.id,
    revision: calendar.revision,
    way: alternative.way,
    only,
    entries: alternativeEntries(desk, alternative, entries),
    changes: alternative.years.flatMap(({ changes }) => changes),
  })
}
