export type { Entry, EntryFilter, EntryId, JournalStore, Json, NewEntry, Payload } from './entry.ts'
