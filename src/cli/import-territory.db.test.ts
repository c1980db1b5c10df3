import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { importTerritory } from './import-territory.ts'

const shared = process.env['KEZDESU_SHARED']
const folder = mkdtempSync(join(tmpdir(), 'import-'))
let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database?.close()
})

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function run(files: string[], edition?: string, into = database) {
  const lines: string[] = []
  let at = 0
  const clock = () => (at += 700)
  const world = { today: localDate('2026-11-22'), clock, print: (line: string) => void lines.push(line) }
  const code = await importTerritory(into.storage, { files, edition }, world)
  return { code, lines }
}

const header = 'code,parent,level,type,akim,name_kk,name_ru,short_kk,short_ru'
const region = '310000000,,oblast,region,region,Жамбыл облысы,Жамбылская область,Жамбыл,Жамбылская'
const district =
  '315400000,310000000,district,district,district,Мерке ауданы,Меркенский район,Мерке,Меркенский'

test('rows are imported, refused ones named with line and reason', async () => {
  const a = file('a.csv', [header, region, 'x'].join('\n'))
  const b = file(
    'b.csv',
    [
      header,
      district,
      district,
      district.replace('315400000', '316600000').replace('district,district,district', 'district,parish,'),
    ].join('\n'),
  )
  const lines = [
    'a.csv line 3: 1 cells where the header has 9',
    'b.csv line 3 (315400000): the code stands already in line 2',
    'b.csv line 4 (316600000): the type "parish" is not known',
  ]
  expect(await run([a, b])).toEqual({
    code: 0,
    lines: [...lines, '2 units: 2 new, 0 changed, 0 closed, 3 refused', 'edition of 2026-11-22, in 0.7 s'],
  })
  expect((await run([a, b], '2026-12-01')).lines[3]).toBe('2 units: 0 new, 0 changed, 0 closed, 3 refused')
})

test('what cannot be imported is said in one line, and nothing is', async () => {
  const said = async (files: string[], edition?: string) => {
    const { code, lines } = await run(files, edition)
    return [code, ...lines]
  }
  const a = file('a.csv', [header, region].join('\n'))
  const big = file('big.csv', '')
  truncateSync(big, 64 * 1024 * 1024 + 1)
  expect(await said([a], '2026-02-30')).toEqual([
    1,
    '--edition 2026-02-30: not a day (YYYY-MM-DD); nothing was imported',
  ])
  expect(await said([join(folder, 'none.csv')])).toEqual([
    1,
    `${folder}/none.csv: there is no such file; nothing was imported`,
  ])
  expect(await said([folder])).toEqual([1, `${folder}: is a folder, not a file; nothing was imported`])
  expect(await said([big])).toEqual([1, 'big.csv: the file is larger than 64 MB; nothing was imported'])
  expect(await said([a, file('e.csv', '')])).toEqual([1, 'e.csv: the file is empty; nothing was imported'])
  expect(await said([file('h.csv', 'code;parent')])).toEqual([
    1,
    'h.csv: the header lacks code, parent, level, type, akim, name_kk, name_ru, short_kk, short_ru; nothing was imported',
  ])
  expect(await said([a], '2020-01-01')).toEqual([
    1,
    'the edition of 2020-01-01 is older than the last one imported, of 2026-12-01; nothing was imported',
  ])
  expect(await said([file('o.csv', header)])).toEqual([1, 'no row could be taken; nothing was imported'])
})

test.skipIf(!shared)(
  'all 15,594 rows come in; the second time nothing changes (KEZDESU_SHARED)',
  async () => {
    const fresh = await freshDatabase()
    try {
      const kato = join(shared!, 'data/kato.csv')
      const { lines } = await run([kato], undefined, fresh)
      expect(lines[0]).toBe('15,594 units: 15,594 new, 0 changed, 0 closed, 0 refused')
      expect((await run([kato], undefined, fresh)).lines[0]).toBe(
        '15,594 units: 0 new, 0 changed, 0 closed, 0 refused',
      )
      const search = (words: string) =>
        fresh.storage.readPublic(({ territory }) => territory.search(words, localDate('2026-11-22'), 1))
      for (const words of ['Кокшетау', 'kokshetau', 'Көкшетау'])
        expect((await search(words)).map(({ unit }) => unit.code)).toEqual(['111000000'])
    } finally {
      await fresh.close()
    }
  },
)
