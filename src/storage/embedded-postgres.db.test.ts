import { type ChildProcess, spawn } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assertDatabase } from './assertions.ts'
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts'
import { findBinaries, ordinaryUser } from './postgres-binaries.ts'
import { socketFolder } from './postgres-folder.ts'
import type { Server } from './server.ts'

const log = { info() {}, warn() {} }
let home: string
let folder: string
const started: EmbeddedPostgres[] = []
const start = async (at = folder) => {
  const server = await startPostgres(at, log)
  started.push(server)
  return server
}
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kezdesu-server-'))
  folder = join(home, 'postgres')
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  rmSync(home, { recursive: true, force: true })
})

const ask = async <T>(server: Server, sql: string, role: 'owner' | 'app' = 'owner') => {
  const client = new Client(server.connection(role, 'postgres'))
  await client.connect()
  try {
    return (await client.query(sql)).rows[0] as T
  } finally {
    await client.end()
  }
}
const lock = () => join(folder, 'data', 'postmaster.pid')
const postmaster = () => parseInt(readFileSync(lock(), 'utf8'), 10)
const sessionOf = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[3])

/** A second process that starts or adopts the server of the folder and stays until it is killed. */
async function neighbour(): Promise<ChildProcess> {
  const code = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))}
    const server = await startPostgres(${JSON.stringify(folder)}, { info() {}, warn() {} })
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
    process.stdout.write('up')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../..'),
  })
  await new Promise((ready) => child.stdout.once('data', ready))
  return child
}
const ended = (child: ChildProcess) => new Promise((done) => child.once('exit', done))

test('an empty folder becomes a durable server that only its owner can reach; what was written is there again', async () => {
  const first = await start()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const settings = await ask(
    first,
    `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
            current_setting('full_page_writes') pages, current_setting('data_checksums') checksums,
            current_setting('listen_addresses') listens, lower('ӘҒҚ') lower, current_user`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    commit: 'on',
    pages: 'on',
    checksums: 'on',
    listens: '',
    lower: 'әғқ',
    current_user: 'migrate',
  })
  // Its own session: Ctrl-C in the terminal does not reach it before the app.
  expect(sessionOf(postmaster())).toBe(postmaster())
  await ask(first, 'create table kept as select 7 as n')
  // A refused row may be personal: its words must not reach the log.
  await ask(first, 'create table names (name text unique)')
  await expect(ask(first, `insert into names values ('Айгүл'), ('Айгүл')`)).rejects.toThrow('duplicate key')
  await first.stop()
  const words = readFileSync(join(folder, 'server.log'), 'utf8')
  expect([words.includes('duplicate key'), words.includes('Айгүл')]).toEqual([true, false])
  expect(existsSync(lock())).toBe(false)
  const second = await start()
  expect(await ask(second, 'select n from kept')).toEqual({ n: 7 })
})

test('the second process adopts the server, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([start(), start()])
  const pid = postmaster()
  await one.stop()
  expect(await ask(two, 'select 1 as one')).toEqual({ one: 1 })
  expect(postmaster()).toBe(pid)
  await two.stop()
  expect(existsSync(lock())).toBe(false)
})

test('a server whose app was killed is adopted by the next, and stopped by it', async () => {
  const child = await neighbour()
  const pid = postmaster()
  child.kill('SIGKILL')
  await ended(child)
  const server = await start()
  expect(postmaster()).toBe(pid)
  await server.stop()
  expect(existsSync(lock())).toBe(false)
})

test('a server that another process still uses is left running', async () => {
  const server = await start()
  const child = await neighbour()
  await server.stop()
  expect(existsSync(lock())).toBe(true)
  child.kill('SIGTERM')
  await ended(child)
  expect(existsSync(lock())).toBe(false)
})

test('a server that dies under the app is started again', async () => {
  const server = await start()
  await ask(server, 'create table kept as select 7 as n')
  const dead = postmaster()
  process.kill(dead, 'SIGKILL')
  await vi.waitFor(async () => expect(await ask(server, 'select n from kept')).toEqual({ n: 7 }), 20_000)
  expect(postmaster()).not.toBe(dead)
})

