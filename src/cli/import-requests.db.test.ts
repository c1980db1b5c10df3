// Requests of another system by command: taken, known, faulty; receipts in a file; what cannot be read is told.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, localDate } from '#kernel'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { intake } from '../../test/intake.ts'
import { chance } from '../serve.ts'
import { importRequestsFile } from './import-requests.ts'
import { importTerritory } from './import-territory.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-requests-'))
const office = 'akim.315400000'
const receipts = join(folder, 'receipts.csv')
let database: FreshDatabase

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function run(path: string, more: Partial<Parameters<typeof importRequestsFile>[1]> = {}) {
  const lines: string[] = []
  const code = await importRequestsFile(
    database.storage,
    { file: path, office, map: { shipped: 'hotline-109' }, meeting: undefined, receipts, ...more },
    {
      ...chance,
      house: intake,
      at: '2026-11-23T05:00:00.000Z' as Instant,
      print: (line) => void lines.push(line),
    },
  )
  return { code, lines }
}

beforeAll(async () => {
  database = await freshDatabase()
  const rows = [
    'code,parent,level,type,akim,name_kk,name_ru,short_kk,short_ru',
    '310000000,,oblast,region,region,Жамбыл облысы,Жамбылская область,Жамбыл,Жамбылская',
    '315400000,310000000,district,district,district,Мерке ауданы,Меркенский район,Мерке,Меркенский',
  ]
  const wish = { files: [file('kato.csv', rows.join('\n'))], edition: '2026-01-01' }
  const world = { today: localDate('2026-11-23'), clock: () => 0, print: () => {} }
  expect(await importTerritory(database.storage, wish, world)).toBe(0)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database?.close()
})

test('what can be taken is taken, the rest is told by its row, and each row has its receipt', async () => {
  const path = file(
    'july.csv',
    [
      'Номер обращения;Дата регистрации;Текст обращения',
      '1;20.11.2026;Нет воды',
      '2;20.11.2026;Су жоқ',
      '3;2026;Яма',
    ].join('\n'),
  )
  const first = await run(path)
  expect(first).toEqual({
    code: 0,
    lines: [
      'row 4: received is no day and hour that its forms know',
      '2 requests taken, 0 known before, 1 faulty',
    ],
  })
  const codes = readFileSync(receipts, 'utf8')
  expect(codes.split('\r\n').slice(1, 3)).toEqual([
    expect.stringMatching(/^"2";"1";"(\w{4} ){3}\w{4}";"taken";""$/),
    expect.stringMatching(/^"3";"2";"(\w{4} ){3}\w{4}";"taken";""$/),
  ])
  expect(statSync(receipts).mode & 0o077).toBe(0)
  expect((await run(path)).lines.at(-1)).toBe('0 requests taken, 2 known before, 1 faulty')
  expect(readFileSync(receipts, 'utf8').replaceAll('known', 'taken')).toBe(codes)
})

test.each<[string, () => Parameters<typeof run>, RegExp]>([
  [
    'no such mapping',
    () => [file('a.csv', 'a;b\n1;2'), { map: { shipped: 'fax' } }],
    /no mapping fax; there are akims-blog/,
  ],
  [
    'a mapping at fault',
    () => [file('a.csv', 'a;b\n1;2'), { map: { file: file('m.yaml', 'source: x') } }],
    /m\.yaml line 1: source: must/,
  ],
  [
    'no mapping at all',
    () => [file('a.csv', 'a;b\n1;2'), { map: { file: join(folder, 'none.yaml') } }],
    /cannot be read/,
  ],
  ['no such file', () => [join(folder, 'none.csv')], /there is no such file/],
  ['no such column', () => [file('b.csv', 'a;b\n1;2')], /no column for received \(.*\) and words/],
  [
    'no such office',
    () => [file('c.csv', 'Дата;Текст обращения\n20.11.2026;Су'), { office: 'akim.1' }],
    /no office akim\.1/,
  ],
  [
    'no such meeting',
    () => [file('e.csv', 'Дата;Текст обращения\n20.11.2026;Су'), { meeting: 'm.none' }],
    /no meeting m\.none, or it was cancelled; nothing was imported/,
  ],
  ['no table', () => [file('d.csv', '\u0000')], /is no CSV, XLSX or JSON/],
])('%s is told, and nothing is imported', async (_, wish, words) => {
  const { code, lines } = await run(...wish())
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(words)])
})
