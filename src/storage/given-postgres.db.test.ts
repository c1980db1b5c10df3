import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stores, forgetOld, topicOfRequest } from '#flows'
import { type Instant, done } from '#kernel'
import { type SubscriptionId, sealBox, subscribe } from '#notices'
import type { ReceiptHash, Request, RequestId } from '#requests'
import type { OfficeId } from '#territory'
import { silent } from '../../test/fresh-database.ts'
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts'
import { givenServer, passwordOf, scramVerifier } from './given-postgres.ts'
import { runTimeRoles } from './roles.ts'
import { openStorage } from './storage.ts'

// A server that is somebody else's: it asks everybody but its superuser for a password, and knows none of our roles.
let home: string
let server: EmbeddedPostgres
let admin: Client
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kezdesu-given-'))
  const folder = join(home, 'postgres')
  await (await startPostgres(folder, silent)).stop()
  writeFileSync(
    join(folder, 'data', 'pg_hba.conf'),
    'local all migrate trust\nlocal postgres app trust\nlocal all all scram-sha-256\n',
  )
  server = await startPostgres(folder, silent)
  admin = new Client(server.connection('owner', 'postgres'))
  await admin.connect()
})
afterAll(async () => {
  await admin?.end()
  await server?.stop()
  rmSync(home, { recursive: true, force: true })
})

const dropRoles = async () => {
  for (const database of ['one', 'two']) await admin.query(`drop database if exists ${database} with (force)`)
  for (const role of [...runTimeRoles, 'boss', 'poor'])
    if (role !== 'app') await admin.query(`drop role if exists ${role}`)
  // `app` holds the embedded server's own lock; here it stays, without a password, as a role of ours.
  await admin.query('alter role app password null')
}
const address = (owner: string, database: string, password = 'p@ss/word') =>
  `postgres://${owner}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(server.connection('owner').host!)}`
const open = (databaseUrl: string) => openStorage({ home, databaseUrl, log: silent })

test('the owner makes what is needed; several processes agree on the passwords; a new owner password is taken over', async () => {
  await dropRoles()
  await admin.query(`create role boss login createrole password 'p@ss/word'`)
  await admin.query('grant app to boss with admin option')
  await admin.query('create database one owner boss')
  const [first, second] = await Promise.all([open(address('boss', 'one')), open(address('boss', 'one'))])
  const read = await second.readOffice({ person: 'x', offices: [] }, ({ journal }) => journal.entries({}))
  expect(read).toEqual([])
  expect(await first.transaction({ person: 'x', offices: [] }, async () => done(1))).toEqual(done(1))
  await first.close()
  await second.close()
  await admin.query(`alter role boss password 'another'`)
  const third = await open(address('boss', 'one', 'another'))
  await third.close()
})

test('an owner whom the walls bind, too: what is sealed is there for its office and its author, and erased by the author', async () => {
  const storage = await open(address('boss', 'one', 'another'))
  const receipt = 'a'.repeat(64) as ReceiptHash
  const id = 'given-1' as RequestId
  const office = 'akim.310000000' as OfficeId
  const at = '2026-11-23T06:00:00.000Z' as Instant
  const request = {
    id,
    office,
    receipt,
    unit: '310000000',
    meeting: null,
    channel: 'web',
    words: 'Су жоқ',
    language: 'kk',
    receivedAt: at,
    recordedAt: at,
    asserted: false,
    enteredBy: null,
    source: null,
    externalId: null,
    proven: true,
    kind: 'request',
    sphere: 'water',
    level: null,
    reading: {},
    revision: 1,
  } as unknown as Omit<Request, 'seq'>
  const as = <T>(person: string, offices: string[], verb: (stores: Stores) => Promise<T>) =>
    storage.transaction({ person, offices }, async (stores) => done(await verb(stores)))
  await as(receipt, [], async ({ requests }) => {
    await requests.add(request)
    await requests.seal(id, office, new Uint8Array(40), at)
  })
  await storage.sealed(({ subscriptions }) =>
    subscribe(subscriptions, sealBox(new Uint8Array(32)), {
      channel: 'mail',
      address: 'a@b.kz',
      topic: topicOfRequest(id),
      hears: [topicOfRequest(id)],
      language: 'kk',
      wishes: ['changes'],
      id: 's' as SubscriptionId,
      nonce: new Uint8Array(12),
      at,
    }),
  )
  const held = async (person: string, offices: string[]) =>
    (await as(person, offices, ({ requests }) => requests.holdsOriginal(id))) as { value?: boolean }
  const known = () => storage.sealed(({ subscriptions }) => subscriptions.byId('s' as SubscriptionId))
  expect([(await held(receipt, [])).value, (await held('x', [office])).value]).toEqual([true, true])
  expect([(await held('x', [])).value, (await held('x', ['akim.150000000'])).value]).toEqual([false, false])
  await as('x', [office], ({ requests }) => requests.eraseOriginal(id))
  expect([(await held(receipt, [])).value, (await known()) !== null]).toEqual([true, true])
  await as(receipt, [], ({ requests }) => requests.eraseOriginal(id))
  expect([(await held(receipt, [])).value, await known()]).toEqual([false, null])
  await forgetOld(storage, at)
  await storage.close()
})

test('an owner who may not make roles is told what SQL to run, and with it the start succeeds', async () => {
  await dropRoles()
  await admin.query(`create role poor login password 'p@ss/word'`)
  await admin.query('create database two owner poor')
  const fault = await open(address('poor', 'two')).then(
    () => '',
    (fault: Error) => fault.message,
  )
  expect(fault).toContain('Let an administrator of the server run this once')
  expect(fault).not.toContain(passwordOf('app', 'p@ss/word'))
  await admin.query(fault.slice(fault.indexOf('\n\n')))
  await (await open(address('poor', 'two'))).close()
})

test("a role of somebody else's that happens to have our name is not touched", async () => {
  await dropRoles()
  await admin.query(`create role boss login createrole password 'p@ss/word'`)
  await admin.query('grant app to boss with admin option')
  await admin.query('create database one owner boss')
  await admin.query(`create role seal login password 'theirs'`)
  await expect(open(address('boss', 'one'))).rejects.toThrow(
    'The server has a role seal that Kezdesu did not make',
  )
})

test('an address without owner, password or database is refused with the form it must have', () => {
  for (const url of [
    'nonsense',
    'mysql://a:b@h/d',
    'postgres://a:b@host',
    'postgres://host/db',
    'postgres://owner@host/db',
  ])
    expect(() => givenServer(url), url).toThrow('postgres://owner:password@host:5432/database')
})

test('derived passwords are the HMAC of the role under the password of the owner', () => {
  expect(passwordOf('app', 'x')).toBe(
    createHmac('sha256', 'x').update('kezdesu role app').digest('base64url'),
  )
  expect(new Set(runTimeRoles.map((role) => passwordOf(role, 'x'))).size).toBe(4)
})

test('the verifier is what PostgreSQL makes of the same password (RFC 5803)', async () => {
  await dropRoles()
  await admin.query(`set password_encryption = 'scram-sha-256'; create role boss password 'қазақша'`)
  const { rows } = await admin.query<{ kept: string }>(
    `select rolpassword as kept from pg_authid where rolname = 'boss'`,
  )
  const [, rounds, salt] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(rows[0]!.kept)!
  expect(scramVerifier('қазақша', Buffer.from(salt!, 'base64'), Number(rounds))).toBe(rows[0]!.kept)
})
