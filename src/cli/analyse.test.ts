import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { analyse } from './analyse.ts'

const folder = mkdtempSync(join(tmpdir(), 'analyse-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...lines: readonly string[]) {
  const file = join(folder, 'requests.jsonl')
  writeFileSync(file, lines.join('\n'))
  const printed: string[] = []
  const complaints: string[] = []
  const code = await analyse(file, undefined, {
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(line),
  })
  return { code, complaints, predictions: printed.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('each request gives one line; broken ones are told with their number and stop nothing', async () => {
  const { code, complaints, predictions } = await run(
    '{"id":"a","text":"Ақкөл ауылында су жоқ, тел 8 701 234 56 78"}',
    'not json',
    '{"id":"b","text":"В селе Акколь нет воды","sphere":"gas"}',
    '{"id":"a","text":"again"}',
    '{"text":"no id"}',
    '{"id":"c"}',
    '[]',
    '{"id":"d","text":"Рахмет сіздерге, аман болыңыздар"}',
  )
  expect(code).toBe(0)
  expect(complaints).toEqual([
    'line 2: not JSON',
    'line 4: the id "a" came before',
    'line 5: has no id',
    'line 6: has no text',
    'line 7: not an object',
  ])
  const [first, second, thanks] = predictions
  expect(first).toMatchObject({ id: 'a', lang: 'kk', sphere: 'water', pii: [{ type: 'phone' }] })
  expect(second).toMatchObject({ id: 'b', lang: 'ru', sphere: 'water', cluster: first!.cluster })
  expect(thanks).toMatchObject({ id: 'd', kind: 'thanks', sphere: 'other', level: null, cluster: null })
})

test('a register that cannot be read is said, and nothing is printed', async () => {
  const complaints: string[] = []
  const code = await analyse(join(folder, 'requests.jsonl'), join(folder, 'nowhere.csv'), {
    print: () => expect.unreachable(),
    complain: (line) => void complaints.push(line),
  })
  expect(code).toBe(1)
  expect(complaints[0]).toContain('cannot be read')
})
