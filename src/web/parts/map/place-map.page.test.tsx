import { brotliCompressSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import {
  type Border,
  type Point,
  type Position,
  type UnitCode,
  type UnitPoint,
  project,
  demonstrationSource,
} from '#territory'
import type { Here } from '../../here.ts'
import { kk } from '../../words/kk.ts'
import { formats } from '../../words/format.ts'
import { drawMap } from './draw.ts'
import { type MapEntry, type MapReading, PlaceMap, readMap } from './place-map.tsx'

const here = { language: 'kk', words: kk, format: formats.kk } as Here
const square = (longitude: number, latitude: number, side = 1): Position[] => [
  [longitude, latitude],
  [longitude + side, latitude],
  [longitude + side, latitude + side],
  [longitude, latitude + side],
  [longitude, latitude],
]
const code = (n: number) => String(300_000_000 + n) as UnitCode
const border = (n: number, ...rings: Position[][]): Border => ({
  unit: code(n),
  outline: rings.map((ring) => [ring]),
  source: 'made up',
})
const pointOf = (n: number, latitude: number, longitude: number): [UnitCode, UnitPoint] => [
  code(n),
  { unit: code(n), point: { latitude, longitude }, source: 'also made up' },
]
const entry = (n: number, value: number | null): MapEntry => ({
  unit: code(n),
  label: `unit <${n}>`,
  href: `/kk/${n}?a=1&b=2`,
  value,
})
const shown = (reading: MapReading, entries: readonly MapEntry[]) =>
  renderToString(
    <PlaceMap
      here={here}
      id="m"
      title="A map"
      description="What it shows"
      reading={reading}
      entries={entries}
    />,
  )
const reading: MapReading = {
  borders: [border(1, square(70, 45, 0.2)), border(2, square(69, 44, 3)), border(3, square(72, 44))],
  points: new Map([pointOf(1, 45, 70), pointOf(4, 44.5, 69.5), pointOf(5, 55, 50)]),
}

test('areas and marks lead where their entries say; what is neither is left to the list', () => {
  const html = shown(reading, [entry(1, 3), entry(2, null), entry(4, 12), entry(5, 1), entry(6, 1)])
  expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/kk/2?a=1&amp;b=2',
    '/kk/1?a=1&amp;b=2',
    '/kk/4?a=1&amp;b=2',
  ])
  expect(html).toContain('aria-label="unit &lt;1>"')
  expect(html).toMatch(/role="group" aria-labelledby="m-title m-desc"/)
  expect(html).toContain('<title id="m-title">A map</title>')
  expect(html).toContain('<desc id="m-desc">What it shows</desc>')
  expect(html).toContain('made up; also made up')
  expect(html.match(/class="map-area/g)?.length).toBe(3)
  expect(html).not.toMatch(/style=|<script/)
})

test('without a border there is no map, and no point is asked for', async () => {
  expect(shown({ borders: [], points: reading.points }, [entry(4, 1)])).toBe('')
  let asked = false
  const nothing = await readMap(
    {
      borders: async () => [],
      points: async () => {
        asked = true
        return new Map()
      },
    },
    null,
    [code(4)],
    '2026-11-22' as never,
  )
  expect(nothing.borders).toEqual([])
  expect(asked).toBe(false)
})

test('north is up, west is left, and what is nearer to the edge of the country stays in the frame', () => {
  const drawing = drawMap(reading.borders)!
  const at = (latitude: number, longitude: number) => drawing.spotOf({ latitude, longitude } as Point)!
  expect(at(46, 70).y).toBeLessThan(at(45, 70).y)
  expect(at(45, 70).x).toBeLessThan(at(45, 71).x)
  expect(drawing.spotOf({ latitude: 55, longitude: 50 })).toBeNull()
  const scale =
    (at(44.5, 71).x - at(44.5, 70).x) /
    (project({ latitude: 44.5, longitude: 71 }).x - project({ latitude: 44.5, longitude: 70 }).x)
  expect(drawing.height).toBeLessThan(900)
  expect(scale).toBeGreaterThan(0)
})

test('a path comes back to where it began, and corners on one spot are one', () => {
  const [area] = drawMap([
    border(1, [
      [70, 45],
      [71, 45],
      [71, 46],
      [71.00001, 46.00001],
      [70, 46],
      [70, 45],
    ]),
  ])!.areas
  const steps = area!.path.match(/-?\d+/g)!.map(Number)
  expect(area!.path).toMatch(/^M\d+ \d+l[-\d ]+z$/)
  expect(steps.length).toBe(2 + 2 * 3)
})

test('the largest area lies at the bottom, so that a city is not hidden', () => {
  expect(drawMap(reading.borders)!.areas.map(({ unit }) => unit)).toEqual([code(2), code(3), code(1)])
})

test('sources are named once each, and a sketch of the demonstration as what it is', () => {
  const borders = [
    { ...border(1, square(69, 44, 3)), source: 'A; B' },
    { ...border(2, square(72, 44)), source: 'B' },
    { ...border(3, square(73, 44)), source: demonstrationSource },
  ]
  const html = shown({ borders, points: new Map() }, [])
  expect(html).toContain(kk.map.sources(['A', 'B', kk.map.demonstration]))
  expect(html).toContain('role="img"')
})

test('an area too small to be hit is a mark of its own, and leads there once', () => {
  const borders = [border(1, square(69, 44, 3)), border(2, square(70, 45, 0.05))]
  const html = shown({ borders, points: new Map() }, [entry(1, 4), entry(2, 9)])
  expect(html.match(/href="[^"]*"/g)?.length).toBe(2)
  expect(html.match(/<circle class="map-mark"/g)?.length).toBe(1)
  expect(html).toMatch(/map-beside"[^>]*>9</)
})

test('twenty regions of two hundred corners each fit a page many times over', () => {
  const wavy = (n: number) =>
    Array.from({ length: 200 }, (_, at): Position => {
      const angle = (at * Math.PI) / 100
      const radius = 1 + Math.sin(at * n) / 10
      return [50 + 1.8 * n + radius * Math.cos(angle), 47 + (n % 4) + radius * Math.sin(angle)]
    })
  const borders = Array.from({ length: 20 }, (_, n) => border(n, [...wavy(n), wavy(n)[0]!]))
  const html = shown(
    { borders, points: new Map() },
    borders.map((_, n) => entry(n, n)),
  )
  expect(brotliCompressSync(html).length).toBeLessThan(25 * 1024)
})
