// A reason keeps stems and keys, which nobody reads: here are the words that it stands in, as they were written.
import { cleanText } from './clean-text.ts'
import { contentStem } from './content-stems.ts'
import { findInstitutions } from './find-institutions.ts'
import { foldWord } from './fold-letters.ts'
import type { GroupReason } from './grouping/group-requests.ts'
import { nameStems, plainStem } from './name-stems.ts'
import { type Word, wordsOf } from './words-of.ts'

/** As much of a text as its meaning is read from. */
const mostCharacters = 20_000

/**
 * The whole words of a request in which a reason is met, each once, in the order of the text; none for a copy, a concept,
 * or a place that is known by the code of its unit.
 */
export function quoteReason(written: string, { kind, what }: GroupReason): string[] {
  const clean = cleanText(written.slice(0, mostCharacters))
  const words = wordsOf(clean.text)
  const found =
    kind === 'words'
      ? withStems(words, new Set(what.split(', ')))
      : kind === 'institution'
        ? findInstitutions(words, clean.text).filter(({ key }) => key === what)
        : kind === 'street' || kind === 'place'
          ? named(words, what.replace(/^name /, ''))
          : []
  const quotes = new Map<string, string>()
  for (const { from, to } of found) {
    const quote = written.slice(clean.startOf(words[from]!.start), clean.endOf(words[to]!.end - 1))
    if (!quotes.has(quote.toLowerCase())) quotes.set(quote.toLowerCase(), quote)
  }
  return [...quotes.values()]
}

type Range = { readonly from: number; readonly to: number }

const withStems = (words: readonly Word[], stems: ReadonlySet<string>): Range[] =>
  words.flatMap((word, at) => (stems.has(contentStem(word)) ? [{ from: at, to: at }] : []))

/** Where a name of one word or more stands, in any of its forms. */
function named(words: readonly Word[], name: string): Range[] {
  const stems = name.split(' ').map((word) => plainStem(foldWord(word.toLowerCase()).fold))
  const last = stems.length - 1
  return words.flatMap((_, from) =>
    stems.every((stem, nth) => {
      const fold = words[from + nth]?.fold
      return fold !== undefined && (nth < last ? plainStem(fold) === stem : nameStems(fold).includes(stem))
    })
      ? [{ from, to: from + last }]
      : [],
  )
}
