// A misspelt word put right: the nearest of the words that look alike.

/** How many letters may be wrong: none in a word of two, two in a word of six and more. */
const mostWrong = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2)

/** The nearest word, the first of several; undefined when all are too far. Letters changed, lost, added or swapped count one. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  let best: string | undefined
  let least = mostWrong(typed.length) + 1
  for (const word of words) {
    if (word === typed || Math.abs(word.length - typed.length) >= least) continue
    const away = distance(typed, word)
    if (away < least) {
      least = away
      best = word
    }
  }
  return best
}

/** Damerau–Levenshtein, neighbours swapped once. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
