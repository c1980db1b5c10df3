// Signing in and out: the pages, and what the server does when their forms arrive.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  type PersonId,
  type SignInRefusal,
  isSessionToken,
  saltBytes,
  signIn,
  signOut,
  waiting,
} from '#people'
import type { Stores } from '#flows'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { localPath } from '../local-path.ts'
import { catalogues } from '../words/index.ts'
import { addressOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, languageOf } from '../page.tsx'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Layout } from '../parts/layout.tsx'
import { deviceOf, giveToken, lineOf, newToken, step, takeToken } from '../session.ts'
import { peopleAddresses } from '../people/addresses.ts'
import { SignOutForm } from './sign-out-form.tsx'

/** Each refusal with its status and its words; a refusal without a line does not compile. */
function saying({ signIn }: Here['words'], refusal: SignInRefusal): { status: 422 | 429; error: string } {
  switch (refusal.code) {
    case 'wrong-login-or-password':
      return { status: 422, error: signIn.wrong }
    case 'too-many-attempts':
      return { status: 429, error: signIn.wait(refusal.seconds) }
  }
}

/** `/sign-in` and `/sign-out` below each language. */
export function signInRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, clock, standing, note } = house
  const patience = waiting()
  const provider = house.provider !== undefined
  const inOneStep = <T,>(verb: Parameters<typeof step<T>>[1]) => step(storage, verb)
  const here = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))

  routes.get('/sign-in', async (c) => {
    const actor = c.get('actor')
    const csrf = formToken(c)
    return actor
      ? answer(c, <SignedInPage here={await here(c)} name={actor.person.name} csrf={csrf} />, 200)
      : answer(
          c,
          <SignInPage
            here={await here(c)}
            {...{ csrf, provider }}
            login=""
            next={localPath(c.req.query('next'))}
            {...cameBack(c)}
          />,
          200,
        )
  })

  routes.post('/sign-in', async (c) => {
    const typed = await c.req.parseBody()
    const [login, password, next] = [text(typed.login), text(typed.password), localPath(text(typed.next))]
    const device = deviceOf(c)
    const outcome = await signIn(inOneStep, patience, {
      login,
      password,
      address: addressOf(c, standing),
      at: clock(),
      fresh: { token: newToken(), salt: randomBytes(saltBytes) },
      replaces: c.get('token'),
      device,
    })
    if (!outcome.ok) {
      if (outcome.refusal.code === 'wrong-login-or-password')
        note({ event: 'denied', ...lineOf(c), status: 422 })
      return refused(c, await here(c), outcome.refusal, { login, next }, provider)
    }
    giveToken(c, outcome.value.token)
    if (outcome.value.factorDue) return c.redirect(peopleAddresses(languageOf(c)).factor(next), 303)
    note({ event: 'signed-in', ...lineOf(c), status: 303, person: outcome.value.person.id })
    const { id } = outcome.value.person
    return c.redirect(next ?? (await inOneStep((stores) => firstPage(c, stores, id, device.hash))), 303)
  })

  routes.post('/sign-out', async (c) => {
    const token = c.get('token')
    if (isSessionToken(token)) await inOneStep((stores) => signOut(stores, token))
    note({ event: 'signed-out', ...lineOf(c), status: 303 })
    takeToken(c)
    return c.redirect(addresses[languageOf(c)].home(), 303)
  })

  return routes
}

type Kept = { readonly login: string; readonly next: string | null }

function refused(c: Context, here: Here, refusal: SignInRefusal, kept: Kept, provider: boolean): Response {
  const { status, error } = saying(here.words, refusal)
  if (refusal.code === 'too-many-attempts') c.header('retry-after', String(refusal.seconds))
  return answer(c, <SignInPage here={here} csrf={formToken(c)} {...{ error, provider }} {...kept} />, status)
}

/** Where a sign-in leads: to the office, or first to the account when another new device has signed in meanwhile. */
export async function firstPage(
  c: Context,
  { sessions }: Pick<Stores, 'sessions'>,
  person: PersonId,
  device: string,
): Promise<string> {
  const others = (await sessions.untoldDevices(person)).filter(({ hash }) => hash !== device)
  const language = languageOf(c)
  return others.length > 0 ? peopleAddresses(language).account() : addresses[language].office()
}

/** When a form was not ours, 403: what to do, and nothing that was typed is trusted. */
export const forgedAnswer = (house: WebHouse, assets: Assets) => async (c: Context) => {
  const here = hereOf(c, house, assets, await isDemonstration(house))
  return answer(c, <ForgedPage here={here} />, 403)
}

const text = (field: unknown): string => (typeof field === 'string' ? field : '')

/** What is said to whom an outside provider has sent back. */
const cameBack = (c: Context): { error?: string } => {
  const words = catalogues[languageOf(c)].people
  const why = c.req.query('provider')
  return why === 'unknown'
    ? { error: words.providerUnknown }
    : why === 'failed'
      ? { error: words.providerFailed }
      : {}
}

type SignInProps = Kept & {
  readonly here: Here
  readonly csrf: string
  readonly error?: string
  /** An outside provider of identities is set up. */
  readonly provider: boolean
}

function SignInPage({ here, csrf, login, next, error, provider }: SignInProps) {
  const { words, language } = here
  const wrong = error ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'sign-in-error' } : {}
  return (
    <Layout here={here} title={words.signIn.title} search={false} refused={error !== undefined} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.signIn.title}</h1>
        <p class="lead">{words.signIn.lead}</p>
        <form class="flow sign-in" method="post" action={addresses[language].signIn()}>
          <CsrfField token={csrf} />
          {next !== null && <input type="hidden" name="next" value={next} />}
          {error && (
            <p id="sign-in-error" class="error" role="alert">
              <span class="unseen">{words.form.error}</span> {error}
            </p>
          )}
          <div>
            <label for="login">{words.signIn.login}</label>
            <input
              id="login"
              name="login"
              value={login}
              required
              maxLength={64}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              {...wrong}
            />
          </div>
          <div>
            <label for="password">{words.signIn.password}</label>
            <input
              id="password"
              name="password"
              type="password"
              required
              autocomplete="current-password"
              {...wrong}
            />
          </div>
          <button type="submit">{words.signIn.button}</button>
        </form>
        {provider && (
          <p>
            <a
              href={`${peopleAddresses(language).provider('start')}${next ? `?next=${encodeURIComponent(next)}` : ''}`}
            >
              {words.people.signInWith}
            </a>
          </p>
        )}
      </div>
    </Layout>
  )
}

function SignedInPage({ here, name, csrf }: { here: Here; name: string; csrf: string }) {
  const { words, language } = here
  return (
    <Layout here={here} title={words.signIn.title} search={false} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.signIn.signedIn(name)}</h1>
        <p>
          <a class="button" href={addresses[language].office()}>
            {words.signIn.toOffice}
          </a>
        </p>
        <p>
          <a href={peopleAddresses(language).account()}>{words.people.account.title}</a>
        </p>
        <SignOutForm here={here} csrf={csrf} />
      </div>
    </Layout>
  )
}

function ForgedPage({ here }: { here: Here }) {
  const { words, language } = here
  return (
    <Layout here={here} title={words.signIn.forgedTitle} search={false} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.signIn.forgedTitle}</h1>
        <p class="lead">{words.signIn.forged}</p>
        <p>
          <a href={addresses[language].signIn()}>{words.signIn.again}</a>
        </p>
      </div>
    </Layout>
  )
}
