// The second factor at sign-in, and again before a weighty act.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type Stores, askFactorReset } from '#flows'
import {
  type AuthenticationResponseJSON,
  type Session,
  askPasskey,
  challengeBytes,
  checkPasskey,
  factorShown,
  proveByCode,
} from '#people'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { localPath } from '../local-path.ts'
import { firstPage } from '../office/sign-in.tsx'
import { addressOf } from '../origin.ts'
import { deviceOf, giveToken, lineOf, newToken } from '../session.ts'
import { atPerson, ownAnswer, textOf } from './at-person.ts'
import { FactorPage } from './factor-page.tsx'
import type { Wrong } from './field.tsx'

/** `/sign-in/factor` below each language. */
export function factorRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { clock, standing, note } = house
  const { inOneStep, here, to, typedIn, site, sessionHere, toSignIn } = atPerson(house, assets)

  async function factorAnswer(
    c: Context,
    session: Session,
    wrong: Wrong | null,
    status: 200 | 422 | 429,
    asked = false,
  ) {
    const passkeys = await inOneStep(({ factors }) => factors.passkeys(session.person.id))
    const next = localPath(wrong?.typed['next'] ?? c.req.query('next'))
    return ownAnswer(
      c,
      <FactorPage
        here={await here(c)}
        csrf={formToken(c)}
        due={session.factorDue}
        passkeys={passkeys.length > 0}
        {...{ next, wrong, asked }}
      />,
      status,
    )
  }

  /** Writes down that the factor was shown; where to go next. */
  async function shown(
    c: Context,
    stores: Stores,
    session: Session,
    next: string | undefined,
  ): Promise<string> {
    const fresh = newToken()
    const device = deviceOf(c)
    const token = await factorShown(stores, session, c.get('token')!, {
      at: clock(),
      fresh,
      device,
    })
    giveToken(c, token)
    note({ event: 'signed-in', ...lineOf(c), status: 303, person: session.person.id })
    return localPath(next) ?? firstPage(c, stores, session.person.id, device.hash)
  }

  routes.get('/sign-in/factor', async (c) => {
    const session = await sessionHere(c)
    return session && (session.factorDue || session.factorAt)
      ? factorAnswer(c, session, null, 200, c.req.query('asked') !== undefined)
      : toSignIn(c)
  })

  routes.post('/sign-in/factor', async (c) => {
    const session = await sessionHere(c)
    if (!session) return toSignIn(c)
    const typed = await typedIn(c)
    const proved = await inOneStep(async (stores) => {
      const proved = await proveByCode(stores, house.secrets, {
        person: session.person.id,
        typed: typed['code'] ?? '',
        address: addressOf(c, standing),
        at: clock(),
      })
      return proved.ok ? { ok: true as const, next: await shown(c, stores, session, typed['next']) } : proved
    })
    if (proved.ok) return c.redirect(proved.next, 303)
    const { words } = await here(c)
    const kept = { form: 'factor', typed: { next: typed['next'] } }
    if (proved.refusal.code === 'wrong-code')
      return factorAnswer(
        c,
        session,
        { ...kept, fields: { code: words.people.refused['wrong-code'] }, sentence: null },
        422,
      )
    c.header('retry-after', String(proved.refusal.seconds))
    const sentence = words.signIn.wait(proved.refusal.seconds)
    return factorAnswer(c, session, { ...kept, fields: {}, sentence }, 429)
  })

  routes.post('/sign-in/factor/lost', async (c) => {
    const session = await sessionHere(c)
    if (!session?.factorDue) return toSignIn(c)
    await inOneStep((stores) =>
      askFactorReset(stores, { person: session.person.id, at: clock(), newId: house.newId }),
    )
    return c.redirect(`${to(c).factor()}?asked`, 303)
  })

  routes.post('/sign-in/factor/passkey/options', async (c) => {
    const session = await sessionHere(c)
    if (!session) return c.json({}, 401)
    const options = await inOneStep(async ({ factors, sessions }) => {
      const own = await factors.passkeys(session.person.id)
      const options = await askPasskey(site(c), own, new Uint8Array(randomBytes(challengeBytes)))
      await sessions.setChallenge(session.hash, options.challenge)
      return options
    })
    return c.json(options)
  })

  routes.post('/sign-in/factor/passkey/verify', async (c) => {
    const session = await sessionHere(c)
    const posted = await c.req
      .json<{ response?: AuthenticationResponseJSON; next?: unknown }>()
      .catch(() => null)
    if (!session?.challenge || !posted?.response) return c.json({}, 422)
    const next = await inOneStep(async (stores) => {
      const own = await stores.factors.passkeys(session.person.id)
      await stores.sessions.setChallenge(session.hash, null)
      const used = await checkPasskey(site(c), own, posted.response!, session.challenge!)
      if (!used) return null
      await stores.factors.passkeyUsed(session.person.id, used.id, used.counter, clock())
      return shown(c, stores, session, textOf(posted.next))
    })
    return next ? c.json({ next }) : c.json({}, 422)
  })

  return routes
}
