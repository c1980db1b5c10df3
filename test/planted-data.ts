// Personal values as people write them, in any digits, spacing and company.
import * as fc from 'fast-check'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))

/** 8 7xx, +7 7xx, 7 7xx and seven more digits. */
export const phones = fc
  .tuple(fc.constantFrom('8', '+7', '7'), fc.constantFrom('70', '74', '77', '72', '76'), digits(8))
  .map((parts) => parts.join(''))

/** Date of birth, sign of century and sex, order and a check digit (weights 1–11, then 3–11, 1, 2). */
export const iins = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 6 }),
    digits(4),
  )
  .map(([year, month, day, sign, rest]) => {
    const open = [year, month, day].map((part) => String(part).padStart(2, '0')).join('') + sign + rest
    const sum = (shift: number) =>
      [...open].reduce((all, digit, at) => all + Number(digit) * (((at + shift) % 11) + 1), 0) % 11
    const first = sum(0)
    return open + String((first === 10 ? sum(2) : first) % 10)
  })

/** The check of ISO/IEC 7812-1, doubled from the right. */
const luhn = (number: string): boolean =>
  Array.from(number)
    .toReversed()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) %
    10 ===
  0

export const cards = fc
  .tuple(fc.constantFrom('4400', '5169', '4003', '2200', '5395'), digits(11))
  .map(([bank, rest]) => {
    const open = bank + rest
    return open + [...'0123456789'].find((check) => luhn(open + check))!
  })

/** KZ, check digits, three digits of the bank, thirteen signs of the account (ISO 13616). */
export const ibans = fc
  .tuple(digits(3), fc.constantFrom('', 'KZT', 'T', 'KZT5'), digits(13))
  .map(([bank, letters, rest]) => {
    const account = bank + (letters + rest).slice(0, 13)
    const number = Array.from(`${account}KZ00`, (sign) => Number.parseInt(sign, 36)).join('')
    return `KZ${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${account}`
  })

export const plates = fc
  .tuple(
    digits(3),
    fc.array(fc.constantFrom(...'ABCDEFHKMOPTXY'), { minLength: 2, maxLength: 3 }),
    fc.integer({ min: 1, max: 20 }),
  )
  .map(([number, letters, region]) => number + letters.join('') + String(region).padStart(2, '0'))

export const emails = fc
  .tuple(
    fc.constantFrom('asel', 'aidos.k', 'marat_1985', 'gulnara-s', 'petrenko77'),
    digits(3),
    fc.constantFrom('mail.ru', 'gmail.com', 'inbox.example', 'post.aul.kz', 'yandex.kz'),
  )
  .map(([name, number, host]) => `${name}${number}@${host}`)

// prettier-ignore
const zeros = [0x30, 0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0f20, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7f6]
const circled = '⓪①②③④⑤⑥⑦⑧⑨'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Ways to write a digit. */
const scripts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...zeros).map((zero) => (digit: number) => String.fromCodePoint(zero + digit)),
  },
  { weight: 1, arbitrary: fc.constant((digit: number) => circled[digit]!) },
  { weight: 1, arbitrary: fc.constant((digit: number) => raised[digit]!) },
  { weight: 1, arbitrary: fc.constant((digit: number) => `${digit}\ufe0f\u20e3`) },
)

const none = ['', '', '', '', '', '']
// prettier-ignore
const invisible = ['\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u200e', '\u200f', '\u202a', '\u2066']
// prettier-ignore
const spaces = [' ', '-', '\u00a0', '\u2009', '\u202f', '\u3000', '.', ' - ', '–', '—', '−', '‑', '/', '\n', '\r\n', '\t', '_', '·']
const brackets = [')', '(', ') ', ', ']

/** What people and those who want to get by put between the signs of a value. */
export const gaps = {
  ofNumbers: [...none, ...invisible, ...spaces, ...brackets],
  ofPlates: [...none, ...invisible, ...spaces],
  ofMail: [...none, ...none, ...invisible],
} as const

/** A value as someone wrote it: one script of digits, gaps anywhere. */
export const written = (values: fc.Arbitrary<string>, between: readonly string[] = gaps.ofNumbers) =>
  fc
    .tuple(values, scripts, fc.array(fc.constantFrom(...between), { minLength: 40, maxLength: 40 }))
    .map(([value, digit, some]) => ({
      value,
      text: Array.from(
        value,
        (letter, at) =>
          (/\d/.test(letter) ? digit(Number(letter)) : letter) + (at < value.length - 1 ? some[at]! : ''),
      ).join(''),
    }))

