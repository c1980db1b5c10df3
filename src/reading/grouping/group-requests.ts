// Requests on the same concrete problem, found one by one: a new request asks an index, nothing is clustered again.
import { keysOf, reasonsOf } from './compare-requests.ts'
import { Copies } from './copies.ts'
import { FeatureStore } from './feature-store.ts'
import type { Features } from './features-of.ts'
import { GroupCounts, type GroupLook, lookAtOne } from './group-counts.ts'
import { KeyIndex } from './key-index.ts'
import { type Score, type Weights, scoreRequest, standardWeights } from './score-request.ts'

/** Why a request belongs to a group, strongest first. */
export type GroupReason = {
  readonly kind: 'copy' | 'concept' | 'place' | 'street' | 'institution' | 'words'
  readonly what: string
}

export type Grouping = {
  /** The group, new or known. */
  readonly group: string
  /** The first request of which this is a copy. */
  readonly copyOf: string | null
  /** From 0 to 1; 0 for the first of a group. */
  readonly surety: number
  readonly reasons: readonly GroupReason[]
}

type Group = {
  readonly id: string
  /** What the index knows it by. */
  readonly number: number
  /** Numbers of its requests, oldest first. */
  readonly members: number[]
  /** Kept from the second request on: what one request has is in the store. */
  counts?: GroupCounts
}
type Best = Score & { readonly group: Group }

/** At most so many groups are looked at for one request. */
const mostCandidates = 160

/** The groups of one office. Ids of requests and groups are the caller's: `newGroup` gives the id of a group that opens. */
export class Grouper {
  private readonly groups = new Map<number, Group>()
  private readonly numbers = new Map<string, number>()
  private readonly kept = new FeatureStore()
  private readonly index = new KeyIndex()
  private readonly copies = new Copies(this.kept)
  private readonly frequency = new Map<string, number>()
  private readonly placed = new Map<string, number>()
  private placedInAll = 0
  private readonly newGroup: () => string
  private readonly weights: Weights
  private next = 1

  constructor(newGroup: () => string, weights: Weights = standardWeights) {
    this.newGroup = newGroup
    this.weights = weights
  }

  /** How many requests are grouped. */
  get size(): number {
    return this.kept.size
  }

  /** Puts a request into the group of its problem, or opens one; the same id again is moved by its new reading. */
  add(id: string, features: Features): Grouping {
    this.remove(id)
    const likeliest = this.likeliest(features)
    const grouping = likeliest ?? { group: this.newGroup(), copyOf: null, surety: 0, reasons: [] }
    this.place(id, features, grouping.group)
    return grouping
  }

  /** The group that a request would join, without joining it; undefined when it would open one. */
  likeliest(features: Features): Grouping | undefined {
    const copy = this.copies.of(features)
    if (copy !== undefined) {
      const copyOf = this.kept.id(copy)
      const { id } = this.groupOf(copy)
      return { group: id, copyOf, surety: 1, reasons: [{ kind: 'copy', what: copyOf }] }
    }
    const best = features.problem ? this.best(features, 1) : undefined
    return (
      best && {
        group: best.group.id,
        copyOf: null,
        surety: Math.min(1, best.score - best.threshold + 0.5),
        reasons: reasonsOf(features, this.lookAt(best.group)),
      }
    )
  }

  /** The groups most like that of a request, best first, however little; those that cannot be the same problem not at all. */
  nearest(id: string, most: number): Grouping[] {
    const number = this.kept.number(id)
    if (number === undefined) return []
    const features = this.kept.get(number)
    const own = this.kept.groupOf(number)
    return this.scored(features, 0)
      .filter(({ group }) => group.number !== own)
      .toSorted((a, b) => b.score - b.threshold - (a.score - a.threshold))
      .slice(0, most)
      .map(({ group, score, threshold }) => ({
        group: group.id,
        copyOf: null,
        surety: Math.max(0, Math.min(1, score - threshold + 0.5)),
        reasons: reasonsOf(features, this.countsOf(group)),
      }))
  }

