// Numbers that name a person: telephones, IIN, bank cards; in any grouping, with letters in place of digits, or spoken.
import type { PersonalType } from './personal-data.ts'
import { plausible } from './judge-number.ts'
import { spokenNumbers } from './spoken-numbers.ts'

export type NumberSpan = { readonly start: number; readonly end: number; readonly type: PersonalType }

// prettier-ignore
const digitLike: Record<string, string> = {
  O: '0', o: '0', О: '0', о: '0', l: '1', I: '1', '|': '1', і: '1', І: '1', З: '3', з: '3', S: '5', s: '5', б: '6', B: '8', В: '8',
}
const glued = /[\p{L}\p{N}|]+/gu
const numberLike = /[\dOoОоlI|іІЗзSsбBВ]+/g

/** The text with letters that stand for digits inside numbers put right; of the same length. */
export function trueDigits(text: string): string {
  if (!/\d[OoОоlI|іІЗзSsбBВ]|[OoОоlI|іІЗзSsбBВ]\d/.test(text)) return text
  return text.replace(glued, (word) =>
    word.replace(numberLike, (run) => {
      // «тел87О1234567жду»: in a longer word only what stands between digits is one.
      const inner = run.length < word.length ? /\d.*\d/.exec(run) : /.+/.exec(run)
      if (!inner) return run
      const [own] = inner
      const digits = own.replace(/\D/g, '').length
      if (digits < 2 || (digits < own.length - digits && (own.length < 10 || digits < 3))) return run
      const right = own.replace(/\D/g, (letter) => digitLike[letter]!)
      return run.slice(0, inner.index) + right + run.slice(inner.index + own.length)
    }),
  )
}

/** Digits in a row, and where. */
export type Group = {
  readonly digits: string
  readonly start: number
  readonly end: number
  readonly plus: boolean
}

/** Digit groups between which there is neither a word nor much else. */
const chain = /[+＋]?[([]?\d+(?:[^\p{L}\p{N}]{1,4}\d+)*/gu
const group = /\d+/g
export function findNumbers(text: string): NumberSpan[] {
  const even = trueDigits(text)
  const spans = writtenNumbers(even)
  // «8|701|234»: what looks like a digit may be a gap as well.
  const gaps = even === text ? [] : writtenNumbers(text)
  return [...spans, ...gaps, ...spokenNumbers(text)]
}

function writtenNumbers(even: string): NumberSpan[] {
  const spans: NumberSpan[] = []
  chain.lastIndex = 0
  for (let found; (found = chain.exec(even)) !== null;) {
    const [whole] = found
    if (whole.length < 5) continue
    const groups: Group[] = []
    for (const piece of whole.matchAll(group)) {
      const start = found.index + piece.index
      const plus = /[+＋][([\s]{0,2}$/.test(even.slice(Math.max(0, start - 3), start))
      groups.push({ digits: piece[0], start, end: start + piece[0].length, plus })
    }
    // A chain of thousands of groups is cut: what belongs to one number stands within twenty groups.
    for (let at = 0, free = 0; at < groups.length; at += 400)
      free = bestCut(groups.slice(at, at + 420), even, spans, free)
  }
  return spans
}

/**
 * The most plausible numbers of a chain: the heaviest set of runs of groups that do not overlap, none before `free`;
 * where the last of them ends.
 */
function bestCut(groups: readonly Group[], text: string, spans: NumberSpan[], free: number): number {
  const best = new Float64Array(groups.length + 1)
  const choice: ({ from: number; type: PersonalType } | undefined)[] = Array.from({
    length: groups.length + 1,
  })
  for (let to = 1; to <= groups.length; to++) {
    best[to] = best[to - 1]!
    let digits = ''
    for (let from = to - 1; from >= 0; from--) {
      digits = groups[from]!.digits + digits
      if (digits.length > 19) break
      if (digits.length < 5) continue
      const read = plausible(digits, groups, from, to, text)
      if (!read) continue
      const weight = best[from]! + read.weight
      if (weight > best[to]!) {
        best[to] = weight
        choice[to] = { from, type: read.type }
      }
    }
  }
  let last = free
  for (let to = groups.length; to > 0;) {
    const chosen = choice[to]
    if (!chosen || best[to] === best[to - 1]) {
      to--
      continue
    }
    const first = groups[chosen.from]!
    let start = first.start
    let end = groups[to - 1]!.end
    if (text[start - 1] === '(' || text[start - 1] === '[') start--
    if (first.plus)
      start =
        text.lastIndexOf('+', start) >= start - 3 && text.lastIndexOf('+', start) >= 0
          ? text.lastIndexOf('+', start)
          : start
    if (text[start] === '(' && !text.slice(start, end).includes(')')) start++
    last = Math.max(last, end)
    if (start >= free) spans.push({ start, end, type: chosen.type })
    to = chosen.from
  }
  return last
}
