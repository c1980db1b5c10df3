// npm run -s kezdesu -- COMMAND …: the command line.
import { installPackages, run } from './ground.mjs'

installPackages()
// Paths in the arguments are meant from where the caller stands.
process.env.KEZDESU_CWD ??= process.env.INIT_CWD ?? process.cwd()
run('src/main.ts', process.argv.slice(2))
