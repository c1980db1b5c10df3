// Every refusal of a schedule with its status and its words; one that is missing does not compile.
import type { ScheduleRefusal } from '#calendar'
import type { ReceiptRefusal } from '#receipts'
import type { Here } from '../../here.ts'

export type Refusal = ScheduleRefusal | ReceiptRefusal
export type Told = { readonly status: 403 | 404 | 409 | 422; readonly words: string }

const status = {
  'no-such-schedule': 404,
  'no-such-visit': 404,
  'not-allowed': 403,
  'schedule-exists': 409,
  'no-such-regime': 422,
  'period-over': 422,
  'changed-meanwhile': 409,
  'wrong-state': 409,
  'proposal-state': 409,
  'nothing-proposed': 422,
  'proposals-open': 409,
  'agreement-open': 409,
  'outside-the-period': 422,
  'day-over': 422,
  'minister-elsewhere': 422,
  'no-such-unit': 422,
  'nothing-changed': 422,
  'correction-empty': 409,
  'visit-over': 409,
  announced: 409,
  'answered-already': 409,
  'language-missing': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<Refusal['code'], Told['status']>

/** The field that a refusal is about, where it is about one. */
export const fieldOf: { readonly [code in Refusal['code']]?: string } = {
  'outside-the-period': 'day',
  'day-over': 'day',
  'minister-elsewhere': 'start',
  'no-such-unit': 'unit',
}

export const tellOf = (here: Here, refusal: Refusal): Told => ({
  status: status[refusal.code],
  words: sentence(here, refusal),
})

function sentence({ words: all, format }: Here, refusal: Refusal): string {
  const words = all.schedule.office.refused
  switch (refusal.code) {
    case 'not-allowed':
      return refusal.why.code === 'another-person-needed' || refusal.why.code === 'fresh-factor-needed'
        ? words[refusal.why.code]
        : words['not-allowed']
    case 'proposals-open':
    case 'agreement-open':
      return words[refusal.code](refusal.count)
    case 'outside-the-period':
      return words['outside-the-period'](format.day(refusal.first), format.day(refusal.last))
    case 'minister-elsewhere':
      return words['minister-elsewhere'](format.day(refusal.day))
    default:
      return words[refusal.code]
  }
}
