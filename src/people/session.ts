// A session: what a browser proves it is signed in by. Only the hash of its token is ever remembered.
import { createHash } from 'node:crypto'
import { type Instant, milliseconds } from '#kernel'
import type { Person } from './person.ts'

declare const token: unique symbol
/** 32 random bytes, base64url: never stored, never logged. */
export type SessionToken = string & { readonly [token]: true }
/** SHA-256 of a token, hex. */
export type SessionHash = string & { readonly [token]: 'hash' }

export const tokenBytes = 32
const shape = /^[A-Za-z0-9_-]{43}$/

export const isSessionToken = (text: unknown): text is SessionToken =>
  typeof text === 'string' && shape.test(text)

export const sessionHash = (of: SessionToken): SessionHash =>
  createHash('sha256').update(of).digest('hex') as SessionHash

/** Seconds: a working day at most, and two hours without a request. */
export const sessionLasts = { atMost: 12 * 3600, idle: 2 * 3600 } as const

export type Session = {
  readonly hash: SessionHash
  readonly person: Person
  readonly startedAt: Instant
  /** The last request, to the minute. */
  readonly seenAt: Instant
  readonly agent: string
  /** The second factor is still to be shown. */
  readonly factorDue: boolean
  /** When it was shown last; null for a person without one. */
  readonly factorAt: Instant | null
  /** What a passkey has to sign next. */
  readonly challenge: string | null
}

/** Seconds for which a second factor that was shown counts as fresh. */
export const factorFresh = 15 * 60

/** What the session says of the person's second factor. */
export const factorOf = ({ factorAt }: Pick<Session, 'factorAt'>, at: Instant): 'none' | 'fresh' | 'stale' =>
  factorAt === null ? 'none' : secondsBetween(factorAt, at) < factorFresh ? 'fresh' : 'stale'

export const isAlive = (session: Pick<Session, 'startedAt' | 'seenAt'>, at: Instant): boolean =>
  secondsBetween(session.startedAt, at) < sessionLasts.atMost &&
  secondsBetween(session.seenAt, at) < sessionLasts.idle

/** Whether the last request should be written down again: once a minute is enough. */
export const isStale = (session: Pick<Session, 'seenAt'>, at: Instant): boolean =>
  secondsBetween(session.seenAt, at) >= 60

const secondsBetween = (from: Instant, to: Instant): number => (milliseconds(to) - milliseconds(from)) / 1000
