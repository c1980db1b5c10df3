// From a request to a page: who the reader is, what he asked, and the answer as HTML with the right status.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Stores } from '#flows'
import { type Instant, type Language, isLanguage } from '#kernel'
import type { Law } from '#law'
import { localDay } from '#territory'
import type { Assets } from './assets.ts'
import type { Here } from './here.ts'
import type { WebHouse } from './house.ts'
import { RefusalPage } from './pages/refusal.tsx'
import { readerLanguage } from './reader-language.ts'
import { formats } from './words/format.ts'
import { catalogues } from './words/index.ts'

/** A page, or the two ways in which an address says no: nothing is there; it is not an address of ours at all. */
export type Shown = VNode | 'not-found' | 'wrong' | { readonly status: 422; readonly page: VNode }
export type Ask = {
  readonly c: Context
  readonly here: Here
  /** Everything published, of one moment. */
  readonly stores: Stores
  readonly law: Law
  /** Now. */
  readonly at: Instant
}
export type PageOf = (ask: Ask) => Promise<Shown>

/** The language of the address, else the one the browser asks for. */
export function languageOf(c: Context): Language {
  const first = c.req.path.split('/')[1]
  return isLanguage(first) ? first : readerLanguage(c.req.header('accept-language'))
}

export function hereOf(c: Context, house: WebHouse, assets: Assets, demonstration: boolean): Here {
  const language = languageOf(c)
  const { pathname, search } = new URL(c.req.url)
  const prefix = `/${language}`
  const path =
    pathname === prefix || pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) || '/' : '/'
  return {
    language,
    words: catalogues[language],
    format: formats[language],
    path: path === '/' && !pathname.startsWith(prefix) ? '/' : `${path}${search}`,
    today: localDay(house.clock(), null),
    assets,
    demonstration,
  }
}

export const isDemonstration = (house: WebHouse): Promise<boolean> =>
  house.storage.readPublic(({ readings }) => readings.isDemonstration())

/** Turns a page into a handler of the server. */
export function pageHandler(house: WebHouse, assets: Assets, page: PageOf) {
  return async (c: Context) => {
    const { here, shown } = await house.storage.readPublic(async (stores) => {
      const here = hereOf(c, house, assets, await stores.readings.isDemonstration())
      return { here, shown: await page({ c, here, stores, law: house.books.law, at: house.clock() }) }
    })
    if (shown === 'not-found') return answer(c, <RefusalPage here={here} kind="notFound" />, 404)
    if (shown === 'wrong') return answer(c, <RefusalPage here={here} kind="wrong" />, 400)
    if ('status' in shown) return answer(c, shown.page, shown.status)
    const html = htmlOf(shown)
    // Marked where the bytes are at hand: the middleware would send a copy of the page through two streams for it. Weak:
    // the same words may come compressed or not.
    c.header('etag', `W/"${createHash('sha256').update(html).digest('base64url')}"`)
    return send(c, html, 200)
  }
}

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500

export const answer = (c: Context, page: VNode, status: Status): Response => send(c, htmlOf(page), status)

const encoder = new TextEncoder()
const htmlOf = (page: VNode) => encoder.encode(`<!doctype html>${render(page)}`)

function send(c: Context, html: Uint8Array<ArrayBuffer>, status: Status): Response {
  c.header('cache-control', status === 200 ? 'public, max-age=60' : 'no-store')
  c.header('content-language', languageOf(c))
  return c.body(html, status, { 'content-type': 'text/html; charset=UTF-8' })
}

/** Never kept by a cache: it holds what one reader typed, or what he alone may see. */
export function unkept(response: Response): Response {
  response.headers.set('cache-control', 'no-store')
  return response
}
