// Under which keys groups are found: keys as numbers, and no list where there is but one group.

/** At most so many groups of one key are given, the newest. */
const mostOfKey = 400

export class KeyIndex {
  private readonly groups = new Map<number, number | number[]>()

  add(key: string, group: number): void {
    const at = hashOf(key)
    const there = this.groups.get(at)
    if (there === undefined) this.groups.set(at, group)
    else if (typeof there === 'number') this.groups.set(at, [there, group])
    else there.push(group)
  }

  remove(key: string, group: number): void {
    const at = hashOf(key)
    const there = this.groups.get(at)
    if (typeof there !== 'object') this.groups.delete(at)
    else {
      there.splice(there.lastIndexOf(group), 1)
      if (there.length === 1) this.groups.set(at, there[0]!)
    }
  }

  /** The groups of a key, newest first. */
  of(key: string): readonly number[] {
    const there = this.groups.get(hashOf(key))
    if (there === undefined) return []
    return typeof there === 'number' ? [there] : there.slice(-mostOfKey).toReversed()
  }
}

/** 53 bits of a key; that two keys of millions meet in one number costs a look at a group too many. */
function hashOf(key: string): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b9
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at)
    high = Math.imul(high ^ letter, 0x01000193)
    low = Math.imul(low ^ letter, 0x85ebca6b) ^ (low >>> 13)
  }
  return ((high ^ (low >>> 16)) & 0x1fffff) * 0x100000000 + (low >>> 0)
}
