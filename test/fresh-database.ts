// A database of its own for a test: a copy of a template that was made once in this run.
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
export async function freshDatabase(template = migrated): Promise<FreshDatabase> {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(server, (owner) => owner.query(`create database ${name} template ${template}`), 'postgres')
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

/** A database with nothing in it. */
const migrated = 'template_kezdesu'

let begun: Promise<Server> | undefined

/** The server of this run, started and given a migrated template by whichever worker comes first. */
export const testServer = (): Promise<Server> => (begun ??= begin())

async function begin(): Promise<Server> {
  const server = await reachPostgres(inject('postgresFolder'), silent)
  await onlyOnce(server, migrated, async (name, owner) => {
    await makeRoles(owner)
    await owner.query(`create database ${name}`)
    await asOwner(server, (owner) => migrate(owner, silent), name)
    return ''
  })
  return server
}

/** A template with more in it, filled by whichever worker comes first; gives all of them what the filling gave. */
export async function filledTemplate(
  name: string,
  fill: (storage: Storage) => Promise<string>,
): Promise<string> {
  const server = await testServer()
  return onlyOnce(server, name, async (name, owner) => {
    await owner.query(`create database ${name} template ${migrated}`)
    const storage = await openDatabase(server, silent, name)
    try {
      return await fill(storage)
    } finally {
      await storage.close()
    }
  })
}

/** Makes a database under a passing name, so that one that was broken off is never taken for a whole one; the note stays with it. */
const onlyOnce = (
  server: Server,
  name: string,
  make: (passingName: string, owner: Client) => Promise<string>,
): Promise<string> =>
  asOwner(
    server,
    async (owner) => {
      await owner.query('select pg_advisory_lock(1)')
      const { rows } = await owner.query<{ note: string | null }>(
        `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
        [name],
      )
      if (rows[0] !== undefined) return rows[0].note ?? ''
      const passingName = `${name}_being_made`
      await owner.query(`drop database if exists ${passingName} with (force)`)
      const note = await make(passingName, owner)
      await owner.query(`comment on database ${passingName} is ${owner.escapeLiteral(note)}`)
      await owner.query(`alter database ${passingName} rename to ${name}`)
      return note
    },
    'postgres',
  )
