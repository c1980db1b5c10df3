// What the page of a part shows: its text, what the law still wants of it, what is unwise in it.
import {
  type Calendar,
  type CalendarWarning,
  type Entry,
  type GapAnswer,
  type MeetingId,
  type Part,
  type QuotaRow,
  calendarWarnings,
  quotaOf,
} from '#calendar'
import { type Books, type Stores, demandsOf, gapsOf, heldIn, occasionsOf } from '#flows'
import { noticeDays } from '#law'
import { may } from '#people'
import type { Office, OfficeId, Unit, UnitCode } from '#territory'
import type { Desk } from '../desk.ts'

export type PartView = {
  readonly calendar: Calendar
  readonly part: Part
  readonly owner: Office
  readonly entries: readonly Entry[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly gaps: readonly GapAnswer[]
  /** What the law wants of this office in the year. */
  readonly quota: readonly QuotaRow[]
  readonly warnings: ReadonlyMap<MeetingId, readonly CalendarWarning[]>
}

/** The part of the office for the year as this desk may see it; `null` when there is none. */
export async function readPart(
  stores: Stores,
  { law, holidays }: Books,
  { here: { today }, actor, office: own }: Desk,
  owner: OfficeId,
  year: number,
): Promise<PartView | null> {
  if (!may(actor, 'see-calendar', { office: own.id }, today).yes) return null
  const part = (await stores.parts.ofOffice(owner)).find((one) => one.year === year)
  const office = part && (await stores.territory.office(owner))
  const calendar = part && (await stores.calendars.find(part.calendar))
  if (!part || !office || !calendar) return null
  const lines = await stores.calendars.entries(calendar.id)
  const entries =
    part.state === 'planned'
      ? lines.filter((entry) => entry.office === owner)
      : await stores.parts.entries(calendar.id, owner)
  const units = await stores.territory.subtree(part.region, today)
  // Beside the lines of others, as far as they may be seen.
  const beside = [...lines.filter((entry) => entry.office !== owner), ...entries]
  const gaps =
    entries.length === 0
      ? null
      : await gapsOf(
          stores,
          { law, holidays },
          { region: part.region, year, today, office: owner, entries: beside },
        )
  const daysAhead = noticeDays(law, office.post, today)?.days ?? 0
  const warnings = calendarWarnings(
    beside,
    holidays,
    today,
    () => daysAhead,
    await occasionsOf(stores, units, year),
  )
  return {
    calendar,
    part,
    owner: office,
    entries,
    units: new Map(units.map((unit) => [unit.code, unit])),
    gaps: gaps?.ok ? gaps.value : [],
    quota: quotaOf(demandsOf(law, units, [office], year), entries, await heldIn(stores, [owner], year)),
    warnings: Map.groupBy(warnings, ({ meeting }) => meeting),
  }
}
