// P19: what must go, goes; what must stay, stays. The clock of the database cannot be turned, so six years pass by making
// everything in it older, and every day that matters the house forgets as it does once a day.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clean, FileId } from '#files'
import { type Stores, forgetOld, topicOfRequest } from '#flows'
import { done, instantOf } from '#kernel'
import { type SubscriptionId, confirm, subscribe } from '#notices'
import type { PersonId, SessionHash } from '#people'
import { type RequestKey, hashFor, once } from '#receipts'
import type { RequestId } from '#requests'
import { type UnitCode, akimOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { intake, testBox } from '../intake.ts'
import { receive, receiptOf } from '../requests.ts'

const unit = '315400000' as UnitCode
const office = akimOffice(unit)
const began = performance.now()
const now = instantOf(Date.now())
/** Stands in every row that must go, and in some that stay. */
const mark = 'p19-mark'
let house: Demonstration

const file: Clean = {
  name: `${mark}.jpg`,
  type: 'image/jpeg',
  bytes: new Uint8Array([1, 2, 3]),
  sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
}

const wish = (topic: string, id: string) => ({
  channel: 'mail' as const,
  address: `${id}@example.kz`,
  topic: topic as never,
  hears: [topic as never],
  language: 'kk' as const,
  wishes: ['changes'] as const,
  id: `${mark}-${id}` as SubscriptionId,
  nonce: new Uint8Array(12).fill(id.length),
  at: now,
})

async function plant(stores: Stores) {
  const id = `${mark}-request` as RequestId
  const received = await receive(stores, {
    id,
    office,
    unit,
    channel: 'phone',
    words: 'Су жоқ, хабарласыңыз: 8 701 123 45 67',
    at: now,
    receipt: receiptOf(mark),
    from: { name: 'Айгүл', contact: '8 701 123 45 67' },
  })
  if (!received.ok) return received
  await stores.requestFiles.add([{ id: `${mark}-file` as FileId, file }], { request: id, office, at: now })
  await once(
    stores.receipts,
    { who: `${mark}-person`, key: `${mark}-key` as RequestKey, route: '/', fingerprint: 'f' },
    async () => done({ status: 303, location: '/', body: null }),
  )
  await stores.denied.add({
    person: `${mark}-person` as PersonId,
    verb: 'unseal',
    office,
    why: 'not-your-role' as never,
    at: now,
  })
  await stores.challenges.spend('a'.repeat(64) as never, mark, now)
  await stores.requestImports.add(
    {
      id: `${mark}-import`,
      office,
      name: `${mark}.csv`,
      mark,
      headers: [],
      reading: {} as never,
      broughtBy: 'p19' as PersonId,
      broughtAt: now,
      importedAt: null,
      outcome: null,
      revision: 1,
    },
    intake.seal('rows'),
  )
  return done()
}

/** Days from which on each must be gone, and where it lies. */
const horizons: readonly (readonly [table: string, days: number, where: string])[] = [
  ['sessions', 1, `hash = '${hashFor('session', mark)}'`],
  ['sign_in_attempts', 3, 'day < current_date - 1'],
  ['sign_in_secrets', 3, 'day < current_date - 1'],
  ['spent_challenges', 1, `form = '${mark}'`],
  ['request_imports', 3, `mark = '${mark}'`],
  ['seal.subscriptions', 7, `id = '${mark}-unconfirmed'`],
  ['receipts', 30, `key = '${mark}-key'`],
  ['denied_attempts', 365, `person = '${mark}-person'`],
  ['request_files', 400, `id = '${mark}-file'`],
  ['seal.request_originals', 400, `request = '${mark}-request'`],
  ['seal.subscriptions', 400, `id = '${mark}-contact'`],
]
/** What nobody may lose: facts, masked words, versions, problems, and the wish of whoever still wants to be told. */
const stays: readonly (readonly [table: string, where: string])[] = [
  ['journal', 'true'],
  ['requests', `id = '${mark}-request'`],
  ['meetings', 'true'],
  ['files', 'true'],
  ['calendar_releases', 'true'],
  ['pools', 'true'],
  ['problems', 'true'],
  ['seal.subscriptions', `id = '${mark}-place'`],
]

beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
  const planted = await house.storage.transaction({ person: `${mark}-person`, offices: [office] }, plant)
  if (!planted.ok) throw new Error(JSON.stringify(planted.refusal))
  await house.storage.sealed(async ({ subscriptions }) => {
    const contact = wish(topicOfRequest(`${mark}-request` as RequestId), 'contact')
    const place = wish('place:315400000', 'place')
    for (const one of [contact, place, wish('place:310000000', 'unconfirmed')]) {
      await subscribe(subscriptions, testBox, one)
      if (!one.id.endsWith('unconfirmed')) await confirm(subscriptions, testBox.token(one.id), now)
    }
  })
  await somebodySignsIn(mark)
})
afterAll(() => house?.close())

