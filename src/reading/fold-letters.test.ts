import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { foldLetters, foldWord, sameLetters, trueLetters } from './fold-letters.ts'
import { nameStems } from './name-stems.ts'
import { wordsOf } from './words-of.ts'

test.each([
  [['құбыр', 'кубыр', 'qubyr'], 'кубир'],
  [['көшесінде', 'кошесинде', 'koshesinde'], 'кошесинде'],
  [['ауылының', 'ауылынын', 'auylynyn'], 'ауилинин'],
  [['жоқ', 'жок', 'joq', 'zhoq'], 'жок'],
  [['Тәтті', 'Татты', 'Tatti'].map((word) => word.toLowerCase()), 'тати'],
])('%s are one', (words, fold) => {
  for (const word of words) expect(foldLetters(word)).toBe(fold)
})

test('a Kazakh letter that was typed was meant; one that was not is forgiven where the writer has none', () => {
  const same = (word: string, meant: string, lettered: boolean) =>
    sameLetters(foldWord(word).kept, foldWord(meant).kept, lettered)
  expect(same('қол', 'көл', false)).toBe(false)
  expect(same('кол', 'көл', false)).toBe(true)
  expect(same('кол', 'көл', true)).toBe(false)
  expect(same('kol', 'көл', true)).toBe(true)
  expect(same('осы', 'оси', false)).toBe(false)
})

test('look-alikes, full-width and invisible letters are put right, and places in the text are kept', () => {
  expect(trueLetters('cу')).toBe('су')
  const written = 'с\u200bу\u00ad жоқ ７５'
  const clean = cleanText(written)
  expect(clean.text).toBe('су жоқ 75')
  expect(clean.startOf(1)).toBe(2)
  expect(clean.endOf(clean.text.length - 1)).toBe(written.length)
})

test('a name has one stem in all its cases', () => {
  for (const word of ['Меркі', 'Мерке', 'Меркіден', 'меркенский', 'Меркідегі', 'merkide'])
    expect(nameStems(foldLetters(word.toLowerCase()))).toContain('мерк')
})

test('abbreviations end no sentence', () => {
  expect(wordsOf('Живу в с. Мерке, ул. Абая. Воды нет.').map(({ sentence }) => sentence)).toEqual([
    0, 0, 0, 0, 0, 0, 1, 1,
  ])
})
