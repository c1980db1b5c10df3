// Days of the calendar as strings that sort, so that no time zone can move them.

declare const day: unique symbol
/** A day, `YYYY-MM-DD`. Strings compare (`<`, `<=`) in the order of the calendar. */
export type LocalDate = string & { readonly [day]: true }

const shape = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000

/** Reads a day that exists; anything else, 30 February included, is `undefined`. */
export function parseLocalDate(text: unknown): LocalDate | undefined {
  if (typeof text !== 'string' || !shape.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) ? (text as LocalDate) : undefined
}

/** A day known to the programmer; throws when it does not exist. */
export function localDate(text: string): LocalDate {
  const found = parseLocalDate(text)
  if (found === undefined) throw new Error(`not a day: ${text}`)
  return found
}

/** Whole days since 1970-01-01, negative before it. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs

/** The day with this number (see `dayNumber`). */
export const fromDayNumber = (number: number): LocalDate =>
  new Date(number * dayMs).toISOString().slice(0, 10) as LocalDate

/** The day `days` whole days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** The same day-number of the next month, or that month's last day if there is none. */
export function addMonth(date: LocalDate): LocalDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const first = month === 12 ? `${pad4(year + 1)}-01` : `${pad4(year)}-${pad2(month + 1)}`
  return parseLocalDate(`${first}-${date.slice(8)}`) ?? lastOfMonth(`${first}-01` as LocalDate)
}

/** The last day of the month of `date`. */
export function lastOfMonth(date: LocalDate): LocalDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate
}

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b)

const pad2 = (n: number) => String(n).padStart(2, '0')
const pad4 = (n: number) => String(n).padStart(4, '0')
