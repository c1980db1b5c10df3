import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, localDate } from '#kernel'
import type { UnitCode } from '#territory'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { chance } from '../serve.ts'
import { importBorderFiles, importPointFiles } from './import-map.ts'
import { importTerritory } from './import-territory.ts'

const shared = process.env['KEZDESU_SHARED']
const folder = mkdtempSync(join(tmpdir(), 'import-map-'))
let database: FreshDatabase
const today = localDate('2026-11-22')

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
async function run(
  importFiles: typeof importPointFiles,
  files: string[],
  { source, into = database }: { source?: string; into?: FreshDatabase } = {},
) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const at = '2026-11-22T05:00:00.000Z' as Instant
  const code = await importFiles(into.storage, { files, source }, { ...chance, at, print })
  return { code, lines }
}
const journal = (type: string) =>
  database.storage.readPublic(({ journal: { entries } }) => entries({ types: [type] }))

beforeAll(async () => {
  database = await freshDatabase()
  const rows = [
    'code,parent,level,type,akim,name_kk,name_ru,short_kk,short_ru',
    '310000000,,oblast,region,region,Жамбыл облысы,Жамбылская область,Жамбыл,Жамбылская',
    '315400000,310000000,district,district,district,Мерке ауданы,Меркенский район,Мерке,Меркенский',
    '313600000,310000000,district,district,district,Жамбыл ауданы,Жамбылский район,Жамбыл,Жамбылский',
  ]
  const territory = { files: [file('kato.csv', rows.join('\n'))], edition: undefined }
  await importTerritory(database.storage, territory, { today, clock: () => 0, print: () => undefined })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database?.close()
})

test('points come in, what was refused is named, the second time changes nothing', async () => {
  const a = file('a.csv', 'code,lat,lon\n310000000,42.9,71.4\n315400000,42.87,73.18\n999999999,43,70\nx,1,1')
  const b = file('b.csv', 'code,lat,lon\n310000000,44,71\n')
  const told = [
    'a.csv line 5 (x): the code "x" is not nine digits',
    'a.csv line 4 (999999999): no unit of the register has this code',
  ]
  expect(await run(importPointFiles, [a, b], { source: 'made up' })).toEqual({
    code: 0,
    lines: [...told, '2 points: 2 new, 0 changed, 0 the same, 2 refused'],
  })
  expect((await run(importPointFiles, [a])).lines.at(-1)).toBe(
    '2 points: 0 new, 0 changed, 2 the same, 2 refused',
  )
  expect((await journal('points-imported')).map(({ payload }) => payload)).toMatchObject([
    { source: 'made up', new: 2, changed: 0, files: [{ name: 'a.csv' }, { name: 'b.csv' }] },
  ])
  expect((await run(importPointFiles, [b])).lines).toEqual([
    '1 points: 0 new, 1 changed, 0 the same, 0 refused',
  ])
  const points = await database.storage.readPublic(({ readings }) =>
    readings.points(['310000000' as UnitCode, '313600000' as UnitCode]),
  )
  expect([...points.values()]).toEqual([
    { unit: '310000000', point: { latitude: 44, longitude: 71 }, source: 'b.csv' },
  ])
})

const square = (longitude: number, latitude: number) => {
  const [east, north] = [longitude + 1, latitude + 1]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [longitude, latitude],
        [east, latitude],
        [east, north],
        [longitude, north],
        [longitude, latitude],
      ],
    ],
  }
}
const areas = (...features: [object, object | null][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
  })

test('borders come in by code or name, what has none is named, the second time changes nothing', async () => {
  const map = file(
    'map.geojson',
    areas(
      [{ code: '310000000' }, square(70, 43)],
      [{ name: 'Merke audany', region: 'Жамбылская область' }, square(72, 43)],
      [{ name: 'Atlantis' }, square(74, 43)],
      [{ name: 'Nothing' }, null],
    ),
  )
  expect(await run(importBorderFiles, [map], { source: 'made up' })).toEqual({
    code: 0,
    lines: [
      'map.geojson area 4 (Nothing): it has no Polygon or MultiPolygon',
      'map.geojson area 3 (Atlantis): no unit of the register has this code or name',
      'map.geojson area 2 (Merke audany): by its name 315400000 Меркенский район',
      'no border yet: 313600000 Жамбылский район',
      '2 borders: 2 new, 0 changed, 0 the same, 2 refused',
    ],
  })
  expect((await run(importBorderFiles, [map])).lines.at(-1)).toBe(
    '2 borders: 0 new, 0 changed, 2 the same, 2 refused',
  )
  expect((await journal('borders-imported')).length).toBe(1)
  const within = (unit: string | null) =>
    database.storage.readPublic(async ({ readings }) =>
      (await readings.borders(unit as UnitCode | null, today)).map((border) => border.unit),
    )
  expect(await within(null)).toEqual(['310000000'])
  expect(await within('310000000')).toEqual(['315400000'])
  expect(await within('315400000')).toEqual([])
})