test('the lock of a dead server is taken over even if its number now belongs to a stranger', async () => {
  const server = await start()
  const words = readFileSync(lock(), 'utf8')
  await server.stop()
  const stranger = spawn('sleep', ['60'])
  try {
    writeFileSync(lock(), words.replace(/^\d+/, String(stranger.pid)))
    const warnings: string[] = []
    const again = await startPostgres(folder, { info() {}, warn: (words) => warnings.push(words) })
    started.push(again)
    expect(warnings).toEqual(['the lock of a dead PostgreSQL lingers; taking it over'])
  } finally {
    stranger.kill()
  }
})

test('an empty lock is waited for while another may be writing it, and taken over when a power cut left it', async () => {
  const server = await start()
  await server.stop()
  const meanwhile = async (end: () => void) => {
    writeFileSync(lock(), '')
    const warnings: string[] = []
    const beginning = startPostgres(folder, { info() {}, warn: (words) => warnings.push(words) })
    await vi.waitFor(
      () => expect(readFileSync(join(folder, 'server.log'), 'utf8')).toContain('is empty'),
      10_000,
    )
    end()
    await (await beginning).stop()
    return warnings
  }
  expect(await meanwhile(() => rmSync(lock()))).toEqual([])
  writeFileSync(join(folder, 'server.log'), '')
  expect(await meanwhile(() => {})).toEqual(['the lock of a dead PostgreSQL lingers; taking it over'])
})

test("a folder too deep for a socket gets a short one of its own, and a stranger's folder is refused", async () => {
  const deep = join(home, 'd'.repeat(100), 'postgres')
  const server = await start(deep)
  const { host } = server.connection('owner')
  expect(Buffer.byteLength(join(host!, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107)
  expect(statSync(host!).mode & 0o777).toBe(0o700)
  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 })
  await server.stop()
  rmSync(host!, { recursive: true })
  writeFileSync(host!, 'somebody else was here')
  expect(() => socketFolder(deep, { before: [] })).toThrow(/EEXIST|belongs to user/)
  rmSync(host!)
})

test('data that was left half made is thrown away; data that cannot start says why', async () => {
  mkdirSync(join(folder, 'data.new-4194303', 'base'), { recursive: true })
  const server = await start()
  expect(existsSync(join(folder, 'data.new-4194303'))).toBe(false)
  await server.stop()
  appendFileSync(join(folder, 'data', 'postgresql.conf'), '\nno_such_setting = 1\n')
  await expect(startPostgres(folder, log)).rejects.toThrow(/did not start[^]*no_such_setting/)
})

test('the start-up assertion goes red when the server stops being durable', async () => {
  const server = await start()
  const pool = new Pool(server.connection('app', 'postgres'))
  const verdict = () =>
    assertDatabase(pool, 'embedded', log).then(
      () => 'fit',
      (fault: Error) => fault.message,
    )
  try {
    expect(await verdict()).toBe('fit')
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      await ask(server, `alter system set ${setting} = off`)
      await ask(server, 'select pg_reload_conf()')
      await vi.waitFor(async () => expect(await verdict()).toContain(`${setting} is off`), 5_000)
      await ask(server, `alter system reset ${setting}`)
      await ask(server, 'select pg_reload_conf()')
      await vi.waitFor(async () => expect(await verdict()).toBe('fit'), 5_000)
    }
  } finally {
    await pool.end()
  }
})

test('as whom the server runs', () => {
  const root = { uid: 0, gid: 0 }
  const clerk = { uid: 1000, gid: 1000 }
  const base = {
    uid: 0,
    hasAccount: true,
    folderOwner: null,
    aboveOwner: root,
    mayMakeUserNamespace: () => true,
  }
  const forbidden = { ...base, mayMakeUserNamespace: () => false }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  expect(ordinaryUser({ ...base, uid: 1000 })).toEqual({ before: [] })
  expect(ordinaryUser({ ...base, uid: 1234, hasAccount: false })).toEqual({ before: namespace })
  expect(ordinaryUser(base)).toEqual({ before: namespace })
  expect(ordinaryUser({ ...base, folderOwner: clerk })).toEqual({ before: [], ...clerk })
  expect(ordinaryUser(forbidden)).toEqual({ before: [], uid: 65534, gid: 65534 })
  expect(ordinaryUser({ ...forbidden, aboveOwner: clerk })).toEqual({ before: [], ...clerk })
  expect(() => ordinaryUser({ ...forbidden, folderOwner: root })).toThrow(/user namespaces are forbidden/)
})

test('a platform without a shipped server is told what to do', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow(
    /No PostgreSQL is shipped for sunos-sparc.*DATABASE_URL=postgres:/,
  )
})
