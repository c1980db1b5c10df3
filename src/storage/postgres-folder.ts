// The folder of the embedded PostgreSQL: data, log and socket, for its owner's eyes only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import {
  type Binaries,
  type RunAs,
  assertReach,
  circumstances,
  findBinaries,
  ordinaryUser,
} from './postgres-binaries.ts'

export type Place = {
  readonly folder: string
  readonly data: string
  readonly log: string
  /** The folder of the socket: `folder` itself, or a short one where that is too deep. */
  readonly sockets: string
  readonly binaries: Binaries
  readonly as: RunAs
  /** `uid` and `gid` for the child process, where root hands over to an ordinary user. */
  readonly user: { uid?: number; gid?: number }
}

/** Makes the folder and, in a new one, the data; a second call finds everything in place. */
export function preparePlace(path: string): Place {
  const folder = resolve(path)
  const binaries = findBinaries()
  const as = ordinaryUser(circumstances(folder))
  const user = as.uid === undefined ? {} : { uid: as.uid, gid: as.gid ?? as.uid }
  assertReach(binaries, folder, as)
  ownFolder(folder, as)
  const place = {
    folder,
    data: join(folder, 'data'),
    log: join(folder, 'server.log'),
    sockets: socketFolder(folder, as),
    binaries,
    as,
    user,
  }
  if (existsSync(place.log) && statSync(place.log).size > 5_000_000) renameSync(place.log, `${place.log}.1`)
  if (!existsSync(join(place.data, 'PG_VERSION'))) makeData(place)
  return place
}

/** A unix socket's path has at most 107 bytes. */
export function socketFolder(folder: string, as: RunAs, short = tmpdir()): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 107) return folder
  const name = `kezdesu-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const sockets = join(short, name)
  ownFolder(sockets, as)
  return sockets
}

/** A folder that is ours alone; one that belongs to somebody else is refused, for there we would talk to a stranger. */
function ownFolder(folder: string, as: RunAs) {
  const mine = as.uid ?? process.getuid?.()
  try {
    mkdirSync(dirname(folder), { recursive: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const { message } = cause as Error
    throw new Error(
      `Kezdesu runs as user ${mine} and cannot make its folder; choose another with KEZDESU_HOME (${message})`,
      { cause },
    )
  }
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid)
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== mine)
    throw new Error(
      `The folder ${folder} belongs to user ${found.uid}, and Kezdesu runs as user ${mine}: ` +
        'start it as the user who owns the folder, or choose another folder with KEZDESU_HOME.',
    )
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}

/** Made aside and moved into place whole, so that a start that was broken off leaves no half-made data. */
function makeData(place: Place) {
  for (const name of readdirSync(place.folder))
    if (name.startsWith('data.new-') && !existsSync(`/proc/${name.slice('data.new-'.length)}`))
      rmSync(join(place.folder, name), { recursive: true, force: true })
  const fresh = `${place.data}.new-${process.pid}`
  const words = ['-U', 'migrate', '-A', 'trust', '-E', 'UTF8', '--data-checksums', '--no-instructions']
  // Built in and without regard to place: lower('Ә') is right and no library of the machine can change an index's order.
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [program, ...args] = [...place.as.before, place.binaries.initdb, '-D', fresh, ...words, ...locale]
  const run = spawnSync(program!, args, { ...place.user, cwd: place.folder, encoding: 'utf8' })
  if (run.status !== 0)
    throw new Error(
      `PostgreSQL could not make its data in ${place.folder}:\n${run.stderr || String(run.error)}`,
    )
  try {
    renameSync(fresh, place.data)
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true })
    // Another process was quicker.
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw fault
  }
  const handle = openSync(place.folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
