// The embedded PostgreSQL: one folder, one server, reached over a unix socket that only the folder's owner can open.
//
// Any number of processes may use one folder: the first one starts the server, the others adopt it, and the last one to
// leave stops it. Each holds a shared advisory lock while it is there; a killed process loses its lock with its connection.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from './log.ts'
import { type Place, preparePlace } from './postgres-folder.ts'
import { makeRoles } from './roles.ts'
import type { Server } from './server.ts'

export type EmbeddedPostgres = Server & {
  /** Stops the server if no other process uses it; otherwise only lets go of it. */
  stop(): Promise<void>
}

/** Starts or adopts the server of `folder` and keeps it up until `stop`. */
export async function startPostgres(folder: string, log: Log): Promise<EmbeddedPostgres> {
  const place = preparePlace(folder)
  let keeper: Client
  const leaving = new AbortController()

  const enter = async (): Promise<void> => {
    for (;;) {
      const server = await reach(place, log)
      const owner = new Client(server.connection('owner', 'postgres'))
      keeper = new Client(server.connection('app', 'postgres'))
      for (const client of [owner, keeper]) client.on('error', () => {})
      try {
        await owner.connect()
        await makeRoles(owner)
        await keeper.connect()
        await keeper.query('select pg_advisory_lock_shared($1)', [users])
        keeper.once('end', () => void rejoin())
        return
      } catch (fault) {
        // The last user of before is just closing the house: wait for the end of it and open it again.
        await keeper.end().catch(() => {})
        if (!isClosing(fault)) throw fault
      } finally {
        await owner.end().catch(() => {})
      }
    }
  }

  const rejoin = async () => {
    if (leaving.signal.aborted) return
    log.warn('PostgreSQL went away; starting it again')
    while (!leaving.signal.aborted)
      try {
        return await enter()
      } catch (fault) {
        log.warn(`PostgreSQL could not be started again: ${(fault as Error).message}`)
        await sleep(2_000)
      }
  }

  await enter()
  return {
    ...embeddedServer(place.sockets),
    async stop() {
      leaving.abort()
      const alone = await keeper
        .query('select pg_advisory_unlock_shared($1)', [users])
        .then(() => keeper.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [users]))
        .then((found) => found.rows[0]!.alone)
        .catch(() => false)
      // Beware: the exclusive lock must be held until the server is down, so that nobody comes in meanwhile.
      if (alone) await shutDown(place)
      await keeper.end().catch(() => {})
    },
  }
}

/** The advisory lock that the users of an embedded server share. */
const users = 7_302_001

const embeddedServer = (sockets: string): Server => ({
  kind: 'embedded',
  connection: (role, database = 'kezdesu') => ({
    host: sockets,
    port: 5432,
    user: role === 'owner' ? 'migrate' : role,
    database,
    application_name: 'kezdesu',
  }),
})

const patience = 60_000

/** Makes sure that the server of this folder answers, whoever started it; its users hold no place in it. */
export const reachPostgres = (folder: string, log: Log): Promise<Server> => reach(preparePlace(folder), log)

async function reach(place: Place, log: Log): Promise<Server> {
  const server = embeddedServer(place.sockets)
  let begun: Launch | undefined
  let giveUp = Date.now() + patience
  let stuck: { lock: string | undefined; since: number } | undefined
  for (;;) {
    const answer = await knock(server)
    if (answer === 'open') return server
    if (answer === 'busy') giveUp = Date.now() + patience
    else if (begun === undefined) begun = launch(place)
    else if (begun.child.exitCode !== null || begun.child.signalCode !== null) {
      const words = begun.words()
      if (!/lock file .* (already exists|is empty)|is still in use/.test(words))
        throw new Error(`PostgreSQL did not start in ${place.folder}:\n${words.trim()}`)
      // Somebody else is starting it, or its last postmaster is not quite dead.
      const lock = readLock(place)
      if (stuck === undefined || stuck.lock !== lock) stuck = { lock, since: Date.now() }
      else if (lock !== undefined && Date.now() - stuck.since > grace(lock) && !isPostgres(lock))
        disown(place, lock, log)
      begun = undefined
      await sleep(200)
    }
    if (Date.now() > giveUp)
      throw new Error(`PostgreSQL in ${place.folder} does not answer; its own words are in ${place.log}`)
    await sleep(20)
  }
}

type Launch = { child: ChildProcess; words(): string }

function launch(place: Place): Launch {
  const log = openSync(place.log, 'a', 0o600)
  const start = statSync(place.log).size
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log must not hold what rows and statements hold.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const args = [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const [program, ...rest] = [...place.as.before, place.binaries.postgres, ...args]
  // Its own session: Ctrl-C in the terminal reaches the app, which then stops the server in order.
  const child = spawn(program!, rest, {
    ...place.user,
    cwd: place.folder,
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return { child, words: () => readFileSync(place.log, 'utf8').slice(start) }
}

/** `open`: it answers. `busy`: it is there but starting or stopping. `silent`: nobody is at the socket. */
async function knock(server: Server): Promise<'open' | 'busy' | 'silent'> {
  const client = new Client({ ...server.connection('owner', 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'open'
  } catch (fault) {
    const code = (fault as { code?: string }).code
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'silent'
    if (isClosing(fault) || code === '53300') return 'busy'
    throw fault
  } finally {
    await client.end().catch(() => {})
  }
}

const isClosing = (fault: unknown) =>
  ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ECONNREFUSED'].includes(
    (fault as { code?: string }).code ?? '',
  ) || /terminated unexpectedly|not queryable/.test((fault as Error).message)

const lockFile = (place: Place) => join(place.data, 'postmaster.pid')
const readLock = (place: Place): string | undefined => {
  try {
    return readFileSync(lockFile(place), 'utf8')
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return undefined
    throw fault
  }
}

/** How long a lock without a living postmaster may stay, in ms. An empty one is either being written or the trace of a power cut. */
const grace = (lock: string) => (lock === '' ? 2_000 : 150)

/** Whether the process that the lock file names is a PostgreSQL that lives: not a zombie, not a stranger with an old number. */
function isPostgres(lock: string): boolean {
  try {
    const [, name, state] =
      /\((.*)\) (\w)/.exec(readFileSync(`/proc/${parseInt(lock, 10)}/stat`, 'utf8')) ?? []
    return name === 'postgres' && state !== 'Z'
  } catch {
    return false
  }
}

/**
 * Puts a number that no process can have in place of a dead postmaster's, so that the next one may take over.
 * The rest of the file stays: by it PostgreSQL still finds out whether children of the dead one are at the data.
 * An empty lock names nobody and goes; should its writer live after all, the lock of the socket keeps the second one out.
 */
function disown(place: Place, lock: string, log: Log) {
  if (readLock(place) !== lock) return
  log.warn('the lock of a dead PostgreSQL lingers; taking it over')
  if (lock === '') rmSync(lockFile(place))
  else writeFileSync(lockFile(place), lock.replace(/^\d+/, '2147483647'))
}

/** A fast shutdown: running statements are broken off, everything acknowledged is kept. */
async function shutDown(place: Place) {
  const pid = parseInt(readLock(place) ?? '', 10)
  if (Number.isNaN(pid)) return
  process.kill(pid, 'SIGINT')
  const giveUp = Date.now() + patience
  while (existsSync(lockFile(place)) && Date.now() < giveUp) await sleep(10)
}
