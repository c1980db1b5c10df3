// The journal: what happened, append-only and hash-linked. What a payload means is none of its business.
import type { Id, Instant, LocalDate } from '#kernel'

export type EntryId = Id<'entry'>
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type Payload = { readonly [key: string]: Json | undefined }

/** What is to be written. Ids, salt and instants come from the face: no clock, no chance in here. */
export type NewEntry = {
  readonly id: EntryId
  /** A word of `facts.md` for statutory facts; product facts are named in the same manner. */
  readonly type: string
  /** When it happened: an instant for what is done here, a day for what somebody asserts. */
  readonly at: Instant | LocalDate
  /** True when the date was typed or imported and not witnessed by this system; shown so everywhere. */
  readonly asserted: boolean
  readonly actor: string | null
  readonly office: string | null
  /** The thing spoken of (a meeting, a calendar …). */
  readonly subject: string | null
  readonly payload: Payload
  /** The entry that this one supersedes; the old one stays readable and is dropped before evaluation. */
  readonly corrects: EntryId | null
  /** 16 random bytes, hex; erasing text and salt later leaves a valid chain and nothing to guess. */
  readonly salt: string
}

export type Entry = NewEntry & {
  /** Position in the journal, from 1, without gaps. */
  readonly seq: number
  readonly recordedAt: Instant
  /** SHA-256 of the previous entry, hex; 64 zeros for the first. */
  readonly previous: string
  /** SHA-256 of the canonical form of the entry with its salt, hex (`chain.ts`). */
  readonly digest: string
  /** SHA-256 over `previous` and `digest`, hex. */
  readonly hash: string
}

/** Which entries: all conditions given must hold. */
export type EntryFilter = {
  readonly office?: string
  readonly offices?: readonly string[]
  readonly subject?: string
  readonly subjects?: readonly string[]
  readonly types?: readonly string[]
  /** Leaves out entries that a later one corrects. Default true. */
  readonly live?: boolean
}

export type JournalStore = {
  /** Appends in the given order, in the caller's transaction; the chain is taken under one lock. */
  append(entries: readonly NewEntry[]): Promise<Entry[]>
  entries(filter: EntryFilter): Promise<readonly Entry[]>
}
