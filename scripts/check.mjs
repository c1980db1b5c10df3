// npm run check: what takes seconds and needs no test: format, lint, types. `npm test` begins with the same.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages, root, say } from './ground.mjs'

const checks = [
  {
    what: 'formatting',
    bin: 'prettier',
    args: ['--check', '--log-level=warn', '.'],
    mend: 'npm run format puts it right',
  },
  { what: 'lint', bin: 'oxlint', args: ['--deny-warnings', '--quiet'], mend: 'its words stand above' },
  { what: 'types', bin: 'tsc', args: [], mend: 'its words stand above' },
]
export const numberOfChecks = checks.length

/** Runs all of them under the right Node; gives a sentence for each that is not clean. */
export function check() {
  const env = { ...process.env, PATH: `${dirname(findNode())}:${process.env.PATH}` }
  return checks.flatMap(({ what, bin, args, mend }) => {
    say(`${what} …`)
    const { status } = spawnSync(join(root, 'node_modules/.bin', bin), args, {
      cwd: root,
      env,
      stdio: 'inherit',
    })
    return status === 0 ? [] : [`not clean: ${what} (${mend})`]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installPackages()
  const unclean = check()
  for (const sentence of unclean) say(sentence)
  process.exitCode = unclean.length === 0 ? 0 : 1
}
