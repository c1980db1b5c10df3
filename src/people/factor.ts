// The second factor: one-time codes, recovery codes, and how a session learns that it was shown.
import { type Instant, type Result, done, refuse } from '#kernel'
import { type SecretBox, recoveryHash, stepTyped } from './one-time-code.ts'
import type { PersonId } from './person.ts'
import { type Session, type SessionToken, sessionHash } from './session.ts'
import type { AttemptStore, Device, FactorStore, SessionStore } from './store.ts'

export const hasFactor = async (factors: FactorStore, person: PersonId): Promise<boolean> =>
  Boolean((await factors.codes(person))?.confirmedAt) || (await factors.passkeys(person)).length > 0

export type FactorRefusal =
  { readonly code: 'wrong-code' } | { readonly code: 'too-many-attempts'; readonly seconds: number }

/** Whether what was typed is the person's one-time code of now or an unused recovery code, which is used up by it. */
export async function proveByCode(
  stores: { factors: FactorStore; attempts: AttemptStore },
  secrets: SecretBox,
  { person, typed, address, at }: { person: PersonId; typed: string; address: string; at: Instant },
): Promise<Result<void, FactorRefusal>> {
  // Six digits can be guessed, so guessing them is slowed down as guessing a password is.
  const attempt = { login: `factor of ${person}`, address, at }
  const seconds = await stores.attempts.admit(attempt)
  if (seconds > 0) return refuse({ code: 'too-many-attempts', seconds })
  // A recovery code is tried without opening the secret: it has to let in on the day the key is lost, too.
  const recovery = recoveryHash(typed)
  const right = recovery
    ? await stores.factors.useRecovery(person, recovery)
    : await rightCode(stores.factors, secrets, { person, typed, at })
  if (!right) return refuse({ code: 'wrong-code' })
  await stores.attempts.succeeded(attempt)
  return done()
}

async function rightCode(
  factors: FactorStore,
  secrets: SecretBox,
  { person, typed, at }: { person: PersonId; typed: string; at: Instant },
): Promise<boolean> {
  const source = await factors.codes(person)
  if (!source?.confirmedAt) return false
  const step = stepTyped(secrets.open(source.secret), typed, at, source.lastStep)
  return step !== null && factors.useStep(person, step)
}

/**
 * Seals the secrets that lie in the open, and gives how many they were.
 *
 * Only a house that was there before secrets were sealed has such. It is done at the start, before anybody is answered:
 * done at the next use instead, the secrets of all who stay away would lie in the open for years.
 */
export async function sealOpenSecrets(factors: FactorStore, secrets: SecretBox): Promise<number> {
  const open = await factors.openSecrets()
  for (const { person, secret } of open) await factors.sealSecret(person, secrets.seal(secret))
  return open.length
}

/**
 * Writes into the session that the factor was shown. A session that was due begins anew under a fresh token, so that
 * what was known of it before opens nothing; the token that the browser is to keep is returned.
 */
export async function factorShown(
  { sessions }: { sessions: SessionStore },
  session: Session,
  token: SessionToken,
  { at, fresh, device }: { at: Instant; fresh: SessionToken; device: Pick<Device, 'hash' | 'agent'> },
): Promise<SessionToken> {
  if (!session.factorDue) {
    await sessions.showFactor(session.hash, at)
    return token
  }
  await sessions.end(session.hash)
  const { person, agent } = session
  await sessions.start({ hash: sessionHash(fresh), person: person.id, at, agent, factorAt: at })
  await sessions.addDevice(person.id, { ...device, firstAt: at })
  return fresh
}
