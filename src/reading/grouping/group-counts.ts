// What the requests of a group have in common, counted in whole numbers, so that no order of coming and going matters.
import { keysOf } from './compare-requests.ts'
import type { Features } from './features-of.ts'

/** Weights of topics are counted in thousandths. */
export const weightUnit = 1000

export class GroupCounts implements GroupLook {
  size = 0
  readonly topics = new Map<string, number>()
  readonly spheres = new Map<string, number>()
  readonly places = new Map<string, number>()
  readonly streets = new Map<string, number>()
  readonly institutions = new Map<string, number>()
  readonly stems = new Map<string, number>()
  private readonly keys = new Map<string, number>()
  private length: number | undefined

  /** Counts a request in; the keys under which the group was not to be found before. */
  enter(features: Features): string[] {
    this.count(features, 1)
    return features.problem ? keysOf(features).filter((key) => change(this.keys, key, 1) === 1) : []
  }

  /** Counts a request out; the keys under which the group is no longer to be found. */
  leave(features: Features): string[] {
    this.count(features, -1)
    return features.problem ? keysOf(features).filter((key) => change(this.keys, key, -1) === 0) : []
  }

  /** Length of the topics as a vector. */
  get norm(): number {
    if (this.length === undefined) {
      let sum = 0
      for (const weight of this.topics.values()) sum += weight * weight
      this.length = Math.sqrt(sum)
    }
    return this.length
  }

  private count({ sphere, place, streets, institutions, topics, stems }: Features, by: 1 | -1) {
    this.size += by
    this.length = undefined
    for (const [topic, weight] of topics) change(this.topics, topic, by * Math.round(weight * weightUnit))
    change(this.spheres, sphere, by)
    if (place !== null) change(this.places, place, by)
    for (const street of streets) change(this.streets, street, by)
    for (const institution of institutions) change(this.institutions, institution, by)
    for (const stem of stems) change(this.stems, stem, by)
  }
}

export type Names = { readonly size: number; has(name: string): boolean; keys(): Iterable<string> }
/** What the requests of a group have in common, as a new one sees it. */
export type GroupLook = {
  readonly size: number
  readonly topics: ReadonlyMap<string, number>
  readonly norm: number
  readonly spheres: Pick<Names, 'has'>
  readonly places: Names
  readonly streets: Names
  readonly institutions: Names
  readonly stems: Pick<Names, 'has'> & { get(stem: string): number | undefined }
}

/** One request as the group that it is alone. */
export function lookAtOne({ sphere, place, streets, institutions, topics, stems }: Features): GroupLook {
  let sum = 0
  for (const weight of topics.values()) sum += weight * weight
  return {
    size: 1,
    topics,
    norm: Math.sqrt(sum),
    spheres: { has: (one) => one === sphere },
    places: place === null ? none : new Set([place]),
    streets: streets.length === 0 ? none : new Set(streets),
    institutions: institutions.length === 0 ? none : new Set(institutions),
    stems: { has: (stem) => stems.includes(stem), get: (stem) => (stems.includes(stem) ? 1 : undefined) },
  }
}
const none: Names = new Set()

function change(table: Map<string, number>, key: string, by: number): number {
  const sum = (table.get(key) ?? 0) + by
  if (sum > 0) table.set(key, sum)
  else table.delete(key)
  return sum
}
