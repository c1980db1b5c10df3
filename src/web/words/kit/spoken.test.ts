import { expect, test } from 'vitest'
import type { LocalDate } from '#kernel'
import { clockKk, dayKk } from './spoken-kk.ts'
import { clockRu, dayRu, onWeekdayRu } from './spoken-ru.ts'

const day = (text: string) => text as LocalDate

test('days as they are said', () => {
  const days = [
    '2027-03-01',
    '2027-10-10',
    '2027-12-14',
    '2027-09-20',
    '2027-05-23',
    '2027-08-30',
    '2027-01-31',
  ].map(day)
  expect(days.map(dayKk)).toEqual([
    'бірінші наурыз',
    'оныншы қазан',
    'он төртінші желтоқсан',
    'жиырмасыншы қыркүйек',
    'жиырма үшінші мамыр',
    'отызыншы тамыз',
    'отыз бірінші қаңтар',
  ])
  expect(days.map(dayRu)).toEqual([
    'первого марта',
    'десятого октября',
    'четырнадцатого декабря',
    'двадцатого сентября',
    'двадцать третьего мая',
    'тридцатого августа',
    'тридцать первого января',
  ])
  expect([onWeekdayRu(day('2027-03-02')), onWeekdayRu(day('2027-03-14'))]).toEqual([
    'во вторник',
    'в воскресенье',
  ])
})

test('hours as they are said', () => {
  expect(['09:00', '15:30', '20:05', '00:00'].map(clockKk)).toEqual([
    'тоғыз',
    'он бес отыз минут',
    'жиырма нөл бес',
    'нөл',
  ])
  expect(['09:00', '15:30', '21:01', '02:42', '10:45'].map(clockRu)).toEqual([
    'в девять часов',
    'в пятнадцать часов тридцать минут',
    'в двадцать один час одну минуту',
    'в два часа сорок две минуты',
    'в десять часов сорок пять минут',
  ])
})

test('every day of a month and every minute has its words', () => {
  for (let n = 1; n <= 31; n += 1) {
    const one = day(`2027-01-${String(n).padStart(2, '0')}`)
    expect(dayKk(one)).toMatch(/^[а-яәғқңөұүһі ]+ қаңтар$/)
    expect(dayRu(one)).toMatch(/^[а-яё ]+ января$/)
  }
  for (let n = 0; n < 60; n += 1) {
    const at = `13:${String(n).padStart(2, '0')}`
    expect(`${clockKk(at)} ${clockRu(at)}`).not.toMatch(/undefined|\d/)
  }
})
