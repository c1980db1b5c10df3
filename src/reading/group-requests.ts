// Requests on the same concrete problem, found one by one: a new request asks an index, nothing is clustered again.
import { BandTable } from './band-table.ts'
import { apart, copyFrom, keysOf, kindApart, reasonsOf } from './compare-requests.ts'
import { FeatureStore } from './feature-store.ts'
import { bandsOf } from './near-duplicates.ts'
import type { RequestReading } from './read-request.ts'

/** Why a request belongs to a group, strongest first. */
export type GroupReason = {
  readonly kind: 'copy' | 'concept' | 'place' | 'street' | 'institution' | 'words'
  readonly what: string
}

export type Grouping = {
  /** The group, new or known. */
  readonly group: number
  /** The first request of which this is a copy. */
  readonly copyOf: string | null
  /** From 0 to 1; 0 for the first of a group. */
  readonly surety: number
  readonly reasons: readonly GroupReason[]
}

/** What counts for grouping, of a reading. */
export type Features = Pick<
  RequestReading,
  'sphere' | 'place' | 'streets' | 'institutions' | 'stems' | 'sketch'
> & {
  /** Weights of concepts, the strongest 1. */
  readonly topics: ReadonlyMap<string, number>
  /** Thanks, spam and abuse stand alone. */
  readonly problem: boolean
}

export type Group = {
  readonly id: number
  size: number
  readonly members: number[]
  readonly topics: Map<string, number>
  /** Length of `topics` as a vector, squared. */
  norm: number
  readonly spheres: Map<string, number>
  readonly places: Map<string, number>
  readonly streets: Map<string, number>
  readonly institutions: Map<string, number>
  readonly stems: Map<string, number>
}

export type Weights = typeof standardWeights
export const standardWeights = {
  topic: 1.15,
  stems: 0.8,
  street: 0.7,
  institution: 0.5,
  sphereApart: 0.25,
  streetApart: 0.47,
  oneStreet: 0.08,
  samePlace: 0.6,
  noPlace: 0.88,
  onePlace: 1.05,
  /** Spheres whose problems are those of one street. */
  ofStreets: ['roads', 'landscaping-lighting'] as readonly string[],
}

/** How much the sphere counts beside what exactly is the matter. */
const sphereWeight = 0.75

export function featuresOf(reading: RequestReading): Features {
  const { sphere, place, streets, institutions, stems, sketch, kind, concepts } = reading
  const topics = new Map<string, number>()
  const most = concepts[0]?.score ?? 1
  for (const { facet, score, sphere: of } of concepts.slice(0, 8)) {
    const weight = (score / most) * (of === sphere ? 1 : 0.4)
    if (facet !== null) topics.set(facet, Math.max(weight, topics.get(facet) ?? 0))
    const whole = `sphere ${of}`
    topics.set(whole, Math.max(weight * sphereWeight, topics.get(whole) ?? 0))
  }
  return {
    sphere,
    place,
    streets,
    institutions,
    stems,
    sketch,
    topics,
    problem: kind !== 'thanks' && kind !== 'spam' && kind !== 'abuse',
  }
}

/** At most so many groups are looked at for one request. */
const mostCandidates = 160
/** And at most so many under one key. */
const mostOfKey = 400

export class Grouper {
  private readonly groups = new Map<number, Group>()
  private readonly kept = new FeatureStore()
  private readonly index = new Map<string, number[]>()
  private readonly bands = new BandTable()
  private readonly frequency = new Map<string, number>()
  private next = 1
  private readonly weights: Weights

  constructor(weights: Weights = standardWeights) {
    this.weights = weights
  }

  /** How many requests are grouped. */
  get size(): number {
    return this.kept.size
  }

