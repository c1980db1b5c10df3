import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Books } from '#flows'
import { type LocalDate, instantOf } from '#kernel'
import { type PersonId, createAccount, giveGrant } from '#people'
import { akimOffice } from '#territory'
import type { UnitCode } from '#territory'
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { webApp } from '../server.ts'
import type { Note } from '../session.ts'
import { intake, secrets } from '../../../test/intake.ts'

let database: FreshDatabase
let now = Date.UTC(2099, 5, 1, 7)
const notes: Parameters<Note>[0][] = []
const login = 'merke.author'
const password = 'бес ақсақал тау асты'
const person = { id: 'person-1' as PersonId, name: 'Demo Author' }

beforeAll(async () => {
  database = await freshDatabase()
  const at = instantOf(now)
  const salt = new Uint8Array(randomBytes(16))
  const grant = { person: person.id, office: akimOffice('314800000' as UnitCode), role: 'author' as const }
  await database.storage.transaction({ person: null, offices: [] }, async (stores) => {
    await createAccount(stores, { person, login, password, salt, at })
    return giveGrant(stores, { ...grant, from: at.slice(0, 10) as LocalDate, to: null }, { by: null, at })
  })
})
afterAll(() => database?.close())
// Each test on a day of its own: counters of guesses are the day's.
beforeEach(async () => {
  now += 86_400_000
  await forgetDevices()
})

/** Each test comes with browsers of its own; that they are new is told elsewhere. */
const forgetDevices = () => database.owner.query('delete from devices')

/** The whole web face; of the public readings signing in asks for one only. */
const site = (origin: string | null = 'https://kezdesu.example') =>
  webApp({
    storage: database.storage,
    books: {} as Books,
    newId: () => '',
    newSalt: () => '',
    intake,
    secrets,
    clock: () => instantOf(now),
    standing: { origin, proxies: 1 },
    note: (line) => notes.push(line),
    report: (fault) => {
      throw fault
    },
  })

type Fields = Record<string, string>

/** A browser with its cookie, on one address, that sends what browsers send. */
class Browser {
  cookie = ''
  device = ''
  setCookie: string | null = null
  app: ReturnType<typeof site>
  address: string
  constructor(app = site(), address = '203.0.113.7') {
    this.app = app
    this.address = address
  }
  async send(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    if (this.cookie) headers.set('cookie', [this.cookie, this.device].filter(Boolean).join('; '))
    headers.set('x-forwarded-for', `198.51.100.1, ${this.address}`)
    const response = await this.app.request(path, { ...init, headers })
    const set = response.headers.getSetCookie()
    const device = set.find((line) => line.includes('-device='))
    if (device) this.device = device.split(';')[0]!
    this.setCookie = set.find((line) => line !== device) ?? null
    if (this.setCookie) this.cookie = this.setCookie.split(';')[0]!
    return { status: response.status, headers: response.headers, body: await response.text() }
  }
  get = (path: string) => this.send(path)
  post = (path: string, fields: Fields, headers: Fields = { origin: 'https://kezdesu.example' }) =>
    this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  /** The token of the form on a page. */
  async csrf(path = '/kk/sign-in') {
    return tokenIn((await this.get(path)).body)
  }
  async signIn(fields: Fields = {}, path = '/kk/sign-in') {
    return this.post(path, { csrf: await this.csrf(path), login, password, ...fields })
  }
}
const tokenIn = (body: string) => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
/** A page without what differs from one answer to the next anyway. */
const essence = (body: string) => body.replace(/(name="csrf" value=")[^"]+/, '$1')
const isSignedIn = async (browser: Browser) => (await browser.get('/kk/sign-in')).body.includes(person.name)

