import type { Denied } from '#people'
import { done } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const { owner } = database
  await owner.query(`
    insert into denied_attempts values
      (now() - interval '366 days', 'p', 'publish-notice', 'akim.310000000', 'not-your-office'),
      (now() - interval '364 days', 'p', 'publish-notice', 'akim.310000000', 'not-your-office'),
      (now(), 'p', 'publish-notice', 'akim.110000000', 'not-your-office')`)
})
afterAll(() => database?.close())

const [here, there] = ['310000000', '110000000'].map((code) => akimOffice(code as UnitCode)) as [
  OfficeId,
  OfficeId,
]
const seenBy = (...offices: OfficeId[]): Promise<Denied[]> =>
  database.storage.readOffice({ person: 'p', offices }, ({ denied }) => denied.newest('everywhere', 9))

test('attempts are seen at the own office, and everywhere by the operator', async () => {
  expect((await seenBy(here)).length).toBe(2)
  expect((await seenBy(there)).length).toBe(1)
  expect((await seenBy('operator' as OfficeId)).length).toBe(3)
  expect(await seenBy()).toEqual([])
})

test('an attempt is forgotten after a year, and cannot be changed before', async () => {
  const forget = () =>
    database.storage.transaction({ person: null, offices: [] }, async ({ denied }) =>
      done(await denied.forgetOld()),
    )
  expect(await forget()).toEqual(done(1))
  expect(await forget()).toEqual(done(0))
  await expect(database.owner.query(`update denied_attempts set person = 'q'`)).rejects.toThrow('insert-only')
})
