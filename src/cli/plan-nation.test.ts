// The plan of a small country: every office, from the law to files.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHolidays } from '#calendar'
import type { Instant } from '#kernel'
import { readActs } from '#law'
import { readArguments } from './arguments.ts'
import { type PlanWish, planNation } from './plan-nation.ts'

const root = join(import.meta.dirname, '../..')
const law = readActs(join(root, 'acts'))
const holidays = readHolidays(join(root, 'data/holidays.yaml'))
const units = [
  { code: '110000000', parent: null, kind: 'oblast' },
  { code: '113200000', parent: '110000000', kind: 'district' },
  { code: '113600000', parent: '110000000', kind: 'district' },
  { code: '113230000', parent: '113200000', kind: 'rural-okrug' },
  { code: '113231000', parent: '113200000', kind: 'rural-okrug' },
  { code: '113230100', parent: '113230000', kind: 'village' },
  { code: '113230200', parent: '113230000', kind: 'village' },
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kezdesu-plan-'))
  writeFileSync(join(folder, 'register.jsonl'), units.map((unit) => JSON.stringify(unit)).join('\n'))
  const points = units.slice(0, -1).map(({ code }, at) => `${code},${53 + at / 20},${69 + at / 30}`)
  writeFileSync(join(folder, 'points.csv'), ['code,lat,lon', ...points, 'x,far,off'].join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(out: string, over: Partial<PlanWish> = {}, workers = 0) {
  let told = ''
  const errors = { write: (text: string) => (told += text) }
  const wish: PlanWish = {
    register: join(folder, 'register.jsonl'),
    year: 2027,
    out: join(folder, out),
    points: [join(folder, 'points.csv')],
    seconds: undefined,
    ...over,
  }
  const now = '2026-11-01T00:00:00.000Z' as Instant
  const code = await planNation(law, wish, {
    holidays,
    workers,
    clock: () => 0,
    now,
    origin: 'https://example.org',
    errors,
  })
  return { code, told }
}
const files = (out: string) =>
  Object.fromEntries(
    (readdirSync(join(folder, out), { recursive: true }) as string[])
      .filter((name) => /\.\w+$/.test(name) && !name.endsWith('offices'))
      .map((name) => [name, readFileSync(join(folder, out, name), 'utf8')]),
  )

test('every office has its year: CSV, a feed each, a summary; a bad row is counted', async () => {
  const { code, told } = await run('a')
  expect(code).toBe(0)
  expect(told).toContain('1 rows of the points are left out')
  const written = files('a')
  const summary = JSON.parse(written['summary.json']!) as Record<string, number>
  const rows = written['calendar.csv']!.trim().split('\n').slice(1)
  expect(rows.length).toBe(summary['visits'])
  expect(summary).toMatchObject({ year: 2027, unplaced: 0, refused: [], wishes_unmet: 0 })
  expect(summary['km']).toBeGreaterThan(0)
  const offices = new Set(rows.map((row) => row.split(',')[0]!))
  expect(offices.size).toBe(summary['offices'])
  for (const office of offices) {
    const events = written[`offices/${office}.ics`]!.split('BEGIN:VEVENT').length - 1
    expect(events).toBe(rows.filter((row) => row.startsWith(`${office},`)).length)
  }
})

test('it goes on where it was stopped, and the result is the same to the byte, on threads too', async () => {
  await run('a')
  const whole = files('a')
  const [lost] = Object.keys(whole).filter((name) => name.endsWith('.json') && name.startsWith('offices/'))
  writeFileSync(join(folder, 'a', lost!), whole[lost!]!.slice(0, 40))
  const { told } = await run('a')
  expect(told).toMatch(/\d offices are planned already/)
  expect(files('a')).toEqual(whole)
  await run('b', {}, 2)
  expect(files('b')).toEqual(whole)
})

test('a change above is planned anew: another year, another register', async () => {
  await run('a')
  const { told } = await run('a', { year: 2028 })
  expect(told).not.toContain('already')
})

test('files that are not there or not points are answered in words', async () => {
  expect(await run('c', { register: 'nowhere.csv' })).toEqual({
    code: 1,
    told: 'nowhere.csv: cannot be read; nothing was planned\n',
  })
  expect(await run('c', { points: [join(folder, 'register.jsonl')] })).toEqual({
    code: 1,
    told: 'register.jsonl: the header lacks code, lat, lon; nothing was planned\n',
  })
})

test('the flags are read strictly', () => {
  const read = (line: string) => readArguments(line.split(' '), '/desk')
  expect(read('plan --register r.csv --year 2027 --out d --points a.csv --points b.csv --seconds 5')).toEqual(
    {
      name: 'plan-nation',
      wish: {
        register: '/desk/r.csv',
        year: 2027,
        out: '/desk/d',
        points: ['/desk/a.csv', '/desk/b.csv'],
        seconds: 5,
      },
    },
  )
  const wrong = { name: 'help', wrong: 'plan: one --register, --year and --out belong together' }
  expect(read('plan --register r.csv')).toEqual(wrong)
  expect(read('plan --register r --out d --year next')).toMatchObject({
    wrong: 'plan: --year next is not a year (YYYY)',
  })
  expect(read('plan --register r --out d --year 2027 --seconds -1')).toMatchObject({ name: 'help' })
})
