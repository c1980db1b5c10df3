// The concepts people write about: read from data files, matched against words.
import { parse } from 'yaml'
import { Patterns, type Entry, type Tongue } from './patterns.ts'
import { foldLetters, hasKazakhLetters } from './fold-letters.ts'
import type { Word } from './words-of.ts'

export type Level = 'okrug' | 'district' | 'region' | 'central'
export const levels: readonly Level[] = ['okrug', 'district', 'region', 'central']

export type Concept = {
  readonly id: string
  /** Null for aspects: what is asked about a thing (price, queue, frost), of whatever sphere. */
  readonly sphere: string | null
  readonly weight: number
  readonly level: Level
  /** An institution, which may be just where something else is. */
  readonly place: boolean
  /** What requests are compared by: concepts of one facet are one problem, null says no more than the sphere. */
  readonly facet: string | null
}

/** A concept met in a text. */
export type Hit = {
  readonly concept: Concept
  /** First and last word, by number. */
  readonly from: number
  readonly to: number
  /** The entry of the lexicon that matched. */
  readonly words: string
  /** Other words of its sentence say that it is not what the text is about. */
  readonly doubted: boolean
}

type ConceptEntry = Entry & { readonly concept: Concept; readonly not: ReadonlySet<string> }

export type Lexicon = {
  readonly concepts: readonly Concept[]
  readonly spheres: readonly string[]
  hits(words: readonly Word[]): Hit[]
  /** The entries of a concept as they are written in the data files, in both languages. */
  entries(concept: string): readonly string[]
}

/** Concepts that stand in one sentence are near; a longer one is cut here. */
const nearness = 14

/**
 * Makes a lexicon of YAML texts in the form of data/reading/concepts.yaml; later texts add to earlier ones, a concept
 * named again gets more words. Throws a fault that names the concept when a text is not of that form.
 */
export function makeLexicon(texts: readonly string[]): Lexicon {
  const patterns = new Patterns()
  const concepts = new Map<string, Concept>()
  const spheres: string[] = []
  const entriesOf = new Map<number, ConceptEntry[]>()
  const unlessOf = new Map<string, Set<number>>()
  const written = new Map<string, string[]>()
  for (const text of texts)
    for (const [sphere, body] of Object.entries(parse(text) as Record<string, Record<string, unknown>>)) {
      if (sphere !== 'aspects' && !spheres.includes(sphere)) spheres.push(sphere)
      for (const [id, line] of Object.entries(body)) {
        if (id === 'level') continue
        const concept = readConcept(id, sphere, line, body['level'], concepts.get(id))
        concepts.set(id, concept)
        for (const tongue of ['kk', 'ru'] as const) addEntries(concept, line as Line, tongue)
        for (const word of ((line as Line).unless ?? '').split(',')) {
          const entry = word.trim() === '' ? undefined : patterns.add(word.trim(), 'ru')
          if (entry) unlessOf.set(id, (unlessOf.get(id) ?? new Set()).add(entry.row[0]!))
        }
      }
    }

  function addEntries(concept: Concept, line: Line, tongue: Tongue) {
    const words = (line[tongue] ?? '').split(',').map((word) => word.trim())
    const not = new Set(
      words
        .filter((word) => word.startsWith('-'))
        .map((word) => word.slice(1).toLowerCase().split(' ').map(foldLetters).join(' ')),
    )
    for (const word of words) {
      if (word === '' || word.startsWith('-')) continue
      const entry = patterns.add(word, tongue)
      if (!entry) throw new Error(`lexicon: concept ${concept.id}: nothing to match in "${word}"`)
      written.set(concept.id, [...(written.get(concept.id) ?? []), word])
      const first = entry.row[0]!
      const there = entriesOf.get(first)
      const full = { ...entry, concept, not }
      if (there) there.push(full)
      else entriesOf.set(first, [full])
    }
  }

  return {
    concepts: [...concepts.values()],
    spheres,
    entries: (concept) => written.get(concept) ?? [],
    hits(words) {
      const lettered = isLettered(words)
      const numbers = words.map((word) => patterns.of(word, lettered))
      const hits: Hit[] = []
      for (let at = 0; at < words.length; at++)
        for (const number of numbers[at]!)
          for (const entry of entriesOf.get(number) ?? []) {
            const hit = match(entry, words, numbers, at)
            if (hit)
              hits.push({ ...hit, doubted: isDoubted(hit, words, numbers, unlessOf.get(hit.concept.id)) })
          }
      return hits
    },
  }
}

