// The ministers' schedule beside other rooms: its publication, its visits as clashes for akims, what is raised in the regions.
import { createHash } from 'node:crypto'
import {
  type Act,
  type Occasion,
  type OpenProblems,
  type ScheduleId,
  type ScheduleRefusal,
  type ScheduleRelease,
  publishSchedule,
  scheduleContent,
  spheres,
} from '#calendar'
import { type Json, canonical } from '#journal'
import { type Result, firstDay, localDate, refuse } from '#kernel'
import type { Law } from '#law'
import { type UnitCode, bodiesOn } from '#territory'
import type { Stores } from './stores.ts'

/** Publishes an approved schedule with the names of the day; refuses as `publishSchedule` does. */
export async function publishMinistersSchedule(
  stores: Stores,
  law: Law,
  act: Act,
  on: { readonly schedule: ScheduleId; readonly revision: number },
): Promise<Result<ScheduleRelease, ScheduleRefusal>> {
  const schedule = await stores.schedules.find(on.schedule)
  if (!schedule) return refuse({ code: 'no-such-schedule' })
  const visits = await stores.schedules.visits(schedule.id)
  const codes = [...new Set(visits.flatMap(({ unit, region }) => [unit, region]))]
  const units = await stores.national.units(codes, act.today)
  const content = scheduleContent(
    schedule,
    visits,
    new Map(units.map((unit) => [unit.code, unit])),
    new Map(bodiesOn(firstDay(schedule.period)).map(({ id, name }) => [id, name])),
  )
  const hash = createHash('sha256')
    .update(canonical(content as unknown as Json))
    .digest('hex')
  return publishSchedule(stores, act, { ...on, law, content, hash })
}

/** Days on which a minister comes to the region: they bind the akims of the place and of all that it lies in. */
export async function ministersVisits(
  { schedules, territory }: Pick<Stores, 'schedules' | 'territory'>,
  region: UnitCode,
  year: number,
): Promise<Occasion[]> {
  const visits = await schedules.visitsIn(region, localDate(`${year}-01-01`), localDate(`${year}-12-31`))
  return Array.fromAsync(visits, async ({ unit, day }) => ({
    kind: 'minister-visit' as const,
    day,
    unit,
    binds: new Set((await territory.lineage(unit, day)).map(({ code }) => code)),
  }))
}

/** What is raised in the regions, as approved pools tell it. */
export const openProblems = async ({ problems }: Pick<Stores, 'problems'>): Promise<OpenProblems> =>
  (await problems.openCounts()).flatMap(({ region, sphere: name, open }) => {
    const sphere = spheres.find((one) => one === name)
    return sphere ? [{ region, sphere, open }] : []
  })
