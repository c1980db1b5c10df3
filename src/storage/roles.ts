// The roles of the database. The owner changes tables and never serves; the four below serve and own nothing.
import type { Client } from 'pg'

/** Office work; published views; sealed identities; hashes for witnesses. */
export const runTimeRoles = ['app', 'public_read', 'seal', 'witness_read'] as const
export type RunTimeRole = (typeof runTimeRoles)[number]

/** The mark on roles that are ours: a role of somebody else that happens to have the name is never touched. */
const mark = 'Kezdesu: run-time role'

/**
 * Makes the run-time roles that are absent; roles belong to the whole server, so another database may be at it too.
 * `verifier` gives the password in the form that the server keeps (SCRAM), where the server asks for one.
 */
export async function makeRoles(owner: Client, verifier?: (role: RunTimeRole) => string): Promise<void> {
  const found = await owner.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [runTimeRoles],
  )
  const present = new Set(found.rows.map((row) => row.rolname))
  for (const role of runTimeRoles) {
    if (present.has(role)) continue
    await owner.query(`do $$ begin
        ${roleSql(role, verifier?.(role)).join('\n        ')}
      exception when duplicate_object or unique_violation then null;
      end $$`)
  }
}

/** What makes one role, as SQL that an administrator may run as well. */
export const roleSql = (role: RunTimeRole, verifier?: string): string[] => [
  `create role ${role} login${verifier === undefined ? '' : ` password '${verifier}'`};`,
  `comment on role ${role} is '${mark}';`,
]

/** Gives a role that is ours its password; throws when the name belongs to somebody else. */
export async function setVerifier(owner: Client, role: RunTimeRole, verifier: string): Promise<void> {
  const { rows } = await owner.query<{ ours: boolean }>(
    `select coalesce(shobj_description(oid, 'pg_authid') = $2, false) as ours from pg_roles where rolname = $1`,
    [role, mark],
  )
  if (rows[0]?.ours !== true)
    throw new Error(
      `The server has a role ${role} that Kezdesu did not make, and it does not take the password derived from the owner's. ` +
        `If it may be used, mark it (comment on role ${role} is '${mark}'); otherwise give Kezdesu a server of its own.`,
    )
  await owner.query(`alter role ${role} login password '${verifier}'`)
}
