import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { areaOf } from './border.ts'
import { readDemonstration, readDemonstrationMap } from './demonstration.ts'
import { unitsOf } from './kato.ts'
import { pointFault } from './point.ts'
import { readRegisterFile } from './read-register.ts'

const shared = process.env['KEZDESU_SHARED']
const units = readDemonstration('data/demonstration/territory.yaml')

test('the demonstration is the twenty regions and one rural district down to its villages', () => {
  const kinds = Object.groupBy(units, ({ kind }) => kind)
  expect(Object.fromEntries(Object.entries(kinds).map(([kind, all]) => [kind, all.length]))).toEqual({
    oblast: 17,
    capital: 1,
    'republican-city': 2,
    district: 1,
    'rural-okrug': 14,
    village: 38,
    settlement: 1,
    'populated-place': 5,
  })
  expect(units.filter(({ hasAkim }) => hasAkim).length).toBe(35)
})

test.skipIf(!shared)('it says of every unit what the classifier says (KEZDESU_SHARED)', () => {
  const read = readRegisterFile('kato.csv', readFileSync(join(shared!, 'data/kato.csv')))
  if (!read.ok) throw new Error(read.refusal.code)
  const real = new Map(unitsOf(read.value.rows).units.map((unit) => [unit.code, unit]))
  expect(units).toEqual(units.map(({ code }) => real.get(code)))
})

test('each unit of the demonstration has a point, and each region and the district a border', () => {
  const { points, borders } = readDemonstrationMap('data/demonstration/map.yaml')
  expect(points.map(({ unit }) => unit).toSorted()).toEqual(units.map(({ code }) => code).toSorted())
  for (const { point } of points) expect(pointFault(point)).toBeUndefined()
  const drawn = units.filter(({ parent, kind }) => parent === null || kind === 'district')
  expect(borders.map(({ unit }) => unit).toSorted()).toEqual(drawn.map(({ code }) => code).toSorted())
  for (const { outline } of borders) {
    for (const [longitude, latitude] of outline.flat(2))
      expect(pointFault({ latitude, longitude })).toBeUndefined()
    expect(areaOf(outline[0]![0]!)).toBeGreaterThan(500)
  }
})
