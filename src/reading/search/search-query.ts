// What is typed into a search: its words, and the words in which the same is said, in the other language too.
import { cleanText } from '../clean-text.ts'
import type { Lexicon } from '../lexicon.ts'
import { type SearchTerm, searchTerms } from './search-terms.ts'
import { wordsOf } from '../words-of.ts'

export type SearchWord = Pick<SearchTerm, 'fold' | 'stems' | 'russian'> & {
  /** Any word that begins so will do. */
  readonly begins: boolean
}

/** Words that say one thing, and other ways to say it: each is words that stand in one text. */
export type SearchPart = {
  readonly words: readonly SearchWord[]
  readonly otherwise: readonly (readonly SearchWord[])[]
}

/** Empty when nothing of what was typed is a word. */
export type SearchQuery = readonly SearchPart[]

const mostWords = 8
const mostOtherwise = 24
/** From so many letters on, a word of the lexicon stands for all that begin with it. */
const beginning = 4

/** Reads what was typed: of its first 200 characters 8 words count, small ones only when there is no other. */
export function readSearchQuery(typed: string, lexicon: Lexicon): SearchQuery {
  const asked = typed.slice(0, 200)
  const terms = searchTerms(asked)
  const telling = terms.filter(({ small }) => !small)
  const kept = (telling.length > 0 ? telling : terms).slice(0, mostWords)
  const heads = conceptsIn(asked, lexicon)
  const parts: SearchPart[] = []
  for (let at = 0; at < kept.length;) {
    const { start } = kept[at]!
    const said = heads.filter((head) => head.start <= start && start < head.end)
    const widest = said.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]
    const words = widest ? kept.slice(at).filter(({ start }) => start < widest.end) : [kept[at]!]
    const concepts = new Set(
      said
        .filter((head) => head.end - head.start === widest!.end - widest!.start)
        .map(({ concept }) => concept),
    )
    parts.push({
      words: distinct(words.map(asWord)),
      otherwise: [...concepts]
        .flatMap((concept) => lexicon.entries(concept).map(readEntry))
        .filter((entry) => entry.length > 0 && entry.length < 3)
        .toSorted((a, b) => a.length - b.length)
        .slice(0, mostOtherwise),
    })
    at += words.length
  }
  return parts
}

const asWord = ({ fold, stems, russian }: SearchTerm): SearchWord => ({ fold, stems, russian, begins: false })

const distinct = (words: readonly SearchWord[]): SearchWord[] => [
  ...new Map(words.map((word) => [word.fold, word])).values(),
]

/** Concepts of a sphere that are spoken of, with where: in code units of what was typed. */
function conceptsIn(typed: string, lexicon: Lexicon): { concept: string; start: number; end: number }[] {
  const clean = cleanText(typed)
  const words = wordsOf(clean.text, 20)
  return lexicon
    .hits(words)
    .filter(({ concept }) => concept.sphere !== null)
    .map(({ concept, from, to }) => ({
      concept: concept.id,
      start: clean.startOf(words[from]!.start),
      end: clean.endOf(words[to]!.end - 1),
    }))
}

const entries = new Map<string, readonly SearchWord[]>()

/** An entry of the lexicon (`су құбыр`, `водопровод*`, `яма & дорог*`) as words of one text. */
function readEntry(written: string): readonly SearchWord[] {
  const known = entries.get(written)
  if (known) return known
  const words = written.split(/[\s&-]+/).flatMap((word) =>
    searchTerms(word, 1).map((term) => ({
      ...asWord(term),
      begins: word.endsWith('*') || (!word.endsWith('!') && term.fold.length >= beginning),
    })),
  )
  entries.set(written, words)
  return words
}

/** The query with some words put in the place of others, by their folds. */
export const withWords = (query: SearchQuery, instead: ReadonlyMap<string, SearchWord>): SearchQuery =>
  query.map((part) => ({ ...part, words: part.words.map((word) => instead.get(word.fold) ?? word) }))
