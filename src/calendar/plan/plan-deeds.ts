// The deeds of planning: wishes saved, a date locked, an alternative taken over into the draft.
import { type Result, done, refuse } from '#kernel'
import { may } from '#people'
import { type OfficeId, akimOffice } from '#territory'
import type { Calendar, CalendarId, CalendarRefusal, Entry, MeetingId } from '../calendar.ts'
import { type Act, calendarFact, calendarFor, entryBy, saveNext } from '../change-calendar.ts'
import { boundBy } from '../move-entry.ts'
import type { DateChange, Way } from './alternatives.ts'
import type { PlanningStores } from './planning-store.ts'
import type { OfficeWishes } from './wishes.ts'

/**
 * Saves the wishes of an office for a year: its own author does, or the region's that draws the calendar up.
 *
 * Refuses: not-allowed, changed-meanwhile.
 */
export async function saveWishes(
  stores: PlanningStores,
  act: Act,
  wishes: OfficeWishes,
): Promise<Result<OfficeWishes, CalendarRefusal>> {
  const { region, office, year, revision } = wishes
  const upper = akimOffice(region)
  const own = may(act.actor, 'draft-part', { office, above: [region] }, act.today)
  const answer = own.yes ? own : may(act.actor, 'draft-calendar', { office: upper, unit: region }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const next = { ...wishes, revision: revision + 1 }
  if (!(await stores.planning.saveWishes(next))) return refuse({ code: 'changed-meanwhile', revision })
  const { weekdays, hours, seasons, away } = wishes
  await stores.journal.append([
    entryBy(act, {
      type: 'calendar-wishes-saved',
      office: own.yes ? office : upper,
      subject: office,
      payload: {
        office: upper,
        period: String(year),
        of: office,
        weekdays: [...weekdays],
        hours: hours ? `${hours.from}-${hours.to}` : null,
        seasons: seasons.map(({ place, first, last }) => ({ place, first, last })),
        away: away.map(({ first, last }) => ({ first, last })),
      },
    }),
  ])
  return done(next)
}

/**
 * Locks a date of the draft, so that the planner leaves it where it is, or unlocks it.
 *
 * Refuses: no-such-calendar, no-such-meeting, not-allowed, wrong-state.
 */
export async function lockEntry(
  stores: PlanningStores,
  act: Act,
  command: { readonly calendar: CalendarId; readonly meeting: MeetingId; readonly locked: boolean },
): Promise<Result<void, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'move-entry')
  if (!found.ok) return found
  const calendar = found.value
  const entries = await stores.calendars.entries(calendar.id)
  if (!entries.some(({ id }) => id === command.meeting)) return refuse({ code: 'no-such-meeting' })
  const { meeting, locked } = command
  if (locked)
    await stores.planning.lock({
      meeting,
      calendar: calendar.id,
      lockedBy: act.actor.person.id,
      lockedAt: act.at,
    })
  else await stores.planning.unlock(meeting)
  const type = locked ? 'calendar-entry-locked' : 'calendar-entry-unlocked'
  await stores.journal.append([calendarFact(act, calendar, type, { meeting })])
  return done()
}

export type TakeAlternative = {
  readonly calendar: CalendarId
  /** The revision that the alternative was planned on. */
  readonly revision: number
  readonly way: Way
  /** One office, or the whole region. */
  readonly only: OfficeId | null
  /** All meetings of the offices concerned as the alternative has them; ids of the draft are kept. */
  readonly entries: readonly Omit<Entry, 'calendar'>[]
  readonly changes: readonly DateChange[]
}

/**
 * Takes an alternative over into the draft: what it dates stands there, and the rest as it was.
 *
 * A date that goes where the planner wants it is the planner's: its reason of a hand's move is gone, in the journal
 * both stay. Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile, not-your-text (offices wrote
 * all of it themselves), meeting-over and announced (in a correction), akim-elsewhere (a meeting that found no new day,
 * or one that the law does not ask for, lies across a planned one).
 */
export async function takeAlternative(
  stores: PlanningStores,
  act: Act,
  command: TakeAlternative,
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'move-entry')
  if (!found.ok) return found
  const calendar = found.value
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  // What an office sent is its own text: only parts that the planner filled are the region's to date anew.
  const parts = await stores.parts.ofCalendar(calendar.id)
  const ours = new Set(parts.flatMap(({ state, office }) => (state === 'planned' ? [office] : [])))
  const lines = command.entries.filter(({ office }) => ours.has(office))
  const [first] = command.entries
  if (first && lines.length === 0) return refuse({ code: 'not-your-text', office: first.office })
  const isOurs = new Set<string>(lines.map(({ id }) => id))
  const standing = new Map((await stores.calendars.entries(calendar.id)).map((entry) => [entry.id, entry]))
  for (const { id, day, start } of lines) {
    const before = standing.get(id)
    const bound =
      before && (before.day !== day || before.start !== start)
        ? await boundBy(stores, act, calendar, before)
        : null
    if (bound) return refuse(bound)
  }
  const clash = firstClash(lines)
  if (clash) return refuse({ code: 'akim-elsewhere', meeting: clash.id, start: clash.start })
  const editors = [...new Set([...calendar.editors, act.actor.person.id])]
  const saved = await saveNext(stores, calendar, { editors })
  if (!saved.ok) return saved
  for (const [office, entries] of Map.groupBy(lines, (entry) => entry.office))
    await stores.calendars.replaceEntries(
      calendar.id,
      office,
      entries.map((entry) => ({ ...entry, calendar: calendar.id })),
    )
  await stores.journal.append([
    calendarFact(act, calendar, 'calendar-alternative-taken', {
      way: command.way,
      of: command.only,
      moved: command.changes
        .filter(({ visit }) => isOurs.has(visit))
        .map(({ visit, from, to, reason }) => ({
          meeting: visit,
          from: from && `${from.day} ${from.start}`,
          to: to && `${to.day} ${to.start}`,
          reason: reason.code,
        })),
    }),
  ])
  return saved
}

/** A meeting that begins while another of its akim lasts. */
const firstClash = (entries: readonly Omit<Entry, 'calendar'>[]) =>
  [...Map.groupBy(entries, ({ office, day }) => `${office} ${day}`).values()].flatMap((day) => {
    const inOrder = day.toSorted((a, b) => (a.start < b.start ? -1 : 1))
    return inOrder.filter((entry, at) => at > 0 && endOf(inOrder[at - 1]!) > minuteOf(entry.start))
  })[0]

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const endOf = ({ start, plannedMinutes }: Pick<Entry, 'start' | 'plannedMinutes'>): number =>
  minuteOf(start) + plannedMinutes
