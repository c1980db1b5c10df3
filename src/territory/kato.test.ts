import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type RegisterRow, type RowReason, unitsOf } from './kato.ts'
import { akimPost } from './office.ts'
import { readRegisterFile } from './read-register.ts'

const shared = process.env['KEZDESU_SHARED']

/** A row without surprises: a village of the okrug 315430000. */
const aRow = (given: Partial<RegisterRow> = {}): RegisterRow => ({
  file: 'f.csv',
  line: 2,
  code: '315430100',
  parent: '315430000',
  level: 'settlement',
  type: 'village',
  akim: '',
  name: { kk: 'Мерке ауылы', ru: 'село Мерке' },
  short: { kk: 'Мерке', ru: 'Мерке' },
  ...given,
})
const region = aRow({
  line: 10,
  code: '310000000',
  parent: '',
  level: 'oblast',
  type: 'region',
  akim: 'region',
})
const district = aRow({
  line: 11,
  code: '315400000',
  parent: '310000000',
  level: 'district',
  type: 'district',
  akim: 'district',
})
const okrug = aRow({
  line: 12,
  code: '315430000',
  parent: '315400000',
  level: 'sub_district',
  type: 'rural_okrug',
  akim: 'rural_okrug',
})
const above = [region, district, okrug]

describe('a row that cannot be taken says why, and the others are taken', () => {
  const cases: [string, Partial<RegisterRow>, RowReason][] = [
    ['short code', { code: '31543010' }, { code: 'bad-code', given: '31543010' }],
    ['letters in the code', { code: '31543O100' }, { code: 'bad-code', given: '31543O100' }],
    ['code of no region', { code: '005430100' }, { code: 'bad-code', given: '005430100' }],
    ['code of another row', { code: '315430000' }, { code: 'duplicate-code', firstLine: 12 }],
    ['empty name', { name: { kk: '', ru: 'село' } }, { code: 'empty-name' }],
    ['empty bare name', { short: { kk: 'Мерке', ru: '' } }, { code: 'empty-name' }],
    ['huge name', { name: { kk: 'а'.repeat(201), ru: 'а' } }, { code: 'name-too-long', length: 201 }],
    ['NUL in a name', { name: { kk: 'а\u0000', ru: 'а' } }, { code: 'control-character' }],
    ['text turned round', { name: { kk: 'а\u202e', ru: 'а' } }, { code: 'control-character' }],
    ['unknown type', { type: 'hamlet' }, { code: 'unknown-type', given: 'hamlet' }],
    ['type of the language itself', { type: 'constructor' }, { code: 'unknown-type', given: 'constructor' }],
    [
      'level against the code',
      { level: 'district' },
      { code: 'level-contradicts-code', given: 'district', byCode: 'settlement' },
    ],
    [
      'type at a wrong level',
      { type: 'rural_okrug' },
      { code: 'type-not-at-level', type: 'rural_okrug', level: 'settlement' },
    ],
    [
      'village with an akim',
      { akim: 'village' },
      { code: 'akim-contradicts-type', type: 'village', akim: 'village' },
    ],
    ['parent not in the file', { parent: '315431000' }, { code: 'parent-not-above', parent: '315431000' }],
    [
      'parent in another branch',
      { parent: '315400000', code: '316430100' },
      { code: 'parent-not-above', parent: '315400000' },
    ],
    ['its own parent', { parent: '315430100' }, { code: 'parent-not-above', parent: '315430100' }],
    ['no parent', { parent: '' }, { code: 'parent-impossible', kind: 'village', parentKind: null }],
    [
      'parent of an impossible kind',
      { parent: '310000000' },
      { code: 'parent-impossible', kind: 'village', parentKind: 'oblast' },
    ],
  ]
  test.each(cases)('%s', (_, given, reason) => {
    const { units, refused } = unitsOf([...above, aRow(given)])
    expect(refused.map(({ line, reason }) => ({ line, reason }))).toEqual([{ line: 2, reason }])
    expect(units.map(({ code }) => code)).toEqual(['310000000', '315400000', '315430000'])
  })
  test('control: the row without a fault is taken', () => {
    const { units, refused } = unitsOf([aRow(), ...above])
    expect(refused).toEqual([])
    expect(units.at(-1)).toEqual({
      code: '315430100',
      parent: '315430000',
      kind: 'village',
      name: { kk: 'Мерке ауылы', ru: 'село Мерке', en: 'Merke village' },
      short: { kk: 'Мерке', ru: 'Мерке', en: 'Merke' },
      hasAkim: false,
    })
  })
  test('a missing parent is told from a refused one, and children say so to any depth', () => {
    const village = aRow()
    expect(unitsOf([region, okrug, village]).refused.map(({ line, reason }) => [line, reason.code])).toEqual([
      [2, 'parent-refused'],
      [12, 'parent-missing'],
    ])
    const broken = { ...district, type: 'parish' }
    expect(
      unitsOf([region, broken, okrug, village]).refused.map(({ line, reason }) => [line, reason.code]),
    ).toEqual([
      [2, 'parent-refused'],
      [11, 'unknown-type'],
      [12, 'parent-refused'],
    ])
  })
  test('two that name each other as parent are both refused', () => {
    const ring = [{ ...okrug, parent: '315430100' }, aRow()]
    expect(
      unitsOf([region, district, ...ring]).refused.map(({ line, reason }) => [line, reason.code]),
    ).toEqual([
      [2, 'parent-refused'],
      [12, 'parent-not-above'],
    ])
  })
})

