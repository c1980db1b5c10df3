// Drafting: the planner proposes the year and the region takes it from there, or the offices are asked for their parts.
import { type LocalDate, type Result, addDays, done, localDate, refuse } from '#kernel'
import { type Actor, may } from '#people'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, Entry } from './calendar.ts'
import { type Act, calendarFact } from './change-calendar.ts'
import type { Part, PartStores } from './part.ts'

/**
 * Puts a drafted calendar into the region's hands, with a part for each office that owes a meeting.
 *
 * Without `answerBy` every part is filled with the proposal. With it only the region's own is, and the other offices are
 * asked to write theirs by that day. Law: A826-2.1.dev. Refuses: not-allowed, nothing-owed (no akim of the region owes
 * a meeting in that year), calendar-exists, answer-day (past, or not before 15 January of the year).
 */
export async function draftCalendar(
  stores: PartStores,
  act: Act,
  command: {
    region: UnitCode
    year: number
    proposal: readonly Omit<Entry, 'calendar'>[]
    /** The unit of each office that owes a meeting. */
    owing: ReadonlyMap<OfficeId, UnitCode>
    answerBy: LocalDate | null
    demonstration: boolean
  },
): Promise<Result<Calendar, CalendarRefusal>> {
  const { region, year, answerBy } = command
  const office = akimOffice(region)
  const answer = may(act.actor, 'draft-calendar', { office, unit: region }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (command.owing.size === 0) return refuse({ code: 'nothing-owed', year })
  const last = addDays(localDate(`${year}-01-15`), -1)
  if (answerBy !== null && (answerBy < act.today || answerBy > last))
    return refuse({ code: 'answer-day', first: act.today, last })
  const calendar: Calendar = {
    id: `calendar.${region}.${year}` as CalendarId,
    region,
    office,
    year,
    state: 'drafted',
    revision: 1,
    editors: [act.actor.person.id],
    draftedAt: act.at,
    sentAt: null,
    approvedAt: null,
    publishedAt: null,
    submittedAt: null,
    answerBy,
    correction: null,
    demonstration: command.demonstration,
  }
  const isFilled = (of: OfficeId) => answerBy === null || of === office
  const entries = command.proposal
    .filter((entry) => isFilled(entry.office))
    .map((entry) => ({ ...entry, calendar: calendar.id }))
  if (!(await stores.calendars.add(calendar, entries))) return refuse({ code: 'calendar-exists', year })
  await stores.parts.add(
    [...command.owing].map(([of, unit]): Part => ({
      calendar: calendar.id,
      office: of,
      region,
      unit,
      year,
      state: isFilled(of) ? 'planned' : 'asked',
      revision: 1,
      editors: [],
      sentAt: null,
      reason: null,
    })),
  )
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-drafted'),
    ...(answerBy === null
      ? []
      : [calendarFact(act, calendar, 'parts-asked', { until: answerBy, offices: command.owing.size })]),
  ])
  return done(calendar)
}

/** Whether the actor may draft for this region: the page asks before it offers the button. */
export const mayDraft = (actor: Actor, region: UnitCode, today: Act['today']): boolean =>
  may(actor, 'draft-calendar', { office: akimOffice(region), unit: region }, today).yes
