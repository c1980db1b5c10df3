// Names of private persons: a first name with a surname, patronymic or initial, or alone where it is given as identity.
import type { NumberSpan } from './find-numbers.ts'
import { initialsAfter, initialsLeading } from './initials.ts'
import {
  inPlace,
  inPost,
  isCall,
  introducedAt,
  isAtWork,
  isCalledSo,
  isHonour,
  isHonoured,
  isIntroduced,
  isLabelled,
  isListHead,
  isPlaceWord,
  isQuoted,
  isReached,
  isSaid,
  isSignature,
  isSignedOff,
  isTitle,
  isTold,
  placeAfter,
} from './name-context.ts'
import {
  type NameList,
  isCommonWord,
  isFirst,
  isFormedName,
  isKin,
  isLongSurname,
  isOneOf,
  isPatronymic,
  isSurname,
} from './name-list.ts'
import type { Word } from './words-of.ts'

export function findNames(
  text: string,
  words: readonly Word[],
  names: NameList,
  isPlace: (at: number) => boolean,
): NumberSpan[] {
  const spans: NumberSpan[] = []
  let labelledTo = -2
  let kinTo = -2
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (
      word.script === 'other' ||
      isPlaceWord(word) ||
      isCall(word) ||
      (isPlace(at) && !isPersonStill(text, words, at, names))
    )
      continue
    // «Подписали: Жакупов, Ермеков»: the list of a label goes on.
    // «Балаларым Айым, Әмір және Дана».
    const together = (one: number) =>
      one >= 0 &&
      (one === at - 1 || one === at - 2) &&
      /^(?:,| и| және| жане| мен)\s(?:және\s)?$/u.test(text.slice(words[one]!.end, word.start)) &&
      isCapital(word) &&
      isFirst(word, names)
    const listed =
      together(kinTo) ||
      (labelledTo === at - 1 && /^\.?\s?,\s$/.test(text.slice(words[at - 1]?.end, word.start))) ||
      (at > 1 &&
        labelledTo === at - 2 &&
        isCapital(word) &&
        /^\s(?:и|және|жане|мен|,)\s$/u.test(text.slice(words[at - 2]!.end, word.start)))
    const named = personAt(text, words, at, names, isPlace, listed)
    if (!named) continue
    if (
      inPlace(words, at, named.last, text) ||
      inPost(words, at, named.last, text) ||
      isFamous(words, at, named.last, names)
    ) {
      at = named.last
      continue
    }
    if (listed || isListHead(words, at, text)) labelledTo = named.last
    if (together(kinTo) || (isKinBefore(words, at, names) && isFirst(word, names))) kinTo = named.last
    const whole = withSecondSurname(text, words, named, names)
    spans.push({ start: word.start, end: withHonour(text, words, whole), type: 'name' })
    at = whole.last
  }
  return spans
}

/** «Цой-Ахметов», «Анна-Мария». */
function withSecondSurname(text: string, words: readonly Word[], named: Person, names: NameList): Person {
  const next = words[named.last + 1]
  return next !== undefined &&
    text[named.end] === '-' &&
    next.start === named.end + 1 &&
    isCapital(next) &&
    (isSurname(next, names) || isFirst(next, names) || isFormedName(next))
    ? { last: named.last + 1, end: next.end }
    : named
}

/** «Роза апай»: all of it is how she is called. */
function withHonour(text: string, words: readonly Word[], { last, end }: Person): number {
  const next = words[last + 1]
  return next &&
    end === words[last]!.end &&
    isHonour(next) &&
    text.slice(end, next.start) === ' ' &&
    text[next.end] !== '-'
    ? next.end
    : end
}

/** A village may be called Сәуле too; what is told of a sister Сәуле is told of her. */
const isPersonStill = (text: string, words: readonly Word[], at: number, names: NameList): boolean =>
  initialsAfter(text, words[at]!.end) !== undefined ||
  isSaid(words, at) ||
  isLabelled(words, at, text) ||
  isKinBefore(words, at, names) ||
  isPersonPair(text, words, at, names) ||
  (isFirst(words[at]!, names) && isAfterSentence(text, words, at) && isReached(text, words[at]!.end)) ||
  (words[at + 1] !== undefined &&
    /^[ \u00a0]$/.test(text.slice(words[at]!.end, words[at + 1]!.start)) &&
    isPatronymic(words[at + 1]!))

