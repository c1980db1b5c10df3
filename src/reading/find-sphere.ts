// The sphere of the main problem: what the lexicon says of it, and what a model has learnt of concepts that stand together
// and of words that no list has.
import { contentStem } from './content-stems.ts'
import type { Evidence, Lexical } from './lexical-sphere.ts'
import { type LinearModel, scoresOf, sharesOf, weightOf } from './learning/linear-model.ts'
import { sphereSigns } from './learning/sphere-signs.ts'
import { beginningsOf } from './learning/word-signs.ts'
import type { Word } from './words-of.ts'

export type SphereRead = {
  readonly sphere: string
  /** From 0 to 1: how far the best sphere is before the next. */
  readonly surety: number
  /** Shares of those that are not out of the question. */
  readonly scores: ReadonlyMap<string, number>
  /** What of the lexicon spoke for which sphere, strongest first. */
  readonly evidence: readonly Evidence[]
  /** Words that spoke for the sphere as the model has learnt them, strongest first. */
  readonly learnt: readonly Word[]
}

/** Spheres below this share are out of the question. */
const leastShare = 0.02
/** Words that speak less for the sphere are not told. */
const leastTold = 0.25

/** `isPlace`: numbers of words that name a place and say nothing of a sphere. */
export function findSphere(
  words: readonly Word[],
  lexical: Lexical,
  model: LinearModel,
  isPlace: (at: number) => boolean,
): SphereRead {
  const { evidence, scores: points } = lexical
  const signs = sphereSigns(words, evidence, isPlace)
  if (signs.size === 0) return { sphere: 'other', surety: 0, scores: new Map(), evidence, learnt: [] }
  const order = sharesOf(scoresOf(model, signs, points))
  const [[sphere, share], [, next]] = order as [[string, number], [string, number]]
  const told = words
    .map((word, at) => ({
      word,
      speaks:
        isPlace(at) || contentStem(word) === ''
          ? 0
          : beginningsOf(word).reduce((sum, sign) => sum + weightOf(model, sign, sphere), 0),
    }))
    .filter(({ speaks }) => speaks >= leastTold)
  return {
    sphere,
    surety: share - next,
    scores: new Map(order.filter(([, one]) => one >= leastShare)),
    evidence,
    learnt: told.toSorted((a, b) => b.speaks - a.speaks).map(({ word }) => word),
  }
}
