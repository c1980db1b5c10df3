// One's own account: its page, and what its forms do.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Stores } from '#flows'
import {
  type RegistrationResponseJSON,
  type Session,
  type SessionHash,
  challengeBytes,
  changePassword,
  offerPasskey,
  readPasskey,
  recoveryBytes,
  recoveryCodeOf,
  recoveryCodes,
  recoveryHash,
  saltBytes,
  secretBytes,
  stepTyped,
} from '#people'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { addressOf } from '../origin.ts'
import { AccountPage, type AccountView, RecoveryPage } from './account-page.tsx'
import { atPerson, ownAnswer, textOf, wrongOf } from './at-person.ts'
import type { Wrong } from './field.tsx'
import { isHash, readableName } from './read-term.ts'
import { type Refusal, type Status, tellRefusal } from './refusals.ts'

/** `/account` below each language. */
export function accountRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { clock, standing } = house
  const { inOneStep, here, to, typedIn, site, sessionHere, toSignIn } = atPerson(house, assets)

  async function accountAnswer(c: Context, wrong: Wrong | null, status: 200 | Status) {
    const page = await here(c)
    const session = await sessionHere(c)
    if (!session || session.factorDue) return toSignIn(c)
    const { id, name } = session.person
    const view = await inOneStep(async ({ people, sessions, factors }): Promise<AccountView> => {
      const codes = await factors.codes(id)
      return {
        name,
        logins: await people.logins(id),
        sessions: await sessions.ofPerson(id),
        here: session,
        newDevices: await sessions.untoldDevices(id),
        codes: codes?.confirmedAt ? 'confirmed' : codes ? 'offered' : 'none',
        secret: codes && !codes.confirmedAt ? house.secrets.open(codes.secret) : null,
        recoveryLeft: await factors.recoveryLeft(id),
        passkeys: await factors.passkeys(id),
        provider: house.provider !== undefined,
      }
    })
    const sayings = page.words.people.said
    const said = c.req.query('said') ?? ''
    return ownAnswer(
      c,
      <AccountPage
        here={page}
        {...{ view, wrong }}
        csrf={formToken(c)}
        said={Object.hasOwn(sayings, said) ? sayings[said as keyof typeof sayings] : null}
      />,
      status,
    )
  }

  routes.get('/account', (c) => accountAnswer(c, null, 200))

  const refused = async (c: Context, form: string, typed: Wrong['typed'], refusal: Refusal) => {
    const told = tellRefusal(await here(c), refusal)
    return accountAnswer(c, wrongOf(form, typed, told), told.status)
  }

  /** A deed of the person who is signed in; `fresh` asks for the second factor where there is one. */
  const deed = (
    path: string,
    act: (c: Context, session: Session, typed: Wrong['typed']) => Promise<Response>,
    { fresh = false } = {},
  ) =>
    routes.post(`/account/${path}`, async (c) => {
      const session = await sessionHere(c)
      const actor = c.get('actor')
      if (!session || !actor) return toSignIn(c)
      if (fresh && actor.factor === 'stale') return c.redirect(to(c).factor(to(c).account()), 303)
      const json = (c.req.header('content-type') ?? '').startsWith('application/json')
      return act(c, session, json ? {} : await typedIn(c))
    })
  const back = (c: Context, said?: string) =>
    c.redirect(to(c).account(said === undefined ? {} : { said }), 303)

  deed('password', async (c, session, typed) => {
    const outcome = await changePassword(inOneStep, {
      person: session.person.id,
      old: typed['old'] ?? '',
      password: typed['password'] ?? '',
      salt: randomBytes(saltBytes),
      keep: session.hash,
      address: addressOf(c, standing),
      at: clock(),
    })
    return outcome.ok ? back(c, 'password') : refused(c, 'password', {}, outcome.refusal)
  })

  deed('mine', async (c, session) => {
    await inOneStep(({ sessions }) => sessions.tellDevices(session.person.id, clock()))
    return back(c)
  })

  deed('session-end', async (c, session, typed) => {
    const hash = typed['session']
    if (isHash(hash))
      await inOneStep(({ sessions }) => sessions.endOf(session.person.id, hash as SessionHash))
    return back(c, 'session')
  })

  deed(
    'codes',
    async (c, session) => {
      const secret = house.secrets.seal(randomBytes(secretBytes))
      await inOneStep(({ factors }) => factors.offerCodes(session.person.id, secret))
      return c.redirect(`${to(c).account()}#factor`, 303)
    },
    { fresh: true },
  )

  /** New recovery codes, and every other session ends: it began without what is needed from now on. */
  async function strengthen(stores: Stores, session: Session): Promise<string[]> {
    const { id } = session.person
    const codes = Array.from({ length: recoveryCodes }, () => recoveryCodeOf(randomBytes(recoveryBytes)))
    await stores.factors.setRecovery(
      id,
      codes.map((code) => recoveryHash(code)!),
    )
    await stores.sessions.showFactor(session.hash, clock())
    await stores.sessions.endOthers(id, session.hash)
    return codes
  }

  deed(
    'codes-confirm',
    async (c, session, typed) => {
      const { id } = session.person
      const codes = await inOneStep(async (stores) => {
        const source = await stores.factors.codes(id)
        if (!source || source.confirmedAt) return null
        const secret = house.secrets.open(source.secret)
        const found = stepTyped(secret, typed['code'] ?? '', clock(), source.lastStep)
        if (found === null || !(await stores.factors.useStep(id, found))) return null
        await stores.factors.confirmCodes(id, clock())
        return strengthen(stores, session)
      })
      if (!codes) return refused(c, 'codes-confirm', {}, { code: 'wrong-code' })
      return ownAnswer(c, <RecoveryPage here={await here(c)} codes={codes} />, 200)
    },
    { fresh: true },
  )

  deed(
    'recovery',
    async (c, session) => {
      const codes = await inOneStep((stores) =>
        session.factorAt ? strengthen(stores, session) : Promise.resolve(null),
      )
      return codes ? ownAnswer(c, <RecoveryPage here={await here(c)} codes={codes} />, 200) : back(c)
    },
    { fresh: true },
  )

  deed(
    'factor-remove',
    async (c, session) => {
      await inOneStep(async ({ factors, sessions }) => {
        await factors.clear(session.person.id)
        await sessions.showFactor(session.hash, null)
        await sessions.endOthers(session.person.id, session.hash)
      })
      return back(c, 'removed')
    },
    { fresh: true },
  )

  deed('passkey-options', async (c, session) => {
    if (c.get('actor')?.factor === 'stale') return c.json({ next: to(c).factor(to(c).account()) }, 403)
    const options = await inOneStep(async ({ factors, people, sessions }) => {
      const [login = session.person.name] = await people.logins(session.person.id)
      const own = await factors.passkeys(session.person.id)
      const challenge = new Uint8Array(randomBytes(challengeBytes))
      const options = await offerPasskey(site(c), session.person, login, own, challenge)
      await sessions.setChallenge(session.hash, options.challenge)
      return options
    })
    return c.json(options)
  })

  deed('passkey-add', async (c, session) => {
    const posted = await c.req
      .json<{ response?: RegistrationResponseJSON; name?: unknown }>()
      .catch(() => null)
    if (!session.challenge || !posted?.response || c.get('actor')?.factor === 'stale') return c.json({}, 422)
    const typed = textOf(posted.name)
      ?.replace(/\p{Cf}/gu, '')
      .slice(0, 60)
    const name = readableName(typed) ?? session.agent.slice(0, 60)
    const passkey = await readPasskey(site(c), posted.response, session.challenge, { name, at: clock() })
    if (!passkey) return c.json({}, 422)
    const { id } = session.person
    await inOneStep(async ({ factors, sessions }) => {
      await factors.addPasskey(id, passkey)
      await sessions.showFactor(session.hash, clock())
      await sessions.endOthers(id, session.hash)
    })
    return c.json({ next: to(c).account({ said: 'passkey' }) })
  })

  return routes
}
