import { describe, expect, test } from 'vitest'
import { type Period, localDate } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import type { CalendarId, Entry, MeetingId } from './calendar.ts'
import { type Occasion, calendarWarnings } from './warnings.ts'

const [region, district, village] = ['310000000', '315400000', '315430000'] as UnitCode[] as [
  UnitCode,
  UnitCode,
  UnitCode,
]
const today = localDate('2027-01-20')

const line = (id: string, day: string, start: string, office: OfficeId, unit: UnitCode): Entry => ({
  id: id as MeetingId,
  calendar: 'calendar' as CalendarId,
  office,
  unit,
  norm: 'A826E2-2.1.c',
  period: '2027' as Period,
  day: localDate(day),
  start,
  plannedMinutes: 90,
  form: 'visiting',
  proposedDay: localDate(day),
  moveReason: null,
})

const warned = (entries: readonly Entry[], occasions: readonly Occasion[] = []) =>
  calendarWarnings(entries, new Map(), today, () => 14, occasions).map(({ kind, meeting }) => [kind, meeting])

describe('clashes across levels', () => {
  test('one akim at two meetings at once', () =>
    expect(
      warned([
        line('a', '2027-03-02', '10:00', akimOffice(district), village),
        line('b', '2027-03-02', '11:00', akimOffice(district), '315431000' as UnitCode),
      ]),
    ).toEqual([['akim-twice', 'a']]))

  test('two akims at one place: at once, in one week, and far enough apart', () => {
    const first = line('a', '2027-03-02', '10:00', akimOffice(district), village)
    const of = (day: string, start: string) => line('b', day, start, akimOffice(village), village)
    expect(warned([first, of('2027-03-02', '10:30')])).toEqual([['same-place-same-time', 'a']])
    expect(warned([first, of('2027-03-02', '12:00')])).toEqual([['same-place-same-week', 'a']])
    expect(warned([first, of('2027-03-08', '10:30')])).toEqual([['same-place-same-week', 'a']])
    expect(warned([first, of('2027-03-09', '10:30')])).toEqual([])
  })

  test('a day off, another period, a notice that is too late; what is over is left alone', () => {
    expect(warned([line('a', '2027-03-06', '10:00', akimOffice(district), village)])).toEqual([
      ['day-off', 'a'],
    ])
    const half = {
      ...line('a', '2027-07-01', '10:00', akimOffice(district), village),
      period: '2027-H1' as Period,
    }
    expect(warned([half])).toEqual([['outside-period', 'a']])
    expect(warned([line('a', '2027-01-28', '10:00', akimOffice(district), village)])).toEqual([
      ['notice-too-short', 'a'],
    ])
    expect(warned([line('a', '2027-01-16', '10:00', akimOffice(district), village)])).toEqual([])
  })

  test('a session and a visit bind those whom they name, on their day alone', () => {
    const entry = line('a', '2027-03-02', '10:00', akimOffice(district), village)
    const occasion = (kind: Occasion['kind'], day: string, ...binds: UnitCode[]): Occasion => ({
      kind,
      day: localDate(day),
      unit: region,
      binds: new Set(binds),
    })
    expect(warned([entry], [occasion('maslikhat-session', '2027-03-02', district)])).toEqual([
      ['maslikhat-session', 'a'],
    ])
    expect(warned([entry], [occasion('minister-visit', '2027-03-02', village)])).toEqual([
      ['minister-visit', 'a'],
    ])
    expect(warned([entry], [occasion('minister-visit', '2027-03-02', region)])).toEqual([])
    expect(warned([entry], [occasion('maslikhat-session', '2027-03-03', district)])).toEqual([])
  })
})
