import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import { luhn } from './find-numbers.ts'
import { readKnowledge } from './read-knowledge.ts'

const { names } = readKnowledge()
const found = (text: string) =>
  findPersonalData(text, names).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
const masked = (text: string) => maskPersonalData(text, findPersonalData(text, names))

test.each([
  ['Звоните 8 701 234 56 78', 'phone: 8 701 234 56 78'],
  ['нөмірім +7 (747) 123-45-67.', 'phone: +7 (747) 123-45-67'],
  ['тел 87O12345678', 'phone: 87O12345678'],
  ['Тел.: 8(72437)2-15-30', 'phone: 8(72437)2-15-30'],
  ['Хабарласыңыз: 2-14-55', 'phone: 2-14-55'],
  [
    'восемь семьсот семь сто двадцать три сорок пять шестьдесят семь',
    'phone: восемь семьсот семь сто двадцать три сорок пять шестьдесят семь',
  ],
  ['ЖСН-ім 900101350123', 'iin: 900101350123'],
  ['ИИН 9001 0135 0123', 'iin: 9001 0135 0123'],
  ['картам 4400-4301-7755-1208', 'card: 4400-4301-7755-1208'],
  ['счёт KZ86 125K ZT10 0130 0335', 'iban: KZ86 125K ZT10 0130 0335'],
  ['пишите на asel.n@mail.example', 'email: asel.n@mail.example'],
  ['көлік 045 KBD 16 тоқтамайды', 'plate: 045 KBD 16'],
  ['лицевой счёт № 4402-118', 'document: № 4402-118'],
  ['жеке куәлік 044123987', 'document: 044123987'],
  ['Мекенжайым: Достық көшесі 12-үй', 'address: Достық көшесі 12-үй'],
  ['живу ул. Мира, д. 5, кв. 17', 'address: ул. Мира, д. 5, кв. 17'],
  ['Меня зовут Сауле', 'name: Сауле'],
  ['Құрметпен, Ерлан Сапаров', 'name: Ерлан Сапаров'],
  ['Прошу помочь. Петренко Н.В.', 'name: Петренко Н.В.'],
])('%s', (text, what) => {
  expect(found(text)).toEqual([what])
})

test.each([
  'Қасым Аманжолов көшесінде шам жоқ',
  'Школа имени Мухтара Ауэзова холодная',
  'Аким района Бекенов Асқар обещал весной',
  'Звоните в 112 или 8-800-080-77-77',
  'ТОО «Жарық», БИН 050640003456',
  'Бөлінді 12 000 000 000 теңге, 2019 2020 2021 2022 жылдары',
  'Өтініш 12.03.2024 және 14.05.2025 күндері берілді',
  'В доме 7 по улице Мира течёт крыша подъезда',
  'Ауылда 600 үй, 1300 бала, 400 АЕК грант',
])('nothing private: %s', (text) => {
  expect(found(text)).toEqual([])
})

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const phones = fc
  .tuple(fc.constantFrom('8', '+7', '7'), fc.constantFrom('70', '74', '77', '72', '76'), digits(8))
  .map((parts) => parts.join(''))
const iins = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 6 }),
    digits(5),
  )
  .map(
    ([year, month, day, sign, rest]) =>
      [year, month, day].map((part) => String(part).padStart(2, '0')).join('') + sign + rest,
  )
const cards = fc.tuple(fc.constantFrom('4400', '5169', '4003', '2200'), digits(11)).map(([bank, rest]) => {
  const open = bank + rest
  return open + [...'0123456789'].find((check) => luhn(open + check))!
})
const scripts = fc.constantFrom(0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7d8, 0x1d7f6)
const gaps = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '-',
  '\u00a0',
  '\u2009',
  '.',
  ' - ',
  '\u200b',
  '\u00ad',
  '\u2060',
  ')',
  '(',
  '–',
  '/',
)

/** A number as someone wrote it: digits of one script, gaps anywhere. */
const written = (numbers: fc.Arbitrary<string>) =>
  fc
    .tuple(numbers, scripts, fc.array(gaps, { minLength: 20, maxLength: 20 }))
    .map(([number, zero, between]) => ({
      number: number.replace('+', ''),
      text: Array.from(number, (letter, at) =>
        letter === '+' ? '+' : String.fromCodePoint(zero + Number(letter)) + between[at]!,
      ).join(''),
    }))

/** Plain digits of a text, of whatever script. */
const plainDigits = (text: string) =>
  Array.from(text.normalize('NFKC'))
    .map((letter) => {
      const point = letter.codePointAt(0)!
      for (const zero of [0x30, 0x660, 0x6f0, 0x966])
        if (point >= zero && point <= zero + 9) return String(point - zero)
      return ''
    })
    .join('')

const before = fc.constantFrom(
  'Ауылда су жоқ, ',
  'Нет света. Мой номер ',
  'Көмектесіңіздер: ',
  'иин ',
  'карта: ',
  '',
)
const after = fc.constantFrom('', ' жазыңыз', '. Рахмет', ' — жду ответа', ', Сәуле')

test.each([
  ['telephone', phones],
  ['IIN', iins],
  ['card', cards],
])('no planted %s comes through, in any digits and spacing', (_, numbers) => {
  fc.assert(
    fc.property(before, written(numbers), after, (head, { number, text }, tail) => {
      expect(plainDigits(masked(head + text + tail))).not.toContain(number.slice(-7))
    }),
    { numRuns: 1500 },
  )
})

test('control: a finder that knows only plain digits without gaps is caught', () => {
  const naive = (text: string) => text.replace(/\d{11,16}/g, '•••')
  expect(() =>
    fc.assert(
      fc.property(written(phones), ({ number, text }) => {
        expect(plainDigits(naive(text))).not.toContain(number.slice(-7))
      }),
    ),
  ).toThrow()
})

test('what is masked is cut where it stands in the written text', () => {
  const text = 'Су жоқ \u200b😀 тел ８７０１２３４５６７８ болды'
  expect(masked(text)).toBe('Су жоқ \u200b😀 тел ••• болды')
  expect(maskPersonalData(text, findPersonalData(text, names), (type) => `[${type}]`)).toContain('[phone]')
})
