// A given PostgreSQL server: DATABASE_URL names the owner; the run-time roles log in with passwords derived from the owner's,
// so that any number of app processes agree on them without further configuration.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { type RunTimeRole, createRole, findRoles, notOurs, runTimeRoles } from './roles.ts'
import type { Server } from './server.ts'

const form = 'postgres://owner:password@host:5432/database'

/** Throws a sentence when the address is not one of a database with an owner and a password. */
export function givenServer(databaseUrl: string): Server {
  const url = URL.parse(databaseUrl)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new Error(`DATABASE_URL must look like ${form}`)
  if (url.username === '' || url.password === '')
    throw new Error(
      `DATABASE_URL must name the owner of the database and the owner's password (${form}): ` +
        'the passwords of the run-time roles are derived from it.',
    )
  return {
    kind: 'given',
    connection(role, database) {
      const to = new URL(url)
      if (database !== undefined) to.pathname = `/${encodeURIComponent(database)}`
      if (role !== 'owner') {
        to.username = role
        to.password = passwordOf(role, decodeURIComponent(url.password))
      }
      return { connectionString: to.href, application_name: 'kezdesu' }
    },
  }
}

export const passwordOf = (role: RunTimeRole, ownerPassword: string): string =>
  createHmac('sha256', ownerPassword).update(`kezdesu role ${role}`).digest('base64url')

/** What the server keeps instead of a password (RFC 5803), so that no password stands in a statement or a log. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), rounds = 4096): string {
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const hmac = (words: string) => createHmac('sha256', salted).update(words).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`
}

/**
 * Makes the run-time roles or gives them the password of today. Throws a fault with the SQL that an administrator has to
 * run when the owner may not do it.
 */
export async function prepareRoles(server: Server, owner: Client): Promise<void> {
  // Of several processes that start at once one prepares and the others find it done. Ends with the connection at the latest.
  await owner.query('select pg_advisory_lock($1)', [preparing])
  const needed = await neededSql(server, owner)
  try {
    for (const sql of needed) await owner.query(sql)
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string }
    if (code !== '42501') throw cause
    throw new Error(
      `The owner in DATABASE_URL may not make or change roles (${message}). ` +
        `Let an administrator of the server run this once, then start again:\n\n${needed.join('\n')}\n`,
      { cause },
    )
  }
  await owner.query('select pg_advisory_unlock($1)', [preparing])
}

const preparing = 7_302_004

async function neededSql(server: Server, owner: Client): Promise<string[]> {
  const found = await findRoles(owner)
  const needed = []
  for (const role of runTimeRoles) {
    const verifier = scramVerifier(passwordOf(role, String(owner.password)))
    const known = found.get(role)
    if (known === undefined) needed.push(createRole(role, verifier))
    else if (!(await mayLogIn(server, role))) {
      if (!known.ours) throw new Error(notOurs(role))
      needed.push(`alter role ${role} login password '${verifier}';`)
    }
  }
  return needed
}

/** Whether the server takes the derived password; anything but a refused login is a fault. */
async function mayLogIn(server: Server, role: RunTimeRole): Promise<boolean> {
  const client = new Client(server.connection(role))
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (fault) {
    if (['28P01', '28000'].includes((fault as { code?: string }).code ?? '')) return false
    throw fault
  } finally {
    await client.end().catch(() => {})
  }
}
