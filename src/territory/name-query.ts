// What is typed into a search for a place, and what a unit is found by.
import type { Text } from '#kernel'
import { foldName, foldWord, plainWords } from './fold.ts'
import type { Unit, UnitKind } from './unit.ts'

/** Words that say what kind of place is meant, in the languages people type. */
const kindWords: readonly (readonly [string, readonly UnitKind[]])[] = [
  ['облысы облыс область обл области oblast oblysy region', ['oblast']],
  ['ауданы аудан район р-н района rayon raion audany district', ['district', 'city-district']],
  [
    'қаласы қала қ город г города city town qalasy',
    ['capital', 'republican-city', 'oblast-city', 'district-city'],
  ],
  ['ауылы ауыл село с села аул auyl auyly village', ['village', 'rural-okrug']],
  ['ауылдық округі округ сельский сельского округа rural okrug okrugi auyldyq', ['rural-okrug']],
  ['әкімдігі администрация сельская городская администрации', ['village', 'settlement', 'rural-okrug']],
  ['кенті кент кенттік посёлок пос поселка поселковая settlement kenti', ['settlement']],
  ['стансасы станция ст разъезі разъезд рзд station siding қыстауы зимовка', ['populated-place']],
  ['атындағы имени им', []],
]
const kindsOfWord = new Map<string, readonly UnitKind[]>(
  kindWords.flatMap(([words, kinds]) => plainWords(words).map((word) => [foldWord(word), kinds] as const)),
)

/** What is typed into a search: the folded words of the name, and the kinds of place it speaks of. */
export type NameQuery = {
  /** Each begins a word of the name; words like "ауылы" or "район" are left out unless nothing else was typed. */
  readonly words: readonly string[]
  /** Those words run together, for names written with or without a space. */
  readonly joined: string
  /** All that was typed run together. */
  readonly whole: string
  /** The words as typed, in small letters, so that the literal match can come first. */
  readonly plain: string
  /** The kinds of place that the words left out stand for. */
  readonly kinds: readonly UnitKind[]
}

const longestQuery = 100
const mostWords = 8

/** Reads what was typed; at most 100 characters and 8 words of it count. */
export function readNameQuery(text: string): NameQuery {
  const typed = plainWords(text.slice(0, longestQuery))
    .map((plain) => ({ plain, folded: foldWord(plain) }))
    .filter(({ folded }) => folded !== '')
    .slice(0, mostWords)
  const named = typed.filter(({ folded }) => !kindsOfWord.has(folded))
  const kept = named.length > 0 ? named : typed
  const kinds = typed.flatMap(({ folded }) => kindsOfWord.get(folded) ?? [])
  return {
    words: kept.map(({ folded }) => folded),
    joined: kept.map(({ folded }) => folded).join(''),
    whole: typed.map(({ folded }) => folded).join(''),
    plain: kept.map(({ plain }) => plain).join(' '),
    kinds: named.length > 0 ? [...new Set(kinds)] : [],
  }
}

export type NameKeys = {
  /** Every folded word of its names, and each name run together. */
  readonly words: readonly string[]
  /** Its bare and full names, folded and run together. */
  readonly whole: readonly string[]
  /** Its bare names in small letters. */
  readonly plain: readonly string[]
}

/** The keys a unit is found by, from its bare and full names in Kazakh, Russian and English. */
export function nameKeys({ name, short }: Pick<Unit, 'name' | 'short'>): NameKeys {
  const texts = (text: Text) => [text.kk, text.ru, text.en]
  const folded = distinct([...texts(short), ...texts(name)]).map(foldName)
  const whole = distinct(folded.map((key) => key.replaceAll(' ', '')))
  return {
    words: distinct([...folded.flatMap((key) => key.split(' ')), ...whole]),
    whole,
    plain: distinct(texts(short).map((text) => plainWords(text).join(' '))),
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '')

/** Whether a unit answers the query: every word begins a word of its names, or all of them together do. */
export const answers = ({ words }: NameKeys, query: NameQuery): boolean =>
  query.words.length > 0 &&
  (query.words.every((word) => words.some((key) => key.startsWith(word))) ||
    words.some((key) => key.startsWith(query.joined)))
