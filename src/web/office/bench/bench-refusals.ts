// Every refusal of the bench with its status and its words; one that is missing does not compile.
import type { ReceiptRefusal } from '#receipts'
import type { TriageRefusal } from '#requests'
import type { Here } from '../../here.ts'

type Refusal = TriageRefusal | ReceiptRefusal
type Status = 403 | 404 | 409 | 422

const status = {
  'not-allowed': 403,
  'no-such-request': 404,
  'no-such-group': 409,
  'no-such-deed': 409,
  'no-such-unit': 422,
  'changed-meanwhile': 409,
  'group-pooled': 409,
  'nothing-to-do': 422,
  'wrong-fate': 409,
  'words-wanted': 422,
  'body-without-centre': 422,
  'moved-since': 409,
  'another-member-needed': 403,
  'template-there': 422,
  'no-such-template': 404,
  'key-used-for-other-words': 409,
} as const satisfies Record<Refusal['code'], Status>

/** The status of a refusal and the sentence that tells it. */
export const tellBench = (
  { words }: Here,
  { code }: Refusal,
): { readonly status: Status; readonly words: string } => ({
  status: status[code],
  words: words.bench.refused[code],
})
