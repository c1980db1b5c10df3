import { expect, test } from 'vitest'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
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
  // In Kazakh only the last word of a whole name has the ending of a case.
  'Кеңестен Меркеге автобус сенбіде жоқ',
  'Сейітте Қызылсай мектебі жабық',
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

test('what is masked is cut where it stands in the written text', () => {
  const text = 'Су жоқ \u200b😀 тел ８７０１２３４５６７８ болды'
  expect(masked(text)).toBe('Су жоқ \u200b😀 тел ••• болды')
  expect(maskPersonalData(text, findPersonalData(text, names), (type) => `[${type}]`)).toContain('[phone]')
})