/** Counters of sign-in and dead sessions go whenever somebody comes. */
async function somebodySignsIn(session: string) {
  await house.storage.transaction({ person: null, offices: [] }, async ({ attempts, sessions, people }) => {
    await people.addPerson({ id: 'p19' as PersonId, name: 'P19' })
    await attempts.admit({ login: session, address: '192.0.2.1', at: instantOf(Date.now()) })
    const hash = hashFor('session', session) as string as SessionHash
    await sessions.start({ hash, person: 'p19' as PersonId, at: instantOf(Date.now()) })
    return done()
  })
}

const count = async (table: string, where: string): Promise<number> =>
  (await house.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)).rows[0]!
    .n

/** Everything but the journal, whose hashes hold its days, becomes so much older. */
async function age(days: number) {
  const { rows } = await house.owner.query<{ name: string; set: string }>(
    `select c.oid::regclass::text as name, string_agg(format('%I = %I - $1::int * %s', a.attname, a.attname,
       case a.atttypid when 'date'::regtype then '1' else 'interval ''1 day''' end), ', ') as set
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('public', 'seal') and c.relkind = 'r' and c.relname <> 'journal' and a.attgenerated = ''
       and (a.atttypid = 'timestamptz'::regtype
         or c.relname in ('sign_in_attempts', 'sign_in_secrets') and a.attname = 'day')
     group by c.oid`,
  )
  await house.owner.query('begin')
  await house.owner.query(`set local session_replication_role = replica`)
  for (const { name, set } of rows) await house.owner.query(`update ${name} set ${set}`, [days])
  await house.owner.query('commit')
}

/** Tables in which the mark still stands, whatever they are called. */
async function leftOvers(): Promise<string[]> {
  const { rows } = await house.owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'seal') and c.relkind = 'r' order by 1`,
  )
  const kept = /^(journal|requests|request_moves|office_words|persons)$/
  const found: string[] = []
  for (const { name } of rows)
    if (!kept.test(name)) {
      const left = await count(`${name} t`, `t::text like '%${mark}%' and t::text not like '%${mark}-place%'`)
      if (left > 0) found.push(name)
    }
  return found
}

test('after each term nothing is left, a day before it everything is, and what must stay is there after six years', async () => {
  const before: number[] = []
  for (const [table, where] of stays) before.push(await count(table, where))
  const bad: string[] = []
  let [passed, checks] = [0, 0]
  const passTo = async (days: number) => {
    await age(days - passed)
    passed = days
    await forgetOld(house.storage, instantOf(Date.now()))
    await somebodySignsIn(chance.newId())
  }
  const terms = [...new Set(horizons.map(([, days]) => days))].sort((a, b) => a - b)
  for (const term of terms) {
    if (term > 1) await passTo(term - 1)
    // Counters are let go of at the second midnight: a day before nothing is said of them.
    for (const [table, days, where] of horizons)
      if (days === term && days > 3 && ++checks && (await count(table, where)) === 0)
        bad.push(`${table}: gone before ${days} days`)
    await passTo(term + 1)
    for (const [table, days, where] of horizons)
      if (days === term && ++checks && (await count(table, where)) > 0)
        bad.push(`${table}: there after ${days} days`)
  }

  await house.owner.query(
    'create table forgotten_contacts (request text, contact text, at timestamptz default now())',
  )
  await house.owner.query('insert into forgotten_contacts values ($1, $2)', [
    `${mark}-request`,
    '8 701 123 45 67',
  ])
  for (const day of [700, 1000, 1300, 1600, 1900, 6 * 365]) await passTo(day)
  const left = await leftOvers()
  const control = left.filter((table) => table === 'forgotten_contacts').length
  bad.push(
    ...left.filter((table) => table !== 'forgotten_contacts').map((table) => `${table}: a mark is left`),
  )
  for (const [at, [table, where]] of stays.entries()) {
    checks++
    if ((await count(table, where)) < before[at]!) bad.push(`${table} has lost something`)
  }
  const torn = await count(
    'journal j left join journal p on p.seq = j.seq - 1',
    `j.previous is distinct from coalesce(p.hash, repeat('0', 64))
      or j.hash <> encode(sha256(decode(j.previous || j.digest, 'hex')), 'hex')`,
  )
  if (torn > 0) bad.push('the journal does not hold together')
  process.stdout.write(
    `${JSON.stringify({
      promise: 'P19',
      n: checks + 1,
      bad: bad.length,
      control,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    })}\n`,
  )
  expect(bad).toEqual([])
  expect(control).toBe(1)
})
