// Every refusal of a calendar with its status and its words; one that is missing does not compile.
import type { CalendarRefusal } from '#calendar'
import type { ProposalRefusal } from '#flows'
import type { ReceiptRefusal } from '#receipts'
import type { Here } from '../here.ts'

export type DeskRefusal = ProposalRefusal | ReceiptRefusal

const status = {
  'no-such-calendar': 404,
  'no-such-meeting': 404,
  'not-allowed': 403,
  'calendar-exists': 409,
  'nothing-owed': 409,
  'year-not-open': 422,
  'changed-meanwhile': 409,
  'wrong-state': 409,
  'outside-the-year': 422,
  'akim-elsewhere': 422,
  'language-missing': 409,
  'already-submitted': 409,
  'parts-open': 409,
  'not-your-text': 403,
  'no-such-part': 404,
  'part-state': 409,
  'part-empty': 422,
  'nothing-changed': 409,
  'correction-empty': 422,
  'answer-day': 422,
  'already-received': 409,
  'not-received': 409,
  'day-over': 422,
  'meeting-over': 409,
  announced: 409,
  'cannot-plan': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<(CalendarRefusal | DeskRefusal)['code'], 403 | 404 | 409 | 422>

/** The status of a refusal and the sentence that tells it. */
export function told(here: Here, refusal: DeskRefusal): { status: 403 | 404 | 409 | 422; words: string } {
  return { status: status[refusal.code], words: sentence(here, refusal) }
}

function sentence({ words: all, format }: Here, refusal: DeskRefusal): string {
  const words = all.office.refused
  switch (refusal.code) {
    case 'not-allowed':
      return refusal.why.code === 'another-person-needed'
        ? words['another-person-needed']
        : refusal.why.code === 'fresh-factor-needed'
          ? all.people.refused['fresh-factor-needed']
          : words['not-allowed']
    case 'outside-the-year':
      return words['outside-the-year'](refusal.year)
    case 'parts-open':
      return words['parts-open'](refusal.count)
    case 'answer-day':
      return refusal.first === refusal.last
        ? words['answer-day-ahead'](format.day(refusal.last))
        : words['answer-day'](format.day(refusal.first), format.day(refusal.last))
    case 'akim-elsewhere':
      return words['akim-elsewhere'](refusal.start)
    default:
      return words[refusal.code]
  }
}
