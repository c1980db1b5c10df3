import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Result, done, refuse } from '#kernel'
import { type Outcome, type RequestKey, fingerprint, once } from '#receipts'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const clerk = { person: 'clerk', offices: [] }
const post = <R>(
  key: string,
  words: string,
  act: () => Promise<Result<Outcome, R>>,
  route = 'POST /calendars',
) =>
  database.storage.transaction(clerk, ({ receipts }) =>
    once(receipts, { who: 'clerk', key: key as RequestKey, route, fingerprint: fingerprint(words) }, act),
  )
const seeOther = { status: 303, location: '/kk/calendars/1', body: null }
const never = () => Promise.reject(new Error('done twice'))

test('the same request again gets the same answer and does nothing', async () => {
  expect(await post('key-1234', 'day=2', async () => done(seeOther))).toEqual(
    done({ ...seeOther, repeated: false }),
  )
  for (let again = 0; again < 3; again++)
    expect(await post('key-1234', 'day=2', never)).toEqual(done({ ...seeOther, repeated: true }))
})

test('a key is for one request: other words or another address are refused', async () => {
  const refusal = refuse({ code: 'key-used-for-other-words', key: 'key-1234' })
  expect(await post('key-1234', 'day=3', never)).toEqual(refusal)
  expect(await post('key-1234', 'day=2', never, 'POST /other')).toEqual(refusal)
})

test('a refusal and a fault are not remembered: the same key may try again', async () => {
  expect(await post('key-5678', 'x', async () => refuse({ code: 'closed' }))).toEqual(
    refuse({ code: 'closed' }),
  )
  await expect(post('key-5678', 'x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await post('key-5678', 'x', async () => done(seeOther))).toEqual(
    done({ ...seeOther, repeated: false }),
  )
})

test('of ten that come at once one does it and nine get its answer', async () => {
  let acts = 0
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      post('key-at-once', 'x', async () => {
        await new Promise((later) => setTimeout(later, 50))
        return done({ ...seeOther, body: String(++acts) })
      }),
    ),
  )
  expect(acts).toBe(1)
  expect(answers.map((answer) => answer.ok && answer.value.body)).toEqual(Array(10).fill('1'))
  expect(answers.filter((answer) => answer.ok && answer.value.repeated).length).toBe(9)
})

test('when the first of two fails, the one that waited does it', async () => {
  const answers: Promise<unknown>[] = []
  const first = post('key-failing', 'x', async () => {
    answers.push(post('key-failing', 'x', async () => done(seeOther)))
    await new Promise((later) => setTimeout(later, 50))
    throw new Error('broken')
  })
  await expect(first).rejects.toThrow('broken')
  expect(await Promise.all(answers)).toEqual([done({ ...seeOther, repeated: false })])
})

test('receipts are forgotten after 30 days and not before', async () => {
  await database.owner.query(`update receipts set at = now() - interval '31 days' where key = 'key-1234'`)
  await database.owner.query(`update receipts set at = now() - interval '29 days' where key = 'key-5678'`)
  const forgotten = await database.storage.transaction({ person: null, offices: [] }, async ({ receipts }) =>
    done(await receipts.forgetOld()),
  )
  expect(forgotten).toEqual(done(1))
  expect(await post('key-1234', 'day=9', async () => done(seeOther))).toEqual(
    done({ ...seeOther, repeated: false }),
  )
  expect(await post('key-5678', 'x', never)).toMatchObject({ ok: true, value: { repeated: true } })
})