/** Three words with Kazakh letters: the writer has them on the keyboard. */
function isLettered(words: readonly Word[]): boolean {
  let count = 0
  for (const { lower } of words) if (hasKazakhLetters(lower) && ++count >= 3) return true
  return false
}

function isDoubted(
  { from, to }: Omit<Hit, 'doubted'>,
  words: readonly Word[],
  numbers: readonly (readonly number[])[],
  unless: ReadonlySet<number> | undefined,
): boolean {
  if (!unless) return false
  const { sentence } = words[from]!
  // In a short text every sentence is about one thing.
  const short = words.length <= 60
  return words.some(
    (word, at) =>
      (short || word.sentence === sentence) &&
      (at < from || at > to) &&
      numbers[at]!.some((number) => unless.has(number)),
  )
}

function match(
  entry: ConceptEntry,
  words: readonly Word[],
  numbers: readonly (readonly number[])[],
  at: number,
): Omit<Hit, 'doubted'> | undefined {
  const { row, near, concept, not } = entry
  if (row.length === 1)
    return isExcluded(not, words, at) ? undefined : { concept, from: at, to: at, words: entry.words }
  let from = at
  let to = at
  for (let part = 1; part < row.length; part++) {
    const found = near
      ? nearest(row[part]!, words, numbers, at)
      : numbers[to + 1]?.includes(row[part]!)
        ? to + 1
        : numbers[to + 2]?.includes(row[part]!) && words[to + 2]!.sentence === words[to]!.sentence
          ? to + 2
          : undefined
    if (found === undefined) return undefined
    from = Math.min(from, found)
    to = Math.max(to, found)
  }
  return { concept, from, to, words: entry.words }
}

/** «почти» is no post; «әр жолы», each time, is no road. */
const isExcluded = (not: ReadonlySet<string>, words: readonly Word[], at: number): boolean =>
  not.size > 0 &&
  (not.has(words[at]!.fold) || (at > 0 && not.has(`${words[at - 1]!.fold} ${words[at]!.fold}`)))

function nearest(
  number: number,
  words: readonly Word[],
  numbers: readonly (readonly number[])[],
  at: number,
): number | undefined {
  const { sentence } = words[at]!
  for (let step = 1; step <= nearness; step++)
    for (const there of [at + step, at - step])
      if (words[there]?.sentence === sentence && numbers[there]!.includes(number)) return there
  return undefined
}

type Line = {
  w?: number
  level?: string
  place?: boolean
  as?: string
  unless?: string
  kk?: string
  ru?: string
}

function readConcept(
  id: string,
  sphere: string,
  line: unknown,
  sphereLevel: unknown,
  before: Concept | undefined,
): Concept {
  const fault = (reason: string) => new Error(`lexicon: concept ${id}: ${reason}`)
  if (typeof line !== 'object' || line === null) throw fault('is not a line of {w, level, kk, ru}')
  const {
    w = before?.weight ?? 3,
    level = before?.level ?? sphereLevel ?? 'district',
    place,
    as,
    kk,
    ru,
  } = line as Line
  if (typeof w !== 'number' || !(w >= 0 && w <= 10)) throw fault('w is not a number from 0 to 10')
  if (!levels.includes(level as Level)) throw fault(`level is none of ${levels.join(', ')}`)
  for (const words of [kk, ru])
    if (words !== undefined && typeof words !== 'string') throw fault('words are not a text')
  return {
    id,
    sphere: sphere === 'aspects' ? null : sphere,
    weight: w,
    level: level as Level,
    place: place ?? before?.place ?? false,
    facet: as === 'any' ? null : (as ?? before?.facet ?? id),
  }
}