/** «Тұрсынбай Ералиев», «Абишев Нурлан»: each half speaks for the other. */
function isPersonPair(text: string, words: readonly Word[], at: number, names: NameList): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  if (next === undefined || !isCapital(word) || !isCapital(next) || word.shouted !== next.shouted)
    return false
  if (!/^[ \u00a0]$/.test(text.slice(word.end, next.start))) return false
  return (
    ((isFirst(word, names) || isFormedName(word)) && isLongSurname(next)) ||
    (isLongSurname(word) && isFirst(next, names) && isSignedOff(words, at, at + 1, text))
  )
}

const isAfterSentence = (text: string, words: readonly Word[], at: number): boolean =>
  at > 1 &&
  words[at]!.opens &&
  !/[,:;]\s*$/.test(text.slice(Math.max(0, words[at]!.start - 3), words[at]!.start))

type Person = { readonly last: number; readonly end: number }

function personAt(
  text: string,
  words: readonly Word[],
  at: number,
  names: NameList,
  isPlace: (at: number) => boolean,
  listed: boolean,
): Person | undefined {
  const word = words[at]!
  const first = isFirst(word, names)
  const family = isSurname(word, names)
  if (!isCapital(word))
    return first ||
      isNamedSo(text, words, at) ||
      (isLongSurname(word) && words[at + 1] && isFirst(words[at + 1]!, names))
      ? small(text, words, at, names)
      : undefined
  const initials = initialsAfter(text, word.end)
  if (initials && (first || family || initials.count === 2) && word.end - word.start >= 2)
    return { last: lastBefore(words, at, initials.end), end: initials.end }
  if (word.end - word.start === 1) return led(text, words, at, names, isPlace)
  if (word.opens && !first && (isKin(word, names) || isTitle(word))) return undefined
  const signed = signedAt(text, words, at, names, isPlace)
  if (signed) return signed
  const korean = koreanAt(text, words, at, names)
  if (korean) return korean
  const labelled = listed || isLabelled(words, at, text)
  const formed = isFormedName(word)
  if (!labelled && isQuoted(text, word.start)) return undefined
  const honoured =
    isHonoured(words, at, text) || isOfFamily(text, words, at, names) || isAppositive(text, words, at, names)
  if (
    !first &&
    !family &&
    !formed &&
    !isPatronymic(word) &&
    !labelled &&
    !honoured &&
    !isCalledSo(words, at, text) &&
    !isBeforeSurname(words, at, text)
  )
    return undefined
  const { last, sure } = fullName(text, words, at, names, isPlace, labelled)
  const introduced = introducedAt(words, at, last, text)
  const whole = { last, end: words[last]!.end }
  // «Дом Сериковых», «огород Ахметовых».
  if (
    last === at &&
    /(?:ов|ев|ин)их$/.test(word.fold) &&
    /^(?:дом|семи|двор|огород|участ|квартир|сосед|забор|калитк|подвал)/.test(words[at - 1]?.fold ?? '')
  )
    return whole
  if (labelled || isCalledSo(words, last, text)) return whole
  if (honoured && last === at) return whole
  if (!introduced && words.slice(at, last + 1).every(isCommonWord) && !isKinBefore(words, at, names))
    return undefined
  if (last > at && isLongSurname(word) && !word.opens) return whole
  if (last > at && isFormedName(word) && isLongSurname(words[at + 1]!)) return whole
  if (last > at && !first && isBeforeSurname(words, at, text)) return whole
  if (last > at && (sure >= 2 || (sure === 1 && (first || family)) || introduced)) return whole
  const alone = { last: at, end: word.end }
  if (first || (formed && introducedAt(words, at, at, text))) {
    if (isCommonWord(word))
      return isSaid(words, at) ||
        (/^(?:внимание|спасибо|рахмет|помош)$/.test(words[at - 1]?.fold ?? '') &&
          /^[\s.!]*$/.test(text.slice(word.end, word.end + 9)) &&
          text.length - word.end < 9) ||
        (first && isAfterSentence(text, words, at) && isReached(text, word.end)) ||
        isAtWork(text, words, at) ||
        isOwn(text, words, at) ||
        (isKinBefore(words, at, names) && !word.opens)
        ? alone
        : undefined
    // In the middle of a sentence a first name with a capital letter is somebody.
    if (
      (!word.opens && word.script === 'cyrillic' && word.fold.length > 3) ||
      introducedAt(words, at, at, text) ||
      isTold(words, at) ||
      isKinBefore(words, at, names)
    )
      return alone
  }
  // «Бақытжамал, екі баламен жалғызбын»: the last sentence.
  if (
    isAfterSentence(text, words, at) &&
    (names.first.has(word.fold) || formed) &&
    word.fold.length > 3 &&
    !isPlace(at) &&
    !isCommonWord(word) &&
    /^, \p{Ll}/u.test(text.slice(word.end, word.end + 3)) &&
    isSignedOff(words, at, at, text)
  )
    return alone
  // «гр-ка Досмаилова».
  if (
    family &&
    /(?<!\p{L})[Гг]р-(?:к[аиуе]|н|на|не|ну)\s$/u.test(text.slice(Math.max(0, word.start - 7), word.start))
  )
    return alone
  // «Каскырбаев, 8 707 …».
  if (isLongSurname(word) && /[ое]ва?$/.test(word.fold) && isReached(text, word.end)) return alone
  if (
    word.opens &&
    (first || formed) &&
    words[at + 1] &&
    isTitle(words[at + 1]!) &&
    text.slice(word.end, words[at + 1]!.start) === ', '
  )
    return alone
  return family && !word.opens && introducedAt(words, at, at, text) && word.fold.length > 4
    ? alone
    : undefined
}

