// Going to the provider of identities and coming back: signs in who is bound, or binds who is signed in.
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Language, isLanguage } from '#kernel'
import { type Identity, beginSession } from '#people'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import type { WebHouse } from '../house.ts'
import { localPath } from '../local-path.ts'
import { missingAnswer } from '../no-page.tsx'
import { originOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, languageOf } from '../page.tsx'
import { Layout } from '../parts/layout.tsx'
import { deviceOf, giveToken, lineOf, newToken, step } from '../session.ts'
import { peopleAddresses } from './addresses.ts'
import type { Journey } from './provider.ts'

/** Where the provider sends browsers back to: one address for all languages, as providers want it. */
export const callbackPath = '/sign-in/provider/callback'
const cookie = 'kezdesu-provider'
const minutes = 10

type Way = Journey & {
  readonly language: Language
  readonly next: string | null
  /** The person who wants to bind what comes back; null for signing in. */
  readonly bind: string | null
}

export function providerRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, clock, standing, note, provider } = house
  const callback = (c: Context) => `${originOf(c, standing)}${callbackPath}`

  /** Sets off: the browser keeps what it has to bring back. */
  async function setOff(c: Context, way: Omit<Way, keyof Journey>): Promise<string> {
    const { address, journey } = await provider!.start(callback(c))
    const kept = Buffer.from(JSON.stringify({ ...journey, ...way } satisfies Way)).toString('base64url')
    const secure = callback(c).startsWith('https:')
    setCookie(c, cookie, kept, {
      path: callbackPath,
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      maxAge: minutes * 60,
    })
    return address
  }

  routes.get('/:language{(kk|ru|en)}/sign-in/provider/start', async (c) => {
    if (!provider) return missingAnswer(c, house, assets)
    const language = languageOf(c)
    const next = localPath(c.req.query('next'))
    c.header('cache-control', 'no-store')
    return c.redirect(await setOff(c, { language, next, bind: null }), 303)
  })

  // Binding answers with a page and a link, for a form may not lead to another site (CSP).
  routes.post('/:language{(kk|ru|en)}/sign-in/provider/bind', async (c) => {
    const actor = c.get('actor')
    if (!provider) return missingAnswer(c, house, assets)
    const language = languageOf(c)
    const to = peopleAddresses(language)
    if (!actor) return c.redirect(addresses[language].signIn(), 303)
    if (actor.factor === 'stale') return c.redirect(to.factor(to.account()), 303)
    const address = await setOff(c, { language, next: null, bind: actor.person.id })
    const here = hereOf(c, house, assets, await isDemonstration(house))
    const words = here.words.people.account
    return answer(
      c,
      <Layout here={here} title={words.provider} search={false} unlisted>
        <div class="wrap narrow flow">
          <h1>{words.provider}</h1>
          <p>
            <a class="button" href={address}>
              {words.bindGo}
            </a>
          </p>
        </div>
      </Layout>,
      200,
    )
  })

  routes.get(callbackPath, async (c) => {
    const way = wayIn(getCookie(c, cookie))
    deleteCookie(c, cookie, { path: callbackPath })
    c.header('cache-control', 'no-store')
    const language = way?.language ?? languageOf(c)
    const failed = (why: 'providerFailed' | 'providerUnknown') =>
      c.redirect(
        `${addresses[language].signIn()}?provider=${why === 'providerFailed' ? 'failed' : 'unknown'}`,
        303,
      )
    if (!provider || !way) return failed('providerFailed')
    const address = new URL(callback(c))
    address.search = new URL(c.req.url).search
    const identity = await provider.finish(address, way)
    if (!identity) return failed('providerFailed')
    if (way.bind !== null) return bind(c, way.bind, identity, language)

    const fresh = newToken()
    const begun = await step(storage, async (stores) => {
      const person = await stores.people.personOfIdentity(identity)
      if (!person) return null
      const device = deviceOf(c)
      const due = await beginSession(stores, person, {
        at: clock(),
        fresh: { token: fresh },
        replaces: c.get('token'),
        device,
      })
      return { person, due }
    })
    if (!begun) return failed('providerUnknown')
    giveToken(c, fresh)
    if (begun.due) return c.redirect(peopleAddresses(language).factor(way.next), 303)
    note({ event: 'signed-in', ...lineOf(c), status: 303, person: begun.person.id })
    return c.redirect(way.next ?? addresses[language].office(), 303)
  })

  /** Only for the person who set off, still signed in in this browser. */
  async function bind(c: Context, person: string, identity: Identity, language: Language) {
    const actor = c.get('actor')
    const to = peopleAddresses(language)
    if (actor?.person.id !== person) return c.redirect(addresses[language].signIn(), 303)
    const bound = await step(storage, ({ people }) => people.bindIdentity(identity, actor.person.id))
    return c.redirect(to.account(bound ? { said: 'bound' } : {}), 303)
  }

  return routes
}

function wayIn(kept: string | undefined): Way | null {
  try {
    const way = JSON.parse(Buffer.from(kept ?? '', 'base64url').toString()) as Way
    const texts = [way.state, way.nonce, way.verifier].every((text) => typeof text === 'string')
    return texts && isLanguage(way.language)
      ? { ...way, next: localPath(way.next ?? undefined), bind: way.bind === null ? null : String(way.bind) }
      : null
  } catch {
    return null
  }
}
