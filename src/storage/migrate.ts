// Migrations: numbered SQL files, forward only, each in a transaction, remembered with the hash of their text.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Log } from './log.ts'

export const migrationsFolder = join(import.meta.dirname, 'migrations')

type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** The files in order; throws when two have the same number or a name is not `NNNN-title.sql`. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).sort()
  const found = names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined)
      throw new Error(`${join(folder, name)} is not a migration: they are called NNNN-title.sql`)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  const twice = found.find((file, index) => found[index - 1]?.number === file.number)
  if (twice) throw new Error(`two migrations have the number of ${twice.name}`)
  return found
}

/** Brings the database of this connection (the owner's) to the newest form; a second call changes nothing. */
export async function migrate(owner: Client, log: Log, folder: string = migrationsFolder): Promise<void> {
  const files = readMigrations(folder)
  await owner.query('select pg_advisory_lock($1)', [migrating])
  try {
    await owner.query(`create table if not exists migrations (
        number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now()
      );
      comment on table migrations is 'class: office — the migrations that were applied, with the hash of their text'`)
    const { rows } = await owner.query<Migration>(
      'select number, name, sha256 from migrations order by number',
    )
    for (const applied of rows) {
      const file = files.find((file) => file.number === applied.number)
      if (file === undefined)
        throw new Error(
          `the database has seen migration ${applied.name}, which this version of Kezdesu does not know: it is older than the database`,
        )
      if (file.sha256 !== applied.sha256)
        throw new Error(
          `migration ${file.name} was changed after it was applied: undo the change and write a new migration`,
        )
    }
    const newest = rows.at(-1)?.number ?? 0
    const known = new Set(rows.map((row) => row.number))
    for (const file of files) {
      if (known.has(file.number)) continue
      if (file.number < newest)
        throw new Error(`migration ${file.name} comes too late: number ${newest} was already applied`)
      await apply(owner, file)
      log.info(`database: ${file.name}`)
    }
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [migrating])
  }
}

const migrating = 7_302_002

async function apply(owner: Client, file: Migration) {
  await owner.query('begin')
  try {
    await owner.query(file.sql)
    await owner.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.sha256,
    ])
    await owner.query('commit')
  } catch (cause) {
    await owner.query('rollback')
    const { message, position } = cause as { message: string; position?: string }
    const line =
      position === undefined ? '' : ` line ${file.sql.slice(0, Number(position)).split('\n').length}`
    throw new Error(`migration ${file.name}${line}: ${message}`, { cause })
  }
}
