import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { type Unit, akimOffice, foldName, readDemonstration } from '#territory'
import { type Columns, guessColumns, nothingAssumed, readDay, readOldLines, readStart } from './import-old.ts'

const units: Unit[] = readDemonstration(
  join(import.meta.dirname, '../../data/demonstration/territory.yaml'),
).map((unit) => ({ ...unit, from: null, to: null }))
const home = units.find(
  ({ kind, code }) => kind === 'district' && units.some(({ parent }) => parent === code),
)!
const below = units.filter(({ parent }) => parent === home.code)
const okrug = below[0]!
const columns: Columns = [
  'day',
  'place',
  'start',
  'minutes',
  'status',
  'notice-day',
  'notice-channel',
  'results-day',
]
const own = [home, ...below, ...units.filter(({ parent }) => below.some(({ code }) => code === parent))]

const read = (rows: (string[] | string)[], change: object = {}) =>
  readOldLines(
    {
      office: akimOffice(home.code),
      home: home.code,
      units: own,
      today: localDate('2026-11-23'),
      columns,
      assumed: nothingAssumed,
      nameOf: ({ name }) => name.kk,
      ...change,
    },
    rows.map((cells, at) => ({ line: at + 2, cells })),
  )
const faults = (rows: (string[] | string)[], change?: object) =>
  read(rows, change).map((line) => line.faults.map(({ field, code }) => `${field} ${code}`))

describe('columns', () => {
  test.each([
    [
      ['Күні', 'Уақыты', 'Елді мекен', 'Нысаны', 'Күйі'],
      ['day', 'start', 'place', 'form', 'status'],
    ],
    [
      ['№', 'Дата', 'Место проведения', 'Время начала', 'Дата публикации объявления', 'Итоги'],
      [null, 'day', 'place', 'start', 'notice-day', 'results-day'],
    ],
    [
      ['Date', 'Village', 'Time', 'Held by', 'Minutes', 'Remarks'],
      ['day', 'place', 'start', 'held-by', 'minutes', null],
    ],
  ])('are guessed from %j', (headers, expected) => expect(guessColumns(headers, {})).toEqual(expected))

  test('are read as the office read them before, each field once', () => {
    const habits = { [foldName('Примечание')]: 'status' as const, [foldName('Дата')]: null }
    expect(guessColumns(['Дата', 'Примечание', 'Date', 'Күні'], habits)).toEqual([
      null,
      'status',
      'day',
      null,
    ])
  })
})

describe('cells', () => {
  test.each([
    ['2026-05-14', '2026-05-14'],
    ['14.05.2026', '2026-05-14'],
    ['14.05.2026 г.', '2026-05-14'],
    ['4/5/26', '2026-05-04'],
    ['46156', '2026-05-14'],
    ['46156.5', '2026-05-14'],
    ['30.02.2026', undefined],
    ['весной', undefined],
    ['12', undefined],
  ])('the day %s', (cell, day) => expect(readDay(cell)).toBe(day))
  test.each([
    ['10:00', '10:00'],
    ['9.30', '09:30'],
    ['15-05', '15:05'],
    ['0.416666666667', '10:00'],
    ['10', '10:00'],
    ['25:00', undefined],
    ['10:75', undefined],
    ['утром', undefined],
  ])('the hour %s', (cell, start) => expect(readStart(cell)).toBe(start))
})

describe('a line', () => {
  const good = ['14.05.2026', okrug.name.ru, '10:00', '90', 'состоялась', '01.05.2026', 'сайт', '20.05.2026']
  test('is understood, its place by any spelling', () => {
    for (const name of [okrug.name.kk, okrug.name.ru, okrug.name.en, okrug.code]) {
      const [line] = read([[good[0]!, name, ...good.slice(2)]])
      expect([name, line!.faults]).toEqual([name, []])
      expect(line!.meeting).toMatchObject({
        unit: okrug.code,
        day: '2026-05-14',
        start: '10:00',
        minutes: 90,
        status: 'held',
        form: 'visiting',
        notice: { day: '2026-05-01', channel: 'official-site' },
        resultsDay: '2026-05-20',
      })
    }
  })

  test('has the same id each time, another one on another day', () => {
    const [a, b, c] = [good, good, ['15.05.2026', ...good.slice(1)]].map((row) => read([row])[0]!.meeting!.id)
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  test.each<[string, string[], string[]]>([
    ['empty', ['', '', '', '', ''], ['day missing', 'place missing', 'start missing', 'minutes missing']],
    ['30 February', ['30.02.2026', ...good.slice(1)], ['day not-a-day']],
    ['in ten years', ['14.05.2036', okrug.code, '10:00', '90', ''], ['day too-far']],
    ['held tomorrow', ['24.11.2026', okrug.code, '10:00', '90', 'өтті'], ['status held-ahead']],
    ['a place of others', ['14.05.2026', 'Атлантида', ...good.slice(2)], ['place no-such-place']],
    ['an unknown word', [...good.slice(0, 4), 'кажется', ...good.slice(5)], ['status unknown-word']],
    ['a late notice', [...good.slice(0, 5), '15.05.2026', ...good.slice(6)], ['notice-day notice-after']],
    ['a notice without a channel', [...good.slice(0, 6), '', ''], ['notice-channel missing']],
    ['early results', [...good.slice(0, 7), '13.05.2026'], ['results-day results-before']],
    ['no hour', ['14.05.2026', okrug.code, 'утром', '9', ''], ['start not-a-time', 'minutes not-minutes']],
  ])('is at fault: %s', (_, row, expected) => expect(faults([row])).toEqual([expected]))

  test('that repeats another one, or that could not be read, is named', () => {
    expect(faults([good, good, 'broken-quotes'])).toEqual([[], ['null same-line'], ['null broken-line']])
  })

  test('of a place that was merged since: good on the day, at fault after it', () => {
    const merged = own.map((unit) =>
      unit.code === okrug.code ? { ...unit, to: localDate('2025-12-31') } : unit,
    )
    const then = ['14.05.2025', okrug.name.kk, '10:00', '90', '', '', '', '']
    expect(faults([then, good], { units: merged })).toEqual([[], ['place place-not-then']])
  })

  test('of a name that two places bear wants a code', () => {
    const twin: Unit = { ...okrug, code: '999999999' as Unit['code'] }
    const named = ['14.05.2026', okrug.name.kk, '10:00', '90', '']
    expect(faults([named], { units: [...own, twin] })).toEqual([['place place-ambiguous']])
    expect(faults([['14.05.2026', okrug.code, '10:00', '90', '']], { units: [...own, twin] })).toEqual([[]])
  })

  test('takes from the office what its cells do not say', () => {
    const assumed = {
      ...nothingAssumed,
      start: '11:00',
      minutes: 60,
      past: 'planned' as const,
      inCalendar: false,
    }
    const [line] = read([['14.05.2026', okrug.code]], { assumed })
    expect(line!.meeting).toMatchObject({ start: '11:00', minutes: 60, status: 'planned', inCalendar: false })
  })
})
