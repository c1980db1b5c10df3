// One's own account, the second factor at sign-in, and invitations: what their forms do.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type PeopleRefusal, type Stores, askFactorReset, takeInvitation } from '#flows'
import type { Result } from '#kernel'
import {
  type AuthenticationResponseJSON,
  type PersonId,
  type RegistrationResponseJSON,
  type Session,
  type SessionHash,
  askPasskey,
  challengeBytes,
  changePassword,
  checkPasskey,
  factorShown,
  grantOf,
  invitationHash,
  isInvitationToken,
  offerPasskey,
  proveByCode,
  readPasskey,
  recoveryBytes,
  recoveryCodeOf,
  recoveryCodes,
  recoveryHash,
  saltBytes,
  secretBytes,
  sessionHash,
  sessionOf,
  stepTyped,
} from '#people'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { localPath } from '../local-path.ts'
import { missingAnswer } from '../no-page.tsx'
import { typedOf } from '../office/read-deed.ts'
import { firstPage } from '../office/sign-in.tsx'
import { addressOf, originOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, languageOf } from '../page.tsx'
import { deviceOf, giveToken, lineOf, newToken, step } from '../session.ts'
import { AccountPage, type AccountView, RecoveryPage } from './account-page.tsx'
import { peopleAddresses } from './addresses.ts'
import { FactorPage } from './factor-page.tsx'
import type { Wrong } from './field.tsx'
import { InvitationPage, NoInvitationPage } from './invitation-page.tsx'
import { isHash, readableName } from './read-term.ts'
import { type Refusal, type Status, tellRefusal } from './refusals.ts'

/** `/account`, `/sign-in/factor` and `/invitation` below each language. */
export function accountRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, clock, standing, note } = house
  const inOneStep = <T,>(verb: (stores: Stores) => Promise<T>) => step(storage, verb)
  const here = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))
  const to = (c: Context) => peopleAddresses(languageOf(c))
  const typedIn = async (c: Context) => typedOf(await c.req.parseBody())
  const site = (c: Context) => ({ origin: originOf(c, standing) })
  const sessionHere = (c: Context) => inOneStep((stores) => sessionOf(stores, c.get('token'), clock()))
  const toSignIn = (c: Context) => c.redirect(addresses[languageOf(c)].signIn(), 303)

  // --- the second factor at sign-in, and again before a weighty act

  async function factorAnswer(
    c: Context,
    session: Session,
    wrong: Wrong | null,
    status: 200 | 422 | 429,
    asked = false,
  ) {
    const passkeys = await inOneStep(({ factors }) => factors.passkeys(session.person.id))
    const next = localPath(wrong?.typed['next'] ?? c.req.query('next'))
    return unkept(
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

  // --- one's own account

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
    return unkept(
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
    const { status, field, sentence } = tellRefusal(await here(c), refusal)
    const wrong = {
      form,
      typed,
      fields: field ? { [field]: sentence } : {},
      sentence: field ? null : sentence,
    }
    return accountAnswer(c, wrong, status)
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
      return unkept(c, <RecoveryPage here={await here(c)} codes={codes} />, 200)
    },
    { fresh: true },
  )

  deed(
    'recovery',
    async (c, session) => {
      const codes = await inOneStep((stores) =>
        session.factorAt ? strengthen(stores, session) : Promise.resolve(null),
      )
      return codes ? unkept(c, <RecoveryPage here={await here(c)} codes={codes} />, 200) : back(c)
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

  // --- invitations

  async function invitationAnswer(c: Context, wrong: Wrong | null, status: 200 | Status) {
    const token = c.req.param('token')
    if (!isInvitationToken(token)) return missingAnswer(c, house, assets)
    const page = await here(c)
    const invitation = await inOneStep(({ invitations }) => invitations.find(invitationHash(token)))
    const actor = c.get('actor')
    const fit = grantOf(invitation, actor?.person.id ?? ('nobody' as PersonId), clock())
    const office = invitation && (await inOneStep(({ territory }) => territory.office(invitation.office)))
    if (!fit.ok || !office) {
      const { status, sentence } = tellRefusal(page, fit.ok ? { code: 'no-such-office' } : fit.refusal)
      return unkept(c, <NoInvitationPage here={page} sentence={sentence} />, status)
    }
    return unkept(
      c,
      <InvitationPage
        here={page}
        {...{ token, invitation: invitation!, office, wrong }}
        csrf={formToken(c)}
        signedIn={actor?.person.name ?? null}
      />,
      status,
    )
  }

  routes.get('/invitation/:token', (c) => invitationAnswer(c, null, 200))

  routes.post('/invitation/:token', async (c) => {
    const token = c.req.param('token')
    if (!isInvitationToken(token)) return missingAnswer(c, house, assets)
    const typed = await typedIn(c)
    const page = await here(c)
    const again = (refusal: Refusal) => {
      const { status, field, sentence } = tellRefusal(page, refusal)
      const kept = { name: typed['name'], login: typed['login'] }
      const wrong = {
        form: 'take',
        typed: kept,
        fields: field ? { [field]: sentence } : {},
        sentence: field ? null : sentence,
      }
      return invitationAnswer(c, wrong, status)
    }
    const actor = c.get('actor')
    const name = readableName(typed['name'])
    if (!actor && name === null) return again({ code: 'name-missing' })
    const as = actor
      ? { person: actor.person }
      : {
          name: name!,
          login: typed['login'] ?? '',
          password: typed['password'] ?? '',
          salt: randomBytes(saltBytes),
        }
    const at = clock()
    const outcome: Result<{ id: PersonId; name: string }, PeopleRefusal> = await storage.transaction(
      { person: actor?.person.id ?? null, offices: [] },
      (stores) => takeInvitation(stores, { token, as, at, newId: house.newId, newSalt: house.newSalt }),
    )
    if (!outcome.ok) return again(outcome.refusal)
    if (!actor) {
      const fresh = newToken()
      const device = deviceOf(c)
      await inOneStep(async ({ sessions }) => {
        await sessions.start({ hash: sessionHash(fresh), person: outcome.value.id, at, agent: device.agent })
        await sessions.addDevice(outcome.value.id, { ...device, firstAt: at })
      })
      giveToken(c, fresh)
    }
    return c.redirect(addresses[languageOf(c)].office(), 303)
  })

  return routes
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A page for one person's eyes: no cache keeps it, not even for a minute. */
function unkept(...page: Parameters<typeof answer>): Response {
  const answered = answer(...page)
  answered.headers.set('cache-control', 'no-store')
  return answered
}
