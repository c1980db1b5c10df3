import { describe, expect, test } from 'vitest'
import type { Instant, LocalDate } from '#kernel'
import type { UnitCode } from '#territory'
import { missingWords, plainDetails, quarterOf } from './details.ts'
import { instantAt, noticeClock, standingOf } from './notice-clock.ts'
import { textAfter } from './write-meeting.ts'

const merki = '315400000' as UnitCode
const day = (text: string) => text as LocalDate
const at = (text: string) => text as Instant

describe('the quarter of the time', () => {
  const share = { part: 1, of: 4, leaveOut: ['greeting'] }
  const item = (kind: 'report' | 'film' | 'greeting' | 'questions', minutes: number) => ({
    kind,
    title: { kk: '', ru: '' },
    minutes,
  })
  test('is not rounded: 22.5 of 90', () => {
    expect(quarterOf({ minutes: 90, agenda: [item('report', 22)] }, share)).toEqual({
      used: 22,
      limit: 22.5,
      within: true,
    })
    expect(quarterOf({ minutes: 90, agenda: [item('report', 23)] }, share).within).toBe(false)
  })
  test('counts every presentation but the greeting, and no questions', () => {
    const agenda = [item('report', 10), item('film', 5), item('greeting', 30), item('questions', 60)]
    expect(quarterOf({ minutes: 60, agenda }, share)).toEqual({ used: 15, limit: 15, within: true })
  })
})

describe('the clock of a notice', () => {
  const term = { due: day('2027-03-01'), dueStrict: day('2027-02-28') }
  test('ends with the last minute of the day where the meeting is held', () => {
    expect(noticeClock(term, merki)).toMatchObject({
      last: '2027-03-01T18:59:00.000Z',
      lastStrict: '2027-02-28T18:59:00.000Z',
    })
    // Before March 2024 the east of the country was an hour ahead of the west.
    const old = { due: day('2023-03-01'), dueStrict: day('2023-02-28') }
    expect(noticeClock(old, merki).last).toBe('2023-03-01T17:59:00.000Z')
    expect(noticeClock(old, '153000000' as UnitCode).last).toBe('2023-03-01T18:59:00.000Z')
  })
  test('the local day decides: a minute later is another standing', () => {
    const standings = ['2027-02-28T18:59:59.999Z', '2027-02-28T19:00:00.000Z', '2027-03-01T19:00:00.000Z']
    expect(standings.map((moment) => standingOf(term, at(moment), merki))).toEqual([
      'in-time',
      'boundary',
      'late',
    ])
    expect(standingOf(null, at('2027-03-01T19:00:00.000Z'), merki)).toBe('no-term')
  })
  test('a wall clock is read where the meeting is held', () => {
    expect(instantAt(day('2027-03-01'), '10:00', merki)).toBe('2027-03-01T05:00:00.000Z')
  })
})

describe('two languages', () => {
  const before = { kk: 'а', ru: 'a', behind: null }
  test('one that changes alone leaves the other behind, until that changes too or both are said to be the same', () => {
    const changed = textAfter(before, { kk: 'б', ru: 'a' }, false)
    expect(changed.behind).toBe('ru')
    expect(textAfter(changed, { kk: 'б', ru: 'b' }, false).behind).toBeNull()
    expect(textAfter(changed, { kk: 'б', ru: 'a' }, true).behind).toBeNull()
    expect(textAfter(changed, { kk: 'в', ru: 'a' }, false).behind).toBe('ru')
    expect(textAfter(changed, { kk: 'б', ru: 'a' }, false).behind).toBe('ru')
    expect(textAfter(before, { kk: 'б', ru: 'b' }, false).behind).toBeNull()
  })
  test('details say the same in both, and a meeting in person says where', () => {
    const plain = plainDetails('visiting', 90)
    expect(missingWords(plain)).toEqual(['venue'])
    expect(missingWords(plainDetails('online', 90))).toEqual([])
    const hall = { kk: 'Клуб', ru: 'Клуб' }
    const venue = { ...plain.venue, name: hall, address: hall }
    expect(missingWords({ ...plain, venue })).toEqual([])
    const agenda = [{ kind: 'report' as const, title: { kk: 'Есеп', ru: '' }, minutes: 5 }]
    expect(missingWords({ ...plain, venue, agenda })).toEqual(['agenda'])
  })
})
