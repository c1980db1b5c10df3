// Signing in: the same words and about the same time, whether the login or the password was wrong.
import { type Instant, type Result, done, refuse } from '#kernel'
import { parseLogin } from './account.ts'
import { checkPassword, hashPassword, nobodysHash } from './password.ts'
import { type SessionToken, sessionHash } from './session.ts'
import type { AttemptStore, PeopleStore, SessionStore } from './store.ts'

export type SignInRefusal =
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'too-many-attempts'; readonly seconds: number }

/**
 * Starts a session under the fresh token and ends the one it replaces, so that no token outlives a change of person.
 *
 * `fresh` is 32 random bytes base64url and 16 random bytes of salt, of which the salt is used when a hash is renewed.
 * Refuses: wrong-login-or-password, too-many-attempts.
 */
export async function signIn(
  stores: { people: PeopleStore; sessions: SessionStore; attempts: AttemptStore },
  command: {
    readonly login: string
    readonly password: string
    readonly address: string
    readonly at: Instant
    readonly fresh: { readonly token: SessionToken; readonly salt: Uint8Array }
    readonly replaces: SessionToken | null
  },
): Promise<Result<SessionToken, SignInRefusal>> {
  const { at, fresh } = command
  const login = parseLogin(command.login)
  const attempt = { login: login ?? command.login.slice(0, 100), address: command.address, at }
  const seconds = await stores.attempts.admit(attempt)
  if (seconds > 0) return refuse({ code: 'too-many-attempts', seconds })

  const account = login ? await stores.people.account(login) : null
  const { right, outdated } = await checkPassword(command.password, account?.password ?? nobodysHash)
  if (!account || !right) return refuse({ code: 'wrong-login-or-password' })

  await stores.attempts.succeeded(attempt)
  if (outdated)
    await stores.people.setPassword(account.login, await hashPassword(command.password, fresh.salt))
  if (command.replaces) await stores.sessions.end(sessionHash(command.replaces))
  await stores.sessions.start({ hash: sessionHash(fresh.token), login: account.login, at })
  return done(fresh.token)
}
