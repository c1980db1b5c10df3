// A request understood: language, sphere, kind, level, places, personal data, and what is needed to group it. Pure.
import { cleanText } from './clean-text.ts'
import { contentStem } from './content-stems.ts'
import { findInstitutions } from './find-institutions.ts'
import { type Kind, type KindRead, findKind, isProblem } from './find-kind.ts'
import { type RequestLanguage, findLanguage } from './find-language.ts'
import { findLevel } from './find-level.ts'
import type { NameList } from './name-list.ts'
import { type Place, findPlaces } from './find-places.ts'
import { findSphere } from './find-sphere.ts'
import type { Learnt } from './read-knowledge.ts'
import { type Evidence, lexicalSphere } from './lexical-sphere.ts'
import type { Level, Lexicon } from './lexicon.ts'
import { placedWords } from './placed-words.ts'
import { type PersonalSpan, maskedClean, personalIn, personalSpans } from './personal-data.ts'
import type { PlaceNames } from './place-names.ts'
import type { Taught } from './learn.ts'
import { bigCities } from './place-words.ts'
import { shinglesOf } from './grouping/near-duplicates.ts'
import { wordsOf } from './words-of.ts'

/** What a reading leans on besides the text. */
export type ReadingContext = {
  readonly lexicon: Lexicon
  readonly names: NameList
  readonly learnt: Learnt
  /** Places of the register, and those that earlier requests have shown. */
  readonly places: PlaceNames
  /** What this office has taught: see `learn`. */
  readonly taught?: Taught
  /** A city, where there is no akim of an okrug. */
  readonly urban?: boolean
}

export type RequestReading = {
  readonly language: RequestLanguage
  readonly kind: Kind
  readonly sphere: string
  /** From 0 to 1: how far the sphere is before the next best. */
  readonly surety: number
  /** Null when there is no problem to solve: thanks, spam, abuse. */
  readonly level: Level | null
  readonly places: readonly Place[]
  /** The settlement the problem is in, as far as the text says. */
  readonly place: string | null
  readonly streets: readonly string[]
  /** `school:4`, `bus:12`. */
  readonly institutions: readonly string[]
  readonly personal: readonly PersonalSpan[]
  /** Why: the concepts met, strongest first, and the words they were met in. */
  readonly concepts: readonly (Evidence & { readonly words: string })[]
  /** Words of no list that spoke for the sphere, strongest first. */
  readonly learnt: readonly string[]
  /** Shares of the spheres that may be meant. */
  readonly sphereScores: ReadonlyMap<string, number>
  /** Why this kind. */
  readonly signs: KindRead['signs']
  readonly stems: readonly string[]
  /** Sketch of the letters without the personal data, for near-duplicates: another signature makes no other letter. */
  readonly sketch: Uint32Array
}

/** Words of a text that count for its meaning; personal data are looked for in all of it. */
const mostWords = 1500
const mostCharacters = 20_000

export function readRequest(text: string, context: ReadingContext): RequestReading {
  const { lexicon, names, learnt, places: known, taught, urban = false } = context
  const clean = cleanText(text)
  const all = wordsOf(clean.text, Infinity)
  const words = all.length > mostWords ? all.slice(0, mostWords) : all
  const read = clean.text.slice(
    0,
    Math.min(words.length < all.length ? words.at(-1)!.end : Infinity, mostCharacters),
  )
  const places = findPlaces(words, read, known)
  const { isPlace, hits } = placedWords(words, places, lexicon)
  const lexical = lexicalSphere(words, hits, taught)
  const spans = personalSpans(clean.text, all, names, isPlace)
  const isPersonal = personalIn(spans)
  const found = findSphere(words, lexical, learnt.spheres, (at) => isPlace(at) || isPersonal(words[at]!))
  const { kind, signs } = findKind(
    maskedClean(
      read,
      spans.filter(({ end }) => end <= read.length),
    ),
    words.filter((word) => !isPersonal(word)),
    lexical.evidence[0]?.score ?? 0,
    learnt.kinds,
  )
  const problem = isProblem(kind)
  const place = mainPlace(places, known)
  const level = problem
    ? findLevel(found, words, {
        centre: place !== null && place === known.centre(),
        urban,
        far: places.some(({ key }) => bigCities.has(key) && key !== known.centre()),
      }).level
    : null
  const stems = new Set<string>()
  words.forEach((word, at) => {
    const stem = isPlace(at) ? '' : contentStem(word)
    if (stem !== '') stems.add(stem)
  })
  return {
    language: findLanguage(words, (at) => isPlace(at) || isPersonal(words[at]!)).language,
    kind,
    sphere: problem ? found.sphere : 'other',
    surety: found.surety,
    level,
    places,
    place,
    streets: [...new Set(places.filter((one) => one.kind === 'street').map((one) => one.key))],
    institutions: [...new Set(findInstitutions(words, read).map(({ key }) => key))],
    personal: spans.map(({ start, end, type }) => ({
      start: clean.startOf(start),
      end: clean.endOf(end - 1),
      type: type as PersonalSpan['type'],
    })),
    concepts: [...found.evidence, ...lexical.taught].map((one) => ({
      ...one,
      words: words
        .slice(one.from, one.to + 1)
        .map(({ lower }) => lower)
        .join(' '),
    })),
    learnt: found.learnt.map(({ lower }) => lower),
    sphereScores: found.scores,
    signs,
    stems: [...stems],
    sketch: shinglesOf(words.filter((word) => !isPersonal(word))),
  }
}

/** The settlement that is spoken of: not where one goes to, not a far city, the less common of two. */
function mainPlace(places: readonly Place[], known: PlaceNames): string | null {
  let best: string | null = null
  let most = -Infinity
  const centre = known.centre()
  places
    .filter(({ kind }) => kind !== 'street')
    .forEach(({ key, goal, weight, kind }, rank) => {
      const own = key === '@centre' ? (centre ?? key) : key
      const far = bigCities.has(own) && own !== centre
      if (far && goal) return
      const score =
        (goal ? -2 : 0) +
        (kind === 'district' ? -1.4 : weight >= 3 ? 0.7 : 0) -
        (far ? 1.5 : 0) -
        (own === centre ? 0.8 : 0) -
        0.3 * rank
      if (score > most) {
        most = score
        best = own
      }
    })
  return best
}
