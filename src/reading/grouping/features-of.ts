// What counts of a reading when requests are grouped.
import { isProblem } from '../find-kind.ts'
import type { RequestReading } from '../read-request.ts'

export type Features = Pick<
  RequestReading,
  'sphere' | 'place' | 'streets' | 'institutions' | 'stems' | 'sketch'
> & {
  /** Weights of concepts, the strongest 1. */
  readonly topics: ReadonlyMap<string, number>
  /** Thanks, spam and abuse stand alone. */
  readonly problem: boolean
}

/** How much the sphere counts beside what exactly is the matter. */
const sphereWeight = 0.8
/** How much a concept of another sphere counts beside one of the sphere that was found. */
const otherSphere = 0.63
/** A sphere that may be meant counts from this share on. */
const leastShare = 0.1

export function featuresOf(reading: RequestReading): Features {
  const { sphere, place, streets, institutions, stems, sketch, kind, concepts, sphereScores } = reading
  const topics = new Map<string, number>()
  const most = concepts[0]?.score ?? 1
  for (const { facet, score, sphere: of } of concepts.slice(0, 8)) {
    const weight = (score / most) * (of === sphere ? 1 : otherSphere)
    if (facet !== null) topics.set(facet, Math.max(weight, topics.get(facet) ?? 0))
  }
  const surest = Math.max(...sphereScores.values())
  for (const [one, share] of sphereScores)
    if (share >= leastShare) topics.set(`sphere ${one}`, (share / surest) ** 0.75 * sphereWeight)
  return {
    sphere,
    place,
    streets,
    institutions,
    stems,
    sketch,
    topics,
    problem: isProblem(kind),
  }
}
