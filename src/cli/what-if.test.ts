// `kezdesu what-if`: tables and JSON over a register of either kind, and answers to what cannot be read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { type WhatIfWish, whatIfCommand } from './what-if.ts'

const root = join(import.meta.dirname, '../..')
const made = mkdtempSync(join(tmpdir(), 'what-if-'))
afterAll(() => rmSync(made, { recursive: true }))
const file = (name: string, lines: readonly (object | string)[]): string => {
  const path = join(made, name)
  writeFileSync(path, lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'))
  return path
}

const register = file('register.jsonl', [
  { code: '110000000', parent: null, kind: 'oblast', name: 'Aqmola' },
  { code: '113200000', parent: '110000000', kind: 'district' },
  { code: '113230000', parent: '113200000', kind: 'rural-okrug' },
  { code: '113230100', parent: '113230000', kind: 'village' },
  { code: '113230200', parent: '113230000', kind: 'village' },
])

async function ask(draft: string, more: Partial<WhatIfWish> = {}) {
  const said: string[] = []
  const told: string[] = []
  const wish = { register: [register], year: 2026, facts: undefined, asOf: undefined, json: false, ...more }
  const code = await whatIfCommand(
    { draft: join(root, 'acts-draft', draft), ...wish },
    { acts: join(root, 'acts'), print: (line) => said.push(line), complain: (line) => told.push(line) },
  )
  return { code, said, told }
}

test('tables: by kind of akim, by region, norm by norm', async () => {
  const { code, said, told } = await ask('amb-08-literal')
  expect([code, told]).toEqual([0, []])
  expect(said.slice(3)).toEqual([
    'Meetings owed in the year, at least',
    '',
    'kind of office    offices  now  draft  difference',
    'oblast-akim             1    1      1           0',
    'district-akim           1    2      4          +2',
    'rural-okrug-akim        1    4      4           0',
    'together                3    7      9          +2',
    '',
    'By region: meetings owed under the draft, in brackets now where it differs',
    '',
    'region  oblast  district  rural-okrug  together',
    'Aqmola       1     4 (2)            4     9 (7)',
    '',
    'Norm by norm',
    '',
    'A826E2-2.1.c is read otherwise',
    '  objects.below: nothing → true',
  ])
})

test('with facts: results and who would comply; bad lines are named', async () => {
  const facts = file('facts.jsonl', [
    {
      type: 'meeting',
      id: 'm1',
      office: 'akim.113200000',
      unit: '113230100',
      day: '2026-03-01',
      status: 'held',
      held_by: 'holder',
      form: 'visiting',
      in_calendar: true,
    },
    { type: 'notice-published', meeting: 'm1', channel: 'media', at: '2026-02-01' },
    { type: 'wish' },
  ])
  const { code, said, told } = await ask('amb-08-literal', { facts, asOf: localDate('2026-07-01') })
  expect([code, told]).toEqual([1, ['line 3: /type unknown-type ("wish")']])
  expect(said.slice(-9)).toEqual([
    '  objects.below: nothing → true',
    '  results now: 1 met, 1 pending',
    '  draft:       2 met, 1 missed, 3 pending',
    '',
    'Offices without anything missed or late among these norms, by 2026-07-01',
    '',
    'kind of office  offices  now  draft  difference',
    'district-akim         1    1      0          −1',
    '0 offices would begin to comply, 1 would cease to.',
  ])
  const json = await ask('edition-1', { facts, json: true })
  const answer = JSON.parse(json.said.join('')) as { draft: { id: string }; asOf: string; norms: object[] }
  expect([answer.draft.id, answer.asOf, answer.norms.length]).toEqual(['edition-1', '2026-12-31', 7])
})

test('what cannot be read is said in a sentence', async () => {
  expect(await ask('none')).toEqual({ code: 1, said: [], told: ['none: draft.yaml:1:1: missing'] })
  const broken = file('broken.jsonl', [{ code: '110000000', parent: null, kind: 'county' }])
  expect((await ask('g91', { register: [broken] })).told).toEqual([
    'broken.jsonl line 1: /kind not-allowed ("county")',
  ])
  expect((await ask('g91', { register: [join(made, 'no.csv')] })).told[0]).toMatch(/cannot be read/)
  expect((await ask('g91', { facts: join(made, 'no.jsonl') })).code).toBe(1)
})