/** «Пак Ен Сун»: a surname of the list and two short words. */
function koreanAt(text: string, words: readonly Word[], at: number, names: NameList): Person | undefined {
  const parts = words.slice(at, at + 3)
  return parts.length === 3 &&
    names.surnames.has(parts[0]!.fold) &&
    parts.every(
      (part, index) =>
        part.capital &&
        !part.shouted &&
        part.end - part.start <= 5 &&
        (index === 0 || text.slice(parts[index - 1]!.end, part.start) === ' ') &&
        !placeAfter.test(part.fold),
    )
    ? { last: at + 2, end: parts[2]!.end }
    : undefined
}

/** «Ахмадуллин Ильшат, пенсионер, …»: the first words of a text, and what he is. */
const isHeading = (words: readonly Word[], from: number, to: number, text: string): boolean =>
  from === 0 &&
  words[to + 1] !== undefined &&
  /^,\s$/.test(text.slice(words[to]!.end, words[to + 1]!.start)) &&
  isTitle(words[to + 1]!)

/** Two or three words with capital letters that are a sentence of their own at the end, one of them a name: who writes. */
function signedAt(
  text: string,
  words: readonly Word[],
  at: number,
  names: NameList,
  isPlace: (at: number) => boolean,
): Person | undefined {
  const word = words[at]!
  if (word.end - word.start < 3 || isTitle(word) || addressed.test(word.fold) || isPlaceWord(word))
    return undefined
  let last = at
  while (
    last < at + 2 &&
    words[last + 1] !== undefined &&
    isCapital(words[last + 1]!) &&
    words[last + 1]!.script === word.script &&
    words[last + 1]!.end - words[last + 1]!.start > 1 &&
    /^[ \u00a0]$/.test(text.slice(words[last]!.end, words[last + 1]!.start))
  )
    last++
  if (last === at || !(isSignedOff(words, at, last, text) || isHeading(words, at, last, text)))
    return undefined
  const parts = words.slice(at, last + 1)
  // «Мой ИИН».
  if (parts.some((part) => part.shouted !== word.shouted)) return undefined
  if (parts.some((part) => isPlaceWord(part) || placeAfter.test(part.fold) || /[дт][ае]ги$/.test(part.fold)))
    return undefined
  const sure = parts.filter(
    // Uninflected: «Городок Сарань» is not Сара's.
    (part) => !isCommonWord(part) && (names.first.has(part.fold) || isFormedName(part) || isPatronymic(part)),
  ).length
  const family = parts.some((part) => isSurname(part, names))
  const places = parts.filter((_, index) => isPlace(at + index)).length
  const next = words[last + 1]
  return sure > places ||
    (family && (places === 0 || parts.some(isLongSurname)) && parts.some((part) => isFirst(part, names))) ||
    (places === 0 &&
      (isReached(text, parts.at(-1)!.end) ||
        parts.some(isLongSurname) ||
        (next !== undefined && isTitle(next) && text.slice(parts.at(-1)!.end, next.start) === ', ')))
    ? { last, end: parts.at(-1)!.end }
    : undefined
}

