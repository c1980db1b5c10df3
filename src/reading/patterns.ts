// Words of the lexicon as patterns, and which of them a word of a text answers to.
import { isKazakhEnding, isRussianEnding } from './endings.ts'
import { foldWord, sameLetters } from './fold-letters.ts'

export type Tongue = 'kk' | 'ru'

type Tail = 'exact' | 'any' | Tongue

type WordPattern = {
  readonly number: number
  readonly tail: Tail
  readonly kept: string
  /** The stem's end is voiced, as before a vowel. */
  readonly voiced: boolean
}

export type Spelling = { readonly lower: string; readonly fold: string; readonly kept: string }

/** An entry of the lexicon: single word, words in a row, or words in one sentence. */
export type Entry = {
  readonly row: readonly number[]
  readonly near: boolean
  readonly words: string
}

const memoLimit = 60_000

/** All word patterns of a lexicon, each once; a word is looked up by each of its beginnings. */
export class Patterns {
  private readonly byStem = new Map<string, WordPattern[]>()
  private readonly numbers = new Map<string, number>()
  private readonly memo = new Map<string, readonly number[]>()
  private longest = 0

  /** Adds one entry as it is written in a data file; undefined when nothing is left of it. */
  add(written: string, tongue: Tongue): Entry | undefined {
    const near = written.includes('&')
    const parts = written.split(near ? '&' : /\s+/).map((part) => part.trim())
    const row: number[] = []
    for (const part of parts)
      for (const piece of part.split(/[\s-]+/)) {
        if (piece === '') continue
        const number = this.word(piece, tongue)
        if (number !== undefined) row.push(number)
      }
    return row.length > 0 ? { row, near, words: written } : undefined
  }

  private word(written: string, tongue: Tongue): number | undefined {
    const sign = written.at(-1)
    const tail: Tail = sign === '!' ? 'exact' : sign === '*' ? 'any' : tongue
    const { fold: stem, kept } = foldWord(written.toLowerCase().replace(/[!*]/g, ''))
    if (stem === '') return undefined
    const key = `${stem} ${kept} ${tail} ${tongue}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(key, number)
    this.put(stem, { number, tail, kept, voiced: false })
    // таблетка – таблеток, лавка – лавок, скамейка – скамеек: a vowel comes in where no ending follows.
    if (tongue === 'ru' && tail !== 'exact' && stem.length > 3 && /[бвгджзилмнпрстфхчш]к$/.test(stem))
      for (const vowel of ['о', 'е'])
        this.put(`${stem.slice(0, stem.endsWith('ик') ? -2 : -1)}${vowel}к`, {
          number,
          tail: 'exact',
          kept: `${kept.slice(0, stem.endsWith('ик') ? -2 : -1)}${vowel}к`,
          voiced: false,
        })
    // мектеп – мектебі, көлік – көлігі: a voiceless end is voiced before a vowel.
    if (tongue === 'kk' && tail !== 'exact' && stem.length > 2 && /[пк]$/.test(stem))
      this.put(stem.slice(0, -1) + (stem.endsWith('п') ? 'б' : 'г'), {
        number,
        tail,
        kept: kept.slice(0, -1),
        voiced: true,
      })
    return number
  }

  private put(stem: string, pattern: WordPattern) {
    this.longest = Math.max(this.longest, stem.length)
    const there = this.byStem.get(stem)
    if (there) there.push(pattern)
    else this.byStem.set(stem, [pattern])
  }

  /** Numbers of the patterns that a word answers to; `lettered`: its text is written with the Kazakh letters. */
  of(word: Spelling, lettered: boolean): readonly number[] {
    const key = lettered ? word.lower : `${word.lower} `
    const known = this.memo.get(key)
    if (known) return known
    const found = this.search(word, lettered)
    if (this.memo.size >= memoLimit) this.memo.clear()
    if (word.lower.length <= 40) this.memo.set(key, found)
    return found
  }

  private search({ fold, kept: typed }: Spelling, lettered: boolean): readonly number[] {
    const found: number[] = []
    for (let length = 1; length <= Math.min(fold.length, this.longest); length++) {
      const patterns = this.byStem.get(fold.slice(0, length))
      if (!patterns) continue
      const rest = fold.slice(length)
      for (const { number, tail, kept, voiced } of patterns) {
        if (voiced && !/^[аеиоу]/.test(rest)) continue
        if (
          !found.includes(number) &&
          fits(tail, rest, fold[length - 1]!) &&
          sameLetters(typed, kept, lettered)
        )
          found.push(number)
      }
    }
    return found.length > 0 ? found : none
  }
}

const none: readonly number[] = []

function fits(tail: Tail, rest: string, last: string): boolean {
  if (rest === '') return true
  if (tail === 'exact') return false
  if (tail === 'any') return true
  // Folding leaves one of two equal letters where stem and suffix meet.
  if (isKazakhEnding(rest) || isKazakhEnding(last + rest)) return true
  return tail === 'ru' && isRussianEnding(rest)
}
