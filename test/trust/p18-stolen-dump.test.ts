// P18: a stolen disk or dump names no one. Every table is read as its owner reads it, and the files of the database raw.
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Instant, done } from '#kernel'
import { type SubscriptionId, confirm, sealBox, subscribe } from '#notices'
import { type LookId, type RequestId, allowUnsealing, askUnsealing, lookAtOriginal } from '#requests'
import type { Act } from '#calendar'
import { type Stores, bringRequests, topicOfRequest } from '#flows'
import type { Actor, PersonId, Role } from '#people'
import { type UnitCode, akimOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { receive } from '../requests.ts'
import { Needles, letterOf, plantedPeople } from './planted-people.ts'

const seed = 18
const unit = '315400000' as UnitCode
const office = akimOffice(unit)
const at = '2026-11-23T06:00:00.000Z' as Instant
const key = new Uint8Array(randomBytes(32))
const box = sealBox(key)
const seal = (words: string) => box.sealOriginal(words, new Uint8Array(randomBytes(12)))

const people = plantedPeople(300, seed)
const letters = people.map(letterOf)
const planted = letters.flatMap(({ values }) => values)
const keys = [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64'), box.workSecret]
const began = performance.now()
let house: Demonstration

const actor = (person: string, role: Role): Actor => ({
  person: { id: person as PersonId, name: person },
  grants: [{ person: person as PersonId, office, role, from: '2026-01-01' as never, to: null }],
  signedInAt: at,
  factor: 'fresh',
})
const actOf = (who: Actor): Act => ({
  actor: who,
  at,
  today: '2026-11-23' as never,
  ...chance,
  asserted: false,
})
const [author, signer] = [actor('author-18', 'author'), actor('signer-18', 'signer')]
const atDesk = <T, R>(who: Actor, verb: Parameters<typeof house.storage.transaction<T, R>>[1]) =>
  house.storage.transaction({ person: who.person.id, offices: [office] }, verb)

/** Every third by the web, every third entered with name and contact, every third also left an address. */
async function receiveAll(stores: Stores) {
  for (const [nth, { words }] of letters.entries()) {
    const { name, phone } = people[nth]!
    const entered = nth % 3 === 1
    const more = entered ? { channel: 'phone' as const, from: { name, contact: phone } } : {}
    const outcome = await receive(stores, { id: `p18-${nth}`, office, unit, words, at, ...more }, seal)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  }
  return done()
}

beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
  await house.storage.transaction({ person: null, offices: [office] }, receiveAll)
  await house.storage.sealed(async ({ subscriptions }) => {
    for (const [nth, { email }] of people.entries()) {
      if (nth % 3 !== 2) continue
      const topic = topicOfRequest(`p18-${nth}` as RequestId)
      const id = `p18-s-${nth}` as SubscriptionId
      await subscribe(subscriptions, box, {
        channel: 'mail',
        address: email,
        topic,
        hears: [topic],
        language: 'kk',
        wishes: ['changes'],
        id,
        nonce: new Uint8Array(randomBytes(12)),
        at,
      })
      await confirm(subscriptions, box.token(id), at)
    }
  })
  // A file of another system that waits to be taken in.
  await atDesk(author, (stores) =>
    bringRequests(
      stores,
      actOf(author),
      {
        office,
        name: 'calls.csv',
        mark: box.mark(letters[0]!.words),
        headers: ['a', 'b'],
        reading: {} as never,
      },
      seal(letters.map(({ words }) => words).join('\n')),
    ),
  )
  // Somebody looks at one, as two persons may; the database knows whose signature counts.
  await house.storage.transaction<void, never>({ person: null, offices: [] }, async ({ people }) => {
    await people.addPerson(signer.person)
    await people.addGrant(signer.grants[0]!, { by: null, at })
    return done()
  })
  const request = 'p18-1' as RequestId
  const wish = { request, office, purpose: 'call-back', basis: null } as const
  const asked = await atDesk(author, (stores) => askUnsealing(stores, actOf(author), wish))
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
  const unsealing = { unsealing: asked.value.id, office }
  await atDesk(signer, (stores) => allowUnsealing(stores, actOf(signer), unsealing))
  const look = await atDesk(author, (stores) => lookAtOriginal(stores, actOf(author), unsealing))
  if (!look.ok) throw new Error(JSON.stringify(look.refusal))
  const sealed = await house.storage.sealed(({ originals }) => originals.ofLook(look.value.id))
  expect(box.openOriginal(sealed!)).toContain(people[1]!.phone)
})
afterAll(() => house?.close())

/** Everything a dump holds, each table as text; what stands in bytes is read as text, too. */
async function dump(): Promise<string> {
  const { rows: tables } = await house.owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'seal') and c.relkind in ('r', 'm', 'v')`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await house.owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    const text = rows.map(({ row }) => row).join('\n')
    const bytes = [...text.matchAll(/\\\\x([0-9a-f]{16,})/g)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').toString(),
    )
    parts.push(name, text, ...bytes)
  }
  return parts.join('\n')
}

/** The files of this database and of what is written ahead, as they lie on the disk: tables, indexes, all. */
async function files(): Promise<Buffer[]> {
  await house.owner.query('checkpoint')
  const { rows } = await house.owner.query<{ oid: string }>(
    'select oid::text from pg_database where datname = current_database()',
  )
  const data = join(inject('postgresFolder'), 'data')
  return [join(data, 'base', rows[0]!.oid), join(data, 'pg_wal')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(folder, name))),
  )
}

/** Raw files are searched for fewer values, each of which only this test has: others write ahead there, too. */
const some = people.slice(0, 12).flatMap(({ phone, iin, card, email }) => [phone, iin, card, email])

const inFiles = async (values: readonly string[]): Promise<string[]> => {
  const all = await files()
  return values.filter((value) => all.some((bytes) => bytes.includes(value)))
}

/** Originals that were read, or can be, without anything that tells of it. */
async function withoutTrace(): Promise<number> {
  const { rows } = await house.owner.query<{ n: number }>(
    `select count(*)::int as n from unsealing_looks l where not exists
       (select from journal j where j.type = 'original-looked-at' and j.subject = l.request and j.actor = l.by)`,
  )
  let open = rows[0]!.n
  for (const asked of ['', 'p18-1', 'p18-4', office]) {
    if (await house.storage.sealed(({ originals }) => originals.ofLook(asked as LookId))) open++
    await house.owner.query('begin')
    await house.owner.query('set local role seal')
    await house.owner.query(`select set_config('kezdesu.asked', $1, true)`, [asked])
    open += (await house.owner.query('select from seal.request_originals')).rowCount ?? 0
    await house.owner.query('rollback')
  }
  return open
}

test('a dump and the files on the disk hold no planted value and no key; nothing is unsealed without a trace', async () => {
  const needles = new Needles([...planted, ...keys])
  const text = await dump()
  expect(text).toContain('p18-299')
  const found = [...needles.in(text), ...(await inFiles([...some, ...keys]))]
  const trace = await withoutTrace()

  // The control keeps the telephones of a few in the open.
  await house.owner.query('create table call_backs (request text, phone text)')
  for (const nth of [0, 1, 2])
    await house.owner.query('insert into call_backs values ($1, $2)', [`p18-${nth}`, people[nth]!.phone])
  const control = new Set([...needles.in(await dump()), ...(await inFiles(some))]).size

  const line = {
    promise: 'P18',
    n: planted.length + keys.length,
    bad: found.length + trace,
    control,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  expect(found).toEqual([])
  expect(trace).toBe(0)
  expect(control).toBe(3)
})
