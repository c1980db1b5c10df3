// Publishing a calendar: names as they are today in both languages, one hash over all of it.
import { createHash } from 'node:crypto'
import { type Instant, type Result, refuse } from '#kernel'
import {
  type Act,
  type CalendarId,
  type Calendar,
  type CalendarRefusal,
  type Release,
  type ReleaseContent,
  livePaper,
  publishCalendar,
  releaseContent,
} from '#calendar'
import { type Json, canonical } from '#journal'
import { localDay } from '#territory'
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
    await correctionOf(stores, calendar),
  )
  const hash = createHash('sha256')
    .update(canonical(content as unknown as Json))
    .digest('hex')
  return publishCalendar(stores, act, { ...command, content, hash })
}

/** Why the release differs from the one before, and the maslikhat's paper about it. */
async function correctionOf(stores: Stores, calendar: Calendar): Promise<ReleaseContent['correction']> {
  if (!calendar.correction) return undefined
  const paper = await livePaper(stores.journal, calendar)
  return {
    ...calendar.correction,
    paper: paper
      ? {
          part: paper.type === 'calendar-agreed' ? 'consent' : 'notification',
          number: String(paper.payload['number']),
          day: localDay(paper.at as Instant, calendar.region),
        }
      : null,
  }
}
