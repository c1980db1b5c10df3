import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Books } from '#flows'
import { type Instant, type LocalDate, done } from '#kernel'
import { type PersonId, hashPassword } from '#people'
import type { OfficeId } from '#territory'
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { origin, siteOver } from '../../../test/web/site.ts'
import { Visit } from '../../../test/web/visit.ts'
import { providerOf } from './provider.ts'

const now = '2099-06-01T05:00:00.000Z' as Instant
const password = 'бес ақсақал тау асты'
const person = { id: 'person.bound' as PersonId, name: 'Demo Bound' }
let database: FreshDatabase
let app: ReturnType<typeof siteOver>
const server = createServer()

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'kezdesu', client_secret: randomBytes(24).toString('hex') }
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${origin}/sign-in/provider/callback`] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
  })
  server.on('request', provider.callback())

  database = await freshDatabase()
  const hashed = await hashPassword(password, new Uint8Array(randomBytes(16)))
  await database.storage.transaction({ person: null, offices: [] }, async ({ people }) => {
    await people.addPerson(person)
    await people.addAccount({ login: 'bound' as never, person, password: hashed }, now)
    const office = 'health' as OfficeId
    const from = now.slice(0, 10) as LocalDate
    await people.addGrant(
      { person: person.id, office, role: 'author', from, to: null },
      { by: null, at: now },
    )
    return done()
  })
  app = siteOver(
    { storage: database.storage, books: {} as Books, clock: () => now },
    { provider: providerOf({ issuer, clientId: client.client_id, clientSecret: client.client_secret }) },
  )
})
afterAll(async () => {
  await database?.close()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

/** Walks through the provider as a browser does, signing in there under a name; where it leads back to us. */
async function through(address: string, name: string): Promise<string> {
  const cookies = new Map<string, string>()
  let [next, body]: [string, URLSearchParams | null] = [address, null]
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(key!, value!)
    }
    const location = answer.headers.get('location')
    const page = await answer.text()
    body = null
    if (location) {
      next = new URL(location, next).href
      if (next.startsWith(origin)) return next.slice(origin.length)
    } else {
      next = new URL(/action="([^"]+)"/.exec(page)![1]!, next).href
      body = new URLSearchParams({
        prompt: /name="prompt" value="([^"]+)"/.exec(page)![1]!,
        login: name,
        password: 'x',
      })
    }
  }
  throw new Error('the provider leads nowhere')
}
const start = '/kk/sign-in/provider/start'

test('an identity that is bound to nobody opens nothing', async () => {
  const visit = new Visit(app, origin)
  const page = await visit.get('/kk/sign-in')
  expect(page.body).toContain(start)
  const set = await visit.get(start)
  const back = await visit.get(await through(set.headers.get('location')!, 'stranger'))
  expect(back.headers.get('location')).toBe('/kk/sign-in?provider=unknown')
  expect((await visit.get('/kk/account')).headers.get('location')).toBe('/kk/sign-in')
})

test('an identity is bound by the person who is signed in, then signs that person in and gives no role', async () => {
  const owner = new Visit(app, origin)
  await owner.signIn('bound', password)
  const bind = '/kk/sign-in/provider/bind'
  const page = await owner.post(bind, await owner.hidden('/kk/account', bind))
  const address = /href="(http:[^"]+)"/.exec(page.body)![1]!.replaceAll('&amp;', '&')
  const bound = await owner.get(await through(address, 'me'))
  expect(bound.headers.get('location')).toBe('/kk/account?said=bound')

  const visit = new Visit(app, origin)
  const set = await visit.get(start)
  const back = await visit.get(await through(set.headers.get('location')!, 'me'))
  expect(back.headers.get('location')).toBe('/kk/office')
  expect((await visit.get('/kk/account')).body).toContain('Demo Bound')
  const { rows } = await database.owner.query('select count(*)::int as n from grants')
  expect(rows).toEqual([{ n: 1 }])
})

test('what comes back to a browser that did not set off, or a second time, is refused', async () => {
  const one = new Visit(app, origin)
  const set = await one.get(start)
  const back = await through(set.headers.get('location')!, 'me')
  const failed = '/kk/sign-in?provider=failed'
  expect((await new Visit(app, origin).get(back)).headers.get('location')).toBe(failed)
  expect((await one.get(back)).headers.get('location')).toBe('/kk/office')
  expect((await one.get(back)).headers.get('location')).toBe(failed)
  const other = new Visit(app, origin)
  await other.get(start)
  expect((await other.get(back)).headers.get('location')).toBe(failed)
})
