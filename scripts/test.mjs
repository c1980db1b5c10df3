// npm test: format, lint, types, then all tests (browser journeys among them); ends with "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
const chromium = findChromium()
if (chromium) env.KEZDESU_CHROMIUM = chromium

for (const [words, bin, ...args] of [
  ['formatting', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'oxlint', '--deny-warnings', '--quiet'],
  ['types', 'tsc'],
]) {
  say(`${words} …`)
  const check = spawnSync(join(root, 'node_modules/.bin', bin), args, { cwd: root, env, stdio: 'inherit' })
  if (check.status === 0) passed++
  else failed++
}

say('tests …')
const folder = mkdtempSync(join(tmpdir(), 'kezdesu-test-'))
const report = join(folder, 'report.json')
const vitest = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
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
  const isRoot = process.getuid?.() === 0
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    say('installing chromium for the browser journeys (apt-get, once) …')
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 2] })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  say('no Chromium found: the browser journeys are skipped. Install it (Debian: apt-get install chromium)')
  say('or name one: KEZDESU_CHROMIUM=/path/to/chromium npm test')
  if (process.env.CI) failed++
  return undefined
}
