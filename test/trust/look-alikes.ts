// Names as forgers write them: letters that look like others, signs that nobody sees. Seeded, so that a failure comes again.

/** What else looks like a letter (after UTS 39, as far as fonts on ordinary screens go). */
// prettier-ignore
const twins: Readonly<Record<string, string>> = {
  а: 'aɑα', А: 'AΑᎪ', с: 'cϲⅽ', С: 'CϹⅭ', е: 'eҽ', Е: 'EΕ', о: 'oοօ0', О: 'OΟ0', р: 'pρ', Р: 'PΡ', х: 'xⅹ', Х: 'XΧ', у: 'yγ', У: 'YΥ',
  к: 'kκ', К: 'KΚK', м: 'm', М: 'MΜⅯ', т: 't', Т: 'TΤ', н: 'ʜ', Н: 'HΗ', В: 'BΒ', в: 'ʙ', і: 'iıⅰ', І: 'IΙӀ', ә: 'əǝ', Ә: 'ƏǝƏ', һ: 'h',
  з: '3', З: '3', б: '6', г: 'ᴦ', ү: 'ʏγ', Ү: 'YΥ', ғ: 'f', ь: 'b', й: 'ŭ', ё: 'ë', д: 'ԁ',
}
// prettier-ignore
const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u061c', '\u180e', '\u2062', '\ufe0f', '\u{e0041}', '\u115f', '\u3164']
const turning = ['\u202e', '\u202d', '\u202a', '\u2066', '\u2067', '\u2068', '\u200e', '\u200f']
const spaces = ['\u2009', '\u200a', '\u3000', '\u2028', '\u00a0\u200b', '\t']

export type Chance = (below: number) => number

/** The same sequence each time. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const one = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)]!
const put = (name: string, at: number, sign: string, instead = 0) =>
  Array.from(name).toSpliced(at, instead, sign).join('')

/** One forgery of a genuine name in Cyrillic letters; it never equals the name. */
export function forged(name: string, chance: Chance): string {
  const letters = Array.from(name)
  const within = 1 + chance(Math.max(1, letters.length - 1))
  const way = chance(10)
  if (way === 0) return put(name, within, one(unseen, chance))
  if (way === 1) return put(name, within, one(turning, chance))
  if (way === 2)
    return name.includes(' ')
      ? name.replace(' ', one(spaces, chance))
      : put(name, within, one(unseen, chance))
  if (way === 3) return put(name, within, '\u0335')
  const places = letters.map((letter, at) => (twins[letter] === undefined ? -1 : at)).filter((at) => at >= 0)
  if (places.length === 0) return put(name, within, one(unseen, chance))
  const some = way < 6 ? [one(places, chance)] : places.filter((_, at) => at === 0 || chance(2) === 0)
  // A digit at an end of a word is not a letter that poses, but a number.
  return some.reduce((left, at) => {
    const twin = one(Array.from(twins[letters[at]!]!), chance)
    const inside = /\p{L}/u.test(letters[at - 1] ?? '') && /\p{L}/u.test(letters[at + 1] ?? '')
    return put(left, at, /\d/.test(twin) && !inside ? one(unseen, chance) : twin, 1)
  }, name)
}
