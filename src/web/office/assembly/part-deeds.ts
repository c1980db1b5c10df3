// What an office below a region does to its own part of the calendar.
import {
  type CalendarId,
  type MeetingId,
  type OnPart,
  addToPart,
  beginPart,
  dropFromPart,
  moveInPart,
  recallPart,
  sendPart,
} from '#calendar'
import { type Books, type Stores, proposedLines } from '#flows'
import { refuse } from '#kernel'
import { deed, nothing } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { readMove } from '../read-deed.ts'
import { line, reason } from './read-small-forms.ts'

/** The part of this desk for the year, by its key. */
export const onPart =
  (year: number) =>
  async (stores: Stores, { office }: Desk, revision: number): Promise<OnPart> => ({
    calendar: ((await stores.parts.ofOffice(office.id)).find((one) => one.year === year)?.calendar ??
      'none') as CalendarId,
    office: office.id,
    revision,
  })

export const partDeeds = (books: Books) => ({
  begin: deed('begun', nothing, async (stores, act, on: OnPart) => {
    const part = await stores.parts.find(on.calendar, on.office)
    if (!part) return refuse({ code: 'no-such-part' })
    const lines = await proposedLines(stores, books, {
      region: part.region,
      year: part.year,
      today: act.today,
    })
    return lines.ok ? beginPart(stores, act, { ...on, proposal: lines.value }) : lines
  }),
  'send-part': deed('sent', nothing, sendPart),
  'recall-part': deed('takenBack', nothing, recallPart),
  add: deed('added', line, (stores, act, on: OnPart, added) =>
    addToPart(stores, act, { ...on, line: added }),
  ),
})

export const partMeetingDeeds = (meeting: MeetingId) => ({
  move: deed(
    'moved',
    (typed, { here }) => readMove(typed, here.words.office),
    (stores, act, on: OnPart, to) => moveInPart(stores, act, { ...on, ...to, meeting }),
  ),
  drop: deed('dropped', reason, (stores, act, on: OnPart, why) =>
    dropFromPart(stores, act, { ...on, meeting, reason: why }),
  ),
})
