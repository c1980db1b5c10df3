export type { Entry, EntryFilter, EntryId, JournalStore, Json, NewEntry, Payload } from './entry.ts'
export { canonical } from './canonical.ts'
export { type ChainFault, type PlacedEntry, beginning, digestOf, hashOf, link, verifyChain } from './chain.ts'
