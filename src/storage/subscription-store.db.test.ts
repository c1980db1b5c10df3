import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { done, refuse } from '#kernel'
import {
  type Message,
  type MessageId,
  type SubscriptionId,
  type SubscriptionStore,
  confirm,
  confirmation,
  hashOf,
  sealBox,
  subscribe,
  topic,
  unsubscribe,
} from '#notices'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const box = sealBox(randomBytes(32))
const at = '2026-11-22T06:00:00.000Z' as Instant
let number = 0
const asking = (address: string, more: object = {}) => ({
  channel: 'mail' as const,
  address,
  topic: topic('place:191000000'),
  hears: [topic('at:191000000')],
  language: 'kk' as const,
  wishes: ['changes', 'day'] as const,
  id: `s${++number}` as SubscriptionId,
  nonce: randomBytes(12),
  at,
  ...more,
})
const sealed = <T>(verb: (store: SubscriptionStore) => Promise<T>): Promise<T> =>
  database.storage.sealed(({ subscriptions }) => verb(subscriptions))
const message: Message = {
  id: 'moved.m1' as MessageId,
  topics: [topic('meeting:m1'), topic('at:191000000')],
  wish: 'changes',
  office: 'akim.191000000',
  payload: { event: 'moved' },
  at,
}

describe('subscriptions', () => {
  test('only who has confirmed is told, once for each message', async () => {
    const wish = asking('aigul@example.kz')
    expect(await sealed((store) => subscribe(store, box, wish))).toEqual(done())
    expect(await sealed((store) => store.spread(message, at))).toBe(0)
    expect(await sealed((store) => store.due(['mail'], at, 9))).toMatchObject([
      { message: confirmation, subscription: wish.id },
    ])
    await sealed((store) => confirm(store, box.token(wish.id), at))
    expect(await sealed((store) => store.spread(message, at))).toBe(1)
    expect(await sealed((store) => store.spread(message, at))).toBe(0)
    expect(
      await sealed((store) => store.spread({ ...message, id: 'w' as MessageId, wish: 'week' }, at)),
    ).toBe(0)
    expect(await sealed((store) => store.count(message.id))).toEqual({ waiting: 1, sent: 0, givenUp: 0 })
  })

  test('a delivery is taken by one, and free again when nobody marked it', async () => {
    const [delivery] = (await sealed((store) => store.due(['mail'], at, 9))).filter(
      (due) => due.message === message.id,
    )
    const until = '2026-11-22T06:05:00.000Z' as Instant
    expect(await sealed((store) => store.take(delivery!, until))).toBe(true)
    expect(await sealed((store) => store.take(delivery!, until))).toBe(false)
    expect(
      (await sealed((store) => store.due(['mail'], at, 9))).some((due) => due.message === message.id),
    ).toBe(false)
    expect(
      (await sealed((store) => store.due(['mail'], until, 9))).some((due) => due.message === message.id),
    ).toBe(true)
    await sealed((store) => store.sent(delivery!, until))
    expect(await sealed((store) => store.count(message.id))).toEqual({ waiting: 0, sent: 1, givenUp: 0 })
  })

  test('nothing of the address can be read in the tables, and the end takes it along', async () => {
    const wish = asking('ainur@example.kz')
    await sealed((store) => subscribe(store, box, wish))
    const { rows } = await database.owner.query(`select s::text as line from seal.subscriptions s`)
    expect(rows.map(({ line }) => line).join()).not.toMatch(/ainur|example/)
    expect(rows.map(({ line }) => line).join()).not.toContain(box.token(wish.id))
    const kept = await sealed((store) => store.byToken(hashOf(box.token(wish.id))))
    expect(box.open(kept!.address)).toBe('ainur@example.kz')
    await sealed((store) => unsubscribe(store, box.token(wish.id)))
    await sealed((store) => unsubscribe(store, box.token(wish.id)))
    expect(await sealed((store) => store.byId(wish.id))).toBeNull()
    const left = await database.owner.query(`select from seal.deliveries where subscription = $1`, [wish.id])
    expect(left.rowCount).toBe(0)
  })

  test('an address is not pestered: the same wish again sends nothing, and five unanswered letters are the most', async () => {
    const before = (await sealed((store) => store.due(['mail'], at, 99))).length
    for (let n = 0; n < 8; n++)
      await sealed((store) =>
        subscribe(store, box, asking('pestered@example.kz', { topic: topic(`place:${n}`) })),
      )
    for (let n = 0; n < 3; n++)
      await sealed((store) =>
        subscribe(store, box, asking('pestered@example.kz', { topic: topic('place:0') })),
      )
    expect((await sealed((store) => store.due(['mail'], at, 99))).length - before).toBe(5)
  })

  test('what nobody confirms goes after seven days, and only that', async () => {
    const count = async () =>
      (await database.owner.query(`select confirmed_at is null as waits from seal.subscriptions`)).rows
    const before = await count()
    await database.owner.query(`update seal.subscriptions set asked_at = now() - interval '8 days'`)
    await sealed((store) => store.forgetOld())
    const after = await count()
    expect(before.some(({ waits }) => waits)).toBe(true)
    expect(after.length).toBe(before.filter(({ waits }) => !waits).length)
    expect(after.every(({ waits }) => !waits)).toBe(true)
  })

  test('office work cannot reach them at all', async () => {
    await database.owner.query('begin')
    await database.owner.query('set local role app')
    await expect(database.owner.query('select from seal.subscriptions')).rejects.toThrow('permission denied')
    await database.owner.query('rollback')
  })
})

test('a message is written in the transaction of its change, and once', async () => {
  const write = (fails: boolean) =>
    database.storage.transaction<void, string>({ person: null, offices: [] }, async ({ outbox }) => {
      await outbox.write(message)
      return fails ? refuse('no') : done()
    })
  const unspread = () =>
    database.storage.readOffice({ person: null, offices: [] }, ({ outbox }) => outbox.unspread(9))
  await write(true)
  expect(await unspread()).toEqual([])
  await write(false)
  await write(false)
  expect(await unspread()).toEqual([message])
})
