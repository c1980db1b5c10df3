// Texts that lie in memory and are searched there: names of central bodies, gists of the law.
import type { LocalDate, Text } from '#kernel'
import type { Law, Provision } from '#law'
import { type SearchQuery, type SearchWord, keysOf, searchTerms } from '#reading'

const kept = new WeakMap<Text, ReadonlySet<string>>()

/** Whether each word stands in the text, in whichever of its languages. */
export function hasAll(
  text: Text,
  words: readonly Pick<SearchWord, 'fold' | 'stems' | 'russian'>[],
): boolean {
  let keys = kept.get(text)
  if (!keys) {
    keys = new Set(searchTerms(`${text.kk}\n${text.ru}\n${text.en}`).flatMap(keysOf))
    kept.set(text, keys)
  }
  return words.every((word) => keysOf(word).some((key) => keys.has(key)))
}

/** Provisions in force on the day whose gist has all that was typed. */
export function searchLaw(law: Law, query: SearchQuery, today: LocalDate, limit: number): Provision[] {
  const words = query.flatMap((part) => part.words)
  if (words.length === 0) return []
  const found: Provision[] = []
  for (const provision of law.provisions) {
    if (found.length === limit) break
    const { from, until } = provision.inForce
    if (from <= today && (until === null || today <= until) && hasAll(provision.gist, words))
      found.push(provision)
  }
  return found
}
