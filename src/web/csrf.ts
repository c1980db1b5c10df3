// No other site can send our forms: the browser must say that it comes from here, and the form must carry a token that
// only this browser's page can know.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import type { SessionToken } from '#people'
import { originOf } from './origin.ts'
import { giveToken, newToken } from './session.ts'

export const csrfField = 'csrf'
export const csrfHeader = 'x-csrf-token'
const bytes = 32

/**
 * The token for a form on this page; a browser without a cookie is given one of nobody first.
 *
 * It is the HMAC of the cookie, masked anew each time: a compressed page must not betray it (BREACH). No secret of the
 * server is needed: who could plant a cookie here (`__Host-` forbids it) could as well fetch a signed pair and plant that.
 */
export function formToken(c: Context): string {
  if (!c.get('token')) giveToken(c, newToken())
  const mask = randomBytes(bytes)
  return Buffer.concat([mask, xor(mask, proofOf(c.get('token')!))]).toString('base64url')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const sent = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Lets a writing request pass when both hold; `refused` answers the others, 403. */
export const csrfGuard = (refused: (c: Context) => Response | Promise<Response>) => {
  const fromHere = csrf({ origin: (origin, c) => origin === originOf(c, c.get('standing')) })
  return createMiddleware(async (c, next) => {
    if (safe.has(c.req.method)) return next()
    const comesFromHere = await fromHere(c, async () => {}).then(
      () => true,
      () => false,
    )
    if (!comesFromHere || !proves(await tokenSent(c), c.get('token'))) return refused(c)
    return next()
  })
}

async function tokenSent(c: Context): Promise<unknown> {
  const header = c.req.header(csrfHeader)
  if (header !== undefined || !sent.test(c.req.header('content-type') ?? '')) return header
  // A body that is no form at all is a form without a token.
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  return body[csrfField]
}

function proves(given: unknown, token: SessionToken | null): boolean {
  if (typeof given !== 'string' || !token) return false
  const masked = Buffer.from(given, 'base64url')
  if (masked.length !== 2 * bytes) return false
  return timingSafeEqual(xor(masked.subarray(0, bytes), masked.subarray(bytes)), proofOf(token))
}

const proofOf = (token: SessionToken): Buffer => createHmac('sha256', token).update('csrf').digest()
const xor = (a: Uint8Array, b: Uint8Array): Buffer => Buffer.from(a.map((byte, at) => byte ^ b[at]!))