/** How far the name goes on from its first word, and how many of its parts are surely names. */
function fullName(
  text: string,
  words: readonly Word[],
  at: number,
  names: NameList,
  isPlace: (at: number) => boolean,
  labelled: boolean,
): { last: number; sure: number } {
  const goesOn = (there: number) => {
    const one = words[there]
    const before = words[there - 1]!
    return (
      one !== undefined &&
      isCapital(one) &&
      one.end - one.start > 1 &&
      !(one.shouted && one.end - one.start > 2 && !before.shouted) &&
      (/^[ \u00a0]$/.test(text.slice(before.end, one.start)) ||
        // «Ибрагим-Хаджи Мальсагов».
        (text.slice(before.end, one.start) === '-' && isFirst(before, names) && isFirst(one, names))) &&
      (!isPlace(there) || (isLongSurname(one) && isFirst(before, names))) &&
      !placeAfter.test(one.fold)
    )
  }
  const first = isFirst(words[at]!, names)
  const begun =
    first ||
    isBeforeSurname(words, at, text) ||
    isFormedName(words[at]!) ||
    (isLongSurname(words[at]!) && !words[at]!.opens)
  let sure = first ? 1 : 0
  let called = isPatronymic(words[at]!)
  let last = at
  while (last < at + 2 && goesOn(last + 1) && !hasCase(words[last]!, words[last + 1]!, names)) {
    const next = words[last + 1]!
    const patronymic = isPatronymic(next)
    if (isFirst(next, names)) sure++
    else if (patronymic) sure += first ? 1 : 2
    else if (
      !isSurname(next, names) &&
      !labelled &&
      !called &&
      !(begun && sure <= 1 && last === at && isPlain(words, last + 1))
    )
      break
    called ||= patronymic
    last++
  }
  return { last, sure }
}

/** «Кеңестен Меркеге»: in Kazakh only the last word of a name takes the ending of a case. */
const hasCase = (word: Word, next: Word, names: NameList): boolean =>
  // «Кони Ерболата Касымова»: both have the Russian one.
  !/(?:[ое]ва|[ое]ву|[ое]вои|[ое]вим|ину|инои|иним|вич[ауе]м?|вн[иеу]|внои)$/.test(next.fold) &&
  /(?:[дт][ае]н?|н[ае]н)$/.test(word.fold) &&
  !names.first.has(word.fold) &&
  isFirst(word, names)

/** «Автор: Ерғазы Мақсұтов»: whatever the first name; not at the beginning, «На Сатпаева». */
function isBeforeSurname(words: readonly Word[], at: number, text: string): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  return (
    next !== undefined &&
    isCapital(next) &&
    !next.shouted &&
    (!word.opens ||
      word.script === 'latin' ||
      ((isPatronymic(next) || isSignature(words, at, at + 1, text)) && !addressed.test(word.fold))) &&
    word.fold.length > 3 &&
    text.slice(word.end, next.start) === ' ' &&
    (isLongSurname(next) ||
      (isPatronymic(next) && next.fold.length > 6) ||
      (word.script === 'latin' && next.fold.endsWith('енко')))
  )
}

/** «Құрметті Серік Маратұлы». */
const addressed =
  /^(?:курметти|уважа|дорог|здравс|салем|ассалау|саламат|добр|мирза|ханим|господин|госпож|аким|просим|прошу|даже|толко|если|когда|буринги|наш|биздин|сиздин|атакти|улли|спасиб|рахмет|благодар|ауили?$|сдам|продам|тоо$|жшс$|кафе|дукен|ждем|вернит|где$)/

