// What speaks for a sphere beside the lexicon's own weights: which concepts stand together, and every word of the text.
import { contentStem } from '../content-stems.ts'
import type { Evidence } from '../lexical-sphere.ts'
import type { Signs } from './linear-model.ts'
import { beginningsOf } from './word-signs.ts'
import type { Word } from '../words-of.ts'

/** Concepts that are looked at, strongest first. */
const mostConcepts = 6
/** How much a word counts by the sentence it stands in, counted from the first with any content. */
const bySentence = [0.5, 0.4, 0.3, 0.25]

/** `isPlace`: numbers of words that name a place and say nothing of a sphere. */
export function sphereSigns(
  words: readonly Word[],
  evidence: readonly Evidence[],
  isPlace: (at: number) => boolean,
): Signs {
  const signs = new Map<string, number>()
  const add = (sign: string, value: number) => signs.set(sign, Math.max(signs.get(sign) ?? 0, value))
  const strongest = evidence.slice(0, mostConcepts)
  const earliest = Math.min(...strongest.map(({ from }) => from))
  strongest.forEach((one, rank) => {
    add(`c ${one.concept}`, one.score / 5)
    if (rank === 0) add(`top ${one.concept}`, 0.6)
    if (one.from === earliest) add(`first ${one.concept}`, 0.6)
    for (const other of strongest.slice(rank + 1))
      add(
        `both ${[one.concept, other.concept].toSorted().join(' ')}`,
        Math.min(one.score, other.score) / 5 + 0.2,
      )
  })
  const said = words.map((word, at) => !isPlace(at) && contentStem(word) !== '')
  const begins = words.find((_, at) => said[at])?.sentence ?? 0
  words.forEach((word, at) => {
    if (!said[at]) return
    const value = bySentence[Math.min(word.sentence - begins, bySentence.length - 1)]!
    for (const sign of beginningsOf(word)) add(sign, value)
  })
  return signs
}
