// What the answer to a deed on a brought list is when it is refused.
import type { ImportRefusal } from '#flows'
import type { ReceiptRefusal } from '#receipts'
import type { DeskStatus } from '../at-desk.ts'

export const importStatus = {
  'not-allowed': 403,
  'changed-meanwhile': 409,
  'no-such-file': 404,
  'imported-already': 409,
  'nothing-to-import': 422,
  'field-twice': 422,
  'field-missing': 422,
  'key-used-for-other-words': 409,
} as const satisfies Record<(ImportRefusal | ReceiptRefusal)['code'], DeskStatus>
