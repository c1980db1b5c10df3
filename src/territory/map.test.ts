// Points and borders as an operator's files have them: what is taken, what is refused and how it is named, how lines are thinned.
import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { type Outline, type Position, areaOf, thin } from './border.ts'
import { matchAreas } from './match-areas.ts'
import { pointFault } from './point.ts'
import { project } from './project.ts'
import { type NamedArea, readBorders } from './read-borders.ts'
import { firstOfEach, readPointFile } from './read-points.ts'
import type { Unit, UnitCode, UnitKind } from './unit.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')

test('points: rows are taken or refused by line and reason', () => {
  const read = readPointFile(
    'p.csv',
    bytes(
      [
        'lat,name,code,lon',
        '42.87,Merke,315430000,73.18',
        '73.18,exchanged,315431000,42.87',
        '55.75,Moscow,315432000,37.62',
        ',empty,315433000,73',
        '91,off,315434000,73',
        '42,short code,31543,73',
        '"42,broken,315435000,73',
        '43.2,short row,315436000',
      ].join('\n'),
    ),
  )
  expect(read.ok && read.value.rows).toEqual([
    { file: 'p.csv', line: 2, unit: '315430000', point: { latitude: 42.87, longitude: 73.18 } },
  ])
  expect(read.ok && read.value.refused.map(({ line, reason }) => [line, reason])).toEqual([
    [3, { code: 'bad-point', fault: 'swapped' }],
    [4, { code: 'bad-point', fault: 'outside-country' }],
    [5, { code: 'bad-point', fault: 'not-on-earth' }],
    [6, { code: 'bad-point', fault: 'not-on-earth' }],
    [7, { code: 'bad-code', given: '31543' }],
    [8, { code: 'broken-quotes' }],
    [9, { code: 'bad-point', fault: 'not-on-earth' }],
  ])
})

test('points: files that are no such thing are refused whole', () => {
  const why = (content: Buffer) => {
    const read = readPointFile('p.csv', content)
    return read.ok ? 'read' : read.refusal.code
  }
  expect(why(bytes(''))).toBe('empty-file')
  expect(why(bytes('{"type":"FeatureCollection"}'))).toBe('missing-column')
  expect(why(Buffer.from([0xff, 0xfe, 0x00, 0x41]))).toBe('not-utf8')
  expect(why(Buffer.alloc(64 * 1024 * 1024 + 1))).toBe('file-too-large')
  expect(why(bytes(`code,lat,lon\n${'x\n'.repeat(100_001)}`))).toBe('too-many-rows')
})

test('points: of two files the first counts; twice in one file is told', () => {
  const row = (file: string, line: number, latitude: number) => ({
    file,
    line,
    unit: '315430000' as UnitCode,
    point: { latitude, longitude: 70 },
  })
  const { rows, refused } = firstOfEach([row('a', 2, 43), row('a', 3, 44), row('b', 2, 45)])
  expect(rows).toEqual([row('a', 2, 43)])
  expect(refused).toEqual([
    { file: 'a', line: 3, unit: '315430000', reason: { code: 'listed-before', file: 'a', line: 2 } },
  ])
})

test('the frame holds the country’s farthest towns and not its neighbours’ capitals', () => {
  for (const [latitude, longitude] of [
    [41.3, 68.3], // Saryagash
    [54.87, 69.15], // Petropavl
    [48.79, 85.4], // Katon-Karagay side
    [43.65, 51.16], // Aktau
  ] as const)
    expect(pointFault({ latitude, longitude })).toBeUndefined()
  expect(pointFault({ latitude: 39.9, longitude: 116.4 })).toBe('outside-country')
  expect(pointFault({ latitude: Number.NaN, longitude: 70 })).toBe('not-on-earth')
})

test('the projection keeps areas and hardly bends lengths within the country', () => {
  const km = 6371.0088
  const rad = Math.PI / 180
  for (const [west, south] of [
    [47, 41],
    [66, 48],
    [86, 54],
  ] as const) {
    const cell = Array.from({ length: 101 }, (_, at): Position => [west + at / 100, south])
    const ring = [
      ...cell,
      ...cell.map(([longitude]): Position => [longitude, south + 1]).toReversed(),
      cell[0]!,
    ]
    const globe = km * km * rad * (Math.sin((south + 1) * rad) - Math.sin(south * rad))
    expect(areaOf(ring) / globe).toBeCloseTo(1, 3)
    const [a, b] = [
      project({ latitude: south, longitude: west }),
      project({ latitude: south + 1, longitude: west }),
    ]
    expect(Math.hypot(a.x - b.x, a.y - b.y) / (km * rad)).toBeGreaterThan(0.97)
    expect(Math.hypot(a.x - b.x, a.y - b.y) / (km * rad)).toBeLessThan(1.03)
  }
  expect(project({ latitude: 50, longitude: 70 }).y).toBeGreaterThan(
    project({ latitude: 45, longitude: 70 }).y,
  )
})

