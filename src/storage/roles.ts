// The roles of the database. The owner changes tables and never serves; the four below serve and own nothing.
import type { Client } from 'pg'

/** Office work; published views; sealed identities; hashes for witnesses. */
export const runTimeRoles = ['app', 'public_read', 'seal', 'witness_read'] as const
export type RunTimeRole = (typeof runTimeRoles)[number]

/** The mark on roles that are ours: a role of somebody else that happens to have the name is never touched. */
const mark = 'Kezdesu: run-time role'

/** The run-time roles that the server knows, and whether they are ours. */
export async function findRoles(owner: Client): Promise<Map<RunTimeRole, { ours: boolean }>> {
  const { rows } = await owner.query<{ role: RunTimeRole; ours: boolean }>(
    `select rolname as role, coalesce(shobj_description(oid, 'pg_authid') = $2, false) as ours
     from pg_roles where rolname = any($1)`,
    [runTimeRoles, mark],
  )
  return new Map(rows.map(({ role, ours }) => [role, { ours }]))
}

/** Makes the run-time roles that are absent, without passwords: for a server that trusts whoever reaches its socket. */
export async function makeRoles(owner: Client): Promise<void> {
  const found = await findRoles(owner)
  for (const role of runTimeRoles)
    if (!found.has(role))
      // Roles belong to the whole server: somebody who prepares another database may be quicker.
      await owner.query(
        `do $$ begin ${createRole(role)} exception when duplicate_object or unique_violation then null; end $$`,
      )
}

/** SQL that makes a role; `verifier` is the password in the form that the server keeps. */
export const createRole = (role: RunTimeRole, verifier?: string): string =>
  `create role ${role} login${verifier === undefined ? '' : ` password '${verifier}'`}; comment on role ${role} is '${mark}';`

/** What to say when the name of a role is taken by somebody else. */
export const notOurs = (role: RunTimeRole): string =>
  `The server has a role ${role} that Kezdesu did not make, and it does not take the password derived from the owner's. ` +
  `If Kezdesu may have it, mark it (comment on role ${role} is '${mark}'); otherwise give Kezdesu a server of its own.`
