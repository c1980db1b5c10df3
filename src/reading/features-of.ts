// What counts of a reading when requests are grouped.
import type { RequestReading } from './read-request.ts'

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
