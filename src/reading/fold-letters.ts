// One spelling for all: with or without the Kazakh letters, in Cyrillic or in any Latin, with a letter doubled or not.

/** Longer ones first; what is left is read letter by letter. */
const latinGroups: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'ш'],
  [/sh|ş|š/g, 'ш'],
  [/ch|ç|č/g, 'ч'],
  [/zh|ž|dzh/g, 'ж'],
  [/kh/g, 'х'],
  [/gh/g, 'г'],
  [/ya|ia/g, 'иа'],
  [/yu|iu/g, 'иу'],
  [/ts/g, 'ц'],
  [/c(?=[eiy])/g, 'с'],
]

// prettier-ignore
const letters: Record<string, string> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ы: 'и', й: 'и', ї: 'и',
  ё: 'е', э: 'е', є: 'е', щ: 'ш', ъ: '', ь: '', ю: 'иу', я: 'иа', ў: 'у',
  a: 'а', ä: 'а', á: 'а', ə: 'а', b: 'б', c: 'к', d: 'д', e: 'е', é: 'е', f: 'ф', g: 'г', ğ: 'г', ǵ: 'г',
  h: 'х', i: 'и', ı: 'и', í: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', ñ: 'н', ń: 'н', ŋ: 'н', o: 'о',
  ö: 'о', ó: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', ü: 'у', ú: 'у', ū: 'у', v: 'в', w: 'у',
  x: 'х', y: 'и', ý: 'у', z: 'з', "'": '', '’': '', 'ʼ': '', '`': '',
}

/** Latin letters that pass for Cyrillic ones inside a Cyrillic word. */
// prettier-ignore
const lookalikes: Record<string, string> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у', ə: 'ә',
}

const latin = /[a-zäáəöóüúūçşšžğǵñńŋıíéý]/
const cyrillic = /[\u0400-\u052f]/

/** The script of a word in small letters; a Latin letter or two hidden in Cyrillic do not count. */
export function scriptOf(word: string): 'cyrillic' | 'latin' | 'other' {
  if (cyrillic.test(word)) return 'cyrillic'
  return latin.test(word) ? 'latin' : 'other'
}

/** A word in small letters with the Latin look-alikes of a Cyrillic word put right. */
export function trueLetters(word: string): string {
  if (!latin.test(word) || !cyrillic.test(word)) return word
  let out = ''
  for (const letter of word) out += lookalikes[letter] ?? letter
  return out
}

export type Folded = {
  /** What words are compared by. */
  readonly fold: string
  /** For each letter of `fold` the letter that was written, `.` where it was a Latin one. */
  readonly kept: string
}

/**
 * The folded spelling of a word in small letters: Cyrillic without Kazakh letters, `ы й і` as `и`, no signs, nothing
 * doubled. What is neither a letter known here nor a digit is left out.
 */
export function foldWord(word: string): Folded {
  let text = word
  const foreign = latin.test(text) && !cyrillic.test(text)
  if (foreign) for (const [from, to] of latinGroups) text = text.replace(from, to)
  let fold = ''
  let kept = ''
  let last = ''
  for (const letter of text) {
    const to = letters[letter] ?? (/[\u0430-\u044f0-9]/.test(letter) ? letter : '')
    for (const one of to) {
      if (one === last && !(one >= '0' && one <= '9')) continue
      fold += one
      kept += foreign ? '.' : letter
      last = one
    }
  }
  return { fold, kept }
}

/** The folded spelling alone. */
export const foldLetters = (word: string): string => foldWord(word).fold

const kazakhLetters = 'әғқңөұүһі'

/** Whether a word uses letters that only Kazakh has. */
export const hasKazakhLetters = (word: string): boolean => /[әғқңөұүһі]/.test(word)

/**
 * Whether two words of one folded beginning can be the same word. A Kazakh letter that was typed was meant; one that
 * was not typed is forgiven, unless `lettered`: then the writer has a Kazakh keyboard.
 */
export function sameLetters(word: string, pattern: string, lettered: boolean): boolean {
  for (let at = 0; at < pattern.length; at++) {
    const typed = word[at]!
    const meant = pattern[at]!
    if (typed === meant || typed === '.' || meant === '.') continue
    if (kazakhLetters.includes(typed)) return false
    if (lettered && kazakhLetters.includes(meant) && meant !== 'һ') return false
    if (typed === 'ы' ? 'ий'.includes(meant) : meant === 'ы' && 'ий'.includes(typed)) return false
  }
  return true
}
