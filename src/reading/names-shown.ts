// The names of places that one text shows, whatever others have shown: what a pool learns names from.
import { cleanText } from './clean-text.ts'
import { nameSights } from './find-places.ts'
import type { Lexicon } from './lexicon.ts'
import { plainStem } from './name-stems.ts'
import { wordsOf } from './words-of.ts'

/** A possible name by its stem, and how much speaks for it. */
type NameShown = readonly [kind: 'settlement' | 'street', stem: string, weight: number]

export type NamesShown = {
  readonly named: readonly NameShown[]
  /** Stems of the words it writes with a small letter. */
  readonly small: readonly string[]
}

/** Of a name that may have several stems the likeliest counts in full, the others for so much. */
const unlikelier = 0.6

export function namesShown(text: string, lexicon: Lexicon): NamesShown {
  const clean = cleanText(text.slice(0, 20_000)).text
  const words = wordsOf(clean)
  const single = new Set(
    lexicon
      .hits(words)
      .filter(({ from, to }) => from === to)
      .map(({ from }) => from),
  )
  const named: NameShown[] = []
  const once = new Set<string>()
  for (const { kind, stems, weight, from } of nameSights(words, clean)) {
    // Шелек with a capital may be a town, though it is a bucket.
    const common = weight < 3 && single.has(from)
    if (kind === 'district' || (common && words[from]!.shouted)) continue
    const sure = common ? weight / 2 : weight
    stems.forEach((stem, rank) => {
      if (once.has(`${kind}${stem}`) || stem.length < 3) return
      once.add(`${kind}${stem}`)
      named.push([kind, stem, rank === 0 ? sure : sure * unlikelier])
    })
  }
  const small = words.filter(({ capital, shouted }) => !capital && !shouted)
  return { named, small: small.map(({ fold }) => plainStem(fold)) }
}
