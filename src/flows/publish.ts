// Publishing a calendar: names as they are today in both languages, one hash over all of it.
import { createHash } from 'node:crypto'
import { type Result, refuse } from '#kernel'
import {
  type Act,
  type CalendarId,
  type CalendarRefusal,
  type Release,
  publishCalendar,
  releaseContent,
} from '#calendar'
import { type Json, canonical } from '#journal'
import type { Stores } from './stores.ts'

/** Publishes an approved calendar; refuses as `publishCalendar` does. */
export async function publish(
  stores: Stores,
  act: Act,
  command: { calendar: CalendarId; revision: number },
): Promise<Result<Release, CalendarRefusal>> {
  const calendar = await stores.calendars.find(command.calendar)
  if (!calendar) return refuse({ code: 'no-such-calendar' })
  const units = await stores.territory.subtree(calendar.region, act.today)
  const offices = await stores.territory.officesBelow(calendar.region, act.today)
  const content = releaseContent(
    calendar,
    await stores.calendars.entries(calendar.id),
    units[0]!,
    new Map(units.map((unit) => [unit.code, unit.name])),
    new Map(offices.map((office) => [office.id, office.name])),
  )
  const hash = createHash('sha256')
    .update(canonical(content as unknown as Json))
    .digest('hex')
  return publishCalendar(stores, act, { ...command, content, hash })
}
