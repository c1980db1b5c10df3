// Every refusal of a meeting with its status and its words; one that is missing does not compile.
import type { MeetingRefusal } from '#meetings'
import type { ReceiptRefusal } from '#receipts'
import type { MeetingsWords } from '../../words/meetings/kk.ts'

export type Told = { readonly status: 403 | 404 | 409 | 422; readonly words: string }
type Refusal = MeetingRefusal | ReceiptRefusal

const status = {
  'no-such-meeting': 404,
  'no-such-office': 422,
  'no-such-unit': 422,
  'not-your-territory': 422,
  'not-allowed': 403,
  'changed-meanwhile': 409,
  'cancelled-already': 409,
  'past-day': 422,
  'outside-the-year': 422,
  'same-date': 422,
  'needs-a-move': 409,
  'text-missing': 409,
  'text-behind': 409,
  'details-missing': 409,
  'nothing-new': 409,
  'too-far-ahead': 422,
  'not-signed': 409,
  'not-announced': 409,
  'before-the-notice': 422,
  'in-the-future': 422,
  'no-such-guest': 404,
  'letters-mixed': 422,
  'letters-hidden': 422,
  'no-change': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<Refusal['code'], Told['status']>

/** The field that a refusal is about, where it is about one. */
export const fieldOf: { readonly [code in Refusal['code']]?: string } = {
  'no-such-unit': 'unit',
  'not-your-territory': 'unit',
  'outside-the-year': 'day',
  'past-day': 'day',
  'too-far-ahead': 'day',
  'before-the-notice': 'day',
  'in-the-future': 'day',
  'letters-mixed': 'names',
  'letters-hidden': 'names',
}

/** The status of a refusal and the sentence that tells it. */
export function tellOf({ refused }: MeetingsWords['office'], refusal: Refusal): Told {
  return { status: status[refusal.code], words: sentence(refused, refusal) }
}

function sentence(words: MeetingsWords['office']['refused'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-allowed':
      return refusal.why.code === 'another-person-needed'
        ? words['another-person-needed']
        : refusal.why.code === 'fresh-factor-needed'
          ? words['fresh-factor-needed']
          : words['not-allowed']
    case 'outside-the-year':
      return words['outside-the-year'](refusal.year)
    case 'letters-mixed':
      return words['letters-mixed'](refusal.word)
    case 'too-far-ahead':
      return words['too-far-ahead'](refusal.hours)
    default:
      return words[refusal.code]
  }
}
