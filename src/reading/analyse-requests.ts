// A whole file of requests: names of places are learnt from all of it, then each is read and finds its group.
import { featuresOf } from './grouping/features-of.ts'
import { Grouper, type Grouping } from './grouping/group-requests.ts'
import type { Level, Lexicon } from './lexicon.ts'
import type { NameList } from './name-list.ts'
import { namesShown } from './names-shown.ts'
import { type GazetteerPlace, PlaceNames } from './place-names.ts'
import type { Learnt } from './read-knowledge.ts'
import { type RequestReading, readRequest } from './read-request.ts'
import type { Weights } from './grouping/score-request.ts'

export type RequestText = { readonly id: string; readonly text: string }
export type AnalysedRequest = {
  readonly id: string
  readonly reading: RequestReading
  readonly grouping: Grouping
}

export type Knowledge = {
  readonly lexicon: Lexicon
  readonly names: NameList
  readonly learnt: Learnt
  readonly gazetteer?: readonly GazetteerPlace[]
  /** False when the gazetteer is of a whole country: its names need more than their form. */
  readonly sure?: boolean
  readonly weights?: Weights
}

export function analyseRequests(requests: readonly RequestText[], knowledge: Knowledge): AnalysedRequest[] {
  const { lexicon, names, learnt, gazetteer = [], sure = true, weights } = knowledge
  const places = new PlaceNames(gazetteer, sure)
  for (const { text } of requests) places.observe(namesShown(text, lexicon))
  let opened = 0
  const grouper = new Grouper(() => String(++opened), weights)
  const read = requests.map(({ id, text }) => {
    const reading = readRequest(text, { lexicon, names, learnt, places })
    return { id, reading, grouping: grouper.add(id, featuresOf(reading)) }
  })
  grouper.settle()
  const grouped = read.map((one) => ({
    ...one,
    grouping: { ...one.grouping, group: grouper.group(one.id)! },
  }))
  const groups = Map.groupBy(grouped, ({ grouping }) => grouping.group)
  return grouped.map((one) => {
    const others = groups.get(one.grouping.group)!
    return others.length < 3
      ? one
      : {
          ...one,
          reading: agreed(
            one.reading,
            others.map(({ reading }) => reading),
          ),
        }
  })
}

/**
 * A reading in the light of the others of its group: the sphere that most of their words speak for, and the level that
 * most of them have. Its own words count double.
 */
export function agreed(own: RequestReading, others: readonly RequestReading[]): RequestReading {
  if (own.level === null) return own
  const spheres = new Map<string, number>()
  const levels = new Map<Level, number>()
  for (const one of [own, ...others]) {
    let whole = 0
    for (const score of one.sphereScores.values()) whole += score
    for (const [sphere, score] of one.sphereScores)
      spheres.set(sphere, (spheres.get(sphere) ?? 0) + score / whole)
  }
  const sphere = [...spheres].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? own.sphere
  for (const one of [own, ...others])
    if (one.level !== null && one.sphere === sphere)
      // Whose a road is, only few of those who write of it say.
      levels.set(
        one.level,
        (levels.get(one.level) ?? 0) + (sphere === 'roads' && /^(?:region|central)$/.test(one.level) ? 3 : 1),
      )
  const level = [...levels].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? own.level
  return { ...own, sphere, level }
}
