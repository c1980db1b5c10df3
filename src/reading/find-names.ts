// Names of private persons: a first name with a surname, patronymic or initial, or alone where it is given as identity.
import { parse } from 'yaml'
import { isKazakhEnding } from './endings.ts'
import { foldWord, sameLetters } from './fold-letters.ts'
import type { NumberSpan } from './find-numbers.ts'
import type { Word } from './words-of.ts'

export type NameList = {
  /** By folded spelling, the letters of each. */
  readonly first: ReadonlyMap<string, readonly string[]>
  readonly kin: ReadonlySet<string>
}

/** Reads lists of names of the form of data/reading/names.yaml; later ones add to earlier ones. */
export function makeNameList(texts: readonly string[]): NameList {
  const first = new Map<string, string[]>()
  const kin = new Set<string>()
  for (const text of texts) {
    const lists = parse(text) as Record<string, string>
    for (const [list, words] of Object.entries(lists))
      for (const word of words.split(/\s+/)) {
        const { fold, kept } = foldWord(word.toLowerCase())
        if (fold === '') continue
        if (list === 'kin') kin.add(fold)
        else first.set(fold, [...(first.get(fold) ?? []), kept])
      }
  }
  return { first, kin }
}

const russianCase = /(?:ои|еи|ом|ем|а|у|е|и|иа|иу|иеи|оиу)$/
/** Whether a word is a first name, in any case. */
function isFirst({ fold, kept }: Word, { first, kin }: NameList): boolean {
  if (fold.length < 3 || kin.has(fold)) return false
  const listed = (stem: string) =>
    first.get(stem)?.some((letters) => sameLetters(kept, letters.slice(0, fold.length), false)) ?? false
  if (listed(fold)) return true
  for (let length = fold.length - 1; length >= 3 && length >= fold.length - 5; length--)
    if (listed(fold.slice(0, length)) && isKazakhEnding(fold.slice(length))) return true
  const bare = fold.replace(russianCase, '')
  return bare.length >= 3 && bare !== fold && [bare, `${bare}а`, `${bare}иа`, `${bare}и`].some(listed)
}

const surname =
  /(?:ова|ов|ева|ев|ина|ин|ски|скаиа|цки|цкаиа|баи|баев|баева|бек|беков|бекова|енко|чук|ко|улы|ули|кизи|тегi|теги|иан|ман|штеин|их|ых|швили|дзе|заде|хан|жан|алин|алина|шин|кин)(?:а|у|ои|ом|им|ого|е|ин|ни|га|ге|нин|нен|дан|ден|тин|дин|ти|ди|ка|ке|тан|тен)?$/
const patronymicSure = /(?:ович|евич|овна|евна|улы|ули|кизи)(?:а|у|ем|ои|е|нин|на|ге|га|ни|не)?$/
/** What is named after people: streets, schools, villages. */
const placeBefore = new Set(
  `ул улица улице улицы улицу улицей улицам улиц пр просп проспект проспекте пер переулок переулке имени им атындагы школа школе школы школу
  село селе сел с аул ауле район районе мкр микрораион парк парке площад станциа ст поселок поселке г город городе средниа к кош коше бул булвар ш
  округ округе колхоз совхоз памиатник музеи мечет гимназиа лицеи пос`.split(/\s+/),
)
const placeAfter =
  /^(кошес|коше$|кошед|кошен|кошеси|кошеге|даңгил|данил|атинда|атинд|мектеб|мектеп|ауил|аул$|аудан|округ|кала|мултек|молтек|шагин|ик[sс]?шам|паркi|парк|алан|бульвар|булвар|проспект|улиц|раион|кент|селос|село$|совхоз|колхоз|стансас|станци|ескертк|даңғыл|данг|тупи|жоли|переул|гимназ|лице|колледж|орам|орами)/
const posts =
  /^(аким|акимин|акиму|акима|акими|министр|президент|депутат|премер|губернатор|прокурор|токаев|назарбаев|тараз|судиа|начал|басшис|директор|мудир)/
const introduces = /^(зовут|аты|атим|атими|есимим|жони|жоним|атижоним|менинатим|подпис|колы|фио|атинан)$/
/** «Айсұлу апай»; «водитель Марат», «дәрігер Ахметов»: people at work, not officials. */
const honours = /^(апаи|агаи|апа$|ага$|тате|коке|женгеи|абыз|аже|ханим|мирза$)/
const trades =
  /^(водител|жургизуши|шофер|учител|учителниц|мугалим|устаз|даригер|врач|доктор|фелдшер|медсестр|медбике|мейирбике|таребиеши|тарбиеши|воспитател|сосед|соседка|корши|коршим|продав|сатуши)/
