import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Instant, type LocalDate, localDate, yearOf } from '#kernel'
import type { NewEntry } from '#journal'
import { type Actor, type PersonId, operatorOffice } from '#people'
import {
  type HolidayChange,
  type HolidayEdit,
  changedDays,
  editHolidays,
  laidOver,
  yearByLabourCode,
} from './edit-holidays.ts'
import { isWorkingDay, knowsYear, readHolidays } from './working-days.ts'

const shipped = readHolidays(join(import.meta.dirname, '../../data/holidays.yaml'))
const at = '2026-11-23T05:00:00.000Z' as Instant
const person = { id: 'p' as PersonId, name: 'A' }
const actorWith = (role: 'administrator' | 'author'): Actor => ({
  person,
  grants: [{ person: person.id, office: operatorOffice, role, from: '2026-01-01' as LocalDate, to: null }],
  signedInAt: at,
})
function house() {
  const edits: HolidayEdit[] = []
  const written: NewEntry[] = []
  let id = 0
  return {
    edits,
    written,
    now: () => laidOver(shipped, edits),
    edit: (change: HolidayChange, revision = edits.length, actor = actorWith('administrator')) =>
      editHolidays(
        {
          holidays: {
            revision: async () => edits.length,
            edits: async () => edits,
            add: async (edit) => edits.push(edit) > 0,
          },
          journal: { append: async (entries) => (written.push(...entries), []), entries: async () => [] },
        },
        shipped,
        {
          actor,
          at,
          today: localDate('2026-11-23'),
          asserted: false,
          newId: () => `id${id++}`,
          newSalt: () => '00'.repeat(16),
        },
        { revision, act: 'Order 12', actDay: localDate('2026-11-20'), change },
      ),
  }
}
const name = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' }
const day = localDate

describe('an edit of days off', () => {
  test('makes a working day a day off, and back again', async () => {
    const { edit, now, written } = house()
    expect((await edit({ what: 'off', date: day('2027-02-10'), name })).ok).toBe(true)
    expect(isWorkingDay(now(), day('2027-02-10'))).toBe(false)
    expect(changedDays(shipped, now())).toEqual({ off: ['2027-02-10'], worked: [] })
    expect(written.map(({ type, payload }) => [type, payload['act'], payload['days']])).toEqual([
      ['holidays-changed', 'Order 12', [{ date: '2027-02-10', kind: 'day-off' }]],
    ])
    expect((await edit({ what: 'ordinary', date: day('2027-02-10') })).ok).toBe(true)
    expect(changedDays(shipped, now())).toEqual({ off: [], worked: [] })
  })

  test('moves a day: one is off, the other is worked', async () => {
    const { edit, now } = house()
    await edit({ what: 'moved', off: day('2027-03-26'), work: day('2027-03-27') })
    expect(changedDays(shipped, now())).toEqual({ off: ['2027-03-26'], worked: ['2027-03-27'] })
    expect(now().get(day('2027-03-27'))).toMatchObject({ for: '2027-03-26', basis: 'Order 12' })
  })

  test.each<[string, HolidayChange]>([
    ['day-over', { what: 'off', date: day('2026-11-20'), name }],
    ['off-already', { what: 'off', date: day('2027-02-13'), name }],
    ['off-already', { what: 'ordinary', date: day('2027-02-13') }],
    ['worked-already', { what: 'ordinary', date: day('2027-02-10') }],
    ['worked-already', { what: 'moved', off: day('2027-02-10'), work: day('2027-02-11') }],
    ['year-not-entered', { what: 'off', date: day('2028-02-10'), name }],
    ['year-entered', { what: 'year', year: 2027, kurbanAit: day('2027-05-16') }],
    ['outside-the-year', { what: 'year', year: 2028, kurbanAit: day('2027-05-05') }],
  ])('is refused: %s', async (code, change) => {
    const { edit, edits, written } = house()
    expect(await edit(change)).toMatchObject({ ok: false, refusal: { code } })
    expect([edits, written]).toEqual([[], []])
  })

  test('is refused to others, and to who saw an older list', async () => {
    const { edit } = house()
    const change: HolidayChange = { what: 'off', date: day('2027-02-10'), name }
    expect(await edit(change, 0, actorWith('author'))).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await edit(change, 3)).toMatchObject({ refusal: { code: 'changed-meanwhile', revision: 0 } })
  })
})

describe('a year by the labour code', () => {
  test.each([2025, 2026, 2027])('%i comes out as it ships, but for what was ordered', (year) => {
    const own = [...shipped.values()].filter(({ date }) => yearOf(date) === year)
    const ait = own.find(({ kind, basis }) => kind === 'day-off' && basis !== 'labour code')!.date
    const worth = (days: readonly { date: string; kind: string | null }[]) =>
      days.filter(({ kind }) => !kind?.startsWith('moved')).map(({ date, kind }) => `${date} ${kind}`)
    const expected = worth(own.filter(({ kind }) => !kind.startsWith('moved')))
    // The newest year is the pattern: the code itself changed between them.
    const known = new Map([...shipped].filter(([date]) => yearOf(date) <= year))
    expect(worth(yearByLabourCode(known, year, ait))).toEqual(expected)
  })

  test('opens 2028, which does not ship', async () => {
    const { edit, now } = house()
    expect(knowsYear(now(), 2028)).toBe(false)
    await edit({ what: 'year', year: 2028, kurbanAit: day('2028-05-05') })
    expect(knowsYear(now(), 2028)).toBe(true)
    // New Year falls on a weekend in 2028: its two days are given back on Monday and Tuesday.
    for (const off of ['2028-01-03', '2028-01-04', '2028-03-21', '2028-05-05', '2028-10-25'])
      expect([off, isWorkingDay(now(), day(off))]).toEqual([off, false])
    expect(isWorkingDay(now(), day('2028-01-05'))).toBe(true)
  })
})