/** What stands before and after; letters may touch the value, short numbers may stand beside it. */
export const heads = fc.constantFrom(
  '',
  'Ауылда су жоқ, ',
  'Нет света. Мой номер ',
  'Көмектесіңіздер: ',
  'иин ',
  'карта: ',
  'Жаз',
  'тел',
  '😀📞',
  '👨‍👩‍👧 ',
  '\u202e',
  '\u2067',
  '(',
  '«',
  '5 үй. ',
  'мектеп №3; ',
  'в 2026 году! ',
  'кв. 5, ',
  '№ 12 ',
  '15:00 – ',
)
export const tails = fc.constantFrom(
  '',
  ' жазыңыз',
  'жду',
  '. Рахмет',
  ' — жду ответа',
  ', Сәуле',
  '😀',
  '\u202c',
  '\u2069 иә',
  ')',
  '» деп',
  '\n3 бала бар',
  '!! 5 үй',
  ', 15',
  ' 3 раза',
  ' 18:30',
)

/** Plain digits of a text, of whatever script. */
export const plainDigits = (text: string): string =>
  Array.from(text.normalize('NFKC'), (letter) => {
    const point = letter.codePointAt(0)!
    const zero = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xf20].find(
      (one) => point >= one && point <= one + 9,
    )
    return zero === undefined ? '' : String(point - zero)
  }).join('')

/** Small letters and plain digits of a text, nothing else. */
export const plainSigns = (text: string): string =>
  Array.from(text.normalize('NFKC'), (letter) => plainDigits(letter) || (/[a-z]/i.test(letter) ? letter : ''))
    .join('')
    .toLowerCase()

const ru = {
  units: 'ноль один два три четыре пять шесть семь восемь девять'.split(' '),
  teens:
    'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
      ' ',
    ),
  tens: ' - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' '),
  hundreds: ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' '),
}
const kk = {
  units: 'нөл бір екі үш төрт бес алты жеті сегіз тоғыз'.split(' '),
  tens: ' он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'.split(' '),
}

/** A group of one to three digits as it is said. */
function saidGroup(group: string, language: 'ru' | 'kk'): string {
  const [unit = 0, ten = 0, hundred = 0] = [...group].toReversed().map(Number)
  const zeros = (group.match(/^0+/)?.[0].length ?? 0) - (/^0+$/.test(group) ? 1 : 0)
  const words = Array.from({ length: zeros }, () => (language === 'ru' ? ru : kk).units[0]!)
  if (language === 'ru') {
    if (hundred > 0) words.push(ru.hundreds[hundred]!)
    if (ten === 1) words.push(ru.teens[unit]!)
    else {
      if (ten > 1) words.push(ru.tens[ten]!)
      if (unit > 0 || /^0+$/.test(group)) words.push(ru.units[unit]!)
    }
  } else {
    if (hundred > 0) words.push(...(hundred > 1 ? [kk.units[hundred]!] : []), 'жүз')
    if (ten > 0) words.push(kk.tens[ten]!)
    if (unit > 0 || /^0+$/.test(group)) words.push(kk.units[unit]!)
  }
  return words.join(' ')
}

/** A telephone said in words, whole or digit by digit. */
export const spokenPhones = fc
  .tuple(
    fc.constantFrom('ru' as const, 'kk' as const),
    fc.constantFrom('70', '74', '77'),
    digits(8),
    fc.constantFrom(
      [1, 3, 3, 2, 2],
      Array.from({ length: 11 }, () => 1),
    ),
    fc.constantFrom(' ', ', ', '-', '\n', ' - ', '\u200b ', '\u00a0'),
  )
  .map(([language, code, rest, lengths, gap]) => {
    const number = `8${code}${rest}`
    let at = 0
    const groups = lengths.map((length) => saidGroup(number.slice(at, (at += length)), language))
    return { groups, text: groups.join(gap) }
  })

/** Digits of which some are letters that look like them; the first and the last are digits. */
export const lettered = (values: fc.Arbitrary<string>) =>
  fc
    .tuple(
      values,
      fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      fc.constantFrom('Oо', 'оО', 'Оo'),
    )
    .map(([value, which, zero]) => ({
      value,
      text: Array.from(value, (digit, at) =>
        at < 2 || at === value.length - 1 || !which[at]
          ? digit
          : (({ 0: zero[at % 2], 1: at % 2 ? 'l' : 'I', 3: 'З', 6: 'б' } as Record<string, string>)[digit] ??
            digit),
      ).join(''),
    }))
