// Reads the files of a folder in a process of its own and says what memory that took at most, in kB: P20 asks.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '#files'

const folder = process.argv[2]!
// A decoder that has drawn once has all its code in memory.
await readFile('a.jpg', new Uint8Array([0xff, 0xd8, 0xff]))
const before = process.resourceUsage().maxRSS
for (const name of readdirSync(folder))
  await readFile(name.replace(/^\d+-/, ''), new Uint8Array(readFileSync(join(folder, name))))
process.stdout.write(JSON.stringify({ before, after: process.resourceUsage().maxRSS }))
