// The words of a release: what everybody may read, with names as they were on the day of publication.
import { type OfficeId, type Unit, type UnitCode, localDay } from '#territory'
import type { Both, Schedule, ScheduleContent, Visit } from './schedule.ts'

type Named = Both

/** Puts together what is published; a name that is missing stays empty, and publishing refuses it. */
export function scheduleContent(
  { period, act, correction }: Schedule,
  visits: readonly Visit[],
  units: ReadonlyMap<UnitCode, Unit>,
  officeNames: ReadonlyMap<OfficeId, Named>,
): ScheduleContent {
  const both = (name: Named | undefined): Both => ({ kk: name?.kk ?? '', ru: name?.ru ?? '' })
  return {
    ...(correction ? { correction } : {}),
    period,
    act,
    meetings: [...visits]
      .sort((a, b) => (`${a.day}${a.start}${a.id}` < `${b.day}${b.start}${b.id}` ? -1 : 1))
      .map(({ schedule: _schedule, revision: _revision, akimat, ...visit }) => ({
        ...visit,
        officeName: both(officeNames.get(visit.office)),
        unitName: both(units.get(visit.unit)?.name),
        regionName: both(units.get(visit.region)?.name),
        form: 'visiting' as const,
        agreed: akimat?.agrees ? { number: akimat.words, day: localDay(akimat.at, visit.region) } : null,
      })),
  }
}
