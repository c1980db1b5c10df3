// Opening the cellar: a server (embedded or given), its roles, its tables, and then only the unprivileged roles.
import { join } from 'node:path'
import { Client } from 'pg'
import type { Storage } from '#flows'
import { openDatabase } from './database.ts'
import { startPostgres } from './embedded-postgres.ts'
import { givenServer, prepareRoles } from './given-postgres.ts'
import type { Log } from './log.ts'
import { migrate } from './migrate.ts'
import type { Server } from './server.ts'

export type StorageOptions = {
  /** The folder of everything that lasts (KEZDESU_HOME); the embedded server keeps to `postgres` in it. */
  readonly home: string
  /** A server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined
  readonly log: Log
}

/** Brings the database up, migrates it and opens it; `close` lets go of everything that was started for it. */
export async function openStorage({ home, databaseUrl, log }: StorageOptions): Promise<Storage> {
  if (databaseUrl !== undefined) {
    const server = givenServer(databaseUrl)
    await asOwner(server, async (owner) => {
      await prepareRoles(server, owner)
      await migrate(owner, log)
    })
    return openDatabase(server, log)
  }
  const server = await startPostgres(join(home, 'postgres'), log)
  try {
    await asOwner(server, (owner) => makeDatabase(owner, 'kezdesu'), 'postgres')
    await asOwner(server, (owner) => migrate(owner, log))
    const storage = await openDatabase(server, log)
    const close = async () => {
      await storage.close()
      await server.stop()
    }
    return { ...storage, close }
  } catch (fault) {
    await server.stop()
    throw fault
  }
}

/** Does something as the owner and leaves: no connection of the owner's outlives the start. */
export async function asOwner<T>(
  server: Server,
  act: (owner: Client) => Promise<T>,
  database?: string,
): Promise<T> {
  const owner = new Client(server.connection('owner', database))
  owner.on('error', () => {})
  await owner.connect()
  try {
    return await act(owner)
  } finally {
    await owner.end()
  }
}

async function makeDatabase(owner: Client, name: string) {
  const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0)
    await owner.query(`create database ${name}`).catch((fault: { code?: string }) => {
      // Another process was quicker.
      if (fault.code !== '42P04' && fault.code !== '23505') throw fault
    })
}
