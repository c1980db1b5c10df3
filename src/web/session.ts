// The session of a browser: one cookie, and the person who is behind it.
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Storage, Stores } from '#flows'
import { type Instant, done } from '#kernel'
import {
  type Actor,
  type Device,
  type NotAllowed,
  type PersonId,
  type SessionToken,
  actorOf,
  isSessionToken,
  tokenBytes,
  verbOfRefusal,
} from '#people'
import type { OfficeId } from '#territory'
import { type Standing, originOf } from './origin.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in, or null. */
    actor: Actor | null
    /** What the cookie of this browser holds or will hold: a session's token, or of nobody yet. */
    token: SessionToken | null
    /** A deed that permission refused while this request was answered. */
    denied?: { readonly office: OfficeId; readonly why: NotAllowed }
    /** Where the site stands. */
    standing: Standing
  }
}

/** A line about security for the operator: no texts, no tokens, no logins. */
export type Note = (line: {
  readonly event: 'denied' | 'signed-in' | 'signed-out'
  readonly status: number
  readonly method: string
  readonly path: string
  readonly person: string | null
}) => void

export type SessionHouse = {
  readonly storage: Pick<Storage, 'transaction'>
  readonly clock: () => Instant
  readonly standing: Standing
  readonly note: Note
}

/** One step in a transaction of its own, on nobody's behalf. */
export async function step<T>(
  storage: Pick<Storage, 'transaction'>,
  verb: (stores: Stores) => Promise<T>,
): Promise<T> {
  const outcome = await storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(await verb(stores)),
  )
  if (!outcome.ok) throw new Error('a step is never refused')
  return outcome.value
}

/** Learns who is behind each request, keeps the pages of the signed-in out of caches, and notes who was denied what. */
export const sessions = ({ storage, clock, standing, note }: SessionHouse) =>
  createMiddleware(async (c, next) => {
    c.set('standing', standing)
    const cookie = getCookie(c, cookieOf(c).name)
    const token = isSessionToken(cookie) ? cookie : null
    c.set('token', token)
    c.set('actor', token && (await step(storage, (stores) => actorOf(stores, token, clock()))))
    await next()
    const [actor, denied] = [c.get('actor'), c.get('denied')]
    if (actor && denied) await writeDenied(storage, actor.person.id, denied, clock())
    c.header('vary', 'Cookie', { append: true })
    if (c.get('actor') || c.res.headers.has('set-cookie')) c.header('cache-control', 'no-store')
    if ([401, 403, 429].includes(c.res.status)) note({ event: 'denied', ...lineOf(c), status: c.res.status })
  })

/** A refused deed stays in the database, where auditors see it: who, what, where, why, and no words. */
async function writeDenied(
  storage: Pick<Storage, 'transaction'>,
  person: PersonId,
  { office, why }: { readonly office: OfficeId; readonly why: NotAllowed },
  at: Instant,
): Promise<void> {
  const verb = verbOfRefusal(why)
  if (verb)
    await storage.transaction({ person, offices: [] }, async ({ denied }) =>
      done(await denied.add({ person, verb, office, why: why.code, at })),
    )
}

/** What a note says of a request. */
export const lineOf = (c: Context) => ({
  method: c.req.method,
  path: c.req.path,
  person: c.get('actor')?.person.id ?? null,
})

export const newToken = (): SessionToken => randomBytes(tokenBytes).toString('base64url') as SessionToken

/** Gives the browser a token: of the session that has begun, or of nobody, so that a form can be tied to it. */
export function giveToken(c: Context, token: SessionToken): void {
  const { name, secure } = cookieOf(c)
  // No age: the cookie goes with the browser, the session with its own clock.
  setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
  c.set('token', token)
}

export function takeToken(c: Context): void {
  const { name, secure } = cookieOf(c)
  deleteCookie(c, name, { path: '/', secure })
  c.set('token', null)
  c.set('actor', null)
}

/** A year and a month: a browser that is used once a year is still no new one. */
const deviceAge = 400 * 86_400

/** Which browser this is: a mark of its own, of which the hash alone is kept, and what it calls itself. */
export function deviceOf(c: Context): Pick<Device, 'hash' | 'agent'> {
  const mark = markOf(c, 'device')
  const agent = (c.req.header('user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 200)
  return { hash: createHash('sha256').update(mark).digest('hex'), agent }
}

/**
 * The mark by which a second vote from this browser is noticed; given with the first one, never by looking. It has nothing
 * to do with the mark of those who sign in.
 */
export const residentMark = (c: Context): string => markOf(c, 'voice')

function markOf(c: Context, what: 'device' | 'voice'): string {
  const { name, secure } = cookieOf(c)
  const cookie = getCookie(c, `${name}-${what}`)
  const mark = isSessionToken(cookie) ? cookie : newToken()
  setCookie(c, `${name}-${what}`, mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: deviceAge,
  })
  return mark
}

/**
 * `__Host-` ties the cookie to this very host, and needs https (or localhost, which browsers trust alike).
 * On plain http under another name there can be neither that prefix nor `Secure`.
 */
function cookieOf(c: Context): { name: string; secure: boolean } {
  const { protocol, hostname } = new URL(originOf(c, c.get('standing')))
  const secure = protocol === 'https:' || hostname === 'localhost'
  return { name: secure ? '__Host-kezdesu' : 'kezdesu', secure }
}
