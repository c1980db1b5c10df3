import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { describeSchema } from './describe-schema.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

test('schema.sql is what the migrations make', async () => {
  const committed = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')
  expect(committed, 'schema.sql is old: run `npm run db:schema` and commit it').toBe(
    await describeSchema(database.owner),
  )
})

test('control: a change of any kind shows in the description', async () => {
  const before = await describeSchema(database.owner)
  for (const change of [
    'alter table receipts add column more text',
    'alter table receipts alter column route drop not null',
    'alter table receipts drop constraint a_remembered_body_is_small',
    'drop index receipts_by_age',
    'grant update (body) on receipts to app',
    'grant select on journal to public_read',
    'drop policy own_receipts_read on receipts',
    'alter table receipts no force row level security',
    'drop trigger journal_is_insert_only on journal',
    `comment on table journal is 'class: public'`,
    'alter view public_entries reset (security_barrier)',
    'grant usage on schema seal to app',
    'create function added() returns int language sql return 1',
    'create extension cube',
  ]) {
    await database.owner.query('begin')
    await database.owner.query(change)
    expect(await describeSchema(database.owner), change).not.toBe(before)
    await database.owner.query('rollback')
  }
})
