import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '#kernel'
import type { Stores } from '#flows'
import {
  type RegisterUnit,
  importRegister,
  loadDemonstration,
  readDemonstration,
  readDemonstrationMap,
} from '#territory'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

const units = readDemonstration('data/demonstration/territory.yaml')
const map = readDemonstrationMap('data/demonstration/map.yaml')
const nobody = { person: null, offices: [] }
const first = localDate('2026-01-01')
let database: FreshDatabase | undefined
beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
})
afterAll(() => database?.close())

const bring = (given: readonly RegisterUnit[], edition: LocalDate = first, refused: readonly string[] = []) =>
  database!.storage.transaction(nobody, ({ register }) =>
    importRegister({ register }, { units: given, refused, edition }),
  )
const counts = (fresh: number, changed: number, closed: number) => ({
  ok: true,
  value: { new: fresh, changed, closed },
})
const held = async () => {
  const { rows } = await database!.owner.query(
    'select (select count(*)::int from units) as units, (select count(distinct unit)::int from unit_words) as found, (select count(*)::int from register_editions) as editions',
  )
  return rows[0]
}

describe('an edition', () => {
  test('imported twice changes nothing the second time, on the same day and later', async () => {
    expect(await bring(units)).toEqual(counts(79, 0, 0))
    expect(await bring(units)).toEqual(counts(0, 0, 0))
    expect(await bring(units, localDate('2026-01-02'))).toEqual(counts(0, 0, 0))
    expect(await held()).toEqual({ units: 79, found: 79, editions: 2 })
  })
  test('older than the last is refused', async () => {
    await bring(units, localDate('2026-07-17'))
    expect(await bring(units, localDate('2026-07-16'))).toEqual({
      ok: false,
      refusal: { code: 'edition-older-than-last', edition: '2026-07-16', last: '2026-07-17' },
    })
    expect(await bring([], localDate('2026-07-18'))).toEqual({ ok: false, refusal: { code: 'no-units' } })
  })
  test('that is newer renames, moves, closes and opens, and keeps the history', async () => {
    await bring(units)
    const next = units
      .filter(({ code }) => code !== '315453300')
      .map((unit) =>
        unit.code === '315453200' ? { ...unit, name: { ...unit.name, kk: 'Жаңа ауылы' } } : unit,
      )
    expect(await bring(next, localDate('2026-07-17'))).toEqual(counts(0, 1, 1))
    expect(await bring(units, localDate('2026-09-01'))).toEqual(counts(1, 1, 0))
    const { rows } = await database!.owner.query(
      `select code, name_kk, valid_from::text as from, valid_to::text as to from units
       where code in ('315453200', '315453300') order by code, valid_from nulls first`,
    )
    expect(rows).toEqual([
      { code: '315453200', name_kk: 'Қайыңдысай ауылы', from: null, to: '2026-07-16' },
      { code: '315453200', name_kk: 'Жаңа ауылы', from: '2026-07-17', to: '2026-08-31' },
      { code: '315453200', name_kk: 'Қайыңдысай ауылы', from: '2026-09-01', to: null },
      { code: '315453300', name_kk: 'Құмарық ауылы', from: null, to: '2026-07-16' },
      { code: '315453300', name_kk: 'Құмарық ауылы', from: '2026-09-01', to: null },
    ])
  })
  test('corrected on the same day is written over, its search words too', async () => {
    await bring(units)
    const corrected = units
      .filter(({ code }) => code !== '315453300')
      .map((unit) =>
        unit.code === '315453200' ? { ...unit, short: { kk: 'Тың', ru: 'Тын', en: 'Tyn' } } : unit,
      )
    expect(await bring(corrected)).toEqual(counts(0, 1, 1))
    expect(await held()).toEqual({ units: 78, found: 78, editions: 1 })
    const search = (words: string) =>
      database!.storage.readPublic(({ territory }) => territory.search(words, first, 9))
    expect((await search('тың')).map(({ unit }) => unit.code)).toEqual(['315453200'])
    expect(await bring(units)).toEqual(counts(1, 1, 0))
  })
  test('does not close a unit whose row, or the row above it, was refused', async () => {
    await bring(units)
    const taken = units.filter(({ code }) => !code.startsWith('315453'))
    expect(await bring(taken, localDate('2026-07-17'), ['315453000', 'rubbish'])).toEqual(counts(0, 0, 0))
  })
  test('that lacks a great part of the country is not believed', async () => {
    const many = Array.from({ length: 200 }, (_, i): RegisterUnit => {
      const village = units.find(({ code }) => code === '315430100')!
      return { ...village, code: `315430${101 + i}` as RegisterUnit['code'] }
    })
    await bring([...units, ...many])
    expect(await bring(units, localDate('2026-07-17'))).toEqual({
      ok: false,
      refusal: { code: 'too-many-vanish', vanishing: 200, held: 279 },
    })
    expect(await bring([...units, ...many.slice(150)], localDate('2026-07-17'))).toMatchObject({ ok: false })
    expect(await bring([...units, ...many.slice(60)], localDate('2026-07-17'))).toEqual(counts(0, 0, 60))
  })
  test('two imports at once follow one another', async () => {
    const results = await Promise.all([bring(units), bring(units)])
    expect(results.map((result) => result.ok && result.value.new).sort()).toEqual([0, 79])
    expect(await held()).toEqual({ units: 79, found: 79, editions: 1 })
  })
})

describe('an import that breaks off leaves nothing behind', () => {
  /** Writes the first half and then loses the connection's good will. */
  const breaking = ({ register }: Pick<Stores, 'register'>): Pick<Stores, 'register'> => ({
    register: {
      ...register,
      async open(given) {
        await register.open(given.slice(0, 40))
        throw new Error('the cable was pulled')
      },
    },
  })
  const command = { units, refused: [], edition: first }
  test('in one transaction', async () => {
    const broken = database!.storage.transaction(nobody, (stores) =>
      importRegister(breaking(stores), command),
    )
    await expect(broken).rejects.toThrow('the cable was pulled')
    expect(await held()).toEqual({ units: 0, found: 0, editions: 0 })
    expect(await bring(units)).toEqual(counts(79, 0, 0))
  })
  test('control: were the fault swallowed, half a register would be seen', async () => {
    await database!.storage.transaction(nobody, async (stores) => {
      await importRegister(breaking(stores), command).catch(() => {})
      return { ok: true, value: undefined }
    })
    expect(await held()).toMatchObject({ units: 40 })
  })
})

describe('the demonstration', () => {
  test('is loaded into an empty register only, and gives way to the first edition', async () => {
    const load = () =>
      database!.storage.transaction(nobody, async (stores) => ({
        ok: true,
        value: await loadDemonstration(stores, { units, map }),
      }))
    expect([await load(), await load()].map((result) => result.ok && result.value)).toEqual([true, false])
    expect(await database!.storage.readPublic(({ register }) => register.lastEdition())).toBeNull()
    expect(await bring(units.slice(0, 70))).toEqual(counts(0, 0, 9))
    expect(await held()).toEqual({ units: 70, found: 70, editions: 1 })
  })
})
