// A question as it was typed: read for what is wrong with it before anything is asked.
import { spheres } from '#calendar'
import { longestSearch } from '#flows'
import { type SearchQuery, searchTerms } from '#reading'

export type Typed = {
  /** As it is shown again. */
  readonly q: string
  /** Null: nothing was asked yet, or it may be looked for. */
  readonly error: 'empty' | 'tooShort' | 'tooLong' | null
  readonly asked: boolean
  readonly sphere: string | null
}

export function readTyped(typed: string | undefined, sphere: string | undefined): Typed {
  const q = (typed ?? '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
  const letters = [...q].length
  const error =
    typed === undefined
      ? null
      : letters === 0
        ? 'empty'
        : letters > longestSearch
          ? 'tooLong'
          : letters < 2
            ? 'tooShort'
            : null
  return {
    q: letters > longestSearch ? [...q].slice(0, longestSearch).join('') : q,
    error,
    asked: typed !== undefined && error === null,
    sphere: spheres.find((one) => one === sphere) ?? null,
  }
}

/** The words of a query as these texts spell them; folded where none does. */
export function spelt(query: SearchQuery, texts: readonly string[]): string {
  const spellings = new Map<string, string>()
  for (const text of texts)
    for (const { fold, start, end } of searchTerms(text))
      if (!spellings.has(fold)) spellings.set(fold, text.slice(start, end).toLowerCase())
  return query.flatMap(({ words }) => words.map(({ fold }) => spellings.get(fold) ?? fold)).join(' ')
}
