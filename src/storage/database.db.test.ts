import { Client, Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryId, NewEntry } from '#journal'
import { type Instant, done, refuse } from '#kernel'
import { type RequestKey, once } from '#receipts'
import { type FreshDatabase, freshDatabase, silent } from '../../test/fresh-database.ts'
import { assertDatabase } from './assertions.ts'
import { columns } from './columns.ts'
import { openDatabase } from './database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const clerk = { person: 'clerk', offices: ['akim.310000000'] }
let count = 0
const entry = (fields: Partial<NewEntry> = {}): NewEntry => ({
  id: `e${++count}` as EntryId,
  type: 'tested',
  at: '2026-03-02T05:00:00.000Z' as Instant,
  asserted: false,
  actor: 'clerk',
  office: 'akim.310000000',
  subject: null,
  payload: {},
  corrects: null,
  salt: '0'.repeat(32),
  ...fields,
})
const types = () =>
  database.storage.readOffice(clerk, async ({ journal }) =>
    (await journal.entries({})).map(({ type }) => type),
  )

describe('a transaction', () => {
  test('keeps what was done when the verb says done', async () => {
    const result = await database.storage.transaction(clerk, async ({ journal }) => {
      await journal.append([entry({ type: 'kept' })])
      return done('yes')
    })
    expect(result).toEqual(done('yes'))
    expect(await types()).toEqual(['kept'])
  })

  test('rolls back on a refusal and on a fault', async () => {
    const refused = await database.storage.transaction(clerk, async ({ journal }) => {
      await journal.append([entry({ type: 'refused' })])
      return refuse({ code: 'too-late' })
    })
    expect(refused).toEqual(refuse({ code: 'too-late' }))
    const broken = database.storage.transaction(clerk, async ({ journal }) => {
      await journal.append([entry({ type: 'broken' })])
      throw new Error('out of paper')
    })
    await expect(broken).rejects.toThrow('out of paper')
    expect(await types()).toEqual(['kept'])
  })

  test('runs again after a deadlock, at most three times', async () => {
    let runs = 0
    const stepBack = () => Object.assign(new Error('deadlock detected'), { code: '40P01' })
    const result = await database.storage.transaction(clerk, async ({ journal }) => {
      await journal.append([entry({ type: 'once' })])
      if (++runs < 3) throw stepBack()
      return done(runs)
    })
    expect(result).toEqual(done(3))
    expect(await types()).toEqual(['kept', 'once'])
    await expect(database.storage.transaction(clerk, () => Promise.reject(stepBack()))).rejects.toThrow(
      'deadlock',
    )
  })

  test('of two that lock each other out one steps back, and both come through', async () => {
    const waiting: (() => void)[] = []
    const together = () =>
      new Promise<void>((go) => {
        waiting.push(go)
        if (waiting.length === 2) for (const go of waiting) go()
      })
    const swap = (first: string, second: string) => {
      let met = false
      return database.storage.transaction(clerk, async ({ receipts }) => {
        await receipts.find('clerk', first as RequestKey)
        if (!met) await together()
        met = true
        await receipts.find('clerk', second as RequestKey)
        return done(`${first} ${second}`)
      })
    }
    expect(await Promise.all([swap('key-aaaa', 'key-bbbb'), swap('key-bbbb', 'key-aaaa')])).toEqual([
      done('key-aaaa key-bbbb'),
      done('key-bbbb key-aaaa'),
    ])
  })
})

describe('on whose behalf', () => {
  const key = 'key-of-clerk' as RequestKey
  const request = { who: 'clerk', key, route: 'POST /x', fingerprint: 'f' }
  const outcome = { status: 303, location: '/kk', body: null }
  const seenBy = (person: string | null) =>
    database.storage.transaction({ person, offices: [] }, async ({ receipts }) =>
      done(await receipts.find('clerk', key)),
    )

  test('a row of one person is not seen by another, nor by nobody, on a connection that was just somebody else', async () => {
    await database.storage.transaction(clerk, ({ receipts }) =>
      once(receipts, request, async () => done(outcome)),
    )
    for (let round = 0; round < 12; round++) {
      expect(await seenBy('clerk')).toEqual(done({ ...request, outcome, at: expect.any(String) }))
      expect(await seenBy(null)).toEqual(done(null))
      expect(await seenBy('other')).toEqual(done(null))
      await database.storage.transaction(clerk, () => Promise.reject(new Error('broken off'))).catch(() => {})
      expect(await seenBy(null)).toEqual(done(null))
    }
    const asOther = database.storage.transaction({ person: 'other', offices: [] }, async ({ receipts }) =>
      done(await receipts.keep({ ...request, key: 'key-of-other' as RequestKey }, outcome)),
    )
    await expect(asOther).rejects.toThrow('row-level security')
  })

  test('an office whose name would stand for two is a fault', async () => {
    const sly = { person: 'sly', offices: ['akim.1,akim.2'] }
    await expect(database.storage.readOffice(sly, async () => 0)).rejects.toThrow(
      'not an office: akim.1,akim.2',
    )
  })

  test('a setting left empty by an earlier transaction shows nothing (it is not "everything")', async () => {
    const app = new Client(database.server.connection('app', database.name))
    await app.connect()
    const rows = async () => (await app.query('select * from receipts')).rowCount
    expect(await rows()).toBe(0)
    await app.query(`begin; select set_config('kezdesu.person', 'clerk', true)`)
    expect(await rows()).toBe(1)
    await app.query('commit')
    expect((await app.query(`select current_setting('kezdesu.person', true) as left`)).rows).toEqual([
      { left: '' },
    ])
    expect(await rows()).toBe(0)
    await app.end()
  })
})

