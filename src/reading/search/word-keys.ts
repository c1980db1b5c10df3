// By which keys a word of a text and a word that was typed meet, where no database is asked.
import { newStemmer } from 'snowball-stemmers'
import type { SearchTerm } from './search-terms.ts'

const russian = newStemmer('russian')

/** Its fold, its Kazakh stems, and its Russian stem behind a sign of its own. */
export const keysOf = ({
  fold,
  stems,
  russian: word,
}: Pick<SearchTerm, 'fold' | 'stems' | 'russian'>): string[] => [
  fold,
  ...stems,
  ...(word === null ? [] : [`~${russian.stem(word)}`]),
]
