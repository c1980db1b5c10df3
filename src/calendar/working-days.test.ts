import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, localDate, weekday } from '#kernel'
import { isWorkingDay, readHolidays } from './working-days.ts'

const shared = process.env['KEZDESU_SHARED']
const holidays = readHolidays('data/holidays.yaml')

test.each([
  ['2026-11-20', true, 'an ordinary Friday'],
  ['2026-11-21', false, 'an ordinary Saturday'],
  ['2026-03-23', false, 'a holiday on a Monday'],
  ['2026-03-25', false, 'the second substitute of Nauryz'],
  ['2026-03-26', true, 'the day after it'],
  ['2026-03-16', true, 'no day off yet in 2026'],
  ['2027-03-15', false, 'Constitution Day from 2027 on'],
  ['2024-05-04', true, 'a Saturday worked by order'],
  ['2024-05-08', false, 'the Wednesday given for it'],
  ['2025-01-05', true, 'a Sunday worked by order'],
  ['2025-01-03', false, 'the Friday given for it'],
  ['2026-01-07', false, 'Orthodox Christmas on a Wednesday'],
  ['2030-01-01', true, 'a Tuesday of a year that is not listed'],
])('%s: %s, %s', (day, works) => expect(isWorkingDay(holidays, localDate(day))).toBe(works))

test('a holiday on a day off has its substitute, except Christmas and Kurban Ait, which never move', () => {
  const substituted = new Set(
    [...holidays.values()].flatMap((day) => (day.kind === 'substitute' ? day.for : [])),
  )
  for (const { date, kind } of holidays.values())
    if (kind === 'holiday' && weekday(date) > 5 && date < '2027-12-01')
      expect(substituted.has(date) || isSubstitutedWithin(date), date).toBe(true)
})
/** Of two holidays on one weekend both are given a day; the file names one of them for each. */
const isSubstitutedWithin = (date: string) =>
  [...holidays.values()].some(
    (day) => day.kind === 'substitute' && day.date > date && day.date <= addDays(localDate(date), 5),
  )

describe('a file that is not as it should be stops with its day', () => {
  const good = '{ date: "2028-01-01", kind: holiday, name: a, basis: b }'
  const read = (days: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'holidays-'))
    try {
      writeFileSync(join(folder, 'h.yaml'), `names: { a: { kk: а, ru: а, en: a } }\ndays: [${days}]\n`)
      return readHolidays(join(folder, 'h.yaml'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  test('control: one that is is read', () => expect(read(good).size).toBe(1))
  test.each([
    [good.replace('01-01', '02-30'), '2028-02-30: not a day'],
    [good.replace('holiday', 'feast'), '2028-01-01: unknown kind feast'],
    [good.replace('name: a', 'name: x'), '2028-01-01: a name is missing'],
    [`${good}, ${good}`, '2028-01-01: listed twice'],
    [good.replace('name: a', 'name: a, for: soon'), '2028-01-01: not a day'],
  ])('%s', (days, why) => expect(() => read(days)).toThrow(why))
})

test.skipIf(!shared)('the file says of 2024–2027 what the collected calendar says (KEZDESU_SHARED)', () => {
  const [, ...rows] = readFileSync(join(shared!, 'data/holidays-kz.csv'), 'utf8').trim().split('\n')
  const known = rows.map((row) => {
    const [date, kind, , , moved] = row.split(',')
    return [date, kind!.replaceAll('_', '-'), moved || null]
  })
  expect([...holidays.values()].map((day) => [day.date, day.kind, day.for])).toEqual(known)
})
