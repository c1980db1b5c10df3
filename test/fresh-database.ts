// A database of its own for a test: a copy of a template that was migrated once in this run.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Storage } from '../src/flows/index.ts'
import { openDatabase } from '../src/storage/database.ts'
import { reachPostgres } from '../src/storage/embedded-postgres.ts'
import { migrate } from '../src/storage/migrate.ts'
import { makeRoles } from '../src/storage/roles.ts'
import type { Server } from '../src/storage/server.ts'
import { asOwner } from '../src/storage/storage.ts'

export const silent = { info() {}, warn() {} }

export type FreshDatabase = {
  readonly storage: Storage
  readonly server: Server
  readonly name: string
  /** A connection of its owner, for what only a test may do. */
  readonly owner: Client
  /** Closes everything and drops the database. */
  close(): Promise<void>
}

/** About a tenth of a second; about two for the first of a run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(
    server,
    (owner) => owner.query(`create database ${name} template template_kezdesu`),
    'postgres',
  )
  const owner = new Client(server.connection('owner', name))
  await owner.connect()
  const storage = await openDatabase(server, silent, name)
  const close = async () => {
    await storage.close()
    await owner.end()
    await asOwner(server, (owner) => owner.query(`drop database ${name} with (force)`), 'postgres')
  }
  return { storage, server, name, owner, close }
}

let begun: Promise<Server> | undefined

/** The server of this run, started and given a migrated template by whichever worker comes first. */
export const testServer = (): Promise<Server> => (begun ??= begin())

async function begin(): Promise<Server> {
  const server = await reachPostgres(inject('postgresFolder'), silent)
  await asOwner(
    server,
    async (owner) => {
      await owner.query('select pg_advisory_lock(1)')
      const { rowCount } = await owner.query(`select from pg_database where datname = 'template_kezdesu'`)
      if (rowCount === 1) return
      await makeRoles(owner)
      await owner.query('create database being_made')
      await asOwner(server, (owner) => migrate(owner, silent), 'being_made')
      await owner.query('alter database being_made rename to template_kezdesu')
    },
    'postgres',
  )
  return server
}
