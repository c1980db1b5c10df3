import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { readKnowledge } from '#reading'
import { readWords } from '#requests'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { officeReaders } from './office-readers.ts'

let house: Demonstration
beforeAll(async () => void (house = await demonstrationAt('2026-11-23T05:00:00.000Z')))
afterAll(() => house?.close())

const today = localDate('2026-11-23')
const placeRead = (office: OfficeId, words: string) =>
  house.storage.readOffice({ person: 'test', offices: [office] }, async (stores) => {
    const reader = await officeReaders(readKnowledge).of(stores, office, today)
    return readWords(words, reader).reading.place
  })

test('an akim’s reader knows the places of his unit, a ministry’s those of regions and districts', async () => {
  const region = '310000000' as UnitCode
  const [district] = await house.storage.readOffice(
    { person: 'test', offices: [akimOffice(region)] },
    ({ territory }) => territory.children(region, today),
  )
  const words = `${district!.short.kk} ауданында дәрігер жоқ`
  const minister = 'minister.health' as OfficeId
  expect(await placeRead(minister, words)).toBe(district!.code)
  // Within a region the village of that name is nearer.
  const near = await placeRead(akimOffice(region), words)
  expect(near?.slice(0, 4)).toBe(district!.code.slice(0, 4))
  expect(await placeRead(akimOffice('750000000' as UnitCode), words)).not.toBe(district!.code)
})
