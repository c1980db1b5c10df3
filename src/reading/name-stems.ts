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
  // Төле би, Мөңке биде: shorter than any other name.
  const stems: string[] = /^би(?:$|[гдм]|нин|ни$)/.test(fold) ? ['би'] : []
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

/** Балқаш and Балхаш, Шелек and Чилик, Қонаев and Кунаев: letters that Russian maps have for Kazakh ones. */
const likened = (stem: string): string =>
  stem.replace(/х/g, 'к').replace(/[чщ]/g, 'ш').replace(/[еэ]/g, 'и').replace(/у/g, 'о')

/**
 * Which of these stems are another spelling of an earlier one, and of which: the same consonants, and of every four letters
 * at most one vowel that differs (Отырар – Отрар, Шәуілдір – Шаульдер).
 */
export function onePlaceSpelledTwice(stems: readonly string[]): ReadonlyMap<string, string> {
  const spelled = new Map<string, string>()
  const firsts = new Map<string, string[]>()
  for (const stem of stems) {
    const own = likened(stem)
    const bones = own.replace(/[аеиоу]/g, '')
    const there = firsts.get(bones) ?? []
    const first =
      bones.length < 3
        ? undefined
        : there.find((other) => vowelsApart(likened(other), own) <= Math.floor(own.length / 4))
    if (first === undefined) firsts.set(bones, [...there, stem])
    else spelled.set(stem, first)
  }
  return spelled
}

/** How many vowels differ between words of the same consonants. */
function vowelsApart(one: string, other: string): number {
  const between = (word: string) => word.split(/[^аеиоу]/)
  const [mine, others] = [between(one), between(other)]
  return mine.reduce(
    (sum, vowels, at) =>
      sum + (vowels === others[at] ? 0 : Math.max(1, Math.abs(vowels.length - (others[at]?.length ?? 0)))),
    0,
  )
}
