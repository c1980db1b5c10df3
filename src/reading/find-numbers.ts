// Numbers that name a person: telephones, IIN, bank cards; in any grouping, with letters in place of digits, or spoken.
import type { PersonalType } from './personal-data.ts'

export type NumberSpan = { readonly start: number; readonly end: number; readonly type: PersonalType }

// prettier-ignore
const digitLike: Record<string, string> = {
  O: '0', o: '0', О: '0', о: '0', l: '1', I: '1', '|': '1', і: '1', І: '1', З: '3', з: '3', S: '5', s: '5', б: '6', B: '8', В: '8',
}
const glued = /[\p{L}\p{N}|]+/gu

/** The text with letters that stand for digits inside numbers put right; of the same length. */
export function trueDigits(text: string): string {
  if (!/\d[OoОоlI|іІЗзSsбBВ]|[OoОоlI|іІЗзSsбBВ]\d/.test(text)) return text
  return text.replace(glued, (run) => {
    let digits = 0
    let likes = 0
    for (const letter of run) {
      if (letter >= '0' && letter <= '9') digits++
      else if (digitLike[letter] !== undefined) likes++
      else return run
    }
    return likes > 0 && digits >= 2 && digits >= likes
      ? run.replace(/[^\d]/g, (letter) => digitLike[letter]!)
      : run
  })
}

type Group = { readonly digits: string; readonly start: number; readonly end: number; readonly plus: boolean }

/** Digit groups between which there is nothing but what people put inside numbers. */
const chain = /[+＋]?[([]?\d+(?:[\s.\-‐-―−()[\]/_·•*,:]{1,4}\d+)*/gu
const group = /\d+/g
const currency =
  /^[\s ]*(?:тенге|теңге|тг|₸|сом|руб|доллар|\$|га\b|км\b|млн|млрд|мың|тыс|кв\.?\s?м|жыл|год|адам|человек)/iu

export function findNumbers(text: string): NumberSpan[] {
  const even = trueDigits(text)
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
    for (let at = 0; at < groups.length; at += 400) bestCut(groups.slice(at, at + 420), even, spans)
  }
  return [...spans, ...spokenNumbers(text)]
}

/** The most plausible numbers of a chain: the heaviest set of runs of groups that do not overlap. */
function bestCut(groups: readonly Group[], text: string, spans: NumberSpan[]) {
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
    if (!spans.some((span) => span.start < end && start < span.end))
      spans.push({ start, end, type: chosen.type })
    to = chosen.from
  }
}

const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at).toLowerCase()

function plausible(
  digits: string,
  groups: readonly Group[],
  from: number,
  to: number,
  text: string,
): { type: PersonalType; weight: number } | undefined {
  const parts = groups.slice(from, to)
  const count = parts.length
  const shape = parts.map(({ digits: part }) => part.length).join('-')
  const { start, plus } = parts[0]!
  const natural = count === 1 || naturalShapes.has(shape)
  // The more digits are explained the better: half of a long number is no short one.
  const weight = (natural ? 10 : 6 - Math.min(3, 0.1 * count)) + digits.length
  // Two dates, or years in a row, are no card and no telephone.
  if (count > 1 && parts.every(({ digits: part }) => /^(?:19|20)\d\d$/.test(part))) return undefined
  const length = digits.length
  if (plus && length >= 10 && length <= 15) return { type: 'phone', weight: weight + 3 }
  if (length === 16 || (length >= 13 && length <= 19 && luhn(digits))) {
    const known = /[2-6]/.test(digits[0]!)
    if (length === 16 ? natural || known || luhn(digits) : known && (natural || luhn(digits)))
      return count > 1 && hasDates(parts, text) ? undefined : { type: 'card', weight: weight + 2 }
  }
  if (length === 12) {
    const said = /(?:жсн|иин|iin|jsn|ж\.с\.н|и\.и\.н|zhsn)[^\n]{0,24}$/iu.test(before(text, start, 34))
    const firm = /(?:бсн|бин|bin|bsn|б\.и\.н)[^\n\d]{0,12}$/iu.test(before(text, start, 22))
    if (firm) return { type: 'firm', weight: weight + 2 }
    if (said || isIin(digits))
      return hasDates(parts, text) && !said ? undefined : { type: 'iin', weight: weight + 1.5 }
    if (count === 1 && !isBin(digits) && !/^[78]\d/.test(digits)) return { type: 'iin', weight }
  }
  const sum = currency.test(text.slice(parts.at(-1)!.end, parts.at(-1)!.end + 10))
  if (length === 11 && /^[78][3-79]/.test(digits) && !(sum && !natural)) {
    if (digits.startsWith('8800')) return { type: 'firm', weight }
    if (/^[78]7/.test(digits) || natural)
      return hasDates(parts, text) ? undefined : { type: 'phone', weight: weight + 1 }
  }
  if (
    length === 10 &&
    digits.startsWith('7') &&
    !sum &&
    (natural || said(text, start)) &&
    !/^1-3-3-3$/.test(shape)
  )
    return { type: 'phone', weight: weight - 0.5 }
  if (
    length >= 5 &&
    length <= 10 &&
    said(text, start) &&
    !sum &&
    !hasDates(parts, text) &&
    shape !== '2-4' &&
    shape !== '4'
  )
    return { type: 'phone', weight: weight - 2 }
  return undefined
}

