// What an office teaches by correcting proposals: a few weights that can be read and explained, a function of the corrections.
import { levels, type Level } from './lexicon.ts'
import type { RequestReading } from './read-request.ts'

/** A proposal and what an officer made of it; fields that were right are left out. */
export type Correction = {
  readonly reading: Pick<RequestReading, 'sphere' | 'level' | 'concepts' | 'stems'>
  readonly sphere?: string
  readonly level?: Level
}

/** What has been learnt, each with the number of corrections behind it. */
export type Taught = {
  /** Concepts that count more or less for this office: added to 1, from -0.8 to 1. */
  readonly concepts: ReadonlyMap<string, { readonly change: number; readonly by: number }>
  /** Words that the lexicon did not know, or knew otherwise. */
  readonly words: ReadonlyMap<
    string,
    { readonly sphere: string; readonly weight: number; readonly by: number }
  >
  /** Levels of concepts as this office sees them. */
  readonly levels: ReadonlyMap<string, { readonly level: Level; readonly by: number }>
}

export const nothingTaught: Taught = { concepts: new Map(), words: new Map(), levels: new Map() }

/** How far one correction moves a concept. */
const step = 0.08
/** What one correction gives the right sphere, shared among the words of the text: who tells of the same gets most of it. */
const lesson = 8
/** What a word gains at most. */
const mostOfWord = 4.4
/** A level is changed by the third correction that agrees. */
const enoughForLevel = 3

/**
 * What an office has taught by its corrections, oldest first. A wrong sphere makes the concepts that spoke for it count
 * less and those for the right one more; where a word stands in corrections to one sphere only, it speaks for it.
 */
export function learn(corrections: readonly Correction[]): Taught {
  const concepts = new Map<string, { change: number; by: number }>()
  const words = new Map<string, Map<string, { weight: number; by: number }>>()
  const levelsOf = new Map<string, Map<Level, number>>()
  for (const { reading, sphere, level } of corrections) {
    if (sphere !== undefined && sphere !== reading.sphere) {
      for (const { concept, sphere: spoke } of reading.concepts.slice(0, 6)) {
        if (spoke !== sphere && spoke !== reading.sphere) continue
        const known = concepts.get(concept) ?? { change: 0, by: 0 }
        const change = known.change + (spoke === sphere ? step : -step)
        concepts.set(concept, { change: Math.max(-0.8, Math.min(1, change)), by: known.by + 1 })
      }
      for (const stem of reading.stems) {
        const spheres = words.get(stem) ?? new Map<string, { weight: number; by: number }>()
        const known = spheres.get(sphere) ?? { weight: 0, by: 0 }
        const weight = Math.min(mostOfWord, known.weight + lesson / reading.stems.length)
        words.set(stem, spheres.set(sphere, { weight, by: known.by + 1 }))
      }
    }
    if (level !== undefined && level !== reading.level) {
      const own = reading.concepts.find((one) => one.sphere === (sphere ?? reading.sphere))
      if (own) {
        const by = levelsOf.get(own.concept) ?? new Map<Level, number>()
        levelsOf.set(own.concept, by.set(level, (by.get(level) ?? 0) + 1))
      }
    }
  }
  return { concepts, words: clearWords(words), levels: clearLevels(levelsOf) }
}

/** A word that was given to two spheres speaks for neither. */
const clearWords = (
  words: ReadonlyMap<string, ReadonlyMap<string, { weight: number; by: number }>>,
): Taught['words'] =>
  new Map(
    [...words].flatMap(([stem, spheres]) => {
      const [only, ...others] = [...spheres]
      return only && others.length === 0 ? [[stem, { sphere: only[0], ...only[1] }] as const] : []
    }),
  )

function clearLevels(levelsOf: ReadonlyMap<string, ReadonlyMap<Level, number>>): Taught['levels'] {
  const clear = new Map<string, { level: Level; by: number }>()
  for (const [concept, counts] of levelsOf) {
    const best = levels.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0]!
    const by = counts.get(best) ?? 0
    if (by >= enoughForLevel) clear.set(concept, { level: best, by })
  }
  return clear
}
