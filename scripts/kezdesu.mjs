// npm run -s kezdesu -- COMMAND …: the command line.
import { installPackages, run } from './ground.mjs'

installPackages()
// Paths in the arguments are meant from where the caller stands.
process.env.KEZDESU_CWD ??= process.env.INIT_CWD ?? process.cwd()
const args = process.argv.slice(2)
// A plan of the country makes much that is soon forgotten: swept sooner, it takes 100 MB less and no longer.
run('src/main.ts', args, args[0] === 'plan' ? ['--max-semi-space-size=2'] : [])
