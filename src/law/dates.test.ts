// Every date is right, or says why not (P13): days, zones and counts against a counter that knows nothing of ours.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fromDayNumber, localDate } from '#kernel'
import { type Fact, type WorldInput, evaluate, prepareWorld, readActs } from './index.ts'
import { dateOf, dayInMonth, dayOf, monthsLater } from './days.ts'

const root = join(import.meta.dirname, '../..')
const law = readActs(join(root, 'acts'))

/** The plainest calendar there is: one day after another, month lengths by the almanac. */
function* almanac(
  fromYear: number,
  toYear: number,
): Generator<{ year: number; month: number; day: number; text: string }> {
  const lengths = (year: number) => [
    31,
    (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  for (let year = fromYear; year <= toYear; year++)
    for (const [i, length] of lengths(year).entries())
      for (let day = 1; day <= length; day++)
        yield {
          year,
          month: i + 1,
          day,
          text: `${year}-${String(i + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        }
}
const days = [...almanac(2013, 2036)]
const position = new Map(days.map(({ text }, i) => [text, i]))

describe('counting agrees with the almanac, 2013 to 2036', () => {
  test('days back and forth', () => {
    const wrong = days.filter(({ text }, i) =>
      [-15, -14, -8, -7, 9, 10].some(
        (n) => days[i + n] && dateOf(dayOf(localDate(text)) + n) !== days[i + n]!.text,
      ),
    )
    expect(wrong).toEqual([])
  })

  test('a month later is the same day-number or the last day of that month', () => {
    const wrong = days.filter(({ year, month, day, text }) => {
      const next = month === 12 ? [year + 1, 1] : [year, month + 1]
      const last = days.findLast((one) => one.year === next[0] && one.month === next[1] && one.day <= day)
      return last !== undefined && dateOf(monthsLater(dayOf(localDate(text)), 1)) !== last.text
    })
    expect(wrong).toEqual([])
  })

  test('the 25th after each quarter, 25 October after the third', () => {
    for (let year = 2013; year <= 2035; year++) {
      const found = [1, 4, 7, 10].map((month) =>
        dateOf(dayInMonth(dayOf(localDate(`${year}-${String(month).padStart(2, '0')}-01`)), 4, 25)),
      )
      expect(found).toEqual([`${year}-04-25`, `${year}-07-25`, `${year}-10-25`, `${year + 1}-01-25`])
    }
  })

  test('leap days, ends of months, the turn of the year', () => {
    expect(dateOf(dayInMonth(dayOf(localDate('2024-01-01')), 2, 'last'))).toBe('2024-02-29')
    expect(dateOf(dayInMonth(dayOf(localDate('2100-01-01')), 2, 'last'))).toBe('2100-02-28')
    expect(dateOf(dayInMonth(dayOf(localDate('2025-01-01')), 0, 15))).toBe('2024-12-15')
    expect(dateOf(monthsLater(dayOf(localDate('2024-01-31')), 1))).toBe('2024-02-29')
    expect(position.get('2024-03-01')! - position.get('2024-02-28')!).toBe(2)
  })
})

const territory = [
  { code: '110000000', parent: null, kind: 'oblast' },
  { code: '113000000', parent: '110000000', kind: 'district' },
  { code: '270000000', parent: null, kind: 'oblast' },
  { code: '273000000', parent: '270000000', kind: 'district' },
] as unknown as WorldInput['territory']
const offices = [
  { id: 'east', post: 'district-akim', unit: '113000000' },
  { id: 'west', post: 'district-akim', unit: '273000000' },
] as unknown as WorldInput['offices']

/** On which side of the due day an announcement falls that was published at `at` for the meeting on `day`. */
const noticed = (office: 'east' | 'west', day: string, at: string) =>
  evaluate(
    law,
    prepareWorld({
      territory,
      offices,
      facts: [
        {
          type: 'meeting',
          id: 'm',
          office,
          unit: office === 'east' ? '113000000' : '273000000',
          day,
          status: 'planned',
          form: 'visiting',
          in_calendar: true,
        },
        { type: 'notice-published', meeting: 'm', channel: 'media', at },
      ] as unknown as Fact[],
    }),
    { asOf: localDate('2036-01-01'), norms: ['A826-3.4.d.1'] },
  )[0]!

/** The day of an instant, and what it would be if days were those of UTC. */
const instants: readonly (readonly ['east' | 'west', string, string])[] = [
  // The doubled hour: 23:30 of 29 February came twice in the east, once in the west.
  ['east', '2024-02-29T17:30:00Z', '2024-02-29'],
  ['east', '2024-02-29T18:30:00Z', '2024-02-29'],
  ['east', '2024-02-29T19:00:00Z', '2024-03-01'],
  ['west', '2024-02-29T18:30:00Z', '2024-02-29'],
  ['west', '2024-02-29T19:30:00Z', '2024-03-01'],
  // Before the change the east was an hour ahead.
  ['east', '2024-02-28T18:10:00Z', '2024-02-29'],
  ['west', '2024-02-28T18:10:00Z', '2024-02-28'],
  ['east', '2024-12-31T19:30:00Z', '2025-01-01'],
  ['east', '2024-12-31T18:59:00Z', '2024-12-31'],
  ['east', '2025-10-24T20:00:00Z', '2025-10-25'],
  ['west', '2023-12-31T19:00:00Z', '2024-01-01'],
]

describe('an instant belongs to the local day of its region', () => {
  test.each(instants)('%s %s is %s', (office, at, day) => {
    const meeting = fromDayNumber(dayOf(localDate(day)) + 14)
    expect(noticed(office, meeting, at)).toMatchObject({ done: day, due: day, verdict: 'boundary' })
    expect(noticed(office, fromDayNumber(dayOf(localDate(day)) + 13), at).verdict).toBe('late')
  })

  test('control: with the day of UTC instead, some of them come out wrong', () => {
    const wrong = instants.filter(([office, at, day]) => {
      const meeting = fromDayNumber(dayOf(localDate(day)) + 14)
      return noticed(office, meeting, at.slice(0, 10)).verdict !== noticed(office, meeting, at).verdict
    })
    expect(wrong.length).toBeGreaterThanOrEqual(5)
  })

  test('every half hour of the days around the change lies in one day, and days never run backwards', () => {
    for (const office of ['east', 'west'] as const) {
      let last = ''
      for (let ms = Date.UTC(2024, 1, 28); ms < Date.UTC(2024, 2, 3); ms += 1_800_000) {
        const { done } = noticed(office, '2024-04-30', new Date(ms).toISOString())
        expect(done! >= last).toBe(true)
        last = done!
      }
    }
  })
})

test('the zone of the machine changes nothing', { timeout: 60_000 }, () => {
  const script = `
    const { readActs, prepareWorld, evaluate } = await import(${JSON.stringify(join(root, 'src/law/index.ts'))})
    const law = readActs(${JSON.stringify(join(root, 'acts'))})
    const all = law.provisions.flatMap(({ id, examples }) =>
      examples.map(({ given }) => evaluate(law, prepareWorld(given), { asOf: given.asOf, norms: [id] })))
    const { createHash } = await import('node:crypto')
    process.stdout.write(new Date(2024, 0, 1).getTimezoneOffset() + ' ' + createHash('sha256').update(JSON.stringify(all)).digest('hex'))`
  const inZone = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    }).split(' ')
  const [there, found] = inZone('America/Los_Angeles')
  const [here, wanted] = inZone('Asia/Almaty')
  expect(there).not.toBe(here)
  expect(found).toBe(wanted)
})
