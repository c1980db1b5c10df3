// npm run db:schema: writes schema.sql anew from the migrations, on a server of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeSchema } from './describe-schema.ts'
import { startPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { asOwner } from './storage.ts'

const log = { info() {}, warn() {} }
const home = mkdtempSync(join(tmpdir(), 'kezdesu-schema-'))
const server = await startPostgres(join(home, 'postgres'), log)
try {
  await asOwner(server, (owner) => owner.query('create database kezdesu'), 'postgres')
  const words = await asOwner(server, async (owner) => {
    await migrate(owner, log)
    return describeSchema(owner)
  })
  writeFileSync(join(import.meta.dirname, 'schema.sql'), words)
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