/** «Апам Бәтіш», «внук Арслан»: whatever the name; «балам Алматыда» is where the child is. */
const isOfFamily = (text: string, words: readonly Word[], at: number, names: NameList): boolean => {
  const [before, word] = [words[at - 1], words[at]!]
  return (
    before !== undefined &&
    !word.shouted &&
    word.fold.length > 3 &&
    text.slice(before.end, word.start) === ' ' &&
    !before.capital === !before.opens &&
    (isKin(before, names) || isOldMother(words, at - 1)) &&
    // «Баламды Мырзакент ауруханасына»: in Kazakh the name would have the ending, not the word before.
    (!/(?:им|ам|ем|миз)(?:а|е|[дн]и|нин|дин|[гк][ае]|н[ае]н)$/.test(before.fold) ||
      before.fold.startsWith('мам')) &&
    !/(?:[дт][ае]н?|[гк][ае]|н[ае]н|[дт][ае]ги)$/.test(word.fold)
  )
}

/** «Қарт ана Ұлжалғас». */
const isOldMother = (words: readonly Word[], at: number): boolean =>
  /^(?:ана|аже|апа|ата|аиел|кемпир|шал|келиншек|киз|бала|жигит)$/.test(words[at]!.fold) &&
  /^(?:карт|балали|басти|ардагер|корши|жас|жесир|мугедек)$/.test(words[at - 1]?.fold ?? '')

/** «Соседский мальчик, Диёр, утонул»: whatever the name. */
const isAppositive = (text: string, words: readonly Word[], at: number, names: NameList): boolean => {
  const [before, word] = [words[at - 1], words[at]!]
  return (
    before !== undefined &&
    !word.shouted &&
    word.fold.length > 3 &&
    !before.capital === !before.opens &&
    /^, ?$/.test(text.slice(before.end, word.start)) &&
    text[word.end] === ',' &&
    (isKin(before, names) || /^(?:малчик|девочк|паренек|парен|девушк|жигит$|корши)/.test(before.fold)) &&
    !/(?:[дт][ае]н?|[гк][ае]|н[ае]н)$/.test(word.fold)
  )
}

const isKinBefore = (words: readonly Word[], at: number, names: NameList): boolean =>
  [at - 1, at - 2].some((there) => words[there] !== undefined && isKin(words[there], names))

/** «И.И. Иванов». */
function led(
  text: string,
  words: readonly Word[],
  at: number,
  names: NameList,
  isPlace: (at: number) => boolean,
): Person | undefined {
  const end = initialsLeading(text, words[at]!.start)
  if (end === undefined) return undefined
  const after = words[at + 1] && words[at + 1]!.start >= end ? at + 1 : at + 2
  const family = words[after]
  return family &&
    family.start - end <= 1 &&
    isCapital(family) &&
    (isSurname(family, names) || isFirst(family, names) || isFormedName(family)) &&
    !isPlace(after)
    ? { last: after, end: family.end }
    : undefined
}

/** «меня зовут алия сериковна», «иванов петр» in small letters, said to be a name. */
function small(text: string, words: readonly Word[], at: number, names: NameList): Person | undefined {
  const next = words[at + 1]
  const whole =
    next && text.slice(words[at]!.end, next.start) === ' ' && (isPatronymic(next) || isSurname(next, names))
      ? at + 1
      : at
  if (isNamedSo(text, words, at)) return { last: whole, end: words[whole]!.end }
  if (!isFirst(words[at]!, names))
    return next && (introducedAt(words, at, at + 1, text) || isSignature(words, at, at + 1, text))
      ? { last: at + 1, end: next.end }
      : undefined
  if (whole > at && isLongSurname(next!) && isPresented(text, words, at, whole))
    return { last: whole, end: next!.end }
  if (whole > at && (introducedAt(words, at, whole, text) || isSignature(words, at, whole, text)))
    return { last: whole, end: words[whole]!.end }
  // «мен жанара, уйде екимиз».
  if (
    names.first.has(words[at]!.fold) &&
    !isCommonWord(words[at]!) &&
    words[at]!.fold.length > 4 &&
    /^(?:мен|иа)$/.test(words[at - 1]?.fold ?? '') &&
    text[words[at]!.end] === ','
  )
    return { last: at, end: words[at]!.end }
  return isIntroduced(words, at) || isCalledSo(words, at, text) || isSmallKin(text, words, at, names)
    ? { last: at, end: words[at]!.end }
    : undefined
}

