// Names of places as they stand in sentences: which stems an inflected name may have.
import { isKazakhEnding, isRussianEnding } from './endings.ts'

/** Меркенский, Ойтальская, Кенесского. */
const adjective = /^(?:ен|ин|ов|ев|ан|ал|он|ун|нин)?(?:с?к)(?:и|аиа|ое|ие|ого|ому|ои|ом|их|им|ими|уиу|)$/

/** Without the vowels it ends in, three letters at least: Меркі and Мерке, Абай and Абая are one. */
const bare = (stem: string): string => {
  let length = stem.length
  while (length > 3 && 'аеиоу'.includes(stem[length - 1]!)) length--
  return stem.slice(0, length)
}

const memo = new Map<string, readonly string[]>()

/**
 * The stems a folded word may have as a name, longest first; a final vowel is no part of a stem (Меркі – Мерке).
 * Three letters at least.
 */
export function nameStems(fold: string): readonly string[] {
  const known = memo.get(fold)
  if (known) return known
  const stems: string[] = []
  const put = (stem: string) => {
    const one = bare(stem)
    if (one.length >= 3 && !stems.includes(one)) stems.push(one)
  }
  if (fold.length <= 30) {
    put(fold)
    for (let length = fold.length - 1; length >= 3; length--) {
      const rest = fold.slice(length)
      const stem = fold.slice(0, length)
      if (
        isKazakhEnding(rest) ||
        isKazakhEnding(stem.at(-1) + rest) ||
        isRussianEnding(rest) ||
        adjective.test(rest)
      )
        put(stem)
    }
  }
  if (memo.size > 50_000) memo.clear()
  memo.set(fold, stems)
  return stems
}

/** The stem of a name that stands uninflected. */
export const plainStem = (fold: string): string => bare(fold)
