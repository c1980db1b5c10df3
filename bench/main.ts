// npm run bench -- NAME […]: runs bench/NAME.ts, which prints its figures as JSON.
import { readdirSync } from 'node:fs'

const names = readdirSync(import.meta.dirname)
  .filter((file) => /^(duties|groups|intake|law|pages|planner|pvrp|search|triage)\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
const [name] = process.argv.splice(2, 1)
if (name && names.includes(name)) await import(`./${name}.ts`)
else {
  console.error(`npm run bench -- ${names.join(' | ')}`)
  process.exitCode = 2
}
