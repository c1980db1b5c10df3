import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silent, testServer } from '../../test/fresh-database.ts'
import { describeSchema } from './describe-schema.ts'
import { migrate, readMigrations } from './migrate.ts'
import { asOwner } from './storage.ts'

let owner: Client
let folder: string
let name: string
beforeEach(async () => {
  const server = await testServer()
  name = `migrating_${process.pid}_${Math.random().toString(36).slice(2)}`
  await asOwner(server, (owner) => owner.query(`create database ${name}`), 'postgres')
  owner = new Client(server.connection('owner', name))
  await owner.connect()
  folder = mkdtempSync(join(tmpdir(), 'kezdesu-migrations-'))
})
afterEach(async () => {
  await owner.end()
  await asOwner(await testServer(), (owner) => owner.query(`drop database ${name} with (force)`), 'postgres')
  rmSync(folder, { recursive: true })
})
const put = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

test('migrating an empty database and then three times again changes nothing more', async () => {
  const applied: string[] = []
  const log = { warn() {}, info: (words: string) => applied.push(words) }
  await migrate(owner, log)
  expect(applied).toEqual(readMigrations().map(({ name }) => `database: ${name}`))
  const after = await describeSchema(owner)
  for (let again = 0; again < 3; again++) await migrate(owner, log)
  expect(applied.length).toBe(readMigrations().length)
  expect(await describeSchema(owner)).toBe(after)
})

test('two processes that migrate at once apply each file once', async () => {
  const other = new Client((await testServer()).connection('owner', name))
  await other.connect()
  put('0001-one.sql', 'create table one (n int); select pg_sleep(0.2)')
  await Promise.all([migrate(owner, silent, folder), migrate(other, silent, folder)])
  expect((await owner.query('select name from migrations')).rows).toEqual([{ name: '0001-one.sql' }])
  await other.end()
})

test('a broken migration leaves nothing of itself and says in which line', async () => {
  put('0001-one.sql', 'create table one (n int)')
  put('0002-two.sql', 'create table two (n int);\n\ncreate table three (n nonsense)')
  await expect(migrate(owner, silent, folder)).rejects.toThrow(
    '0002-two.sql line 3: type "nonsense" does not exist',
  )
  const { rows } = await owner.query(
    `select to_regclass('one')::text as one, to_regclass('two')::text as two`,
  )
  expect(rows).toEqual([{ one: 'one', two: null }])
  put('0002-two.sql', 'create table two (n int)')
  await migrate(owner, silent, folder)
})

test('history cannot be rewritten: changed, missing, late and doubled files are faults', async () => {
  put('0001-one.sql', 'select 1')
  put('0003-three.sql', 'select 3')
  await migrate(owner, silent, folder)
  put('0002-two.sql', 'select 2')
  await expect(migrate(owner, silent, folder)).rejects.toThrow('0002-two.sql comes too late')
  rmSync(join(folder, '0002-two.sql'))
  put('0001-one.sql', 'select 1 -- changed')
  await expect(migrate(owner, silent, folder)).rejects.toThrow(
    '0001-one.sql was changed after it was applied',
  )
  put('0001-one.sql', 'select 1')
  rmSync(join(folder, '0003-three.sql'))
  await expect(migrate(owner, silent, folder)).rejects.toThrow(
    '0003-three.sql, which this version of Kezdesu does not know',
  )
  put('0001-uno.sql', 'select 1')
  expect(() => readMigrations(folder)).toThrow('two migrations have the number of 0001-uno.sql')
  rmSync(join(folder, '0001-uno.sql'))
  put('four.sql', 'select 4')
  expect(() => readMigrations(folder)).toThrow('four.sql is not a migration')
})