test('where the file is silent, parent and akim follow the code', () => {
  const silent = { parent: undefined, level: undefined, akim: undefined }
  const rows = [
    { ...region, ...silent },
    { ...district, ...silent },
    { ...okrug, ...silent },
    aRow(silent),
    aRow({ ...silent, line: 3, code: '315420100', type: 'city' }),
    aRow({ ...silent, line: 4, code: '311000000', type: 'city_of_region' }),
    aRow({ ...silent, line: 5, code: '311010000', type: 'city' }),
    aRow({ ...silent, line: 6, code: '311011100', type: 'city_district' }),
    aRow({ ...silent, line: 7, code: '710000000', type: 'city_republican' }),
  ]
  const { units, refused } = unitsOf(rows)
  expect(refused).toEqual([])
  expect(units.map(({ code, parent, kind, hasAkim }) => [code, parent, kind, hasAkim])).toEqual([
    ['310000000', null, 'oblast', true],
    ['710000000', null, 'capital', true],
    ['311000000', '310000000', 'oblast-city', true],
    ['315400000', '310000000', 'district', true],
    ['311010000', '311000000', 'populated-place', false],
    ['315430000', '315400000', 'rural-okrug', true],
    ['311011100', '311000000', 'city-district', true],
    ['315420100', '315400000', 'district-city', true],
    ['315430100', '315430000', 'village', false],
  ])
})

const registerIn = (path: string) => {
  const read = readRegisterFile('kato.csv', readFileSync(path))
  if (!read.ok) throw new Error(read.refusal.code)
  return unitsOf(read.value.rows)
}

test.skipIf(!shared)(
  'the classifier of 17 July 2026 gives 15,594 units and 2,589 akims (KEZDESU_SHARED)',
  () => {
    const { units, refused } = registerIn(join(shared!, 'data/kato.csv'))
    expect(refused).toEqual([])
    expect(units.length).toBe(15_594)
    const posts = Object.groupBy(
      units.flatMap((unit) => akimPost(unit) ?? []),
      (post) => post,
    )
    expect(Object.fromEntries(Object.entries(posts).map(([post, all]) => [post, all.length]))).toEqual({
      'oblast-akim': 17,
      'republican-city-akim': 2,
      'capital-akim': 1,
      'district-akim': 170,
      'oblast-city-akim': 39,
      'city-district-akim': 25,
      'district-city-akim': 48,
      'settlement-akim': 71,
      'village-akim': 108,
      'rural-okrug-akim': 2_108,
    })
    const plain = Object.groupBy(
      units.filter(({ hasAkim }) => !hasAkim),
      ({ kind }) => kind,
    )
    expect(Object.fromEntries(Object.entries(plain).map(([kind, all]) => [kind, all.length]))).toEqual({
      village: 9_551,
      settlement: 88,
      'populated-place': 3_366,
    })
  },
)
