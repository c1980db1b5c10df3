// Signing out ends the session here, and not only in the browser.
import { type SessionToken, sessionHash } from './session.ts'
import type { SessionStore } from './store.ts'

export const signOut = (stores: { sessions: SessionStore }, token: SessionToken): Promise<void> =>
  stores.sessions.end(sessionHash(token))
