// Every refusal of a pool with its status and its words; one that is missing does not compile.
import type { PoolRefusal } from '#requests'
import type { ReceiptRefusal } from '#receipts'
import type { Here } from '../../here.ts'

type Refusal = PoolRefusal | ReceiptRefusal

const status = {
  'no-such-meeting': 404,
  'not-allowed': 403,
  'cancelled-already': 409,
  'not-announced': 409,
  'changed-meanwhile': 409,
  'no-such-line': 409,
  'pool-empty': 409,
  'line-wants': 409,
  'nobody-asks': 409,
  'quote-gone': 409,
  'nothing-new': 409,
  'no-such-channel': 422,
  'recorded-already': 409,
  'past-day': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<Refusal['code'], 403 | 404 | 409 | 422>

/** The status of a refusal and the sentence that tells it. */
export function tellPool(
  { words }: Here,
  refusal: Refusal,
): { readonly status: 403 | 404 | 409 | 422; readonly words: string } {
  const told = words.pool.refused
  const code =
    refusal.code === 'not-allowed' &&
    (refusal.why.code === 'another-person-needed' || refusal.why.code === 'fresh-factor-needed')
      ? refusal.why.code
      : refusal.code
  return { status: status[refusal.code], words: told[code] }
}
