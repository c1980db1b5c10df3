// A text as words: what stands where, in which spelling, and how it was written.
import { foldWord, scriptOf, trueLetters } from './fold-letters.ts'

export type Word = {
  /** In the clean text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Small letters, look-alikes put right. */
  readonly lower: string
  /** The folded spelling, by which words are compared. */
  readonly fold: string
  /** Letter by letter what was written for `fold`. */
  readonly kept: string
  readonly script: 'cyrillic' | 'latin' | 'other'
  readonly capital: boolean
  /** The whole word in capitals, two letters or more. */
  readonly shouted: boolean
  /** Number of the sentence, from 0. */
  readonly sentence: number
  /** First word of its sentence. */
  readonly opens: boolean
}

const wordOrEnd = /[\p{L}\p{N}][\p{L}\p{N}’'ʼ`]*|[.!?…\n]+/gu
const ofCode = /[\p{Lu}]/u

/** At most `limit` words of a clean text. */
export function wordsOf(text: string, limit = 3000): Word[] {
  const words: Word[] = []
  let sentence = 0
  let opens = true
  wordOrEnd.lastIndex = 0
  for (let found; (found = wordOrEnd.exec(text)) !== null;) {
    const raw = found[0]
    const start = found.index
    if (/^[.!?…\n]/.test(raw)) {
      // «ул. Абая», «г. Тараз», «с. Мерке»: a full stop after a short word ends no sentence.
      const before = words.at(-1)
      const short =
        raw === '.' && before !== undefined && before.end === start && abbreviations.has(before.lower)
      const inside = raw === '.' && /^[\p{Ll}\p{N}]/u.test(text.slice(start + 1, start + 2))
      if (!short && !inside && !opens) {
        sentence++
        opens = true
      }
      continue
    }
    const small = raw.toLowerCase()
    const lower = trueLetters(small)
    words.push({
      start,
      end: start + raw.length,
      lower,
      ...foldWord(lower),
      script: scriptOf(lower),
      capital: ofCode.test(raw[0]!) && raw !== small,
      shouted: raw.length > 1 && raw === raw.toUpperCase() && raw !== small,
      sentence,
      opens,
    })
    opens = false
    if (words.length >= limit) break
  }
  return words
}

const abbreviations = new Set(
  'ул к көш пер пр просп с п пос г обл р д кв мкр мкрн ст им т тел е тг тыс млн а ш'.split(' '),
)
