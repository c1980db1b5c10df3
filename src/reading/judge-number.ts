// Whether digits are a telephone, an IIN or a bank card: by length, form, check digits and the words before them.
import type { Group } from './find-numbers.ts'
import type { PersonalType } from './personal-data.ts'

const oddGap = /[^\d\s.\-‐-―−()[\]/_·•*,:]/u
const currency =
  /^[\s ]*(?:тенге|теңге|тг|₸|сом|руб|доллар|\$|га\b|км\b|млн|млрд|мың|тыс|кв\.?\s?м|жыл|год|адам|человек)/iu

const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at).toLowerCase()

/** What a run of groups is, and how much speaks for it; undefined where it is nothing private. */
export function plausible(
  digits: string,
  groups: readonly Group[],
  from: number,
  to: number,
  text: string,
): { type: PersonalType; weight: number } | undefined {
  const length = digits.length
  const { start, plus } = groups[from]!
  // Most runs are no number by their length and first digit alone.
  if (length < 10 ? !said(text, start) : length === 11 && !plus && !/^[78]/.test(digits)) return undefined
  const parts = groups.slice(from, to)
  const count = parts.length
  const shape = parts.map(({ digits: part }) => part.length).join('-')
  const natural = count === 1 || naturalShapes.has(shape)
  // The more digits are explained the better: half of a long number is no short one.
  const weight = (natural ? 10 : 6 - Math.min(3, 0.1 * count)) + digits.length
  // Over anything but spaces, dashes, dots and brackets only what is divided as numbers are is read.
  const odd = count > 1 && oddGap.test(writtenOf(parts, text))
  if (odd && !natural && /[^1-]/.test(shape)) return undefined
  // Two dates, or years in a row, are no card and no telephone.
  if (count > 1 && parts.every(({ digits: part }) => /^(?:19|20)\d\d$/.test(part))) return undefined
  if (plus && length >= 10 && length <= 15) return { type: 'phone', weight: weight + 3 }
  if (length === 16 || (length >= 13 && length <= 19 && luhn(digits))) {
    const known = /[2-6]/.test(digits[0]!)
    if (
      length === 16 && !odd ? natural || known || luhn(digits) : known && ((natural && !odd) || luhn(digits))
    )
      return count > 1 && (luhn(digits) ? datesAlone : hasDates)(parts, text)
        ? undefined
        : { type: 'card', weight: weight + 2 }
  }
  if (length === 12) {
    const said = /(?:жсн|иин|iin|jsn|ж\.с\.н|и\.и\.н|zhsn)[^\n]{0,24}$/iu.test(before(text, start, 34))
    const firm = /(?:бсн|бин|bin|bsn|б\.и\.н)[^\n\d]{0,12}$/iu.test(before(text, start, 22))
    if (firm) return { type: 'firm', weight: weight + 2 }
    if (said || (isIin(digits) && (!odd || checksAsIin(digits))))
      return !said && (checksAsIin(digits) ? datesAlone : hasDates)(parts, text)
        ? undefined
        : { type: 'iin', weight: weight + 1.5 }
    if (count === 1 && !isBin(digits) && !/^[78]\d/.test(digits)) return { type: 'iin', weight }
  }
  const sum = currency.test(text.slice(parts.at(-1)!.end, parts.at(-1)!.end + 10))
  // 8-800: a line of service; its beginning is no telephone either.
  if (digits.startsWith('8800') && length <= 11)
    return length === 11 && !plus ? { type: 'firm', weight } : undefined
  if (length === 11 && /^[78][3-79]/.test(digits) && !(sum && !natural)) {
    if (/^[78]7/.test(digits) || natural)
      return datesAlone(parts, text) ? undefined : { type: 'phone', weight: weight + 1 }
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
  !/(?:автобус|маршрут|мектеп|школ|очеред|кезек|кадастр|гос|авто|көлік|машин)\p{L}*\s+\p{L}*[\s.:№–—-]{0,4}$/iu.test(
    before(text, start, 36),
  )

// prettier-ignore
const dates =
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g
const times = /(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)/g

const writtenOf = (parts: readonly Group[], text: string): string =>
  text.slice(parts[0]!.start, parts.at(-1)!.end)

/** 01.02.2026 or 2026-02-01 among the groups. */
const hasDates = (parts: readonly Group[], text: string): boolean =>
  parts.length >= 3 && writtenOf(parts, text).search(dates) >= 0

/** Nothing but dates and times of day. */
function datesAlone(parts: readonly Group[], text: string): boolean {
  const written = writtenOf(parts, text)
  const rest = written.replace(dates, '')
  return rest !== written && !/\d/.test(rest.replace(times, ''))
}

/** Date of birth and a sign of century and sex; the check digit is not asked for: a mistyped IIN is one too. */
function isIin(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && digits[6]! <= '6'
}

/** The check digit of an IIN. */
function checksAsIin(digits: string): boolean {
  const sum = (shift: number) =>
    Array.from(digits.slice(0, 11)).reduce(
      (all, digit, at) => all + Number(digit) * (((at + shift) % 11) + 1),
      0,
    ) % 11
  const first = sum(0)
  return (first === 10 ? sum(2) : first) === Number(digits[11])
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
