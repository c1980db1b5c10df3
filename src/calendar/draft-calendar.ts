// Drafting: the planner proposes the year, the office takes it from there.
import { type Result, refuse, done } from '#kernel'
import { type Actor, may } from '#people'
import { akimOffice, type UnitCode } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, Entry } from './calendar.ts'
import { type Act, type CalendarStores, calendarFact } from './change-calendar.ts'

/**
 * Puts a drafted calendar with its proposed meetings into the office's hands.
 *
 * Law: A826-2.1.dev. Refuses: not-allowed, nothing-owed (no akim of the region owes a meeting in that year),
 * calendar-exists.
 */
export async function draftCalendar(
  stores: CalendarStores,
  act: Act,
  command: {
    region: UnitCode
    year: number
    proposal: readonly Omit<Entry, 'calendar'>[]
    demonstration: boolean
  },
): Promise<Result<Calendar, CalendarRefusal>> {
  const office = akimOffice(command.region)
  const answer = may(act.actor, 'draft-calendar', { office, unit: command.region }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (command.proposal.length === 0) return refuse({ code: 'nothing-owed', year: command.year })
  const calendar: Calendar = {
    id: `calendar.${command.region}.${command.year}` as CalendarId,
    region: command.region,
    office,
    year: command.year,
    state: 'drafted',
    revision: 1,
    editors: [act.actor.person.id],
    draftedAt: act.at,
    sentAt: null,
    approvedAt: null,
    publishedAt: null,
    submittedAt: null,
    demonstration: command.demonstration,
  }
  const entries = command.proposal.map((entry) => ({ ...entry, calendar: calendar.id }))
  if (!(await stores.calendars.add(calendar, entries)))
    return refuse({ code: 'calendar-exists', year: command.year })
  await stores.journal.append([calendarFact(act, calendar, 'calendar-drafted')])
  return done(calendar)
}

/** Whether the actor may draft for this region: the page asks before it offers the button. */
export const mayDraft = (actor: Actor, region: UnitCode, today: Act['today']): boolean =>
  may(actor, 'draft-calendar', { office: akimOffice(region), unit: region }, today).yes
