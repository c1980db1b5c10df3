// The product reads words that are already masked: a mask is no word, and takes nothing from what is understood.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf } from './grouping/features-of.ts'
import { Grouper } from './grouping/group-requests.ts'
import { findPersonalData, maskPersonalData } from './personal-data.ts'
import { PlaceNames } from './place-names.ts'
import { readKnowledge } from './read-knowledge.ts'
import { readRequest } from './read-request.ts'

const knowledge = readKnowledge()
const places = new PlaceNames(['Ақтоғай', 'Бесарық'].map((name) => ({ id: name, names: [name] })))
const read = (text: string) => readRequest(text, { ...knowledge, places })
const mask = (text: string) => maskPersonalData(text, findPersonalData(text, knowledge.names))

const letters = [
  'Ақтоғай ауылында су үш күннен бері жоқ, құбыр жарылып жатыр, жөндеп беріңіздер',
  'Бесарықта автобус жүрмейді, балалар мектепке жаяу барып жүр. Бағытты қалпына келтіріңіздер',
  'В Бесарыке вторую неделю не вывозят мусор, контейнеры переполнены. Просим принять меры',
  'Почему в Ақтоғай не ходит врач? Сколько нам ждать приёма',
  'В ауле жарық жиі сөнеді, трансформатор старый, ауыстырып беріңіздер',
]
const signatures = [
  '. Құрметпен, Ерлан Сапаров',
  '. С уважением, Лариса Петренко, тел. 8 701 234 56 78',
  '. Менің атым Айгүл, нөмірім 87479876543',
  '. ИИН 900101350123, почта asel@mail.example',
  '. Мой адрес: ул. Мира, д. 5, кв. 17',
]
const anyLetter = fc.constantFrom(...letters)
const anySignature = fc.constantFrom(...signatures)

test('what is understood of masked words is what is understood of those that were written', () => {
  fc.assert(
    fc.property(anyLetter, anySignature, (letter, signature) => {
      const written = read(letter + signature)
      const masked = read(mask(letter + signature))
      expect(mask(letter + signature)).toContain('•••')
      for (const part of ['language', 'kind', 'sphere', 'level', 'place'] as const)
        expect(masked[part], part).toBe(written[part])
      expect(masked.personal).toEqual([])
      expect(masked.sketch).toEqual(written.sketch)
      expect(masked.stems.join()).not.toContain('•')
    }),
    { numRuns: 200 },
  )
})

test('one letter under other masked signatures is a copy', () => {
  fc.assert(
    fc.property(anyLetter, anySignature, anySignature, (letter, one, other) => {
      const grouper = new Grouper(() => 'a')
      grouper.add('first', featuresOf(read(mask(letter + one))))
      expect(grouper.add('second', featuresOf(read(mask(letter + other)))).copyOf).toBe('first')
    }),
    { numRuns: 100 },
  )
})

test('control: a mask made of letters would be read as a word', () => {
  const wordy = (text: string) =>
    maskPersonalData(text, findPersonalData(text, knowledge.names), () => 'скрыто')
  expect(read(wordy(letters[0]! + signatures[0]!)).stems).not.toEqual(
    read(mask(letters[0]! + signatures[0]!)).stems,
  )
})

test('nothing but masks is a text without a word', () => {
  expect(read('••• ••• •••')).toMatchObject({ sphere: 'other', place: null, stems: [], personal: [] })
})
