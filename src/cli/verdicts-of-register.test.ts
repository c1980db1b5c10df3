// A register and a stream of facts: results, a summary, and every bad line named with its member.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { readActs } from '#law'
import { linesOf } from './lines.ts'
import { verdictsOfRegister } from './verdicts-of-register.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))
let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'kezdesu-'))))
afterAll(() => rmSync(dir, { recursive: true }))

const file = (name: string, lines: readonly (object | string)[]): string => {
  const path = join(dir, name)
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return path
}

const oblast = { code: '110000000', parent: null, kind: 'oblast' }
const district = { code: '113200000', parent: '110000000', kind: 'district' }
const register = () =>
  file('register.jsonl', [
    oblast,
    district,
    { id: 'akim.110000000', post: 'oblast-akim', unit: '110000000' },
    { id: 'government', post: 'government' },
  ])
const notice = { type: 'notice-published', meeting: 'm1', channel: 'media', at: '2026-04-18' }
const meeting = {
  type: 'meeting',
  id: 'm1',
  office: 'akim.110000000',
  unit: '113200000',
  day: '2026-05-02',
  status: 'held',
  held_by: 'holder',
  form: 'visiting',
  in_calendar: true,
}

async function judge(register: readonly string[], facts: string, year: number | null = 2026) {
  const [output, errors] = [new PassThrough(), new PassThrough()]
  const wish = { register, facts, asOf: localDate('2026-11-01'), year: year ?? undefined }
  const code = await verdictsOfRegister(law, wish, output, errors)
  output.end()
  errors.end()
  const lines = (await text(output)).split('\n').filter(Boolean)
  const results = lines.map((line) => JSON.parse(line) as { norm: string; period: string; subject: string })
  return { code, results, told: (await text(errors)).trimEnd().split('\n') }
}

test('one result a line, of the year that is asked; the notice may stand before its meeting', async () => {
  const { code, results, told } = await judge([register()], file('facts.jsonl', [notice, meeting]))
  expect(code).toBe(0)
  expect(results.find(({ norm }) => norm === 'A826-3.4.d.1')).toEqual({
    norm: 'A826-3.4.d.1',
    bearer: 'akim.110000000',
    subject: 'm1',
    period: null,
    due: '2026-04-18',
    due_strict: '2026-04-17',
    verdict: 'boundary',
    done: '2026-04-18',
  })
  expect(results.filter(({ norm }) => norm === 'A826E2-2.1.a')).toMatchObject([
    { subject: '113200000', period: '2026', verdict: 'met' },
  ])
  expect(new Set(results.map(({ period }) => period?.slice(0, 4)))).toEqual(new Set(['2026', undefined]))
  expect(told.find((line) => line.startsWith('A826-3.4.d.1'))).toMatch(/^A826-3.4.d.1 +0 +1( +0){6}$/)
  expect(told.at(-1)).toBe('2 offices, 2 facts, 0 lines refused')
})

test('without a year every result since the acts began is told', async () => {
  const { results } = await judge([register()], file('facts.jsonl', [notice, meeting]), null)
  expect(results.filter(({ norm }) => norm === 'A826-1.a').map(({ period }) => period)).toEqual([
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
  ])
})

test('bad lines are named with line and member, counted, and the rest is judged', async () => {
  const facts = file('bad.jsonl', [
    '{',
    { ...notice, at: '2026-02-30' },
    meeting,
    '',
    { ...meeting, status: 'cancelled' },
    { ...notice, meeting: 'm9' },
    { ...meeting, id: 'm2', office: 'nobody' },
    { type: 'rumour' },
    'x'.repeat(1_000_001),
    notice,
  ])
  const { code, results, told } = await judge([register()], facts)
  expect(code).toBe(1)
  expect(told.slice(0, 7)).toEqual([
    'line 1: / not-json',
    'line 2: /at not-a-day ("2026-02-30")',
    'line 5: /id used-twice ("m1")',
    'line 7: /office names-nothing ("nobody")',
    'line 8: /type unknown-type ("rumour")',
    'line 9: / too-long',
    'line 6: /meeting names-nothing ("m9")',
  ])
  expect(told.at(-1)).toBe('2 offices, 2 facts, 7 lines refused')
  expect(results.filter(({ norm }) => norm === 'A826-3.4.d.1')).toMatchObject([{ verdict: 'boundary' }])
})

test('the classifier gives units and akims by rule; a second file may add offices', async () => {
  const classifier = file('kato.csv', [
    'code,parent,level,type,akim,name_kk,name_ru,short_kk,short_ru',
    '110000000,,oblast,region,region,Ақмола облысы,Акмолинская область,Ақмола,Акмолинская',
    '113200000,110000000,district,district,district,Аққөл ауданы,Аккольский район,Аққөл,Аккольский',
  ])
  const bodies = file('bodies.jsonl', [{ id: 'government', post: 'government' }])
  const { code, told, results } = await judge([classifier, bodies], file('facts.jsonl', [notice, meeting]))
  expect([code, told.at(-1)]).toEqual([0, '3 offices, 2 facts, 0 lines refused'])
  expect(results.filter(({ norm }) => norm === 'A826E2-2.1.a')).toMatchObject([{ verdict: 'met' }])
})

test('a register that is none stops the command with the place of the fault', async () => {
  const facts = file('facts.jsonl', [notice, meeting])
  const orphan = file('orphan.jsonl', [oblast, { ...district, parent: '120000000' }])
  const { code, results, told } = await judge([orphan], facts)
  expect([code, results, told.length]).toEqual([1, [], 1])
  expect(told[0]).toMatch(/^orphan.jsonl line 2: .*parent.*; nothing was judged$/)
  expect((await judge([join(dir, 'none')], facts)).code).toBe(1)
  expect((await judge([register()], join(dir, 'none'))).told[0]).toContain('nothing was judged')
})

test('lines of any cut are whole again, an endless one is thrown away', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `{"line":"қ${i}"}`)
  const path = file('long.txt', [...lines, 'y'.repeat(3_000_000), 'last'])
  const read = []
  for await (const batch of linesOf(path)) read.push(...batch)
  expect(read.slice(0, 40_000).map(({ text }) => text)).toEqual(lines)
  expect(read.slice(40_000)).toEqual([
    { number: 40_001, text: null },
    { number: 40_002, text: 'last' },
  ])
})
