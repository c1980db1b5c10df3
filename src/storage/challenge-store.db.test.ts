import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, done } from '#kernel'
import type { ChallengeMark, ChallengeStore } from '#receipts'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const mark = 'ab'.repeat(32) as ChallengeMark
const until = '2026-11-23T11:00:00.000Z' as Instant
const act = async <T>(verb: (challenges: ChallengeStore) => Promise<T>): Promise<T> => {
  const outcome = await database.storage.transaction<T, never>(
    { person: null, offices: [] },
    async ({ challenges }) => done(await verb(challenges)),
  )
  if (!outcome.ok) throw new Error('refused')
  return outcome.value
}

test('a challenge is spent on one form, as often as that form is sent, and forgotten when it is over', async () => {
  const spend = (form: string) => act((challenges) => challenges.spend(mark, form, until))
  expect([await spend('a'), await spend('b'), await spend('a')]).toEqual([true, false, true])
  const forget = (at: string) => act((challenges) => challenges.forgetOld(at as Instant))
  expect(await forget('2026-11-23T10:59:59.000Z')).toBe(0)
  expect(await forget('2026-11-23T11:00:01.000Z')).toBe(1)
  expect(await spend('b')).toBe(true)
})

test('of many forms that come at once with one proof, one has worked for it', async () => {
  const other = 'cd'.repeat(32) as ChallengeMark
  const forms = Array.from({ length: 8 }, (_, n) => `form ${n}`)
  const spent = await Promise.all(
    forms.map((form) => act((challenges) => challenges.spend(other, form, until))),
  )
  expect(spent.filter(Boolean)).toHaveLength(1)
})
