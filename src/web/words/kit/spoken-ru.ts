// Days and hours as a Russian speaker reads them out.
import { type LocalDate, weekday } from '#kernel'
import { formats } from '../format.ts'

const toNineteen = [
  'ноль',
  'один',
  'два',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
]
const tens = ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят']
const inGenitive = [
  '',
  'первого',
  'второго',
  'третьего',
  'четвёртого',
  'пятого',
  'шестого',
  'седьмого',
  'восьмого',
  'девятого',
  'десятого',
  'одиннадцатого',
  'двенадцатого',
  'тринадцатого',
  'четырнадцатого',
  'пятнадцатого',
  'шестнадцатого',
  'семнадцатого',
  'восемнадцатого',
  'девятнадцатого',
  'двадцатого',
]
const onWeekday = [
  'в понедельник',
  'во вторник',
  'в среду',
  'в четверг',
  'в пятницу',
  'в субботу',
  'в воскресенье',
]

/** Accusative; hours are masculine, minutes feminine. */
function numberRu(n: number, feminine: boolean): string {
  const last = n < 20 ? n : n % 10
  const one = feminine && last === 1 ? 'одну' : feminine && last === 2 ? 'две' : toNineteen[last]!
  return n < 20 ? one : last === 0 ? tens[n / 10]! : `${tens[Math.floor(n / 10)]} ${one}`
}

/** "четырнадцатого декабря" */
export function dayRu(day: LocalDate): string {
  const n = Number(day.slice(8))
  const number =
    n <= 20 ? inGenitive[n]! : n === 30 ? 'тридцатого' : `${tens[Math.floor(n / 10)]} ${inGenitive[n % 10]}`
  return `${number} ${formats.ru.dayOfYear(day).replace(/^\d+\s+/, '')}`
}

export const onWeekdayRu = (day: LocalDate): string => onWeekday[weekday(day) - 1]!

/** "в пятнадцать часов", "в двадцать один час тридцать минут" */
export function clockRu(start: string): string {
  const [hours, minutes] = start.split(':').map(Number) as [number, number]
  const { plural } = formats.ru
  const hour = plural(hours, { one: 'час', few: 'часа', many: 'часов', other: 'часа' })
  const minute = plural(minutes, { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' })
  const whole = `в ${numberRu(hours, false)} ${hour}`
  return minutes === 0 ? whole : `${whole} ${numberRu(minutes, true)} ${minute}`
}