/** «меня зовут гульнора, …»: whatever the name, where nothing else is said; not «меня зовут на работу». */
const isNamedSo = (text: string, words: readonly Word[], at: number): boolean =>
  words[at]!.fold.length > 3 &&
  ((words[at - 1]?.fold === 'зовут' && words[at - 2]?.fold === 'мениа') ||
    (words[at - 1]?.fold === 'атим' && words[at]!.script !== 'other')) &&
  text.slice(words[at - 1]!.end, words[at]!.start) === ' ' &&
  /^(?:\s*[,.!;–—\n]|\s*$| (?:мне|я|мен|живу)(?!\p{L}))/u.test(text.slice(words[at]!.end, words[at]!.end + 7))

/** «мен сауле омарова, …», «пишет вам асель каримова». */
const isPresented = (text: string, words: readonly Word[], at: number, to: number): boolean =>
  /^(?:мен|иа|вам|ето|бул|вас|пишет|обрашаетса|звонит|беспокоит|жазип|жазган)$/.test(
    words[at - 1]?.fold ?? '',
  ) && /^\s*(?:[,.;!–—-]|$)/.test(text.slice(words[to]!.end, words[to]!.end + 4))

/** «Я Маржан, мне 14 лет». */
const isOwn = (text: string, words: readonly Word[], at: number): boolean =>
  /^(?:иа|мен)$/.test(words[at - 1]?.fold ?? '') &&
  words[at - 1]!.opens &&
  /^(?:,| (?:деген|боламын))/.test(text.slice(words[at]!.end, words[at]!.end + 10))

/** «менин балам нурлан»; «балам арман …» is a wish. */
const isSmallKin = (text: string, words: readonly Word[], at: number, names: NameList): boolean => {
  const [before, word] = [words[at - 1], words[at]!]
  return (
    before !== undefined &&
    isKin(before, names) &&
    /(?:им|ам|ем|миз)$/.test(before.fold) &&
    text.slice(before.end, word.start) === ' ' &&
    word.fold.length > 4 &&
    names.first.has(word.fold) &&
    !isCommonWord(word) &&
    word.fold !== 'арман'
  )
}

const isCapital = (word: Word): boolean => word.capital || word.shouted

/** A surname of a form that the list does not have; a long one that is no word with an ending. */
const isPlain = (words: readonly Word[], at: number): boolean =>
  !placeAfter.test(words[at + 1]?.fold ?? '') &&
  (words[at]!.end - words[at]!.start <= 8 ||
    isFormedName(words[at]!) ||
    (words[at]!.end - words[at]!.start <= 12 &&
      /^(?:деген|есимди|атти|боламин|тел|телефон.*)$/.test(words[at + 1]?.fold ?? '')))

/** Two words of the name of somebody after whom things are named; one beside a monument. */
function isFamous(words: readonly Word[], from: number, to: number, { famous }: NameList): boolean {
  const known = words.slice(from, to + 1).filter(({ fold }) => isOneOf(fold, famous))
  // The list has the spellings of one person side by side: «Алия Нурпеисова» is somebody else.
  const listed = known.length < 2 ? [] : [...famous]
  const [one = -9, other = 9] = known.map(({ fold }) =>
    listed.findLastIndex((name) => isOneOf(fold, new Set([name]))),
  )
  return (
    (known.length >= 2 && Math.abs(one - other) <= 5) ||
    (known.length === 1 &&
      from === to &&
      words.some(({ sentence, fold }) => sentence === words[from]!.sentence && monument.test(fold)))
  )
}
const monument = /^(?:памиатник|бюст|биуст|ескерткиш|мусин|мавзоле|кесене|мемориал)/
function lastBefore(words: readonly Word[], at: number, end: number): number {
  let last = at
  while (words[last + 1] && words[last + 1]!.start < end) last++
  return last
}
