import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, localDate } from '#kernel'
import {
  type OfficeId,
  type RegisterUnit,
  type TerritoryStore,
  type UnitCode,
  importRegister,
  readDemonstration,
} from '#territory'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
const demonstration = readDemonstration('data/demonstration/territory.yaml')
const today = localDate('2026-11-22')
const code = (text: string) => text as UnitCode
const merke = code('315400000')
const nobody = { person: null, offices: [] }

beforeAll(async () => {
  database = await freshDatabase()
  const editions: [string, RegisterUnit[]][] = [
    ['2026-01-01', demonstration],
    ['2026-07-17', demonstration.map((unit) => (unit.code === merke ? { ...unit, name: renamed } : unit))],
  ]
  for (const [day, units] of editions)
    await database.storage.transaction(nobody, ({ register }) =>
      importRegister({ register }, { units, refused: [], edition: localDate(day) }),
    )
})
afterAll(() => database?.close())
const read = <T>(verb: (territory: TerritoryStore) => Promise<T>): Promise<T> =>
  database.storage.readPublic(({ territory }) => verb(territory))
const renamed = { kk: 'Меркі ауданы', ru: 'Меркенский район', en: 'Merki district' }

describe('units by date, as the public reads them', () => {
  test('a renamed unit has its old name on an old day', async () => {
    const names = await Promise.all(
      ['1999-01-01', '2026-07-16', '2026-07-17'].map((day) => read((t) => t.unit(merke, localDate(day)))),
    )
    expect(names.map((unit) => [unit?.name.kk, unit?.from, unit?.to])).toEqual([
      ['Мерке ауданы', null, '2026-07-16'],
      ['Мерке ауданы', null, '2026-07-16'],
      ['Меркі ауданы', '2026-07-17', null],
    ])
    expect((await read((t) => t.history(merke))).map(({ from }) => from)).toEqual([null, '2026-07-17'])
    expect(await read((t) => t.unit(code('999999999'), today))).toBeNull()
  })
  test('the tree is walked up and down', async () => {
    const lineage = await read((t) => t.lineage(code('315441100'), today))
    expect(lineage.map(({ name }) => name.kk)).toEqual([
      'Андас батыр ауылы',
      'Андас батыр ауылдық округі',
      'Меркі ауданы',
      'Жамбыл облысы',
    ])
    expect((await read((t) => t.children(null, today))).length).toBe(20)
    expect((await read((t) => t.children(merke, today))).length).toBe(14)
    const below = await read((t) => t.subtree(code('310000000'), today))
    expect(below.length).toBe(60)
    expect(below.slice(0, 3).map((unit) => unit.code)).toEqual(['310000000', '315400000', '315430000'])
  })
  test('offices follow from the units', async () => {
    const offices = await read((t) => t.officesBelow(merke, today))
    expect(offices.length).toBe(16)
    expect(offices.slice(0, 3).map(({ id }) => id)).toEqual([
      'akim.315400000',
      'maslikhat.315400000',
      'akim.315430000',
    ])
    expect(await read((t) => t.office('akim.315400000' as OfficeId))).toMatchObject({
      post: 'district-akim',
      name: { kk: 'Меркі ауданының әкімі' },
    })
    for (const none of ['akim.315441100', 'akim.999999999', 'ministry-of-health'])
      expect(await read((t) => t.office(none as OfficeId))).toBeNull()
  })
})

describe('search', () => {
  const find = async (words: string, limit = 5) =>
    (await read((t) => t.search(words, today, limit))).map(({ unit, above }) =>
      [unit, ...above].map(({ short }) => short.kk).join(' – '),
    )
  test('finds a place however it is typed, with what stands above it', async () => {
    for (const typed of [
      'Андас батыр',
      'андас',
      'andas batyr',
      'АНДАСБАТЫР',
      'Andas batır ауылы',
      'с. Андас батыра',
    ])
      expect(await find(typed), typed).toContain('Андас батыр – Андас батыр – Мерке – Жамбыл')
  })
  test('puts the whole name first, the kind that was typed before others, places with an akim before the rest', async () => {
    expect(await find('Жамбыл')).toEqual([
      'Жамбыл',
      'Жамбыл – Мерке – Жамбыл',
      'Жамбыл – Жамбыл – Мерке – Жамбыл',
    ])
    expect((await find('село Ойтал')).slice(0, 2)).toEqual([
      'Ойтал – Ойтал – Мерке – Жамбыл',
      'Ойтал – Сарымолдаев – Мерке – Жамбыл',
    ])
    expect((await find('Ойтал ауылдық округі'))[0]).toBe('Ойтал – Мерке – Жамбыл')
  })
  test('answers anything with at most so many', async () => {
    for (const typed of ['', ' ', '%', '_', "'; drop table units; --", '\\', 'я'.repeat(5_000)])
      expect(await find(typed), typed).toEqual([])
    expect((await find('а', 3)).length).toBe(3)
  })
  test('does not find a name before it was given', async () => {
    const on = (day: string) => read((t) => t.search('Merki district', localDate(day), 5))
    expect((await on('2026-07-17'))[0]?.unit.name.en).toBe('Merki district')
    expect((await on('2026-07-16'))[0]?.unit.name.en).toBe('Merke district')
  })
})

describe('holders', () => {
  const office = 'akim.315430000' as OfficeId
  const aHolder = (name: string, from: string, to: string | null, acting = false) => ({
    office,
    name: { kk: name, ru: name, en: name },
    acting,
    from: localDate(from),
    to: to === null ? null : localDate(to),
  })
  test('an office has one holder a day; one who acts stands before him', async () => {
    const added = await database.storage.transaction(nobody, async ({ territory }) => {
      const all = [
        await territory.addHolder(aHolder('A', '2024-01-01', '2025-12-31')),
        await territory.addHolder(aHolder('B', '2025-12-31', null)),
        await territory.addHolder(aHolder('C', '2026-01-01', null)),
        await territory.addHolder(aHolder('D', '2026-03-01', '2026-03-31', true)),
      ]
      await territory.endHolder(office, localDate('2026-10-31'), false)
      return done(all)
    })
    expect(added).toEqual({ ok: true, value: [true, false, true, true] })
    const names = await Promise.all(
      ['2023-12-31', '2025-12-31', '2026-02-28', '2026-03-15', '2026-10-31', '2026-11-01'].map((day) =>
        read((t) => t.holder(office, localDate(day))),
      ),
    )
    expect(names.map((holder) => holder?.name.kk)).toEqual([undefined, 'A', 'C', 'D', 'C', undefined])
  })
})

describe('walls', () => {
  const twice = `insert into units (code, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim,
    whole_keys, plain_keys) values ('315400000', 'district', 'a', 'a', 'a', 'a', 'a', 'a', true, '{}', '{}')`
  test('a unit cannot have two versions on a day; control: without the constraint it has', async () => {
    await expect(database.owner.query(twice)).rejects.toMatchObject({
      constraint: 'a_unit_has_one_version_a_day',
    })
    await database.owner.query('begin')
    await database.owner.query('alter table units drop constraint a_unit_has_one_version_a_day')
    await database.owner.query(twice)
    const { rows } = await database.owner.query(
      `select count(*)::int as n from units where code = '315400000' and valid_to is null`,
    )
    await database.owner.query('rollback')
    expect(rows).toEqual([{ n: 2 }])
  })
  test('the public only reads', async () => {
    await expect(database.storage.readPublic(({ register }) => register.remove([merke]))).rejects.toThrow(
      /permission denied|read-only/,
    )
  })
})
