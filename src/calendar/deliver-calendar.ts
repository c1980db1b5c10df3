// At the Government: a region's calendar is received, and all of them are presented to the Administration.
import { type Result, done, refuse } from '#kernel'
import { may } from '#people'
import { type UnitCode, governmentOffice } from '#territory'
import type { CalendarId, CalendarRefusal, Delivery } from './calendar.ts'
import { type Act, type CalendarStores, entryBy } from './change-calendar.ts'

/**
 * The Government's office records that a submitted calendar has come, under its own incoming number.
 *
 * Refuses: no-such-calendar (or not submitted), not-allowed, already-received.
 */
export async function receiveCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; number: string },
): Promise<Result<Delivery, CalendarRefusal>> {
  const calendar = await stores.calendars.find(command.calendar)
  if (!calendar?.submittedAt) return refuse({ code: 'no-such-calendar' })
  const allowed = mayDeliver(act)
  if (!allowed.yes) return refuse({ code: 'not-allowed', why: allowed.no })
  const delivery: Delivery = {
    calendar: calendar.id,
    region: calendar.region,
    year: calendar.year,
    receivedAt: act.at,
    receivedNumber: command.number,
    forwardedAt: null,
    forwardedNumber: null,
  }
  if (!(await stores.calendars.addDelivery(delivery))) return refuse({ code: 'already-received' })
  await stores.journal.append([
    governmentFact(act, 'calendar-received', calendar.year, {
      number: command.number,
      regions: [calendar.region],
    }),
  ])
  return done(delivery)
}

/**
 * Presents to the Administration of the President what was received and not yet presented.
 *
 * Law: A826-5.1. Refuses: not-allowed, not-received (nothing waits).
 */
export async function forwardCalendars(
  stores: CalendarStores,
  act: Act,
  command: { year: number; number: string },
): Promise<Result<readonly Delivery[], CalendarRefusal>> {
  const allowed = mayDeliver(act)
  if (!allowed.yes) return refuse({ code: 'not-allowed', why: allowed.no })
  const waiting = (await stores.calendars.deliveries(command.year)).filter(
    ({ forwardedAt }) => forwardedAt === null,
  )
  if (waiting.length === 0) return refuse({ code: 'not-received' })
  const forwarded = waiting.map((one) => ({ ...one, forwardedAt: act.at, forwardedNumber: command.number }))
  for (const delivery of forwarded) await stores.calendars.saveForwarding(delivery)
  const regions = forwarded.map(({ region }) => region)
  await stores.journal.append([governmentFact(act, 'calendars-presented', command.year, { regions })])
  return done(forwarded)
}

export const mayDeliver = (act: Pick<Act, 'actor' | 'today'>) =>
  may(act.actor, 'receive-calendar', { office: governmentOffice }, act.today)

const governmentFact = (
  act: Act,
  type: string,
  year: number,
  fields: { number?: string; regions: readonly UnitCode[] },
) =>
  entryBy(act, {
    type,
    office: governmentOffice,
    subject: null,
    payload: { period: String(year), ...fields },
  })
