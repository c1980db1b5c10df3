// Every refusal of a calendar with its status and its words; one that is missing does not compile.
import type { CalendarRefusal } from '#calendar'
import type { ProposalRefusal } from '#flows'
import type { ReceiptRefusal } from '#receipts'
import type { OfficeWords } from '../words/office/kk.ts'

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
  'cannot-plan': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<(CalendarRefusal | DeskRefusal)['code'], 403 | 404 | 409 | 422>

/** The status of a refusal and the sentence that tells it. */
export function told(
  words: OfficeWords,
  refusal: DeskRefusal,
): { status: 403 | 404 | 409 | 422; words: string } {
  return { status: status[refusal.code], words: sentence(words.refused, refusal) }
}

function sentence(words: OfficeWords['refused'], refusal: DeskRefusal): string {
  switch (refusal.code) {
    case 'not-allowed':
      return refusal.why.code === 'another-person-needed'
        ? words['another-person-needed']
        : words['not-allowed']
    case 'outside-the-year':
      return words['outside-the-year'](refusal.year)
    case 'akim-elsewhere':
      return words['akim-elsewhere'](refusal.start)
    default:
      return words[refusal.code]
  }
}
