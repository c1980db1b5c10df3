// The words of a release: what everybody may read, with names as they were on the day of publication.
import type { Calendar, Entry, ReleaseContent } from './calendar.ts'
import type { OfficeId, Unit, UnitCode } from '#territory'

type Names = { readonly kk: string; readonly ru: string }

/** Puts together what is published; a name that is missing stays empty, and publishing refuses it. */
export function releaseContent(
  calendar: Calendar,
  entries: readonly Entry[],
  region: Unit,
  unitNames: ReadonlyMap<UnitCode, Names>,
  officeNames: ReadonlyMap<OfficeId, Names>,
  correction: ReleaseContent['correction'] = undefined,
): ReleaseContent {
  return {
    ...(correction ? { correction } : {}),
    region: { code: region.code, name: both(region.name) },
    year: calendar.year,
    meetings: [...entries]
      .sort((a, b) => (`${a.day}${a.start}${a.id}` < `${b.day}${b.start}${b.id}` ? -1 : 1))
      .map((entry) => ({
        id: entry.id,
        office: entry.office,
        officeName: both(officeNames.get(entry.office)),
        unit: entry.unit,
        unitName: both(unitNames.get(entry.unit)),
        day: entry.day,
        start: entry.start,
        plannedMinutes: entry.plannedMinutes,
        form: entry.form,
      })),
  }
}

const both = (names: Names | undefined): Names => ({ kk: names?.kk ?? '', ru: names?.ru ?? '' })
