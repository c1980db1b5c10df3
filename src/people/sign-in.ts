// Signing in: the same words and about the same time, whether the login or the password was wrong.
import { type Instant, type Result, done, refuse } from '#kernel'
import { parseLogin } from './account.ts'
import { checkPassword, hashPassword, nobodysHash } from './password.ts'
import type { Person } from './person.ts'
import { type SessionToken, sessionHash } from './session.ts'
import type { AttemptStore, PeopleStore, SessionStore } from './store.ts'
import type { Waiting } from './waiting.ts'

export type SignInRefusal =
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'too-many-attempts'; readonly seconds: number }

export type SignInStores = {
  readonly people: PeopleStore
  readonly sessions: SessionStore
  readonly attempts: AttemptStore
}

/** Runs one step in a transaction of its own: what an attempt has counted stays counted when the sign-in is refused. */
export type Step = <T>(step: (stores: SignInStores) => Promise<T>) => Promise<T>

/**
 * Starts a session under the fresh token and ends the one it replaces, so that no token outlives a change of person.
 *
 * `fresh` is 32 random bytes base64url, and 16 random bytes of salt in case the hash is to be renewed. The password is
 * checked between two steps, for a tenth of a second of hashing must not hold a connection.
 * Refuses: wrong-login-or-password, too-many-attempts.
 */
export async function signIn(
  step: Step,
  waiting: Waiting,
  command: {
    readonly login: string
    readonly password: string
    readonly address: string
    readonly at: Instant
    readonly fresh: { readonly token: SessionToken; readonly salt: Uint8Array }
    readonly replaces: SessionToken | null
  },
): Promise<Result<{ readonly token: SessionToken; readonly person: Person }, SignInRefusal>> {
  const { at, fresh } = command
  const login = parseLogin(command.login)
  const attempt = { login: login ?? command.login.slice(0, 64), address: command.address, at }
  const stillWaits = waiting.secondsFor(attempt)
  if (stillWaits > 0) return refuse({ code: 'too-many-attempts', seconds: stillWaits })

  const { seconds, account } = await step(async ({ attempts, people }) => {
    const seconds = await attempts.admit(attempt)
    return { seconds, account: seconds === 0 && login ? await people.account(login) : null }
  })
  if (seconds > 0) {
    waiting.keep(attempt, seconds)
    return refuse({ code: 'too-many-attempts', seconds })
  }

  const { right, outdated } = await checkPassword(command.password, account?.password ?? nobodysHash)
  if (!account || !right) return refuse({ code: 'wrong-login-or-password' })

  const renewed = outdated ? await hashPassword(command.password, fresh.salt) : null
  await step(async ({ attempts, people, sessions }) => {
    await attempts.succeeded(attempt)
    if (renewed) await people.setPassword(account.login, renewed)
    if (command.replaces) await sessions.end(sessionHash(command.replaces))
    await sessions.start({ hash: sessionHash(fresh.token), person: account.person.id, at })
  })
  return done({ token: fresh.token, person: account.person })
}
