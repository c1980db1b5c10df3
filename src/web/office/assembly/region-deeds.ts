// What a region does while a calendar is assembled: to the whole, to one meeting, to the part of an office below.
import {
  type CalendarId,
  type MeetingId,
  addEntry,
  correctCalendar,
  dropEntry,
  fillParts,
  giveUpCorrection,
  returnPart,
  takePart,
} from '#calendar'
import { type Books, type Stores, proposeCalendar, proposedLines } from '#flows'
import { refuse } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import { deed, nothing } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { day, line, reason } from './read-small-forms.ts'

export type OnCalendar = {
  readonly calendar: CalendarId
  readonly revision: number
  readonly region: UnitCode | null
  readonly year: number
  readonly demonstration: boolean
}

/** The calendar of the desk's region for the year; one that is not there is refused by the verb. */
export const onCalendar =
  (year: number) =>
  async (stores: Stores, { region, here }: Desk, revision: number): Promise<OnCalendar> => ({
    calendar: ((region && (await stores.calendars.ofRegion(region.code, year))?.id) ?? 'none') as CalendarId,
    revision,
    region: region?.code ?? null,
    year,
    demonstration: here.demonstration,
  })

export const calendarDeeds = (books: Books) => ({
  ask: deed('asked', day, async (stores, act, { region, year, demonstration }: OnCalendar, answerBy) =>
    region
      ? proposeCalendar(stores, books, act, { region, year, answerBy, demonstration })
      : refuse({ code: 'no-such-calendar' }),
  ),
  fill: deed('filled', nothing, async (stores, act, { region, year, calendar, revision }: OnCalendar) => {
    if (!region) return refuse({ code: 'no-such-calendar' })
    const lines = await proposedLines(stores, books, { region, year, today: act.today })
    return lines.ok ? fillParts(stores, act, { calendar, revision, proposal: lines.value }) : lines
  }),
  correct: deed('correcting', reason, (stores, act, { calendar, revision }: OnCalendar, why) =>
    correctCalendar(stores, act, { calendar, revision, reason: why }),
  ),
  'give-up': deed('givenUp', nothing, giveUpCorrection),
})

export const addToCalendar = deed('added', line, (stores, act, { calendar, revision }: OnCalendar, added) =>
  addEntry(stores, act, { calendar, revision, line: added }),
)

export const dropFromCalendar = (meeting: MeetingId) =>
  deed('dropped', reason, (stores, act, { calendar, revision }: OnCalendar, why) =>
    dropEntry(stores, act, { calendar, meeting, revision, reason: why }),
  )

/** The part of another office, in the hands of the region. */
export const handDeeds = (office: OfficeId) => ({
  take: deed('taken', nothing, (stores, act, { calendar, revision }: OnCalendar) =>
    takePart(stores, act, { calendar, office, revision }),
  ),
  return: deed('returned', reason, (stores, act, { calendar, revision }: OnCalendar, why) =>
    returnPart(stores, act, { calendar, office, revision, reason: why }),
  ),
})
