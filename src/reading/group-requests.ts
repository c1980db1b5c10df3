// Requests on the same concrete problem, found one by one: a new request asks an index, nothing is clustered again.
import { bandsOf, likeness } from './near-duplicates.ts'
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

type Group = {
  readonly id: number
  size: number
  readonly members: string[]
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
  topic: 1,
  stems: 0.9,
  street: 0.7,
  institution: 0.5,
  sphereApart: 0.25,
  streetApart: 0.45,
  oneStreet: 0.08,
  samePlace: 0.62,
  noPlace: 0.95,
  onePlace: 0.98,
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

export class Grouper {
  private readonly groups = new Map<number, Group>()
  private readonly groupOf = new Map<string, number>()
  private readonly features = new Map<string, Features>()
  private readonly index = new Map<string, Set<number>>()
  private readonly bands = new Map<number, string[]>()
  private readonly frequency = new Map<string, number>()
  private next = 1
  private readonly weights: Weights

  constructor(weights: Weights = standardWeights) {
    this.weights = weights
  }

  get size(): number {
    return this.features.size
  }

  /** Puts a request into the group of its problem, or opens one; the same id again is moved by its new reading. */
  add(id: string, features: Features): Grouping {
    if (this.features.has(id)) this.remove(id)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1)
    const copy = this.copyAmong(id, features)
    const best = copy ? undefined : features.problem ? this.best(features) : undefined
    const known = copy ? this.groups.get(this.groupOf.get(copy)!) : best?.group
    const group = known ?? this.open()
    this.put(id, features, group)
    return {
      group: group.id,
      copyOf: copy ?? null,
      surety: copy ? 1 : best ? Math.min(1, best.score - best.threshold + 0.5) : 0,
      reasons: copy ? [{ kind: 'copy', what: copy }] : best ? reasonsOf(features, best.group) : [],
    }
  }

  /** Takes a request out again, as when it is moved or withdrawn. */
  remove(id: string): void {
    const features = this.features.get(id)
    const group = this.groups.get(this.groupOf.get(id) ?? -1)
    if (!features || !group) return
    group.size--
    group.members.splice(group.members.indexOf(id), 1)
    this.count(group, features, -1)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 1) - 1)
    for (const band of bandsOf(features.sketch)) {
      const there = this.bands.get(band)
      if (there)
        this.bands.set(
          band,
          there.filter((one) => one !== id),
        )
    }
    this.features.delete(id)
    this.groupOf.delete(id)
    if (group.size === 0) this.groups.delete(group.id)
  }

  /** Puts a request where an officer says. */
  move(id: string, to: number): void {
    const features = this.features.get(id)
    const group = this.groups.get(to)
    if (!features || !group) return
    this.remove(id)
    for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1)
    this.put(id, features, group)
  }

  /** The requests of a group, oldest first. */
  membersOf(group: number): readonly string[] {
    return this.groups.get(group)?.members ?? []
  }

  group(id: string): number | undefined {
    return this.groupOf.get(id)
  }

  /** Asks again for every request where it belongs, now that all are known; says how many moved. */
  settle(): number {
    let moved = 0
    for (const [id, features] of Array.from(this.features)) {
      if (!features.problem) continue
      const from = this.groupOf.get(id)!
      this.remove(id)
      for (const stem of features.stems) this.frequency.set(stem, (this.frequency.get(stem) ?? 0) + 1)
      const copy = this.copyAmong(id, features)
      const best = this.best(features)
      const group =
        (copy ? this.groups.get(this.groupOf.get(copy)!) : best?.group) ??
        this.groups.get(from) ??
        this.open()
      // A request that stood alone and still does keeps its number only as a new group.
      const kept = best || copy ? group : this.open()
      this.put(id, features, kept)
      if (kept.id !== from) moved++
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
    this.features.set(id, features)
    this.groupOf.set(id, group.id)
    group.size++
    group.members.push(id)
    this.count(group, features, 1)
    if (features.problem)
      for (const key of keysOf(features)) {
        const there = this.index.get(key)
        if (there) there.add(group.id)
        else this.index.set(key, new Set([group.id]))
      }
    for (const band of bandsOf(features.sketch)) {
      const there = this.bands.get(band)
      if (!there) this.bands.set(band, [id])
      // Ten thousand copies need not all be remembered here.
      else if (there.length < 12) there.push(id)
    }
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

  /** The earliest request that this one is a copy of. */
  private copyAmong(id: string, features: Features): string | undefined {
    let best: string | undefined
    let most = copyFrom
    const asked = new Set<string>()
    for (const band of bandsOf(features.sketch))
      for (const other of this.bands.get(band) ?? []) {
        if (other === id || asked.has(other)) continue
        asked.add(other)
        const there = this.features.get(other)!
        const like = likeness(features.sketch, there.sketch)
        if (like < most || apart(features, there)) continue
        if (best === undefined || like > most) {
          most = like
          best = other
        }
      }
    return best
  }

  private best(features: Features): { group: Group; score: number; threshold: number } | undefined {
    const candidates = new Map<number, number>()
    for (const key of keysOf(features)) {
      const there = this.index.get(key)
      if (!there || there.size > 5000) continue
      for (const id of there) {
        if (candidates.size >= mostCandidates * 8) break
        candidates.set(id, (candidates.get(id) ?? 0) + 1)
      }
    }
    let list = [...candidates]
    if (list.length > mostCandidates)
      list = list.toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, mostCandidates)
    let best: { group: Group; score: number; threshold: number } | undefined
    for (const [id] of list) {
      const group = this.groups.get(id)
      if (!group) continue
      const scored = this.score(features, group)
      if (scored === undefined || scored.score < scored.threshold) continue
      if (!best || scored.score - scored.threshold > best.score - best.threshold) best = { group, ...scored }
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
      const rarity = Math.log(1 + this.features.size / (this.frequency.get(stem) ?? 1))
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

/** From what likeness on two texts are copies. */
const copyFrom = 0.5

/** The same letter about another place, street or school is no copy. */
function apart(one: Features, other: Features): boolean {
  if (one.place !== null && other.place !== null && one.place !== other.place) return true
  if (
    one.streets.length > 0 &&
    other.streets.length > 0 &&
    !one.streets.some((street) => other.streets.includes(street))
  )
    return true
  return kindApart(one.institutions, new Map(other.institutions.map((key) => [key, 1])))
}

/** Both name a school, say, and not the same one. */
function kindApart(institutions: readonly string[], others: ReadonlyMap<string, number>): boolean {
  for (const one of institutions) {
    if (others.has(one)) continue
    const kind = one.slice(0, one.indexOf(':') + 1)
    let met = false
    for (const other of others.keys()) if (other.startsWith(kind)) met = true
    if (met && !institutions.some((mine) => mine.startsWith(kind) && others.has(mine))) return true
  }
  return false
}

/** Under these a request looks for its group, and its group is found. */
function keysOf({ place, streets, institutions, topics, sphere }: Features): string[] {
  const keys = streets.map((street) => `street ${street}`)
  for (const one of institutions) keys.push(`at ${one} ${place ?? ''}`)
  const strongest = [...topics].toSorted((a, b) => b[1] - a[1]).slice(0, 3)
  for (const [concept] of strongest) {
    if (place !== null) keys.push(`${place} ${concept}`)
    keys.push(`any ${concept}`)
  }
  if (place !== null) keys.push(`${place} ${sphere}`)
  return keys
}

function reasonsOf(features: Features, group: Group): GroupReason[] {
  const reasons: GroupReason[] = []
  for (const street of features.streets)
    if (group.streets.has(street)) reasons.push({ kind: 'street', what: street })
  for (const one of features.institutions)
    if (group.institutions.has(one)) reasons.push({ kind: 'institution', what: one })
  if (features.place !== null && group.places.has(features.place))
    reasons.push({ kind: 'place', what: features.place })
  for (const [concept] of [...features.topics].toSorted((a, b) => b[1] - a[1]))
    if (group.topics.has(concept)) reasons.push({ kind: 'concept', what: concept })
  const words = features.stems.filter((stem) => group.stems.has(stem)).slice(0, 6)
  if (words.length > 0) reasons.push({ kind: 'words', what: words.join(', ') })
  return reasons.slice(0, 6)
}
