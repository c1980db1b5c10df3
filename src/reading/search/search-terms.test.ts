import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchTerms, searchVersion } from './search-terms.ts'

const keysOf = (word: string) => {
  const [term] = searchTerms(word)
  return term ? [term.fold, ...term.stems] : []
}
const meet = (a: string, b: string) => keysOf(a).some((key) => keysOf(b).includes(key))

describe('a word and what is typed for it share a key', () => {
  test.each([
    ['құбыр', 'кубыр', 'qubyr', 'құбыры', 'құбырдан', 'құбырлардың', 'ҚҰБЫР'],
    ['су', 'суды', 'судың', 'суымыз', 'суға', 'su'],
    ['көше', 'кошеде', 'көшелерінде', 'көшеміз', 'koshe'],
    ['дәріхана', 'дарихана', 'дәріханаға', 'дәріханаларда'],
    ['мектеп', 'мектебі', 'мектептерге', 'mektep'],
    ['көлік', 'көлігіміз', 'колик', 'көліктер'],
    ['ауыл', 'ауылымыздағы', 'ауылда', 'auyl'],
    ['үй', 'үйге', 'уйлер', 'үйіміз'],
    ['жол', 'жолдарды', 'жолымыз', 'jol'],
    ['Ақтоған', 'Ақтоғанда', 'Ақтоғаннан', 'Ақтоғанның', 'Актогандагы', 'Ақтоғанға'],
    ['ауыл', 'ауылында', 'ауылынан', 'ауылының', 'ауылындағы'],
  ])('%s', (first, ...others) => {
    expect(others.filter((other) => !meet(first, other))).toEqual([])
  })
  test('control: other words do not', () => {
    for (const [a, b] of [
      ['құбыр', 'құдық'],
      ['жол', 'жер'],
      ['көше', 'көпір'],
    ] as const)
      expect(meet(a, b), `${a} ${b}`).toBe(false)
  })
})

test('a Russian word goes to a Russian stemmer, a word with Kazakh letters does not', () => {
  expect(searchTerms('Водоём құбыр vodu').map(({ russian }) => russian)).toEqual(['водоем', null, 'воду'])
})

test('places are those of the text as written', () => {
  const written = 'с\u200bу (жоқ), ＱＯＱ'
  expect(searchTerms(written).map(({ start, end }) => written.slice(start, end))).toEqual([
    'с\u200bу',
    'жоқ',
    'ＱＯＱ',
  ])
})

test('keys are Cyrillic small letters and digits, whatever is written, and quickly', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (written) => {
      for (const { fold, stems, start, end } of searchTerms(written)) {
        expect([fold, ...stems].join(' ')).toMatch(/^[а-я0-9 ]+$/)
        expect(start).toBeLessThan(end)
      }
    }),
  ))

test('stored vectors know their terms: whoever changes the terms raises the version', () => {
  const text = `Ауылымыздағы су құбыры жарылып, көшелерде мұз қатты; мектептерге автобус келмейді, дәрігерлер жетіспейді.
    Дорогу к школе не чистят, уличное освещение не работает, водопровод прорвало третий раз за месяц.
    Ақтоғанда ауылының үйлерінен суды, дәріханаға. Auylda su joq, joldy zhondeu kerek. 15 үй, 4-ші мектеп, емханада кезек көп, қоқыс шығарылмайды.`
  const terms = searchTerms(text).map(({ fold, stems, russian, small }) => [fold, stems, russian, small])
  const print = createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 16)
  expect([searchVersion, print]).toEqual([1, '43c7cabe0da85987'])
})
