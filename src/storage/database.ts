// A database at work: three pools of unprivileged roles, transactions that know on whose behalf they run.
import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import { Pool } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Acting, Storage } from '#flows'
import type { Result } from '#kernel'
import { assertDatabase } from './assertions.ts'
import { columns } from './columns.ts'
import { KeptEntries } from './kept-entries.ts'
import type { Log } from './log.ts'
import type { RunTimeRole } from './roles.ts'
import type { Server } from './server.ts'
import { subscriptionStore } from './subscription-store.ts'
import { originalStore } from './unsealing-store.ts'
import { publicStoresOver, storesOver } from './stores.ts'
import type { Tables } from './tables.ts'

const nobody: Acting = { person: null, offices: [] }

/** Opens a migrated database; throws when one of the start-up assertions does not hold. */
export async function openDatabase(
  server: Server,
  log: Log,
  database?: string,
  kept = new KeptEntries(),
): Promise<Storage> {
  const pools = {
    app: openPool(server, 'app', log, database),
    public_read: openPool(server, 'public_read', log, database),
    seal: openPool(server, 'seal', log, database),
  }
  const close = async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end())))
  try {
    for (const pool of Object.values(pools)) await assertDatabase(pool, server.kind, log)
  } catch (fault) {
    await close()
    throw fault
  }
  const office = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pools.app }) })
  const open = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pools.public_read }) })
  const sealed = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pools.seal }) })

  return {
    transaction: (acting, verb) =>
      repeatable(() => once(office, acting, (trx) => verb(storesOver(trx, kept))), log),
    readOffice: (acting, verb) => read(office, acting, (trx) => verb(storesOver(trx, kept))),
    readPublic: (verb) => read(open, nobody, (trx) => verb(publicStoresOver(trx, kept))),
    sealed: (verb) =>
      sealed.transaction().execute(async (trx) => {
        await enter(trx, nobody)
        return verb({ subscriptions: subscriptionStore(trx), originals: originalStore(trx) })
      }),
    close,
  }
}

/** A transaction whose refusal rolls back what it did. */
async function once<T, R>(
  db: Kysely<Tables>,
  acting: Acting,
  verb: (trx: Transaction<Tables>) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  const refused = Symbol('refused')
  let outcome: Result<T, R> | undefined
  await db
    .transaction()
    .execute(async (trx) => {
      await enter(trx, acting)
      outcome = await verb(trx)
      if (!outcome.ok) throw refused
    })
    .catch((fault: unknown) => {
      if (fault !== refused) throw fault
    })
  return outcome!
}

const read = <T>(
  db: Kysely<Tables>,
  acting: Acting,
  verb: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await enter(trx, acting)
      return verb(trx)
    })

/** Beware: `true` makes each setting end with the transaction; a pooled connection must not carry it to the next. */
function enter(trx: Transaction<Tables>, acting: Acting) {
  // The list travels with commas between; an office called `a,b` would act for `a` and for `b`.
  const strange = acting.offices.find((office) => office.includes(','))
  if (strange !== undefined) throw new Error(`not an office: ${strange}`)
  return sql`select set_config('kezdesu.person', ${acting.person ?? ''}, true),
                    set_config('kezdesu.offices', ${acting.offices.join(',')}, true),
                    set_config('timezone', 'UTC', true),
                    set_config('statement_timeout', '10s', true),
                    set_config('idle_in_transaction_session_timeout', '30s', true)`.execute(trx)
}

/** Deadlock and failed serialisation: the database has chosen us to step back and try again. */
const stepBack = new Set(['40001', '40P01'])

async function repeatable<T>(attempt: () => Promise<T>, log: Log): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await attempt()
    } catch (fault) {
      if (tries === 3 || !stepBack.has((fault as { code?: string }).code ?? '')) throw fault
      log.warn(`transaction stepped back (${(fault as Error).message}), trying again`)
      await sleep(tries * 20 * (1 + Math.random()))
    }
}

function openPool(server: Server, role: RunTimeRole, log: Log, database?: string): Pool {
  const pool = new Pool({
    ...server.connection(role, database),
    types: columns,
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  // Beware: without these two a connection that ends by itself brings the process down, idle or not. A server that is
  // stopped right after its pools says goodbye to connections that are just leaving: nothing was lost.
  pool.on('error', (fault) => pool.ending || log.warn(`a database connection was lost: ${fault.message}`))
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
