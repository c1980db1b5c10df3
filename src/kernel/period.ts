// Calendar periods of the law: years, half-years, quarters; never rolling (AMB-11).
import { type LocalDate, lastOfMonth, localDate } from './local-date.ts'

declare const period: unique symbol
/** `2025`, `2025-H1`, `2025-Q3`. */
export type Period = string & { readonly [period]: true }
export type PeriodKind = 'year' | 'half-year' | 'quarter'

const shape = /^\d{4}(?:-H[12]|-Q[1-4])?$/

export const parsePeriod = (text: unknown): Period | undefined =>
  typeof text === 'string' && shape.test(text) ? (text as Period) : undefined

export const kindOfPeriod = (of: Period): PeriodKind =>
  of.length === 4 ? 'year' : of[5] === 'H' ? 'half-year' : 'quarter'

export const yearOf = (of: Period | LocalDate): number => Number(of.slice(0, 4))

/** The period of this kind that the day falls in. */
export function periodOf(date: LocalDate, kind: PeriodKind): Period {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  if (kind === 'year') return year as Period
  if (kind === 'half-year') return `${year}-H${month <= 6 ? 1 : 2}` as Period
  return `${year}-Q${Math.ceil(month / 3)}` as Period
}

export function firstDay(of: Period): LocalDate {
  return localDate(`${of.slice(0, 4)}-${String(firstMonth(of)).padStart(2, '0')}-01`)
}

export function lastDay(of: Period): LocalDate {
  const last = firstMonth(of) + months[kindOfPeriod(of)] - 1
  return lastOfMonth(localDate(`${of.slice(0, 4)}-${String(last).padStart(2, '0')}-01`))
}

export function nextPeriod(of: Period): Period {
  const year = String(yearOf(of) + 1).padStart(4, '0')
  const kind = kindOfPeriod(of)
  if (kind === 'year') return year as Period
  const mark = kind === 'half-year' ? 'H' : 'Q'
  const number = Number(of[6])
  const last = kind === 'half-year' ? 2 : 4
  return (number === last ? `${year}-${mark}1` : `${of.slice(0, 4)}-${mark}${number + 1}`) as Period
}

/** All periods of the kind that lie in the year, in order. */
export function periodsOfYear(year: number, kind: PeriodKind): Period[] {
  const name = String(year).padStart(4, '0')
  if (kind === 'year') return [name as Period]
  if (kind === 'half-year') return [`${name}-H1`, `${name}-H2`] as Period[]
  return [`${name}-Q1`, `${name}-Q2`, `${name}-Q3`, `${name}-Q4`] as Period[]
}

const months = { year: 12, 'half-year': 6, quarter: 3 } as const
const firstMonth = (of: Period): number =>
  of.length === 4 ? 1 : of[5] === 'H' ? (of[6] === '1' ? 1 : 7) : (Number(of[6]) - 1) * 3 + 1
