import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonth,
  daysBetween,
  firstDay,
  fromDayNumber,
  lastDay,
  localDate,
  nextPeriod,
  parseInstant,
  parseLocalDate,
  parsePeriod,
  periodOf,
  periodsOfYear,
  weekday,
} from './index.ts'

const days = fc.integer({ min: -60_000, max: 60_000 }).map(fromDayNumber)

describe('days', () => {
  test('a day that does not exist is no day', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-4-01',
      '26-04-01',
      '',
      null,
      20260401,
    ])
      expect(parseLocalDate(text)).toBeUndefined()
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29')
  })
  test('adding days and counting them agree', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (d, n) => daysBetween(d, addDays(d, n)) === n),
    ))
  test('22 November 2026 is a Sunday; the day before 1970 a Wednesday', () => {
    expect(weekday(localDate('2026-11-22'))).toBe(7)
    expect(weekday(localDate('1969-12-31'))).toBe(3)
  })
  test('a month runs to the same day-number, shortened to the last day', () => {
    expect(addMonth(localDate('2014-01-31'))).toBe('2014-02-28')
    expect(addMonth(localDate('2014-02-28'))).toBe('2014-03-28')
    expect(addMonth(localDate('2013-12-15'))).toBe('2014-01-15')
  })
})

describe('instants', () => {
  test('offsets are normalised, days that do not exist refused', () => {
    expect(parseInstant('2024-03-01T00:30+06:00')).toBe('2024-02-29T18:30:00.000Z')
    expect(parseInstant('2024-04-31T00:30:00Z')).toBeUndefined()
    expect(parseInstant('2024-04-30')).toBeUndefined()
    expect(parseInstant('2024-04-30T25:00Z')).toBeUndefined()
  })
})

describe('periods', () => {
  test('every day lies inside its own periods, and periods follow without a gap', () =>
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('year' as const, 'half-year' as const, 'quarter' as const),
        (d, kind) => {
          const p = periodOf(d, kind)
          return firstDay(p) <= d && d <= lastDay(p) && firstDay(nextPeriod(p)) === addDays(lastDay(p), 1)
        },
      ),
    ))
  test('a year has its parts', () => {
    expect(periodsOfYear(2025, 'quarter')).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'])
    expect(lastDay(periodsOfYear(2024, 'quarter')[0]!)).toBe('2024-03-31')
    expect(parsePeriod('2025-H3')).toBeUndefined()
  })
})
