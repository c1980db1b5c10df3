import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { secrets } from '../../test/intake.ts'
import type { Stores } from '#flows'
import { type Instant, done, refuse } from '#kernel'
import {
  type PersonId,
  base32,
  proveByCode,
  recoveryCodeOf,
  recoveryHash,
  sealOpenSecrets,
  secretBytes,
} from '#people'
import { codeOf, stepOf } from '../people/one-time-code.ts'

const at = '2099-06-01T05:00:00.000Z' as Instant
const [anna, bolat] = ['anna', 'bolat'] as PersonId[] as [PersonId, PersonId]
let database: FreshDatabase
let secret: Uint8Array

beforeAll(async () => {
  database = await freshDatabase()
  await database.owner.query(`insert into persons (id, name) values ('anna', 'Anna'), ('bolat', 'Bolat')`)
})
afterAll(() => database?.close())
beforeEach(async () => {
  secret = new Uint8Array(randomBytes(secretBytes))
  await database.owner.query('delete from one_time_codes')
})

const stand = <T>(verb: (stores: Stores) => Promise<T>) =>
  database.storage.transaction({ person: null, offices: [] }, async (stores) => done(await verb(stores)))
const setUp = () =>
  stand(async ({ factors }) => {
    await factors.offerCodes(anna, secrets.seal(secret))
    await factors.confirmCodes(anna, at)
  })
/** As a house that was there before secrets were sealed has it. */
const setUpInTheOpen = (person: PersonId, bytes: Uint8Array) =>
  database.owner.query(`insert into one_time_codes (person, secret, confirmed_at) values ($1, $2, $3)`, [
    person,
    Buffer.from(bytes),
    at,
  ])
const prove = (typed: string, box = secrets) =>
  stand((stores) => proveByCode(stores, box, { person: anna, typed, address: '192.0.2.7', at }))
const code = () => codeOf(secret, stepOf(at))

/** In how many ways a dump of the table gives the secret away. */
async function betrayed(): Promise<number> {
  const { rows } = await database.owner.query<{ line: string }>(
    'select t::text as line from one_time_codes t',
  )
  const dump = rows.map(({ line }) => line).join('\n')
  const bytes = [...dump.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex'))
  const written = ['hex', 'base64', 'base64url'].map((form) =>
    Buffer.from(secret).toString(form as BufferEncoding),
  )
  return (
    [...written, base32(secret)].filter((word) => dump.includes(word)).length +
    bytes.filter((column) => column.includes(Buffer.from(secret))).length
  )
}

test('a dump of the table does not hold the secret, and its codes prove the person', async () => {
  await setUp()
  expect(await betrayed()).toBe(0)
  expect(await prove(code())).toEqual(done(done()))

  // The control has it in the open.
  await database.owner.query('delete from one_time_codes')
  await setUpInTheOpen(anna, secret)
  expect(await betrayed()).toBe(2)
})

test('what lay in the open is sealed once, by the start, and goes on proving the person', async () => {
  await setUpInTheOpen(anna, secret)
  await setUpInTheOpen(bolat, randomBytes(secretBytes))
  await expect(prove(code())).rejects.toThrow('were not sealed at the start')
  expect(await stand(({ factors }) => sealOpenSecrets(factors, secrets))).toEqual(done(2))
  expect(await betrayed()).toBe(0)
  expect(await prove(code())).toEqual(done(done()))
  expect(await stand(({ factors }) => sealOpenSecrets(factors, secrets))).toEqual(done(0))
})

test('the role of the product writes no secret in the open', async () => {
  await setUp()
  for (const statement of [
    `insert into one_time_codes (person, secret) values ('bolat', decode(repeat('07', 20), 'hex'))`,
    `update one_time_codes set secret = decode(repeat('07', 20), 'hex'), sealed = null where person = 'anna'`,
  ]) {
    await database.owner.query('begin')
    await database.owner.query('set local role app')
    await database.owner.query(`select set_config('kezdesu.asked', $1, true)`, [
      statement.startsWith('insert') ? bolat : anna,
    ])
    await expect(database.owner.query(statement)).rejects.toThrow('row-level security')
    await database.owner.query('rollback')
  }
  await expect(
    database.owner.query(`update one_time_codes set sealed = decode(repeat('07', 20), 'hex')`),
  ).rejects.toThrow('a_sealed_secret_has_48_bytes')
})

test('on the day the key is lost a recovery code lets in, a one-time code is a fault', async () => {
  await setUp()
  const recovery = recoveryCodeOf(randomBytes(10))
  await stand(({ factors }) => factors.setRecovery(anna, [recoveryHash(recovery)!]))
  const lost = {
    ...secrets,
    open: () => {
      throw new Error('another key')
    },
  }
  await expect(prove(code(), lost)).rejects.toThrow('another key')
  expect(await prove(recovery, lost)).toEqual(done(done()))
  expect(await prove(recovery, lost)).toEqual(done(refuse({ code: 'wrong-code' })))
})