const naturalShapes = new Set(
  `1-3-3-2-2 1-3-3-4 1-3-7 1-10 4-3-2-2 4-3-4 4-7 1-3-4-3 1-3-2-2-3 1-3-3-1-3 3-3-2-2 3-3-4 3-7 1-4-2-2-2 1-5-2-2-1 1-5-5 1-4-6 4-2-2-3 1-3-2-3-2
  6-6 6-1-5 4-4-4 3-3-3-3 2-2-2-6 4-4-4-4 4-12 8-8 2-2-3-3 1-3-5-2 5-6 5-2-2-2 1-5-1-2-2 6-2-2-1`.split(
    /\s+/,
  ),
)

/** Whether the words right before speak of a telephone. */
const said = (text: string, start: number): boolean =>
  /(?:тел|телефон\p{L}*|звон\p{L}*|ватсап\p{L}*|вотсап\p{L}*|whatsapp|хабарлас\p{L}*|қоңырау\p{L}*|нөмір\p{L}*|номер\p{L}*|телеф\p{L}*|ұялы\p{L}*|сот|моб|nomer\p{L}*|tel)[\s.:№–—-]{0,4}$/iu.test(
    before(text, start, 24),
  ) &&
  !/(?:автобус|маршрут|мектеп|школ|очеред|кезек|гос|авто|көлік|машин)\p{L}*\s+\p{L}*[\s.:№–—-]{0,4}$/iu.test(
    before(text, start, 36),
  )

/** 01.02.2026 or 2026-02-01 among the groups. */
function hasDates(parts: readonly Group[], text: string): boolean {
  if (parts.length < 3) return false
  const written = text.slice(parts[0]!.start, parts.at(-1)!.end)
  return /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/.test(
    written,
  )
}

/** Date of birth and a sign of century and sex; the check digit is not asked for: a mistyped IIN is one too. */
function isIin(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && digits[6]! <= '6'
}

/** The number of a firm: month of registration, then 4, 5 or 6. */
const isBin = (digits: string): boolean => /^\d\d(?:0[1-9]|1[0-2])[4-6][0-3]/.test(digits)

/** The check of a card number (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0 && digits.length > 0
}

// prettier-ignore
const numerals: readonly (readonly [number, RegExp])[] = [
  [3, /^(сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот|жүз|жуз)$/],
  [2, /^(десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать)$/],
  [2, /^(двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|он|жиырма|отыз|қырық|кырык|елу|алпыс|жетпіс|жетпис|сексен|тоқсан|токсан)$/],
  [1, /^(ноль|нуль|один|два|три|четыре|пять|шесть|семь|восемь|девять|нөл|нол|бір|бир|екі|еки|үш|уш|төрт|торт|бес|алты|жеті|жети|сегіз|сегиз|тоғыз|тогыз|плюс)$/],
]

/** «Восемь семьсот семь сто двадцать три…»: ten to twelve digits said in words. */
function spokenNumbers(text: string): NumberSpan[] {
  if (!/(?:восемь|плюс|семьсот|сегіз|сегиз|жеті жүз|жети жуз)/iu.test(text)) return []
  const spans: NumberSpan[] = []
  let digits = 0
  let open = 0
  let start = -1
  let end = -1
  const close = () => {
    if (digits >= 10 && digits <= 13) spans.push({ start, end, type: 'phone' })
    digits = 0
    start = -1
    open = 0
  }
  for (const found of text.matchAll(/\p{L}+|[^\p{L}\s,.-]/gu)) {
    const word = found[0].toLowerCase()
    const kind = numerals.find(([, words]) => words.test(word))
    if (!kind) {
      close()
      continue
    }
    if (start < 0) start = found.index
    end = found.index + word.length
    const places = word === 'плюс' ? 0 : kind[0]
    // «семьсот семьдесят девять» is three digits, «семь семь девять» three too.
    if (places > 0 && places < open && /^[^]*$/.test(word)) open = places
    else {
      digits += /^ж[үу]з$/.test(word) && digits > 0 ? 2 : places
      open = places
    }
    if (places === 1) open = 0
    else if (places === 2 && /надцать|^десять$/.test(word)) open = 0
  }
  close()
  return spans
}
