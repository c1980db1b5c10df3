// What a reader sees of a text: invisible letters gone, other digits and letters of one look made one, places kept.

export type CleanText = {
  readonly text: string
  /** Where a character of `text` begins in what was written, and where it ends (UTF-16 code units). */
  startOf(at: number): number
  endOf(at: number): number
}

/** Nothing here is invisible, full-width, marked, or a digit other than 0–9: what nearly all texts are made of. */
const plain =
  /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00bb\u00bf-\u00ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20b8\u2116]*$/

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u
const mark = /\p{M}/u
const digit = /\p{Nd}/u

/** The value of a decimal digit of any script: blocks of ten stand together, zero first. */
const digitValue = (letter: string): number => {
  const point = letter.codePointAt(0)!
  let zero = point
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--
  // Mathematical digits: five alphabets of ten without a gap.
  return point >= 0x1d7ce && point <= 0x1d7ff ? (point - 0x1d7ce) % 10 : point - zero
}

/** Cleans a text; tabs and line breaks stay, other control characters are invisible. */
export function cleanText(written: string): CleanText {
  if (plain.test(written)) return { text: written, startOf: (at) => at, endOf: (at) => at + 1 }
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (text: string, from: number, to: number) => {
    out.push(text)
    for (let i = 0; i < text.length; i++) {
      starts.push(from)
      ends.push(to)
    }
  }
  for (let at = 0; at < written.length;) {
    const letter = String.fromCodePoint(written.codePointAt(at)!)
    let end = at + letter.length
    if (invisible.test(letter) && letter !== '\n' && letter !== '\t' && letter !== '\r') {
      at = end
      continue
    }
    let marked = letter
    while (end < written.length) {
      const next = String.fromCodePoint(written.codePointAt(end)!)
      if (!mark.test(next) && !(invisible.test(next) && next > '\u007f')) break
      if (marked.length < 4) marked += next
      end += next.length
    }
    put(seen(marked), at, end)
    at = end
  }
  return {
    text: out.join(''),
    startOf: (at) => starts[at] ?? written.length,
    endOf: (at) => ends[at] ?? written.length,
  }
}

/** One letter as it is seen: composed, its stray marks gone, compatibility forms and digits plain. */
function seen(marked: string): string {
  const [letter = ''] = marked.normalize('NFC')
  if (digit.test(letter)) return String(digitValue(letter))
  const text = letter.normalize('NFKC')
  if (/\p{Zs}/u.test(letter)) return ' '
  if (text.length === 1 && digit.test(text)) return String(digitValue(text))
  return text.length <= 3 ? text : letter
}