const closes =
  /^(уважением|курметпен|ихтирамен|сизаллемен|искрене|рахметпен|тургин|жител|пенсионерка|пенсионер|зеинеткер)$/

export function findNames(
  text: string,
  words: readonly Word[],
  names: NameList,
  isPlace: (at: number) => boolean,
): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.script === 'other' || (isPlace(at) && initialsAfter(text, word.end) === undefined)) continue
    const named = personAt(text, words, at, names, isPlace)
    if (!named) continue
    if (inPlace(words, at, named.last)) {
      at = named.last
      continue
    }
    spans.push({ start: word.start, end: named.end, type: 'name' })
    at = named.last
  }
  return spans
}

type Person = { readonly last: number; readonly end: number }

function personAt(
  text: string,
  words: readonly Word[],
  at: number,
  names: NameList,
  isPlace: (at: number) => boolean,
): Person | undefined {
  const word = words[at]!
  const open = isCapital(word)
  const initials = initialsAfter(text, word.end)
  const first = isFirst(word, names)
  if (
    open &&
    initials !== undefined &&
    word.fold.length >= 3 &&
    (first || surname.test(word.fold) || initials.count === 2)
  )
    return { last: lastBefore(words, at, initials.end), end: initials.end }
  // И.И. Иванов
  if (open && word.end - word.start === 1) {
    const led = initialsLeading(text, word.start)
    if (led !== undefined) {
      const after = words[at + 1] && words[at + 1]!.start >= led ? at + 1 : at + 2
      const family = words[after]
      if (
        family &&
        family.start - led <= 1 &&
        isCapital(family) &&
        surname.test(family.fold) &&
        !isPlace(after)
      )
        return { last: after, end: family.end }
    }
    return undefined
  }
  if (!first && !surname.test(word.fold) && !patronymicSure.test(word.fold)) return undefined
  const parts = [at]
  let sure = first ? 1 : 0
  const isOpen = (there: number) => {
    const one = words[there]
    const last = words[there - 1]!
    return (
      one !== undefined &&
      isCapital(one) &&
      one.end - one.start > 2 &&
      !(one.shouted && !words[there - 1]!.shouted) &&
      /^[ \u00a0]$/.test(text.slice(last.end, one.start))
    )
  }
  if (open)
    for (let there = at + 1; there <= at + 2 && isOpen(there) && !isPlace(there); there++) {
      const { fold } = words[there]!
      if (placeAfter.test(fold)) break
      if (isFirst(words[there]!, names)) sure++
      else if (patronymicSure.test(fold)) sure += first ? 1 : 2
      else if (
        !surname.test(fold) &&
        !(first && sure === 1 && parts.length === 1 && there === at + 1 && isPlain(words, there))
      )
        break
      parts.push(there)
    }
  const kinBefore = names.kin.has(words[at - 1]?.fold ?? '') || names.kin.has(words[at - 2]?.fold ?? '')
  const last = parts.at(-1)!
  if (parts.length >= 2) {
    const strong =
      sure >= 2 ||
      (sure === 1 && (first || surname.test(word.fold))) ||
      (surname.test(words[last]!.fold) && introducedAt(words, at, last, text))
    if (strong) return { last, end: words[last]!.end }
  }
  const spelt = open || introduces.test(words[at - 1]?.fold ?? '')
  if (
    first &&
    spelt &&
    (introducedAt(words, at, at, text) || (kinBefore && open)) &&
    (!isCommon(word) || (open && said(words, at)))
  )
    return { last: at, end: word.end }
  // «иванов петр» in small letters, said to be a name.
  if (
    !open &&
    first &&
    words[at + 1] &&
    surname.test(words[at + 1]!.fold) &&
    introducedAt(words, at, at + 1, text)
  )
    return { last: at + 1, end: words[at + 1]!.end }
  if (
    open &&
    surname.test(word.fold) &&
    !word.opens &&
    introducedAt(words, at, at, text) &&
    !inPlace(words, at, at) &&
    word.fold.length > 4
  )
    return { last: at, end: word.end }
  return undefined
}

const isCapital = (word: Word): boolean => word.capital || word.shouted
/** A surname of a form that the list does not have: Пак, Ким, Шмидт. */
const isPlain = (words: readonly Word[], at: number): boolean =>
  !placeAfter.test(words[at + 1]?.fold ?? '') && words[at]!.end - words[at]!.start <= 8