  /** Puts a request into the group of its problem, or opens one; the same id again is moved by its new reading. */
  add(id: string, features: Features): Grouping {
    this.remove(id)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1)
    const copy = this.copyAmong(features)
    const best = copy === undefined && features.problem ? this.best(features) : undefined
    const group = (copy === undefined ? best?.group : this.groups.get(this.kept.groupOf(copy))) ?? this.open()
    this.put(id, features, group)
    const original = copy === undefined ? null : this.kept.id(copy)
    return {
      group: group.id,
      copyOf: original,
      surety: original !== null ? 1 : best ? Math.min(1, best.score - best.threshold + 0.5) : 0,
      reasons:
        original !== null ? [{ kind: 'copy', what: original }] : best ? reasonsOf(features, best.group) : [],
    }
  }

  /** Takes a request out again, as when it is withdrawn. */
  remove(id: string): void {
    const number = this.kept.number(id)
    if (number === undefined) return
    const features = this.kept.get(number)
    this.leave(number, features)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 1) - 1)
    this.kept.forget(number)
  }

  /** Puts a request where an officer says; false when there is no such request or group. */
  move(id: string, to: number): boolean {
    const number = this.kept.number(id)
    const group = this.groups.get(to)
    if (number === undefined || !group) return false
    const features = this.kept.get(number)
    this.leave(number, features)
    this.groups.set(to, group)
    this.enter(number, features, group)
    return true
  }

  /** The requests of a group, oldest first. */
  membersOf(group: number): readonly string[] {
    return (this.groups.get(group)?.members ?? []).map((number) => this.kept.id(number))
  }

  /** The group of a request. */
  group(id: string): number | undefined {
    const number = this.kept.number(id)
    return number === undefined ? undefined : this.kept.groupOf(number)
  }

  /** Asks again for every request where it belongs, now that all are known; says how many moved. */
  settle(): number {
    let moved = 0
    for (const number of this.kept.all()) {
      const features = this.kept.get(number)
      if (!features.problem) continue
      const from = this.groups.get(this.kept.groupOf(number))!
      if (from.size === 1) {
        const better = this.best(features, from.id)
        if (!better) continue
        this.leave(number, features)
        this.enter(number, features, better.group)
        moved++
        continue
      }
      this.leave(number, features)
      const best = this.best(features)
      this.enter(number, features, best?.group ?? from)
      if (best && best.group !== from) moved++
    }
    return moved
  }

  private open(): Group {
    const group: Group = {
      id: this.next++,
      size: 0,
      members: [],
      topics: new Map(),
      norm: 0,
      spheres: new Map(),
      places: new Map(),
      streets: new Map(),
      institutions: new Map(),
      stems: new Map(),
    }
    this.groups.set(group.id, group)
    return group
  }

  private put(id: string, features: Features, group: Group) {
    const number = this.kept.put(id, features, group.id)
    this.enter(number, features, group)
    for (const band of bandsOf(features.sketch)) this.bands.add(band, number)
  }

  private enter(number: number, features: Features, group: Group) {
    this.kept.move(number, group.id)
    group.size++
    group.members.push(number)
    this.count(group, features, 1)
    if (!features.problem) return
    for (const key of keysOf(features)) {
      const there = this.index.get(key)
      if (!there) this.index.set(key, [group.id])
      else if (there.at(-1) !== group.id && !(there.length < 64 ? there.includes(group.id) : group.size > 1))
        there.push(group.id)
    }
  }

  private leave(number: number, features: Features) {
    const group = this.groups.get(this.kept.groupOf(number))
    if (!group) return
    group.size--
    group.members.splice(group.members.indexOf(number), 1)
    this.count(group, features, -1)
    if (group.size === 0) this.groups.delete(group.id)
  }

  private count(group: Group, features: Features, by: number) {
    const add = (table: Map<string, number>, key: string, value: number) => {
      const sum = (table.get(key) ?? 0) + value * by
      if (sum > 1e-9) table.set(key, sum)
      else table.delete(key)
    }
    for (const [concept, weight] of features.topics) add(group.topics, concept, weight)
    group.norm = 0
    for (const weight of group.topics.values()) group.norm += weight * weight
    add(group.spheres, features.sphere, 1)
    if (features.place !== null) add(group.places, features.place, 1)
    for (const street of features.streets) add(group.streets, street, 1)
    for (const institution of features.institutions) add(group.institutions, institution, 1)
    for (const stem of features.stems) add(group.stems, stem, 1)
  }

  /** The earliest of the requests most like this one, if it is a copy of it. */
  private copyAmong(features: Features): number | undefined {
    let best: number | undefined
    let most = copyFrom
    const asked = new Set<number>()
    for (const band of bandsOf(features.sketch))
      for (const other of this.bands.of(band)) {
        if (asked.has(other) || this.kept.groupOf(other) < 0) continue
        asked.add(other)
        const like = this.kept.likeness(other, features.sketch)
        if (like < most || (like === most && best !== undefined && best < other)) continue
        if (apart(features, this.kept.get(other))) continue
        most = like
        best = other
      }
    return best
  }

  private best(
    features: Features,
    not?: number,
  ): { group: Group; score: number; threshold: number } | undefined {
    const candidates = new Map<number, number>()
    for (const key of keysOf(features)) {
      const there = this.index.get(key)
      if (!there) continue
      // Of a very common key the newest groups are asked.
      for (let at = there.length - 1; at >= Math.max(0, there.length - mostOfKey); at--)
        candidates.set(there[at]!, (candidates.get(there[at]!) ?? 0) + 1)
    }
    let list = [...candidates]
    if (list.length > mostCandidates)
      list = list.toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostCandidates)
    let best: { group: Group; score: number; threshold: number } | undefined
    for (const [id] of list) {
      const group = this.groups.get(id)
      if (!group || id === not) continue
      const scored = this.score(features, group)
      if (scored === undefined || scored.score < scored.threshold) continue
      const over = best && scored.score - scored.threshold - (best.score - best.threshold)
      if (over === undefined || over > 0 || (over === 0 && group.id < best!.group.id))
        best = { group, ...scored }
    }
    return best
  }

  /** How well a request fits a group, and how well it must; undefined where it cannot be the same problem. */
  score(features: Features, group: Group): { score: number; threshold: number } | undefined {
    const w = this.weights
    const places = group.places.size
    const samePlace = features.place !== null && group.places.has(features.place)
    if (features.place !== null && places > 0 && !samePlace) return undefined
    if (kindApart(features.institutions, group.institutions)) return undefined
    const sameStreet = features.streets.some((street) => group.streets.has(street))
    const streetsApart = features.streets.length > 0 && group.streets.size > 0 && !sameStreet
    if (streetsApart && w.ofStreets.includes(features.sphere)) return undefined
    const sameInstitution = features.institutions.some((one) => group.institutions.has(one))
    let dot = 0
    let norm = 0
    for (const [concept, weight] of features.topics) {
      dot += weight * (group.topics.get(concept) ?? 0)
      norm += weight * weight
    }
    const topic = norm > 0 && group.norm > 0 ? dot / Math.sqrt(norm * group.norm) : 0
    let shared = 0
    let all = 0
    for (const stem of features.stems) {
      const rarity = Math.log(1 + this.kept.size / (this.frequency.get(stem) ?? 1))
      all += rarity
      const there = group.stems.get(stem)
      if (there !== undefined) shared += rarity * Math.min(1, 0.5 + there / group.size)
    }
    const stems = all > 0 ? shared / all : 0
    const sphereApart = !group.spheres.has(features.sphere)
    const oneStreet =
      features.streets.length > 0 !== group.streets.size > 0 && w.ofStreets.includes(features.sphere)
    const score =
      w.topic * topic +
      w.stems * stems +
      (sameStreet ? w.street : 0) +
      (sameInstitution ? w.institution : 0) -
      (sphereApart ? w.sphereApart : 0) -
      (streetsApart ? w.streetApart : 0) -
      (oneStreet ? w.oneStreet : 0)
    const threshold = samePlace
      ? w.samePlace
      : features.place === null && places === 0
        ? w.noPlace
        : w.onePlace
    return { score, threshold }
  }
}
