// npm test: format, lint, types, then all tests (browser journeys among them); ends with "N passed, N failed, N skipped".
// npm run test:long: the same checks, then what takes minutes or wants programs of others (khal, vdirsyncer, java).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { check, numberOfChecks } from './check.mjs'
import { findNode, installPackages, root, say } from './ground.mjs'

let passed = 0
let failed = 0
let skipped = 0

installPackages()
const node = findNode()
const env = {
  ...process.env,
  PATH: `${dirname(node)}:${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
}
const long = process.argv.includes('--long')
const paths = process.argv.slice(2).filter((word) => word !== '--long')
if (long) env.KEZDESU_LONG = '1'
const chromium = findChromium()
if (long) {
  findOrInstall('java', 'default-jre-headless')
  findOrInstall('khal', 'khal')
  findOrInstall('vdirsyncer', 'vdirsyncer')
}
if (chromium) env.KEZDESU_CHROMIUM = chromium

// What is not clean hides no test, and no test hides what is not clean: it is said at once and again at the end.
const unclean = check()
failed += unclean.length
passed += numberOfChecks - unclean.length
for (const sentence of unclean) say(sentence)

say('tests …')
const folder = mkdtempSync(join(tmpdir(), 'kezdesu-test-'))
const report = join(folder, 'report.json')
const vitest = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...paths],
  { cwd: root, env, stdio: 'inherit' },
)
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  skipped += result.numPendingTests + result.numTodoTests
  // A file that does not load has no tests to fail; it must not pass unseen.
  if (vitest.status !== 0 && result.numFailedTests === 0) failed += Math.max(1, result.numFailedTestSuites)
} else failed++
rmSync(folder, { recursive: true, force: true })

for (const sentence of unclean) say(sentence)
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
process.exit(failed === 0 ? 0 : 1)

/** A Chromium for the journeys: given, found, or installed from Debian's packages where that can be done. */
function findChromium() {
  const known = [
    process.env.KEZDESU_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const found = known.find((path) => path && existsSync(path))
  if (found) return found
  install('chromium', 'the browser journeys')
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  say('no Chromium found: the browser journeys are skipped. Install it (Debian: apt-get install chromium)')
  say('or name one: KEZDESU_CHROMIUM=/path/to/chromium npm test')
  if (process.env.CI) failed++
  return undefined
}

/** Programs of others that the long tests use; a test whose program is missing says so and is skipped. */
function findOrInstall(program, debianPackage) {
  const isThere = () => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
  if (!isThere()) install(debianPackage, `tests with ${program}`)
  if (!isThere()) say(`no ${program} found: its tests are skipped (Debian: apt-get install ${debianPackage})`)
}

/** A package of Debian, where we may install one. */
function install(debianPackage, what) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  say(`installing ${debianPackage} for ${what} (apt-get, once) …`)
  const [stdio, withEnv] = [['ignore', 'ignore', 2], { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }]
  spawnSync('apt-get', ['update', '-qq'], { stdio })
  const args = ['install', '-y', '-qq', '--no-install-recommends', debianPackage]
  spawnSync('apt-get', args, { stdio, env: withEnv })
}