  /** Puts a request into the group given, unasked; a group that is not there opens. The same id again is moved. */
  place(id: string, features: Features, group: string): void {
    this.remove(id)
    const number = this.kept.put(id, features)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1)
    this.countPlace(features, 1)
    this.copies.add(number, features)
    // As the store gives it back, so that it leaves as it came.
    this.enter(number, this.kept.get(number), this.groupNamed(group))
  }

  /** Takes a request out again, as when it is withdrawn. */
  remove(id: string): void {
    const number = this.kept.number(id)
    if (number === undefined) return
    const features = this.kept.get(number)
    this.leave(number, features)
    for (const stem of features.stems) {
      const others = this.frequency.get(stem)! - 1
      if (others > 0) this.frequency.set(stem, others)
      else this.frequency.delete(stem)
    }
    this.countPlace(features, -1)
    this.kept.forget(number)
  }

  private countPlace({ place }: Features, by: 1 | -1) {
    if (place === null) return
    this.placed.set(place, (this.placed.get(place) ?? 0) + by)
    this.placedInAll += by
  }

  /** Puts a request where an officer says, into a new group too; false when there is no such request. */
  move(id: string, to: string): boolean {
    const number = this.kept.number(id)
    if (number === undefined) return false
    if (this.groupOf(number).id === to) return true
    const features = this.kept.get(number)
    this.leave(number, features)
    this.enter(number, features, this.groupNamed(to))
    return true
  }

  /** The requests of a group, oldest first. */
  membersOf(group: string): readonly string[] {
    const members = this.groups.get(this.numbers.get(group) ?? 0)?.members ?? []
    return members.map((number) => this.kept.id(number))
  }

  /** The group of a request. */
  group(id: string): string | undefined {
    const number = this.kept.number(id)
    return number === undefined ? undefined : this.groupOf(number).id
  }

  /** Asks again for every request where it belongs, now that all are known; says how many moved. */
  settle(): number {
    let moved = 0
    for (const number of this.kept.all()) {
      const features = this.kept.get(number)
      if (!features.problem) continue
      const from = this.groupOf(number)
      this.leave(number, features)
      const best = this.best(features, 0)
      this.enter(number, features, best?.group ?? this.groupNamed(from.id))
      if (best && best.group.id !== from.id) moved++
    }
    return moved
  }

  private groupOf(number: number): Group {
    return this.groups.get(this.kept.groupOf(number))!
  }

  private groupNamed(id: string): Group {
    const known = this.groups.get(this.numbers.get(id) ?? 0)
    if (known) return known
    const group: Group = { id, number: this.next++, members: [] }
    this.groups.set(group.number, group)
    this.numbers.set(id, group.number)
    return group
  }

  private countsOf({ counts, members }: Group): GroupCounts {
    if (counts) return counts
    const own = new GroupCounts()
    for (const number of members) own.enter(this.kept.get(number))
    return own
  }

  /** What a group of one has in common is what this one has: nothing is counted for a look at it. */
  private lookAt({ counts, members }: Group): GroupLook {
    return counts ?? lookAtOne(this.kept.get(members[0]!))
  }

  private enter(number: number, features: Features, group: Group) {
    let keys: readonly string[]
    if (group.members.length === 0) keys = features.problem ? keysOf(features) : []
    else {
      group.counts ??= this.countsOf(group)
      keys = group.counts.enter(features)
    }
    const after = group.members.findLastIndex((other) => other < number)
    group.members.splice(after + 1, 0, number)
    this.kept.move(number, group.number)
    for (const key of keys) this.index.add(key, group.number)
  }

  private leave(number: number, features: Features) {
    const group = this.groupOf(number)
    const keys = this.countsOf(group).leave(features)
    group.members.splice(group.members.indexOf(number), 1)
    if (group.members.length < 2) delete group.counts
    if (group.members.length === 0) {
      this.groups.delete(group.number)
      this.numbers.delete(group.id)
    }
    for (const key of keys) this.index.remove(key, group.number)
  }

  private best(features: Features, own: 0 | 1): Best | undefined {
    let best: Best | undefined
    for (const scored of this.scored(features, own)) {
      if (scored.score < scored.threshold) continue
      const over = best && scored.score - scored.threshold - (best.score - best.threshold)
      if (
        over === undefined ||
        over > 0 ||
        (over === 0 && scored.group.members[0]! < best!.group.members[0]!)
      )
        best = scored
    }
    return best
  }

  /** `own`: 1 where the request is not among those whose words are counted, for it has them too. */
  private scored(features: Features, own: 0 | 1): Best[] {
    const candidates = new Map<number, number>()
    for (const key of keysOf(features))
      for (const number of this.index.of(key)) candidates.set(number, (candidates.get(number) ?? 0) + 1)
    let list = [...candidates]
    if (list.length > mostCandidates)
      list = list.toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostCandidates)
    const rarity = (stem: string) => Math.log(1 + this.kept.size / ((this.frequency.get(stem) ?? 0) + own))
    const common = (place: string) => (this.placed.get(place) ?? 0) / Math.max(1, this.placedInAll)
    const found: Best[] = []
    for (const [number] of list) {
      const group = this.groups.get(number)!
      if (!group.counts && features.place !== null) {
        const place = this.kept.placeOf(group.members[0]!)
        if (place !== '' && place !== features.place) continue
      }
      const scored = scoreRequest(features, this.lookAt(group), rarity, common, this.weights)
      if (scored) found.push({ group, ...scored })
    }
    return found
  }
}
