// Every refusal of an unsealing with its status and its words; one that is missing does not compile.
import type { ReceiptRefusal } from '#receipts'
import type { UnsealingRefusal } from '#requests'
import type { Here } from '../../here.ts'
import { type Told, tellOf } from '../meetings/meeting-refusals.ts'

type Refusal = UnsealingRefusal | ReceiptRefusal

const own = {
  'no-such-request': 404,
  'no-such-unsealing': 404,
  'nothing-sealed': 409,
  'asked-already': 409,
  'basis-wanted': 422,
  'another-must-ask': 409,
  'unsealing-lapsed': 409,
  'allowed-already': 409,
  'unsealing-not-open': 409,
} as const satisfies { readonly [code in Refusal['code']]?: Told['status'] }
type OwnCode = keyof typeof own

const isOwn = (refusal: Refusal): refusal is Extract<Refusal, { code: OwnCode }> =>
  Object.hasOwn(own, refusal.code)

/** The status of a refusal and the sentence that tells it. */
export const tellUnsealing = ({ words }: Here, refusal: Refusal): Told =>
  isOwn(refusal)
    ? { status: own[refusal.code], words: words.unseal.refused[refusal.code] }
    : tellOf(words.meetings.office, refusal)
