// All tables, each declared in the file of its store.
import type { Transaction } from 'kysely'
import type { JournalTables } from './journal-store.ts'
import type { ReceiptTables } from './receipt-store.ts'

export type Tables = JournalTables & ReceiptTables

/** What a store is made over: one open transaction. */
export type Trx = Transaction<Tables>
