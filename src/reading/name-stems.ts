// Names of places as they stand in sentences: which stems an inflected name may have.
import { isKazakhEnding, isRussianEnding } from './endings.ts'

/** Меркенский, Ойтальская, Кенесского. */
const adjective = /^(?:ен|ин|ов|ев|ан|ал|он|ун|нин)?(?:с?к)(?:и|аиа|ое|ие|ого|ому|ои|ом|их|им|ими|уиу|)$/

const bare = (stem: string): string => stem.replace(/[аеиоу]$/, '')

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
      if (isKazakhEnding(rest) || isRussianEnding(rest) || adjective.test(rest)) put(stem)
    }
  }
  if (memo.size > 50_000) memo.clear()
  memo.set(fold, stems)
  return stems
}

/** The stem of a name that stands uninflected. */
export const plainStem = (fold: string): string => bare(fold)
