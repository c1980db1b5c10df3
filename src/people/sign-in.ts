// Signing in: the same words and about the same time, whether the login or the password was wrong.
import { type Instant, type Result, done, refuse } from '#kernel'
import { parseLogin } from './account.ts'
import { checkPassword, hashPassword, nobodysHash } from './password.ts'
import type { Person } from './person.ts'
import { hasFactor } from './factor.ts'
import { type SessionToken, sessionHash } from './session.ts'
import type { AttemptStore, Device, FactorStore, PeopleStore, SessionStore } from './store.ts'
import type { Waiting } from './waiting.ts'

export type SignInRefusal =
  | { readonly code: 'wrong-login-or-password' }
  | { readonly code: 'too-many-attempts'; readonly seconds: number }

export type SignInStores = {
  readonly people: PeopleStore
  readonly sessions: SessionStore
  readonly attempts: AttemptStore
  readonly factors: FactorStore
}

export type SignedIn = {
  readonly token: SessionToken
  readonly person: Person
  /** The person has a second factor: until it is shown, the session stands for nobody. */
  readonly factorDue: boolean
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
    readonly device: Pick<Device, 'hash' | 'agent'>
  },
): Promise<Result<SignedIn, SignInRefusal>> {
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
  const factorDue = await step(async (stores) => {
    await stores.attempts.succeeded(attempt)
    if (renewed) await stores.people.setPassword(account.login, renewed)
    return beginSession(stores, account.person, command)
  })
  return done({ token: fresh.token, person: account.person, factorDue })
}

/** Starts the session of a person who has proved who it is; true when a second factor is to be shown first. */
export async function beginSession(
  { sessions, factors }: Pick<SignInStores, 'sessions' | 'factors'>,
  person: Person,
  begin: {
    readonly at: Instant
    readonly fresh: { readonly token: SessionToken }
    readonly replaces: SessionToken | null
    readonly device: Pick<Device, 'hash' | 'agent'>
  },
): Promise<boolean> {
  const { at, fresh, replaces, device } = begin
  const factorDue = await hasFactor(factors, person.id)
  if (replaces) await sessions.end(sessionHash(replaces))
  const hash = sessionHash(fresh.token)
  await sessions.start({ hash, person: person.id, at, agent: device.agent, factorDue })
  if (!factorDue) await sessions.addDevice(person.id, { ...device, firstAt: at })
  return factorDue
}
