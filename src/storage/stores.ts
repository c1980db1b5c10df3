// The stores of all rooms over one transaction: a new store is one line here and one in `Stores`.
import type { Stores } from '#flows'
import { journalStore } from './journal-store.ts'
import { receiptStore } from './receipt-store.ts'
import type { Trx } from './tables.ts'

/** For office work, in the role `app`. */
export const storesOver = (trx: Trx): Stores => ({
  journal: journalStore(trx, 'entries'),
  receipts: receiptStore(trx),
})

/** For public pages, in the role `public_read`: only what is published can be reached. */
export const publicStoresOver = (trx: Trx): Stores => ({
  ...storesOver(trx),
  journal: journalStore(trx, 'public_entries'),
})