/** A wavy line from west to east at this latitude. */
const wave = (latitude: number): Position[] =>
  Array.from({ length: 41 }, (_, at): Position => [66 + at / 20, latitude + (at % 2) / 500])
const ringOf = (...points: Position[]): Position[] => [...points, points[0]!]

test('thinning: neighbours keep the line they share, in whatever direction each has it', () => {
  const shared = wave(48)
  const north: Outline = [[ringOf([66, 50], ...shared, [68, 50])]]
  const south: Outline = [[ringOf([68, 46], ...shared.toReversed(), [66, 46])]]
  const [above, below] = thin([north, south], 3)
  const near = (outline: Outline) => outline[0]![0]!.filter(([, y]) => y > 47 && y < 49).map(String)
  expect(near(above!).length).toBeLessThan(shared.length / 4)
  expect(new Set(near(above!))).toEqual(new Set(near(below!)))
  for (const [ring] of [above![0]!, below![0]!]) expect(ring![0]).toEqual(ring!.at(-1))
})

test('thinning: a city keeps the hole it fills; a speck is dropped, but never all of a unit', () => {
  const round = (longitude: number, latitude: number, radius: number): Position[] =>
    ringOf(
      ...Array.from({ length: 60 }, (_, at): Position => {
        const angle = (at * Math.PI) / 30
        return [longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)]
      }),
    )
  const hole = round(67, 48, 0.2)
  const square = ringOf([66, 47], [68, 47], [68, 49], [66, 49])
  const turned = ringOf(...hole.slice(17, -1), ...hole.slice(0, 17))
  const [around, city, speck] = thin(
    [[[square, hole], [round(69, 48, 0.001)]], [[turned]], [[round(70, 48, 0.001)]]],
    3,
  )
  expect(around!.length).toBe(1)
  expect(new Set(around![0]![1]!.map(String))).toEqual(new Set(city![0]![0]!.map(String)))
  expect(city![0]![0]!.length).toBeLessThan(30)
  expect(speck![0]![0]!.length).toBeGreaterThan(3)
})

const square = (longitude: number, latitude: number) => [
  ringOf(
    [longitude, latitude],
    [longitude + 1, latitude],
    [longitude + 1, latitude + 1],
    [longitude, latitude + 1],
  ),
]
const feature = (
  properties: object,
  geometry: object | null = { type: 'Polygon', coordinates: square(66, 48) },
) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (features: unknown[], more: object = {}) =>
  bytes(JSON.stringify({ type: 'FeatureCollection', features, ...more }))
const read = (content: Buffer) => {
  const outcome = readBorders('b.geojson', content)
  return outcome.ok ? outcome.value : outcome.refusal.code
}

test('borders: areas are taken or refused by their place and name', () => {
  const outcome = read(
    collection([
      feature({ code: '315400000', name_ru: 'Меркенский район' }),
      feature({ name: 'no geometry' }, null),
      feature({ name: 'a line' }, { type: 'LineString', coordinates: square(66, 48)[0] }),
      feature({ name: 'open' }, { type: 'Polygon', coordinates: [square(66, 48)[0]!.slice(0, 4)] }),
      feature({ name: 'words' }, { type: 'Polygon', coordinates: [[['66', '48'], [1], [2], [3]]] }),
      feature({ name: 'exchanged' }, { type: 'Polygon', coordinates: square(48, 66) }),
      feature({ name: 'elsewhere' }, { type: 'Polygon', coordinates: square(10, 50) }),
      feature({}),
      null,
    ]),
  )
  if (typeof outcome === 'string') throw new Error(outcome)
  expect(outcome.areas.map(({ code, names }) => [code, names])).toEqual([['315400000', ['Меркенский район']]])
  expect(outcome.refused.map(({ place, called, reason }) => [place, called, reason])).toEqual([
    [2, 'no geometry', { code: 'no-area' }],
    [3, 'a line', { code: 'no-area' }],
    [4, 'open', { code: 'broken-ring' }],
    [5, 'words', { code: 'broken-ring' }],
    [6, 'exchanged', { code: 'bad-point', fault: 'swapped' }],
    [7, 'elsewhere', { code: 'bad-point', fault: 'outside-country' }],
    [8, '', { code: 'no-name' }],
    [9, '', { code: 'no-name' }],
  ])
})

