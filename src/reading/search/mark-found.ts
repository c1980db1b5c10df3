// A piece of a text with the words marked by which it was found.
import type { SearchQuery, SearchWord } from './search-query.ts'
import { searchTerms } from './search-terms.ts'
import { keysOf } from './word-keys.ts'

export type Piece = { readonly text: string; readonly found: boolean }

/**
 * About so many characters of a text around the first word that was found, in pieces; `…` where something was left out.
 * Only the words typed are marked; other words for the same where none of them stands in the text.
 */
export function markFound(written: string, query: SearchQuery, length = 220): Piece[] {
  const terms = searchTerms(written)
  const marks = (words: readonly SearchWord[]) => {
    const keys = new Set(words.flatMap(keysOf))
    const beginnings = words.filter(({ begins }) => begins).map(({ fold }) => fold)
    return terms.filter(
      (term) =>
        keysOf(term).some((key) => keys.has(key)) || beginnings.some((fold) => term.fold.startsWith(fold)),
    )
  }
  const typed = marks(query.flatMap(({ words }) => words))
  const found = typed.length > 0 ? typed : marks(query.flatMap(({ otherwise }) => otherwise.flat()))
  const [from, to] = windowOf(written, found[0]?.start ?? 0, length)
  const pieces: Piece[] = []
  const put = (text: string, found: boolean) => text !== '' && pieces.push({ text, found })
  put(from > 0 ? '…' : '', false)
  let at = from
  for (const { start, end } of found) {
    if (start < at || end > to) continue
    put(written.slice(at, start), false)
    put(written.slice(start, end), true)
    at = end
  }
  put(written.slice(at, to) + (to < written.length ? '…' : ''), false)
  return pieces
}

/** From the beginning of a word to the end of one. */
function windowOf(text: string, first: number, length: number): [from: number, to: number] {
  if (text.length <= length) return [0, text.length]
  let from = Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length))
  if (from > 0) {
    const space = text.slice(from, first).search(/\s/)
    from = space < 0 ? first : from + space + 1
  }
  const end = Math.min(text.length, from + length)
  if (end === text.length) return [from, end]
  const last = text.slice(from, end).search(/\s\S*$/)
  // A word without an end: no character is halved.
  const to = last > 0 ? from + last : /[\ud800-\udbff]$/.test(text.slice(from, end)) ? end - 1 : end
  return [from, Math.max(to, Math.min(end, first + 40))]
}
