// Working days of the five-day week: holidays, days off and days moved by order, as data/holidays.yaml tells them.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type LocalDate, type Text, languages, parseLocalDate, weekday, yearOf } from '#kernel'

export const holidayKinds = [
  'holiday',
  'day-off',
  'substitute',
  'moved-day-off',
  'moved-working-day',
] as const
export type HolidayKind = (typeof holidayKinds)[number]

export type Holiday = {
  readonly date: LocalDate
  readonly kind: HolidayKind
  readonly name: Text
  /** The day that this one stands for, where it was moved. */
  readonly for: LocalDate | null
  readonly basis: string
}

/** Days that differ from the week, by date; days of years that are not listed are judged by the week alone. */
export type Holidays = ReadonlyMap<LocalDate, Holiday>

/** Reads the file of holidays; throws with file and day when it is not as it should be. */
export function readHolidays(path: string): Holidays {
  const { names, days } = parse(readFileSync(path, 'utf8')) as {
    names: Record<string, Partial<Text>>
    days: Record<string, unknown>[]
  }
  const holidays = new Map<LocalDate, Holiday>()
  for (const given of days) {
    const wrong = (what: string) => new Error(`${path}: ${String(given['date'])}: ${what}`)
    const date = parseLocalDate(given['date'])
    const kind = holidayKinds.find((kind) => kind === given['kind'])
    const name = names[String(given['name'])]
    const moved = given['for'] === undefined ? null : parseLocalDate(given['for'])
    if (!date || moved === undefined) throw wrong('not a day')
    if (!kind) throw wrong(`unknown kind ${String(given['kind'])}`)
    if (!name || languages.some((language) => !name[language])) throw wrong('a name is missing')
    if (holidays.has(date)) throw wrong('listed twice')
    holidays.set(date, { date, kind, name: name as Text, for: moved, basis: String(given['basis'] ?? '') })
  }
  return holidays
}

/** Whether people work on the day: Monday to Friday but no day off, and Saturdays and Sundays moved by order. */
export function isWorkingDay(holidays: Holidays, day: LocalDate): boolean {
  const kind = holidays.get(day)?.kind
  return kind === undefined ? weekday(day) <= 5 : kind === 'moved-working-day'
}

/** Whether any day off of this year is known: a year without one has not been entered yet. */
export const knowsYear = (holidays: Holidays, year: number): boolean =>
  holidays.values().some(({ date }) => yearOf(date) === year)
