// The steps of a region's calendar, from its draft to the Government, and the move of one meeting in it.
import {
  type MeetingId,
  answerCalendar,
  approveCalendar,
  moveEntry,
  recallCalendar,
  sendCalendar,
  submitCalendar,
} from '#calendar'
import { type Books, maslikhatPart, proposeCalendar, publish } from '#flows'
import { refuse } from '#kernel'
import type { Deed } from './addresses.ts'
import { number, reason } from './assembly/read-small-forms.ts'
import type { OnCalendar } from './assembly/region-deeds.ts'
import { deed, nothing } from './deed-of.ts'
import { readMove } from './read-deed.ts'

export const calendarSteps = (books: Books) =>
  ({
    draft: deed('drafted', nothing, async (stores, act, { region, year, demonstration }: OnCalendar) =>
      region
        ? proposeCalendar(stores, books, act, { region, year, answerBy: null, demonstration })
        : refuse({ code: 'no-such-calendar' }),
    ),
    send: deed('sent', number, (stores, act, on: OnCalendar, given) =>
      sendCalendar(stores, act, { ...on, number: given }),
    ),
    answer: deed('answered', number, (stores, act, on: OnCalendar, given) =>
      answerCalendar(stores, act, { ...on, number: given, part: maslikhatPart(books.law, on.year) }),
    ),
    recall: deed('recalled', reason, (stores, act, on: OnCalendar, why) =>
      recallCalendar(stores, act, { ...on, reason: why }),
    ),
    approve: deed('approved', number, (stores, act, on: OnCalendar, given) =>
      approveCalendar(stores, act, { ...on, number: given }),
    ),
    publish: deed('published', nothing, publish),
    submit: deed('submitted', number, (stores, act, on: OnCalendar, given) =>
      submitCalendar(stores, act, { ...on, number: given }),
    ),
  }) satisfies Record<Deed, unknown>

export const moveInCalendar = (meeting: MeetingId) =>
  deed(
    'moved',
    (typed, { here }) => readMove(typed, here.words.office),
    (stores, act, on: OnCalendar, to) => moveEntry(stores, act, { ...on, ...to, meeting }),
  )
