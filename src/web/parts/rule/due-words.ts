// By when, as sentences: days named in a period told as days of the year, days counted from an event as counts.
import { type LocalDate, type PeriodKind, addDays, lastOfMonth, localDate } from '#kernel'
import type { Here } from '../../here.ts'
import type { RuleOf } from './vocabulary.ts'

type DueInPeriod = RuleOf<'fixed'>['due']
type DueFromEvent = RuleOf<'notice'>['due']
/** Set where an installation takes the strict reading. */
type Read = { readonly strictly?: true }
export type Half = 'H1' | 'H2'

/** Any year will do: only days and months are told. */
const sample = 2026
const parts: Readonly<Record<PeriodKind, number>> = { year: 1, 'half-year': 2, quarter: 4 }

/** The last good day of each period of the year; `dueOf` has another for one half, `halves` leaves one out. */
export function periodDueSentences(
  here: Here,
  period: PeriodKind,
  due: DueInPeriod,
  {
    dueOf = {},
    halves,
  }: { dueOf?: Partial<Record<Half, DueInPeriod>> | undefined; halves?: readonly Half[] | undefined } = {},
): string[] {
  const { when } = here.words.rule
  const asked = Array.from({ length: parts[period] }, (_, part) => part).filter(
    (part) => !halves || halves.includes(`H${part + 1}` as Half),
  )
  const dueIn = (part: number) => (period === 'half-year' ? dueOf[`H${part + 1}` as Half] : undefined) ?? due
  const told = (dayOf: (due: DueInPeriod, month: number) => string) =>
    here.words.site.list(
      asked.map((part) => {
        const day = dayOf(dueIn(part), (part * 12) / parts[period])
        return period === 'year' ? day : when.dayOf(partName(here, period, part + 1), day)
      }),
    )
  const lenient = told((of, start) => dayWords(here, of, start))
  const strict = told((of, start) => strictWords(here, of, start))
  if (lenient === strict) return [when.last(lenient)]
  return (due as Read).strictly
    ? [when.last(strict), when.leniently(lenient)]
    : [when.last(lenient), when.strictly(strict)]
}

const partName = ({ words: { rule } }: Here, period: PeriodKind, part: number): string =>
  period === 'quarter' ? rule.quarter(part) : rule.half(part)

type Named = Pick<DueInPeriod, 'month' | 'day'>

/** The first day of the month that is so many months from January of the sample year. */
const monthAt = (months: number): LocalDate =>
  localDate(
    `${sample + Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01`,
  )

function dayWords(here: Here, { month, day }: Named, start: number): string {
  const first = monthAt(start + month - 1)
  const told =
    day === 'last' && first.slice(5, 7) === '02'
      ? here.words.rule.when.lastOfMonth(here.format.month(first))
      : here.format.dayOfYear(day === 'last' ? lastOfMonth(first) : dayIn(first, day))
  return inItsYear(here, first, told)
}

function strictWords(here: Here, due: DueInPeriod, start: number): string {
  const { strict } = due
  if (strict === undefined) return dayWords(here, due, start)
  if (typeof strict !== 'number') return dayWords(here, strict, start)
  const first = monthAt(start + due.month - 1)
  const day = addDays(due.day === 'last' ? lastOfMonth(first) : dayIn(first, due.day), strict)
  return inItsYear(here, day, here.format.dayOfYear(day))
}

const dayIn = (first: LocalDate, day: number): LocalDate => {
  const last = lastOfMonth(first)
  return day > Number(last.slice(8)) ? last : addDays(first, day - 1)
}

function inItsYear({ words: { rule } }: Here, day: LocalDate, told: string): string {
  const years = Number(day.slice(0, 4)) - sample
  if (years === 0) return told
  return years < 0 ? rule.when.yearBefore(told) : rule.when.yearAfter(told, years)
}

/** A count of days or months from an event. */
export function eventDueSentences({ words: { rule } }: Here, due: DueFromEvent): string[] {
  const { when } = rule
  const shift = Math.abs(due.strict ?? 0)
  const isStrict = (due as Read).strictly === true
  const [days, months] = [due.days, due.months ?? 0]
  const taken = isStrict ? shift : 0
  const count =
    days === undefined
      ? taken > 0
        ? when.monthsLess(months, taken)
        : when.monthsOn(months)
      : days < 0
        ? when.daysAhead(taken - days)
        : when.daysOn(days - taken)
  if (shift === 0) return [count]
  return [count, isStrict ? when.lenientDays(shift) : when.strictDays(shift)]
}
