// How well a request fits a group, and how well it must.
import { kindApart } from './compare-requests.ts'
import type { Features } from './features-of.ts'
import type { GroupLook } from './group-counts.ts'

export type Weights = typeof standardWeights
export const standardWeights = {
  topic: 1.12,
  stems: 0.88,
  street: 0.44,
  /** Of that, where the spheres differ: a pipe and a pit of one street are two problems. */
  streetAlone: 0.79,
  institution: 0.65,
  streetApart: 0.32,
  oneStreet: 0.25,
  samePlace: 0.53,
  noPlace: 0.8,
  onePlace: 1.02,
  /** Of that, by how often the place is the one that is named: who names none is as a rule there. */
  commonPlace: 0.48,
  /** Spheres whose problems are those of one street. */
  ofStreets: ['roads', 'landscaping-lighting'] as readonly string[],
}

export type Score = { readonly score: number; readonly threshold: number }

/**
 * Undefined where it cannot be the same problem; `rarity` of a stem grows with the requests that lack it; `common`: the share
 * of a place among the places that requests name.
 */
export function scoreRequest(
  features: Features,
  group: GroupLook,
  rarity: (stem: string) => number,
  common: (place: string) => number,
  w: Weights,
): Score | undefined {
  const places = group.places.size
  const samePlace = features.place !== null && group.places.has(features.place)
  if (features.place !== null && places > 0 && !samePlace) return undefined
  if (kindApart(features.institutions, group.institutions)) return undefined
  const sameStreet = features.streets.some((street) => group.streets.has(street))
  const streetsApart = features.streets.length > 0 && group.streets.size > 0 && !sameStreet
  const ofStreet = w.ofStreets.includes(features.sphere)
  if (streetsApart && ofStreet) return undefined
  const sameSphere = group.spheres.has(features.sphere)
  const sameInstitution = features.institutions.some((one) => group.institutions.has(one))
  let dot = 0
  let norm = 0
  for (const [topic, weight] of features.topics) {
    dot += weight * (group.topics.get(topic) ?? 0)
    norm += weight * weight
  }
  const topic = norm > 0 && group.norm > 0 ? dot / (Math.sqrt(norm) * group.norm) : 0
  let shared = 0
  let all = 0
  for (const stem of features.stems) {
    const weight = rarity(stem)
    all += weight
    const there = group.stems.get(stem)
    if (there !== undefined) shared += weight * Math.min(1, 0.5 + there / group.size)
  }
  const oneStreet = features.streets.length > 0 !== group.streets.size > 0 && ofStreet
  const score =
    w.topic * topic +
    w.stems * (all > 0 ? shared / all : 0) +
    (sameStreet ? w.street * (sameSphere ? 1 : w.streetAlone) : 0) +
    (sameInstitution ? w.institution : 0) -
    (streetsApart ? w.streetApart : 0) -
    (oneStreet ? w.oneStreet : 0)
  const named = features.place === null ? [...group.places.keys()] : [features.place]
  const threshold = samePlace
    ? w.samePlace
    : named.length === 0
      ? w.noPlace
      : w.onePlace - w.commonPlace * Math.max(...named.map(common))
  return { score, threshold }
}
