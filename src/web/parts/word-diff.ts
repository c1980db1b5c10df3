// What changed between two texts, word by word: the longest common run of words stays, the rest was removed or added.

export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Neighbouring words of one kind stand together; what was removed comes before what was added in its place. */
export function wordDiff(before: string, after: string): Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const longest = commonLengths(a, b)
  const changes: { kind: Change['kind']; words: string[] }[] = []
  const say = (kind: Change['kind'], word: string) => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.words.push(word)
    else changes.push({ kind, words: [word] })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      say('same', a[i]!)
      i++
      j++
    } else if (j === b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      say('removed', a[i++]!)
    else say('added', b[j++]!)
  }
  return changes.map(({ kind, words }) => ({ kind, text: words.join(' ') }))
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** `lengths[i][j]`: how many words, in order, `a` from i on and `b` from j on have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}