/** First names that are also words: only a capital letter tells. */
const isCommon = ({ fold }: Word): boolean =>
  /^(абаи|жамбил|кенен|арман|бакит|береке|мерекe|женис|даулет|кенес|жолдас|орал|отар|умит|тилек|рахат|сабир|сагат|бота|вера|любов|надежда|алтин|кумис|роза|лев|сана|асил|арай|толкин|самал|балгин|азат|азамат|еркин|дана|жулдиз|маржан|райхан|лашин|жибек|батир|ислам|рахим|шинар|талап|мереке|курал|казбек|сарсен|жомарт|ак|али|адал|адил|ким|роман|майа|маиа|ана)/.test(
    fold,
  )

/** «Меня зовут …», «атым …»: said in so many words. */
const said = (words: readonly Word[], at: number): boolean =>
  introduces.test(words[at - 1]?.fold ?? '') || words[at + 1]?.fold === 'мениа'

/** «Меня зовут …», «аты-жөнім …», «Мен …», a signature at the end, beside a telephone or IIN. */
function introducedAt(words: readonly Word[], from: number, to: number, text: string): boolean {
  const before = words[from - 1]
  const before2 = words[from - 2]
  const after = words[to + 1]
  const sameLine = (word: Word | undefined) => word !== undefined
  if (before && introduces.test(before.fold)) return true
  if (before2 && before && introduces.test(before2.fold) && before.fold.length <= 6) return true
  if (after && words[from]!.capital && honours.test(after.fold)) return true
  if (before && words[from]!.capital && trades.test(before.fold)) return true
  if (after && (after.fold === 'мениа' || introduces.test(after.fold))) return true
  if (words[to + 2]?.fold === 'зовут' && after?.fold === 'мениа') return true
  if (after && /^(деп|деген|болам|боламин|атим)$/.test(after.fold)) return true
  if (
    before &&
    /^(мен|иа|мениң|имиа|имие|это|бул|бұл)$/.test(before.fold) &&
    /^[ ,–—-]+$/.test(text.slice(before.end, words[from]!.start)) &&
    words[from]!.capital
  )
    return true
  if (before && closes.test(before.fold)) return true
  const tail = text.slice(words[to]!.end)
  const head = text.slice(Math.max(0, words[from]!.start - 16), words[from]!.start)
  // A signature: the last thing, after the end of a sentence or a number.
  if (
    sameLine(words[from]) &&
    words[from]!.capital &&
    /^[\s.,!)]*$/.test(tail) &&
    /(?:[.!?…\n\d]\s*,?\s*|[–—]\s*)$/.test(head) &&
    from > 3
  )
    return true
  if (
    words[from]!.capital &&
    /^[\s,.:;(–—-]{1,4}(?:жсн|иин|тел|\+?[78][\s(-]*7\d\d|уд\.|жеке куәлік|удостоверен|\d{12})/iu.test(tail)
  )
    return true
  if (
    words[from]!.capital &&
    /(?:тел[.:]?\s*)?[\d)][\s,.;(–—-]{1,4}$/.test(head) &&
    /^[\s,.;)]*(?:$|[.!])/.test(tail)
  )
    return true
  return false
}

/** Whether the words around say that a street, school or village, or an official by post, is meant. */
function inPlace(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1]
  const after = words[to + 1]
  if (
    before &&
    before.sentence === words[from]!.sentence &&
    (placeBefore.has(before.fold) || /^(улиц|имен|школ|проспект|переул|микрора)/.test(before.fold))
  )
    return true
  if (after && after.sentence === words[to]!.sentence && placeAfter.test(after.fold)) return true
  for (const at of [from - 1, from - 2])
    if (words[at] && words[at]!.sentence === words[from]!.sentence && posts.test(words[at]!.fold)) return true
  return false
}

/** «О.П.», «Т.» right after a word. */
function initialsAfter(text: string, at: number): { end: number; count: number } | undefined {
  const found = /^[ \u00a0]?(\p{Lu})\.(?:[ \u00a0]?(\p{Lu})\.)?/u.exec(text.slice(at, at + 8))
  if (!found) return undefined
  return { end: at + found[0].length, count: found[2] === undefined ? 1 : 2 }
}

/** Where «И.И. » before a surname ends. */
function initialsLeading(text: string, at: number): number | undefined {
  const found = /^\p{Lu}\.[ \u00a0]?(?:\p{Lu}\.[ \u00a0]?)?/u.exec(text.slice(at, at + 8))
  return found ? at + found[0].length : undefined
}

function lastBefore(words: readonly Word[], at: number, end: number): number {
  let last = at
  while (words[last + 1] && words[last + 1]!.start < end) last++
  return last
}
