// What must be true of the database before anything is served: otherwise every promise and every wall is a fake.
import type { Pool } from 'pg'
import type { Log } from './log.ts'
import type { Server } from './server.ts'

/** What the database says of itself and of the role we work in. */
export type DatabaseFacts = {
  readonly version: number
  readonly fsync: string
  readonly synchronous_commit: string
  readonly full_page_writes: string
  readonly data_checksums: string
  readonly role: string
  readonly superuser: boolean
  readonly bypasses_row_security: boolean
  readonly makes_roles: boolean
  readonly makes_databases: boolean
  readonly replicates: boolean
  readonly owns: string[]
  readonly may_become: string[]
}

/** Sentences about what is wrong; empty when everything holds. A given server's lack of checksums is only warned of. */
export function faultsOf(
  facts: DatabaseFacts,
  kind: Server['kind'],
): { faults: string[]; warnings: string[] } {
  const { role } = facts
  const noChecksums =
    facts.data_checksums !== 'on' && 'data checksums are off: a page damaged on disk would not be noticed'
  const faults = [
    facts.version < 150000 &&
      `the server is PostgreSQL ${Math.floor(facts.version / 10000)}; version 15 or newer is needed`,
    facts.fsync !== 'on' && 'fsync is off: what was acknowledged could be lost when the power fails',
    // The three stronger settings wait for a standby too; `local` and `off` promise less than a receipt says.
    !['on', 'remote_write', 'remote_apply'].includes(facts.synchronous_commit) &&
      `synchronous_commit is ${facts.synchronous_commit}: what was acknowledged could be lost when the server dies`,
    facts.full_page_writes !== 'on' && 'full_page_writes is off: a torn page could not be repaired',
    kind === 'embedded' && noChecksums,
    facts.superuser && `role ${role} is a superuser: no wall in the database binds it`,
    facts.bypasses_row_security && `role ${role} bypasses row-level security`,
    facts.makes_roles && `role ${role} may make roles`,
    facts.makes_databases && `role ${role} may make databases`,
    facts.replicates && `role ${role} may replicate, and so read everything`,
    facts.owns.length > 0 && `role ${role} owns ${facts.owns.join(', ')}: grants do not bind an owner`,
    facts.may_become.length > 0 && `role ${role} may become ${facts.may_become.join(', ')}`,
  ].filter((words) => words !== false)
  return { faults, warnings: kind === 'given' && noChecksums ? [noChecksums] : [] }
}

/** Throws with every reason why this pool's database or role is not fit to serve. */
export async function assertDatabase(pool: Pool, kind: Server['kind'], log: Log): Promise<void> {
  const { rows } = await pool.query<DatabaseFacts>(`
    select current_setting('server_version_num')::int as version,
           current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as synchronous_commit,
           current_setting('full_page_writes') as full_page_writes,
           current_setting('data_checksums') as data_checksums,
           r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses_row_security,
           r.rolcreaterole as makes_roles, r.rolcreatedb as makes_databases, r.rolreplication as replicates,
           array(select c.oid::regclass::text from pg_class c where c.relowner = r.oid order by 1) as owns,
           array(select o.rolname::text from pg_roles o
                 where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member') order by 1) as may_become
    from pg_roles r where r.rolname = session_user`)
  const { faults, warnings } = faultsOf(rows[0]!, kind)
  for (const words of warnings) log.warn(`database: ${words}`)
  if (faults.length > 0) throw new Error(`The database is not fit to serve:\n- ${faults.join('\n- ')}`)
}
