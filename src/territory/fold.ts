// One key for a name however it is typed: in Kazakh or Russian letters, without the Kazakh ones, in any Latin spelling.
import { cleanName } from './published-name.ts'

/** Digraphs of Latin spellings; longer ones first. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|tch|sh|ch|ts|tz/g, 's'],
  [/дж|dzh|dj|zh/g, 'j'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
]

/** One letter for all that are taken for one another; a letter not listed is no part of a name. */
// prettier-ignore
const skeleton: Record<string, string> = {
  а: 'a', ә: 'a', a: 'a', ə: 'a',
  б: 'b', b: 'b', в: 'v', v: 'v', г: 'g', ғ: 'g', g: 'g', ƣ: 'g', д: 'd', d: 'd',
  е: 'i', э: 'i', є: 'i', e: 'i',
  ж: 'j', j: 'j', з: 'z', z: 'z',
  и: 'i', й: 'i', ы: 'i', і: 'i', i: 'i', ı: 'i', y: 'i',
  к: 'k', қ: 'k', х: 'k', һ: 'k', k: 'k', q: 'k', h: 'k', x: 'k',
  л: 'l', l: 'l', м: 'm', m: 'm', н: 'n', ң: 'n', n: 'n', ŋ: 'n',
  о: 'o', ө: 'o', o: 'o', ɵ: 'o', п: 'p', p: 'p', р: 'r', r: 'r',
  с: 's', ш: 's', щ: 's', ц: 's', ч: 's', s: 's', c: 's', ß: 's', т: 't', t: 't',
  у: 'u', ү: 'u', ұ: 'u', u: 'u', w: 'u', ф: 'f', f: 'f',
  ю: 'iu', я: 'ia', ь: '', ъ: '', "'": '', '’': '', ʹ: '', ʼ: '', '`': '',
}

/** What spellings differ in after the letters: "yo" and "e", "ou" and "u", "ng" and "n", doubled letters. */
const mergers: readonly (readonly [RegExp, string])[] = [
  [/(\D)\1+/g, '$1'],
  [/ts/g, 's'],
  [/dj/g, 'j'],
  [/ng/g, 'n'],
  [/io/g, 'i'],
  [/[oi]u/g, 'u'],
  [/(\D)\1+/g, '$1'],
]

/** Words of a text in small letters, marks over Latin letters taken off, Kazakh letters kept. */
export const plainWords = (text: string): string[] =>
  cleanName(text)
    .toLowerCase()
    .replace(/ý/g, 'u')
    .replace(/ž/g, 'zh')
    .normalize('NFKD')
    // й and ё fall apart here too, which does no harm: their skeletons are those of и and е.
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}'’ʹʼ`]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

/** The skeleton of one plain word. */
export function foldWord(word: string): string {
  let text = word
  for (const [from, to] of digraphs) text = text.replace(from, to)
  let out = ''
  for (const letter of text) out += skeleton[letter] ?? (/\p{N}/u.test(letter) ? letter : '')
  for (const [from, to] of mergers) out = out.replace(from, to)
  return out
}

/** The key of a name: the same for "Көкшетау", "Кокшетау", "kokshetau" and "Kókshetaý"; words joined by a space. */
export const foldName = (text: string): string => plainWords(text).map(foldWord).filter(Boolean).join(' ')
