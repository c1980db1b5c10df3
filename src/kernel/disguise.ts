// Whether a name is written in letters that pose as others: mixed alphabets, invisible signs, words turned around (UTS 39).

/** Every way in which a name is disguised; `word`: the one to write anew. */
export type Disguise =
  { readonly code: 'letters-hidden' } | { readonly code: 'letters-mixed'; readonly word: string }

/** What nobody sees or nobody types: controls, marks of direction, joiners, odd spaces, marks left over, signs of maths. */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\p{M}\p{Nl}\p{No}]|(?![ \u00a0])\p{Z}/u

/** Latin letters that look like Cyrillic ones, and Cyrillic ones that look like Latin ones. */
const latinTwins = /^[ABCEHIKMOPTXYaceopxyihəƏ]+$/
const latinNearTwins = /^[ABCEHIKMOPTXYaceopxyihəƏkmtbrëŭ]+$/
const cyrillicTwins = /^[АВСЕНІКМОРТХУаеосрхуіһәӘҺ]+$/
/** Cyrillic letters of the alphabets that are at home here: any other poses as one of them. */
const atHome = /^[а-яёәғқңөұүһіїєґўҗҳӯӣҷ\P{Script=Cyrillic}]*$/iu
/** Latin letters of phonetics and old prints: ɑ, ɡ, ꜱ. */
const phonetic = /[\u0250-\u0258\u025a-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff]/u
/** Alphabets whose letters pass for Latin and Cyrillic ones: none stands beside them. */
const alike =
  /\p{Script=Greek}|\p{Script=Armenian}|\p{Script=Cherokee}|\p{Script=Coptic}|\p{Script=Lisu}|\p{Script=Deseret}/u
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u] as const
const romanNumber = /^[IVXLC]+$/

/** Null for a genuine name in any alphabet; words of two alphabets may stand side by side («Ivan Иванов»). */
export function disguiseOf(name: string): Disguise | null {
  const composed = name.normalize('NFC')
  if (hidden.test(composed)) return { code: 'letters-hidden' }
  const words = composed.match(/[\p{L}\p{N}]+/gu) ?? []
  const latin = words.filter((word) => scripts[0].test(word) && !romanNumber.test(word))
  const cyrillic = words.filter((word) => scripts[1].test(word))
  const mixed =
    words.find(
      (word) =>
        writtenIn(word) > 1 ||
        (alike.test(word) && latin.length + cyrillic.length > 0) ||
        !atHome.test(word) ||
        phonetic.test(word) ||
        word.normalize('NFKC') !== word ||
        /\p{L}\p{N}+\p{L}/u.test(word),
    ) ??
    posing(latin, cyrillic.length > 0 ? latinNearTwins : latinTwins, cyrillic.length) ??
    posing(
      cyrillic,
      cyrillicTwins,
      latin.length && !cyrillic.some((word) => !cyrillicTwins.test(word)) ? 1 : -1,
    )
  return mixed === undefined ? null : { code: 'letters-mixed', word: mixed }
}

/** What readers of a text are told of; nothing is refused for it. `turned`: marks that turn words around. */
export type Posing = { readonly words: readonly string[]; readonly turned: boolean }

/** The words of a text that mix letters of two alphabets which look alike («Aким»), five at most. */
export function posingIn(text: string): Posing {
  const words = (text.normalize('NFC').match(/\p{L}+/gu) ?? []).filter(
    (word) =>
      writtenIn(word) > 1 &&
      /^(?:\p{Script=Cyrillic}|[ABCEHIKMOPTXYaceopxyihəƏ\p{Script=Greek}])+$/u.test(word),
  )
  return { words: [...new Set(words)].slice(0, 5), turned: /[\u202a-\u202e\u2066-\u2069]/.test(text) }
}

/** A word of twins alone poses where nothing tells its alphabet, or where others tell another one. */
const posing = (words: readonly string[], twins: RegExp, others: number): string | undefined =>
  others > 0 ||
  (others === 0 && words.every((word) => twins.test(word)) && words.some((word) => word.length > 1))
    ? words.find((word) => twins.test(word))
    : undefined

/** In how many alphabets a word is written. */
function writtenIn(word: string): number {
  const letters = word.match(/\p{L}/gu) ?? []
  const known = scripts.filter((script) => letters.some((letter) => script.test(letter))).length
  return known + (letters.some((letter) => !scripts.some((script) => script.test(letter))) ? 1 : 0)
}
