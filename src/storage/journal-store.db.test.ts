import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EntryId, type Json, type NewEntry, verifyChain } from '#journal'
import { type Instant, type LocalDate, done } from '#kernel'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const clerk = { person: 'clerk', offices: ['akim.310000000'] }
let count = 0
const entry = (fields: Partial<NewEntry> = {}): NewEntry => ({
  id: `e${++count}` as EntryId,
  type: 'meeting-held',
  at: '2026-03-02T05:00:00.000Z' as Instant,
  asserted: false,
  actor: 'clerk',
  office: 'akim.310000000',
  subject: 'm1',
  payload: {},
  corrects: null,
  salt: '00112233445566778899aabbccddeeff',
  ...fields,
})
const append = async (...entries: NewEntry[]) => {
  const result = await database.storage.transaction(clerk, async ({ journal }) =>
    done(await journal.append(entries)),
  )
  return result.ok ? result.value : []
}
const all = () => database.storage.readOffice(clerk, ({ journal }) => journal.entries({ live: false }))

test('entries come back as they were written, linked in the order given', async () => {
  const written = await append(
    entry({ payload: { kk: 'Меркі', b: [1, null, { a: 0.1 }], skipped: undefined } }),
    entry({ at: '2026-03-02' as LocalDate, asserted: true, office: null, subject: null, actor: null }),
  )
  const read = await all()
  expect(
    read.map(({ payload, ...rest }) => ({ ...rest, payload: JSON.parse(JSON.stringify(payload)) as Json })),
  ).toEqual(
    written.map(({ payload, ...rest }) => ({
      ...rest,
      payload: JSON.parse(JSON.stringify(payload)) as Json,
    })),
  )
  expect(read.map(({ seq }) => seq)).toEqual([1, 2])
  expect(verifyChain(read)).toEqual(done({ count: 2, hash: written[1]!.hash }))
})

test('1,500 entries in one call are quick, and forty writers at once leave one chain', async () => {
  const started = performance.now()
  await append(...Array.from({ length: 1500 }, () => entry()))
  expect(performance.now() - started).toBeLessThan(3_000)
  await Promise.all(Array.from({ length: 40 }, () => append(entry(), entry())))
  const verified = verifyChain(await all())
  expect(verified).toMatchObject({ ok: true, value: { count: 2 + 1500 + 80 } })
})

test('any payload that JSON can carry keeps its digest on the way through the database', async () => {
  const text = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0'))
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json')),
      fc.dictionary(text, tie('json')),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(text, json), { minLength: 20, maxLength: 20 }),
      async (payloads) => {
        await append(...payloads.map((payload) => entry({ payload })))
      },
    ),
    { numRuns: 20 },
  )
  expect(verifyChain(await all()).ok).toBe(true)
})
