import { expect, test } from 'vitest'
import { officeName } from './office-name.ts'
import { type OfficeId, officesOf, unitOfOffice } from './office.ts'
import type { Unit, UnitCode } from './unit.ts'

const aUnit = (given: Partial<Unit> = {}): Unit => ({
  code: '315400000' as UnitCode,
  parent: '310000000' as UnitCode,
  kind: 'district',
  name: { kk: 'Мерке ауданы', ru: 'Меркенский район', en: 'Merke district' },
  short: { kk: 'Мерке', ru: 'Меркенский', en: 'Merke' },
  hasAkim: true,
  from: null,
  to: null,
  ...given,
})

test('a district has an akim and a maslikhat, a village in an okrug neither', () => {
  expect(officesOf(aUnit())).toEqual([
    {
      id: 'akim.315400000',
      post: 'district-akim',
      unit: '315400000',
      body: null,
      name: { kk: 'Мерке ауданының әкімі', ru: 'Аким Меркенского района', en: 'Akim of Merke district' },
    },
    {
      id: 'maslikhat.315400000',
      post: 'maslikhat',
      unit: '315400000',
      body: null,
      name: {
        kk: 'Мерке ауданының мәслихаты',
        ru: 'Маслихат Меркенского района',
        en: 'Maslikhat of Merke district',
      },
    },
  ])
  expect(officesOf(aUnit({ kind: 'rural-okrug' })).map(({ post }) => post)).toEqual(['rural-okrug-akim'])
  expect(officesOf(aUnit({ kind: 'village', hasAkim: true })).map(({ post }) => post)).toEqual([
    'village-akim',
  ])
  expect(officesOf(aUnit({ kind: 'village', hasAkim: false }))).toEqual([])
  expect(officesOf(aUnit({ kind: 'capital' })).map(({ post }) => post)).toEqual(['capital-akim', 'maslikhat'])
})

test.each([
  ['Жамбыл облысы', 'Жамбылская область', 'Жамбыл облысының әкімі', 'Аким Жамбылской области'],
  ['Абай облысы', 'область Абай', 'Абай облысының әкімі', 'Аким области Абай'],
  ['Астана қаласы', 'город Астана', 'Астана қаласының әкімі', 'Аким города Астана'],
  ['Зауыт кенті', 'посёлок Заводской', 'Зауыт кентінің әкімі', 'Аким посёлка Заводской'],
  [
    'Лесной ауылдық округі',
    'Средний сельский округ',
    'Лесной ауылдық округінің әкімі',
    'Аким Среднего сельского округа',
  ],
  ['Х ауылдық округі', 'Новый сельский округ', 'Х ауылдық округінің әкімі', 'Аким Нового сельского округа'],
  [
    'Х ауылдық округі',
    'Большой сельский округ',
    'Х ауылдық округінің әкімі',
    'Аким Большого сельского округа',
  ],
  [
    'Рахат ауылдық әкімдігі',
    'сельская администрация Рахат',
    'Рахат ауылының әкімі',
    'Аким сельской администрации Рахат',
  ],
  [
    'Қарсақпай кенттік әкімдігі',
    'Карсакпайская поселковая администрация',
    'Қарсақпай кентінің әкімі',
    'Аким Карсакпайской поселковой администрации',
  ],
])('the akim of %s (%s)', (kk, ru, akimKk, akimRu) => {
  expect(officeName('akim', { kk, ru, en: 'X' })).toEqual({ kk: akimKk, ru: akimRu, en: 'Akim of X' })
})

test('an office says at which unit it stands', () => {
  expect(
    ['akim.315400000', 'maslikhat.310000000', 'akim.31', 'ministry-of-x', 'akim.315400000\n'].map((id) =>
      unitOfOffice(id as OfficeId),
    ),
  ).toEqual(['315400000', '310000000', undefined, undefined, undefined])
})