describe('signing in', () => {
  test('leads to the office, and the page then says who is signed in', async () => {
    const browser = new Browser()
    const answer = await browser.signIn()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kk/office'])
    expect(await isSignedIn(browser)).toBe(true)
  })
  test('leads where one wanted to go, if that is a page of ours', async () => {
    const to = async (next: string) => {
      await forgetDevices()
      const browser = new Browser()
      const page = await browser.get(`/ru/sign-in?next=${encodeURIComponent(next)}`)
      const kept = /name="next" value="([^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? null
      const asked = await browser.post('/ru/sign-in', { csrf: tokenIn(page.body), login, password, next })
      return [kept, asked.headers.get('location')]
    }
    expect(await to('/ru/office/a?year=2027&b=1')).toEqual([
      '/ru/office/a?year=2027&b=1',
      '/ru/office/a?year=2027&b=1',
    ])
    expect(await to('//evil.example/')).toEqual([null, '/ru/office'])
    expect(await to('https://evil.example/')).toEqual([null, '/ru/office'])
  })
  test('is asked for by every office page, which is then led back to', async () => {
    const browser = new Browser()
    const asked = await browser.get('/kk/office/akim.314800000/calendars/2027?month=3')
    const next = encodeURIComponent('/kk/office/akim.314800000/calendars/2027?month=3')
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/kk/sign-in?next=${next}`])
    expect((await browser.get('/kk/office')).headers.get('location')).toBe('/kk/sign-in?next=%2Fkk%2Foffice')
    await browser.signIn()
    expect((await browser.get('/kk/office')).headers.get('location')).toBe(null)
  })
  test('with a wrong password shows the page again with the login and without the password', async () => {
    const { status, body } = await new Browser().signIn({ password: 'wrong words here' })
    expect(status).toBe(422)
    expect(body).toContain('Логин немесе құпиясөз қате.')
    expect(body).toContain(`value="${login}"`)
    expect(body).not.toContain('wrong words here')
  })
  test('answers an unknown login as it answers a wrong password, to the letter', async () => {
    const wrong = await new Browser().signIn({ password: 'wrong words here' })
    const unknown = await new Browser().signIn({ login: 'nobody.here' })
    expect(unknown.status).toBe(wrong.status)
    expect(essence(unknown.body).replaceAll('nobody.here', login)).toBe(essence(wrong.body))
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()])
  })
  test('takes any bytes for a login, and gives them back as text', async () => {
    for (const typed of ['"><script>alert(1)</script>', '\0\uFFFF', 'ә'.repeat(5000), ''])
      expect((await new Browser(undefined, '192.0.2.9').signIn({ login: typed })).status).toBe(422)
    const { body } = await new Browser(undefined, '192.0.2.10').signIn({
      login: '"><script>alert(1)</script>',
    })
    expect(body).not.toContain('<script')
  })
  test('does not read more than any form of ours could hold', async () => {
    expect((await new Browser(undefined, '192.0.2.11').signIn({ login: 'a'.repeat(300_000) })).status).toBe(
      413,
    )
  })
  test('slows down after five failures: 429, the seconds in words and in Retry-After, nobody else concerned', async () => {
    const guesser = new Browser(undefined, '192.0.2.77')
    for (let n = 0; n < 5; n++)
      expect((await guesser.signIn({ password: 'wrong words here' })).status).toBe(422)
    const heard = await guesser.signIn({}, '/ru/sign-in')
    expect([heard.status, heard.headers.get('retry-after')]).toEqual([429, '1'])
    expect(heard.body).toContain('Попробуйте ещё раз через 1 секунду.')
    expect(heard.body).toContain(`value="${login}"`)
    expect((await new Browser().signIn()).status).toBe(303)
    now += 1000
    expect((await guesser.signIn()).status).toBe(303)
  })
  test('speaks the language of the address', async () => {
    const headings = await Promise.all(
      ['kk', 'ru', 'en'].map(async (language) => {
        const { body } = await new Browser().get(`/${language}/sign-in`)
        return /<h1>(.*?)<\/h1>/.exec(body)?.[1]
      }),
    )
    expect(headings).toEqual(['Кіру', 'Вход', 'Sign in'])
  })
})

describe('the session', () => {
  test('gets a new token at sign-in: one that was planted or seen before opens nothing', async () => {
    const browser = new Browser()
    const csrf = await browser.csrf()
    const planted = browser.cookie
    await browser.post('/kk/sign-in', { csrf, login, password })
    expect(browser.cookie).not.toBe(planted)
    const attacker = new Browser()
    attacker.cookie = planted
    expect([await isSignedIn(browser), await isSignedIn(attacker)]).toEqual([true, false])
  })
  test('is replaced, not doubled, when the same browser signs in again', async () => {
    const browser = new Browser()
    await browser.signIn()
    const first = browser.cookie
    await browser.post('/kk/sign-in', { csrf: await browser.csrf(), login, password })
    const old = new Browser()
    old.cookie = first
    expect([await isSignedIn(browser), await isSignedIn(old)]).toEqual([true, false])
  })
  test('ends with signing out, for a copy of the cookie too', async () => {
    const browser = new Browser()
    await browser.signIn()
    const copy = new Browser()
    copy.cookie = browser.cookie
    expect(await isSignedIn(copy)).toBe(true)
    const answer = await browser.post('/kk/sign-out', { csrf: await browser.csrf() })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kk/'])
    expect(browser.setCookie).toMatch(/^__Host-kezdesu=; Max-Age=0; Path=\/; Secure$/)
    expect(await isSignedIn(copy)).toBe(false)
  })
  test('does not end by reading an address', async () => {
    const browser = new Browser()
    await browser.signIn()
    expect((await browser.get('/kk/sign-out')).status).toBe(404)
    expect(await isSignedIn(browser)).toBe(true)
  })
  test('ends after two idle hours', async () => {
    const browser = new Browser()
    await browser.signIn()
    now += 7_199_000
    expect(await isSignedIn(browser)).toBe(true)
    now += 7_200_000
    expect(await isSignedIn(browser)).toBe(false)
  })
  test.each([
    ['https://kezdesu.example', /^__Host-kezdesu=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
    ['http://localhost:3000', /^__Host-kezdesu=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
    ['http://10.1.2.3:3000', /^kezdesu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/],
  ])('has the strictest cookie that %s allows', async (origin, cookie) => {
    const browser = new Browser(site(origin))
    await browser.get('/kk/sign-in')
    expect(browser.setCookie).toMatch(cookie)
  })
  test('with a cookie of any bytes is no session and no fault', async () => {
    const browser = new Browser()
    for (const cookie of [
      '__Host-kezdesu=',
      '__Host-kezdesu=%00%ff',
      `__Host-kezdesu=${'A'.repeat(43)}`,
      ';;=;',
    ]) {
      browser.cookie = cookie
      expect((await browser.get('/kk/sign-in')).status).toBe(200)
    }
  })
})

describe('a form of another site', () => {
  const here = { origin: 'https://kezdesu.example' }
  /** Signs in; gives the answer to a sign-out sent in this way, and whether the session has lived on. */
  async function sent(fields: (own: string, other: string) => Fields, headers: Fields) {
    const browser = new Browser()
    await browser.signIn()
    const own = await browser.csrf()
    const other = await new Browser().csrf()
    const { status } = await browser.post('/kk/sign-out', fields(own, other), headers)
    return [status, status === 403 ? await isSignedIn(browser) : null]
  }
  const own = (csrf: string) => ({ csrf })
  test('is refused without a token, with the token of another browser, with a changed one', async () => {
    expect(await sent(() => ({}), here)).toEqual([403, true])
    expect(await sent((_own, other) => ({ csrf: other }), here)).toEqual([403, true])
    expect(await sent((csrf) => ({ csrf: `${csrf.slice(0, -2)}AA` }), here)).toEqual([403, true])
    expect(await sent((csrf) => ({ csrf: csrf.slice(0, -2) }), here)).toEqual([403, true])
  })
  test('is refused when the browser says it comes from elsewhere, or says nothing', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ])
      expect(await sent(own, headers as Fields)).toEqual([403, true])
  })
  test('is told from our own, which passes (control)', async () => {
    expect(await sent(own, here)).toEqual([303, null])
    expect(await sent(own, { 'sec-fetch-site': 'same-origin' })).toEqual([303, null])
  })
  test('is refused for signing in too, with words, and counts as no guess', async () => {
    const browser = new Browser(undefined, '192.0.2.200')
    const { status, body } = await browser.post('/kk/sign-in', { login, password })
    expect([status, body.includes('Нысан қабылданбады')]).toEqual([403, true])
    for (let n = 0; n < 10; n++) await browser.post('/kk/sign-in', { login, password: 'wrong words here' })
    expect((await browser.signIn()).status).toBe(303)
  })
  test('in JSON needs the token in a header, which other sites cannot send', async () => {
    const browser = new Browser()
    await browser.signIn()
    const csrf = await browser.csrf()
    const json = (headers: Fields) =>
      browser.send('/kk/sign-out', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      })
    expect((await json({})).status).toBe(403)
    expect((await json({ 'x-csrf-token': csrf })).status).toBe(303)
  })
})

describe('headers', () => {
  const csp =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'"
  const always = {
    'content-security-policy': csp,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  const https = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
  const personal = { 'cache-control': 'no-store', 'content-language': 'kk', vary: 'Cookie' }
  const html = { 'content-type': 'text/html; charset=UTF-8' }
  const headersOf = ({ headers }: { headers: Headers }) => {
    const { 'set-cookie': _, ...rest } = Object.fromEntries(headers)
    return rest
  }
  test('of the sign-in page, its refusals, its redirects: all of them, and no others', async () => {
    const browser = new Browser()
    const kk = { ...always, ...https, ...personal }
    expect(headersOf(await browser.get('/kk/sign-in'))).toEqual({ ...kk, ...html })
    expect(headersOf(await browser.signIn({ password: 'wrong words here' }))).toEqual({ ...kk, ...html })
    expect(headersOf(await browser.post('/kk/sign-in', {}))).toEqual({ ...kk, ...html })
    const { 'content-language': _, ...redirect } = kk
    expect(headersOf(await browser.signIn())).toEqual({ ...redirect, location: '/kk/office' })
    const missing = headersOf(await browser.get('/kk/nothing-here'))
    expect(missing).toEqual({ ...kk, ...html, vary: 'Accept-Encoding, Cookie' })
  })
  test('on plain http promise no https', async () => {
    const answer = await new Browser(site('http://localhost:3000')).get('/kk/sign-in')
    expect(headersOf(answer)).toEqual({ ...always, ...personal, ...html })
  })
  test('of files and of what is not there are as strict', async () => {
    for (const path of ['/assets/nothing.css', '/nothing', '/', '/kk/sign-in/x']) {
      const answer = headersOf(await new Browser().get(path))
      expect(answer).toEqual({ ...answer, ...always, ...https })
    }
  })
  test('forbid what our pages do not do: no script or style stands in a page', async () => {
    const browser = new Browser()
    const pages = [
      await browser.get('/kk/sign-in'),
      await browser.signIn({ password: 'x' }),
      await browser.post('/kk/sign-in', {}),
    ]
    for (const { body } of pages)
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/i)
  })
})

describe('notes for the operator', () => {
  test('say who was let in and what was denied, without logins, words or tokens', async () => {
    const browser = new Browser()
    await browser.post('/kk/sign-in', {})
    notes.length = 0
    await browser.post('/kk/sign-in', { login, password })
    await browser.signIn({ password: 'wrong words here' })
    await browser.signIn()
    await browser.post('/kk/sign-out', {})
    await browser.post('/kk/sign-out', { csrf: await browser.csrf() })
    const [signIn, signOut] = ['/kk/sign-in', '/kk/sign-out'].map((path) => ({ method: 'POST', path }))
    expect(notes).toEqual([
      { event: 'denied', status: 403, ...signIn, person: null },
      { event: 'denied', status: 422, ...signIn, person: null },
      { event: 'signed-in', status: 303, ...signIn, person: person.id },
      { event: 'denied', status: 403, ...signOut, person: person.id },
      { event: 'signed-out', status: 303, ...signOut, person: person.id },
    ])
  })
})