test('what cannot be imported is said in one line, and nothing is', async () => {
  const big = file('big.geojson', '')
  truncateSync(big, 32 * 1024 * 1024 + 1)
  const metres = {
    type: 'Polygon',
    coordinates: [
      [
        [7e6, 6e6],
        [7e6, 7e6],
        [8e6, 7e6],
        [7e6, 6e6],
      ],
    ],
  }
  const good = file('good.geojson', areas([{ code: '313600000' }, square(70, 43)]))
  const said = async (importFiles: typeof importPointFiles, files: string[]) => {
    const { code, lines } = await run(importFiles, files)
    return [code, ...lines]
  }
  expect(await said(importPointFiles, [file('h.csv', 'code;lat;lon')])).toEqual([
    1,
    'h.csv: the header lacks code, lat, lon; nothing was imported',
  ])
  expect(await said(importPointFiles, [file('o.csv', 'code,lat,lon')])).toEqual([
    1,
    'no row could be taken; nothing was imported',
  ])
  expect(await said(importPointFiles, [file('u.csv', 'code,lat,lon\n999999999,43,70')])).toEqual([
    1,
    'u.csv line 2 (999999999): no unit of the register has this code',
    '0 points: 0 new, 0 changed, 0 the same, 1 refused',
  ])
  expect(await said(importBorderFiles, [big])).toEqual([
    1,
    'big.geojson: the file is larger than 32 MB; nothing was imported',
  ])
  expect(await said(importBorderFiles, [good, file('t.geojson', 'shape')])).toEqual([
    1,
    't.geojson: the file is not JSON in UTF-8; nothing was imported',
  ])
  expect(await said(importBorderFiles, [good, file('m.geojson', areas([{ name: 'M' }, metres]))])).toEqual([
    1,
    'm.geojson: the coordinates are not degrees of WGS 84; convert them, for example with ogr2ogr -t_srs EPSG:4326; nothing was imported',
  ])
  expect(await said(importBorderFiles, [join(folder, 'none.geojson')])).toEqual([
    1,
    `${folder}/none.geojson: there is no such file; nothing was imported`,
  ])
  const drawn = await database.storage.readPublic(({ readings }) =>
    readings.borders('310000000' as UnitCode, today),
  )
  expect(drawn.map(({ unit }) => unit)).not.toContain('313600000')
})

test('the constraints stand behind the reader', async () => {
  const add = (latitude: number) =>
    database.owner.query(
      `insert into unit_points (unit, latitude, longitude, source) values ('313600000', $1, 70, 'x')`,
      [latitude],
    )
  await expect(add(70)).rejects.toThrow('a_point_lies_in_the_country')
})

test.skipIf(!shared)('the maps of the whole country come in and fit a page (KEZDESU_SHARED)', async () => {
  const data = (name: string) => join(shared!, 'data', name)
  const fresh = await freshDatabase()
  try {
    const territory = { files: [data('kato.csv')], edition: undefined }
    await importTerritory(fresh.storage, territory, { today, clock: () => 0, print: () => undefined })
    const points = await run(importPointFiles, [data('unit-points.csv'), data('settlements.csv')], {
      into: fresh,
    })
    expect(points.lines).toEqual(['8,437 points: 8,437 new, 0 changed, 0 the same, 0 refused'])
    const files = ['kz-regions', 'kz-districts', 'kz-districts-new-osm'].map((name) =>
      data(`${name}.geojson`),
    )
    const borders = await run(importBorderFiles, files, { into: fresh })
    expect(borders.lines.at(-1)).toBe('246 borders: 246 new, 0 changed, 0 the same, 0 refused')
    expect(borders.lines.filter((line) => line.startsWith('no border yet')).length).toBe(8)
  } finally {
    await fresh.close()
  }
})