describe('reads', () => {
  test('office pages cannot write, and see one moment', async () => {
    const writing = database.storage.readOffice(clerk, ({ journal }) => journal.append([entry()]))
    await expect(writing).rejects.toThrow('read-only transaction')
    await database.storage.readOffice(clerk, async ({ journal }) => {
      const before = (await journal.entries({})).length
      await database.storage.transaction(clerk, async ({ journal }) => done(await journal.append([entry()])))
      expect((await journal.entries({})).length).toBe(before)
    })
  })

  test('public pages see entries of public types only, without who wrote them', async () => {
    await database.owner.query(`insert into public_entry_types values ('announced')`)
    await database.storage.transaction(clerk, async ({ journal }) =>
      done(
        await journal.append([entry({ id: 'p1' as EntryId, type: 'announced' }), entry({ type: 'drafted' })]),
      ),
    )
    const seen = () => database.storage.readPublic(({ journal }) => journal.entries({}))
    expect((await seen()).map(({ type, actor, salt }) => ({ type, actor, salt }))).toEqual([
      { type: 'announced', actor: null, salt: '' },
    ])
    // Withdrawn by an entry that the public cannot see: it must not go on looking valid.
    await database.storage.transaction(clerk, async ({ journal }) =>
      done(await journal.append([entry({ type: 'withdrawn', corrects: 'p1' as EntryId })])),
    )
    expect(await seen()).toEqual([])
    await expect(
      database.storage.readPublic(({ receipts }) => receipts.find('clerk', 'key-of-clerk' as RequestKey)),
    ).rejects.toThrow('permission denied for table receipts')
  })
})

test('days, instants and whole numbers come back as the kernel writes them', async () => {
  const client = new Client({ ...database.server.connection('app', database.name), types: columns })
  await client.connect()
  await client.query(`set timezone = 'Asia/Almaty'`)
  const { rows } =
    await client.query(`select date '2024-02-29' as day, timestamptz '2024-03-01 00:30:00.5+06' as at,
    7::int8 as eight, array[date '0001-01-01', null] as days, array[timestamptz '1969-12-31 23:59:59Z'] as ats,
    array[1, 2]::int8[] as eights, count(*) as n, null::date as none`)
  expect(rows).toEqual([
    {
      day: '2024-02-29',
      at: '2024-02-29T18:30:00.500Z',
      eight: 7,
      days: ['0001-01-01', null],
      ats: ['1969-12-31T23:59:59.000Z'],
      eights: [1, 2],
      n: 1,
      none: null,
    },
  ])
  await expect(client.query('select 9007199254740993')).rejects.toThrow(RangeError)
  await client.end()
})

describe('the start-up assertion on the role', () => {
  const as = async (sql: string, undo: string) => {
    const role = `tester_${database.name}`
    const { owner } = database
    await owner.query(`create role ${role} login`)
    await owner.query(sql.replaceAll('ROLE', role))
    const pool = new Pool({ ...database.server.connection('app', database.name), user: role })
    const verdict = await assertDatabase(pool, 'embedded', silent).then(
      () => 'fit',
      (fault: Error) => fault.message.replaceAll(role, 'ROLE'),
    )
    await pool.end()
    await owner.query(undo.replaceAll('ROLE', role))
    await owner.query(`drop role ${role}`)
    return verdict
  }
  test.each([
    ['select 1', 'fit'],
    ['alter role ROLE superuser', /role ROLE is a superuser/],
    ['alter role ROLE bypassrls', /role ROLE bypasses row-level security/],
    ['alter role ROLE createrole', /role ROLE may make roles/],
    ['alter role ROLE createdb', /role ROLE may make databases/],
    ['alter role ROLE replication', /role ROLE may replicate/],
    ['create table theirs (); alter table theirs owner to ROLE', /role ROLE owns theirs/],
    ['grant app to ROLE', /role ROLE may become app/],
  ])('%s', async (sql, words) => {
    const verdict = await as(sql, 'drop table if exists theirs; revoke app from ROLE')
    if (typeof words === 'string') expect(verdict).toBe(words)
    else expect(verdict).toMatch(words)
  })

  test('a database that is not fit is not opened', async () => {
    await database.owner.query(`alter role app in database ${database.name} set synchronous_commit = off`)
    await expect(openDatabase(database.server, silent, database.name)).rejects.toThrow(
      'synchronous_commit is off',
    )
    await database.owner.query(`alter role app in database ${database.name} reset synchronous_commit`)
  })
})