test('borders: files that are no such thing are refused whole', () => {
  expect(read(bytes('code,lat,lon'))).toBe('not-json')
  expect(read(bytes('{"type":"Topology"}'))).toBe('not-geojson')
  expect(read(bytes('[]'))).toBe('not-geojson')
  const metres = [ringOf([7_400_000, 6_100_000], [7_500_000, 6_100_000], [7_500_000, 6_200_000])]
  expect(read(collection([feature({ name: 'x' }, { type: 'Polygon', coordinates: metres })]))).toBe(
    'other-coordinate-system',
  )
  const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
  expect(read(collection([], crs('urn:ogc:def:crs:EPSG::3857')))).toBe('other-coordinate-system')
  expect(read(collection([], crs('urn:ogc:def:crs:OGC:1.3:CRS84')))).toEqual({ areas: [], refused: [] })
  expect(read(Buffer.alloc(32 * 1024 * 1024 + 1))).toBe('file-too-large')
})

const unit = (
  code: string,
  kind: UnitKind,
  kk: string,
  ru: string,
  shorts: [string, string],
  parent?: string,
): Unit => ({
  code: code as UnitCode,
  parent: (parent ?? null) as UnitCode | null,
  kind,
  name: { kk, ru, en: kk },
  short: { kk: shorts[0], ru: shorts[1], en: shorts[0] },
  hasAkim: true,
  from: null,
  to: null,
})
const units = [
  unit('310000000', 'oblast', 'Жамбыл облысы', 'Жамбылская область', ['Жамбыл', 'Жамбылская']),
  unit('190000000', 'oblast', 'Алматы облысы', 'Алматинская область', ['Алматы', 'Алматинская']),
  unit('750000000', 'republican-city', 'Алматы қаласы', 'город Алматы', ['Алматы', 'Алматы']),
  unit('315400000', 'district', 'Мерке ауданы', 'Меркенский район', ['Мерке', 'Меркенский'], '310000000'),
  unit('313600000', 'district', 'Жамбыл ауданы', 'Жамбылский район', ['Жамбыл', 'Жамбылский'], '310000000'),
  unit('194200000', 'district', 'Жамбыл ауданы', 'Жамбылский район', ['Жамбыл', 'Жамбылский'], '190000000'),
  unit('315430100', 'village', 'Мерке ауылы', 'село Мерке', ['Мерке', 'Мерке'], '315400000'),
]
const area = (over: Partial<NamedArea>): NamedArea => ({
  file: 'b.geojson',
  place: 1,
  code: null,
  names: [],
  region: null,
  outline: [square(66, 48)],
  ...over,
})
const matchOf = (over: Partial<NamedArea>) => {
  const { matched, unmatched } = matchAreas([area(over)], units)
  return matched[0] ? `${matched[0].unit.code} by ${matched[0].by}` : unmatched[0]!.reason
}

test('an area is matched by its code, otherwise by its name within its region', () => {
  expect(matchOf({ code: '315400000', names: ['whatever'] })).toBe('315400000 by code')
  expect(matchOf({ code: 'KZ-31', names: ['Zhambyl oblysy'] })).toBe('310000000 by name')
  expect(matchOf({ names: ['Мерке'] })).toBe('315400000 by name')
  expect(matchOf({ names: ['Merke audany'], region: '310000000' })).toBe('315400000 by name')
  expect(matchOf({ names: ['Меркенский р-н'] })).toBe('315400000 by name')
  expect(matchOf({ names: ['Жамбылский район'], region: 'Алматинская область' })).toBe('194200000 by name')
  expect(matchOf({ names: ['Жамбылский район'] })).toEqual({
    code: 'several-units',
    units: ['313600000', '194200000'],
  })
  expect(matchOf({ names: ['Меркенский район'], region: '190000000' })).toEqual({ code: 'no-such-unit' })
  expect(matchOf({ names: ['Atlantis'] })).toEqual({ code: 'no-such-unit' })
})

test('a unit is drawn once', () => {
  const { matched, unmatched } = matchAreas(
    [area({ code: '315400000' }), area({ place: 2, names: ['Меркенский район'] })],
    units,
  )
  expect(matched.length).toBe(1)
  expect(unmatched[0]!.reason).toEqual({ code: 'drawn-before', place: 1 })
})
