// Words as signs of a linear model: by their beginnings, which stand for the stem in Kazakh and in Russian, and by their endings.
import type { Word } from '../words-of.ts'

const lengths = [4, 6, 8]
const beginnings = new Map<string, readonly string[]>()
const endings = new Map<string, readonly string[]>()

/** `^тротуа`, `^тротуар$`: the first four, six and eight letters; a word that ends before is marked by `$`. */
export const beginningsOf = (word: Word): readonly string[] =>
  kept(beginnings, word, (fold) => [
    ...new Set(lengths.map((length) => `^${fold.length <= length ? `${fold}$` : fold.slice(0, length)}`)),
  ])

/** The word itself, its last three, four and five letters, which say who does what to whom, and its first five. */
export const endingsOf = (word: Word): readonly string[] =>
  kept(endings, word, (fold) => [
    `=${fold}`,
    ...[3, 4, 5].map((length) => `~${fold.slice(-length)}`),
    `^${fold.slice(0, 5)}`,
  ])

function kept(
  memo: Map<string, readonly string[]>,
  { fold }: Word,
  signsOf: (fold: string) => readonly string[],
): readonly string[] {
  const known = memo.get(fold)
  if (known) return known
  const signs = signsOf(fold)
  if (memo.size > 60_000) memo.clear()
  if (fold.length <= 40) memo.set(fold, signs)
  return signs
}
