// Words that name a place say nothing of what is the matter there.
import type { Place } from './find-places.ts'
import type { Hit, Lexicon } from './lexicon.ts'
import type { Word } from './words-of.ts'

/** Which words name places, and what the lexicon finds in the others. */
export function placedWords(
  words: readonly Word[],
  places: readonly Place[],
  lexicon: Lexicon,
): { readonly isPlace: (at: number) => boolean; readonly hits: readonly Hit[] } {
  const placed = new Set<number>()
  for (const { from, to, weight, kind } of places)
    for (let at = from; at <= (weight >= 3 && kind !== 'street' ? from : to); at++) placed.add(at)
  return {
    isPlace: (at) => placed.has(at),
    hits: lexicon
      .hits(words)
      .filter(({ from, to }) => !(from === to && placed.has(from) && !isGeneric(words[from]!.fold))),
  }
}

/** «көшесі», «ауылы» beside a name are words still. */
const isGeneric = (fold: string): boolean => /^(коше|улиц|ауил|сел)/.test(fold)
