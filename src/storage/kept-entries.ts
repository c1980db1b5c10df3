// Entries of offices that were read and stand: what nobody added to and nobody corrected is not fetched again.
import type { Entry } from '#journal'

/** A mark of some entries, whatever their order: how many, and all their hashes in one number. */
export function markOf(entries: readonly Pick<Entry, 'hash'>[]): string {
  let all = 0n
  for (const { hash } of entries) all ^= BigInt(`0x${hash.slice(0, 16)}`)
  return `${entries.length} ${all.toString(16).padStart(16, '0')}`
}

/** At most so many entries in memory, about a kilobyte each. */
const mostKept = 60_000

/**
 * Beware: nothing here may be given out but for the mark that the database has just told, in the same transaction. An
 * entry is never changed, so that equal marks are equal entries; were one ever erased, it would have to leave this, too.
 */
export class KeptEntries {
  private readonly kept = new Map<string, { readonly mark: string; readonly entries: readonly Entry[] }>()
  private count = 0

  /** `key`: of whom, and as whom they were read. */
  get(key: string, mark: string): readonly Entry[] | undefined {
    const there = this.kept.get(key)
    if (there?.mark !== mark) return undefined
    this.kept.delete(key)
    this.kept.set(key, there)
    return there.entries
  }

  set(key: string, entries: readonly Entry[]): void {
    this.drop(key)
    if (entries.length > mostKept) return
    this.kept.set(key, { mark: markOf(entries), entries })
    this.count += entries.length
    for (const oldest of this.kept.keys()) {
      if (this.count <= mostKept) return
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.count -= this.kept.get(key)?.entries.length ?? 0
    this.kept.delete(key)
  }
}
