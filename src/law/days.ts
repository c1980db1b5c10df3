// Days and periods as whole numbers, so that counting them is arithmetic and nothing can shift a zone.
import {
  type LocalDate,
  type Period,
  type PeriodKind,
  dayNumber,
  firstDay,
  fromDayNumber,
  lastDay,
  parseLocalDate,
  periodsOfYear,
} from '#kernel'

/** Whole days since 1970-01-01. */
export type Day = number

const numbers = new Map<string, Day>()
/** By day, from 1970 to beyond 2100; an array of its full length from the start stays quick. */
const texts = Array.from<LocalDate | undefined>({ length: 50_000 })

/** The number of a day that exists. */
export function dayOf(date: LocalDate): Day {
  let day = numbers.get(date)
  if (day === undefined) {
    day = dayNumber(date)
    numbers.set(date, day)
  }
  return day
}

/** Whether a text is a day that exists. */
export const isDay = (text: unknown): boolean =>
  (typeof text === 'string' && numbers.has(text)) || parseLocalDate(text) !== undefined

export function dateOf(day: Day): LocalDate {
  const known = texts[day]
  if (known !== undefined) return known
  const date = fromDayNumber(day)
  if (day >= 0 && day < texts.length) texts[day] = date
  return date
}

/** A calendar period with its first and last day. */
export type Span = {
  readonly name: Period
  readonly kind: PeriodKind
  readonly first: Day
  readonly last: Day
}

const years = new Map<string, readonly Span[]>()

export function spansOfYear(year: number, kind: PeriodKind): readonly Span[] {
  const key = `${kind} ${year}`
  let spans = years.get(key)
  if (!spans) {
    spans = periodsOfYear(year, kind).map((name) => ({
      name,
      kind,
      first: dayOf(firstDay(name)),
      last: dayOf(lastDay(name)),
    }))
    years.set(key, spans)
  }
  return spans
}

export const yearOfDay = (day: Day): number => Number(dateOf(day).slice(0, 4))

/** The periods of this kind that touch the days `from` … `to`, in order. */
export function spansBetween(from: Day, to: Day, kind: PeriodKind): Span[] {
  const found: Span[] = []
  for (let year = yearOfDay(from); year <= yearOfDay(to); year++)
    for (const span of spansOfYear(year, kind)) if (span.last >= from && span.first <= to) found.push(span)
  return found
}

/**
 * The day `day` of the `month`-th month of a period: 1 is its first month, 0 the month before it.
 * A day beyond the end of the month, and `'last'`, is the month's last day.
 */
export function dayInMonth(first: Day, month: number, day: number | 'last'): Day {
  const date = dateOf(first)
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + month - 1
  const start = Date.UTC(Math.floor(months / 12), months % 12, 1) / 86_400_000
  const length = Date.UTC(Math.floor(months / 12), (months % 12) + 1, 1) / 86_400_000 - start
  return start + (day === 'last' ? length : Math.min(day, length)) - 1
}

/** The same day-number `months` later, or that month's last day. */
export const monthsLater = (day: Day, months: number): Day =>
  dayInMonth(day, months + 1, Number(dateOf(day).slice(8)))
