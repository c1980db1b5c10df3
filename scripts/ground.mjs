// What every command needs before it can run: the packages of the lock file and the right Node.
// Plain JavaScript for any Node from 20 on, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.kezdesu-lock')

/** Says what is done while it is done; on stderr, so that a command's own output stays clean. */
export const say = (words) => process.stderr.write(`· ${words}\n`)

export function stop(words) {
  process.stderr.write(`\n${words}\n`)
  process.exit(1)
}

/** Installs the packages when the lock file is not the one they were installed from. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('installing packages (npm ci, once for each lock file, about half a minute) …')
  rmSync(stamp, { force: true })
  // --include=dev: NODE_ENV=production in the caller's environment must not leave half of them out.
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
  if (npm.status !== 0) stop('npm ci did not succeed: see its words above. Is the npm registry within reach?')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

/** The Node that runs the product: the one shipped as a package, else the caller's own when it is 24 or newer. */
export function findNode() {
  const shipped = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(shipped)) return shipped
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(`Kezdesu runs on Node 24 or newer; this is ${process.versions.node} on ${process.platform}-${process.arch},
for which no Node is shipped. Install Node 24 from https://nodejs.org and try again.`)
}

/** Runs a TypeScript file of the product to its end, passing signals on, and leaves with its exit code. */
export function run(file, args, flags = []) {
  const child = spawn(findNode(), [...flags, '--import', './src/jsx.ts', file, ...args], {
    cwd: root,
    // Node keeps what it made of the TypeScript: the next start takes half the time, each thread 30 MB less.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'kezdesu'), ...process.env },
    stdio: 'inherit',
  })
  // Ctrl-C reaches the child from the terminal; it decides when to leave, we only wait for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)))
}
