import { expect, test } from 'vitest'
import { disguiseOf, posingIn } from './disguise.ts'

test.each([
  'Қасым-Жомарт Тоқаев',
  'Smaılov',
  'Ivan Иванов',
  'Äigerim Ūlyqbek',
  'Аса',
  'Сара Ахметова',
  'А. Ж. Нұрланов',
  'Петро Ткаченко-Їжакевич',
  'A. Smith',
  'Ақбаз-1',
  '№ 5 мектеп',
  'Қызылту II',
  'Mary Ann O’Neill',
  '李明',
  'AMANAT партиясы',
  'OSCE өкілдері',
  'Ivan Smith Иванов',
  'Серік\u00a0Нұрлан',
])('genuine: %s', (name) => {
  expect(disguiseOf(name)).toBeNull()
})

test.each([
  ['Aким', 'Aким'],
  ['Әкiм', 'Әкiм'],
  ['Аким Cepa', 'Cepa'],
  ['A. Иванов', 'A'],
  ['Aca', 'Aca'],
  ['Асе Johnson', 'Асе'],
  ['TOO Арман', 'TOO'],
  ['Ахмет0в', 'Ахмет0в'],
  ['Αким', 'Αким'],
  ['Ｓmith', 'Ｓmith'],
  ['Аѕет', 'Аѕет'],
  ['Аќим', 'Аќим'],
])('mixed: %s', (name, word) => {
  expect(disguiseOf(name)).toEqual({ code: 'letters-mixed', word })
})

test.each([
  'Аким\u202eа',
  'Ак\u200bим',
  'Аким\u2066',
  'Ак\u00adим',
  'Аки\u0323м',
  'Аким\u2009а',
  'Аким\u0000',
])('hidden: %j', (name) => {
  expect(disguiseOf(name)).toEqual({ code: 'letters-hidden' })
})

test('a text is flagged for words that pose, not for foreign ones', () => {
  expect(posingIn('Wi-Fi жоқ, SMSпен жазамын, Ivan 👨‍👩‍👧')).toEqual({ words: [], turned: false })
  expect(posingIn('Aким уәде берді, aкимге сенбейміз')).toEqual({ words: ['Aким', 'aкимге'], turned: false })
  expect(posingIn('Әкім \u202eдеді\u202c').turned).toBe(true)
})
