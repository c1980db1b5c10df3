// Who is behind a request. Asked anew for each one, so that a grant taken back is gone with the next.
import type { Instant } from '#kernel'
import { localDay } from '#territory'
import type { Actor } from './person.ts'
import { type Session, type SessionToken, factorOf, isAlive, isStale, sessionHash } from './session.ts'
import type { PeopleStore, SessionStore } from './store.ts'

/** The person signed in under the token with the grants of today (the day of Astana), or null. */
export async function actorOf(
  stores: { people: PeopleStore; sessions: SessionStore },
  token: SessionToken,
  at: Instant,
): Promise<Actor | null> {
  const session = await stores.sessions.find(sessionHash(token))
  if (!session || session.factorDue || !isAlive(session, at)) return null
  if (isStale(session, at)) await stores.sessions.seen(session.hash, at)
  const grants = await stores.people.grants(session.person.id, localDay(at, null))
  return {
    person: session.person,
    grants,
    signedInAt: session.startedAt,
    factor: factorOf(session, at),
  }
}

/** The session under the token while it lives, also one whose second factor is still to be shown. */
export async function sessionOf(
  stores: { sessions: SessionStore },
  token: SessionToken | null,
  at: Instant,
): Promise<Session | null> {
  const session = token && (await stores.sessions.find(sessionHash(token)))
  return session && isAlive(session, at) ? session : null
}
