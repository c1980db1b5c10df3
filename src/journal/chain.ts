// The chain: each entry's hash takes in the hash before it, so that no entry can be changed, dropped or put in unseen.
import { createHash } from 'node:crypto'
import { type Instant, type Result, done, refuse } from '#kernel'
import { canonical } from './canonical.ts'
import type { Entry, NewEntry } from './entry.ts'

/** What stands before the first entry. */
export const beginning = '0'.repeat(64)

/** An entry with its place and time, not yet linked. */
export type PlacedEntry = NewEntry & Pick<Entry, 'seq' | 'recordedAt'>

/**
 * SHA-256, hex, of the entry's canonical form with its salt. Whoever has only this can follow the chain and learns
 * nothing: text and salt may be erased, the digest stays.
 */
export const digestOf = (entry: PlacedEntry): string => {
  const { seq, id, type, at, asserted, actor, office, subject, payload, corrects, salt, recordedAt } = entry
  const form = { seq, id, type, at, asserted, actor, office, subject, payload, corrects, salt, recordedAt }
  return createHash('sha256').update(canonical(form)).digest('hex')
}

/** SHA-256 over the 32 bytes of the previous hash and the 32 bytes of the digest, hex. */
export const hashOf = (previous: string, digest: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(Buffer.from(digest, 'hex')).digest('hex')

/** Puts an entry behind the one whose hash is given. */
export function link(previous: string, entry: PlacedEntry): Entry {
  const digest = digestOf(entry)
  return { ...entry, digest, previous, hash: hashOf(previous, digest) }
}

export type ChainFault = {
  readonly code: 'chain-broken'
  readonly seq: number
  readonly at: 'place' | 'previous' | 'digest' | 'hash' | 'time'
}

/** Checks entries from the first on, in order; gives the last hash. Refuses: chain-broken, with the first place that is. */
export function verifyChain(entries: Iterable<Entry>): Result<{ count: number; hash: string }, ChainFault> {
  let hash = beginning
  let count = 0
  let recordedAt = '' as Instant
  for (const entry of entries) {
    const broken = (at: ChainFault['at']) => refuse({ code: 'chain-broken', seq: count + 1, at } as const)
    if (entry.seq !== count + 1) return broken('place')
    if (entry.previous !== hash) return broken('previous')
    if (entry.digest !== digestOf(entry)) return broken('digest')
    if (entry.hash !== hashOf(entry.previous, entry.digest)) return broken('hash')
    if (entry.recordedAt < recordedAt) return broken('time')
    ;({ hash, recordedAt } = entry)
    count++
  }
  return done({ count, hash })
}
