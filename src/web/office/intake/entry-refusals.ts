// What an entry refuses: the field that is wrong, its words and the status; one that is missing does not compile.
import type { ReceiptRefusal } from '#receipts'
import type { EntryRefusal } from '#requests'
import type { Here } from '../../here.ts'
import type { DeskStatus } from '../at-desk.ts'

type Refusal = EntryRefusal | ReceiptRefusal

/** The field that a refusal speaks of; null: of the whole. */
const fieldOf = {
  'words-wanted': 'words',
  'words-too-long': 'words',
  'no-such-unit': 'unit',
  'not-below-office': 'unit',
  'received-ahead': 'day',
  'received-long-ago': 'day',
  'no-such-meeting': 'meeting',
  'meeting-wanted': 'meeting',
  'no-such-office': null,
  'id-taken': null,
  'not-allowed': null,
  'key-used-for-other-words': null,
} as const satisfies Record<Refusal['code'], string | null>

const statusOf: Partial<Record<Refusal['code'], DeskStatus>> = {
  'not-allowed': 403,
  'id-taken': 409,
  'key-used-for-other-words': 409,
}

export function tellEntry(
  { words }: Here,
  refusal: Refusal,
): { readonly field: string | null; readonly words: string; readonly status: DeskStatus } {
  const say = words.intake.refused
  return {
    field: fieldOf[refusal.code],
    status: statusOf[refusal.code] ?? 422,
    words:
      refusal.code === 'words-too-long' || refusal.code === 'received-long-ago'
        ? say[refusal.code](refusal.most)
        : say[refusal.code],
  }
}
