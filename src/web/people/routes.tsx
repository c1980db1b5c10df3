// The people of an office from its desk: their page, and what its forms do.
import { createHmac } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  type Stores,
  appoint,
  dismiss,
  invite,
  recordHolder,
  signFactorReset,
  withdrawInvitation,
} from '#flows'
import { type LocalDate, type Result, done } from '#kernel'
import {
  type InvitationHash,
  type InvitationToken,
  type PersonId,
  type Role,
  invitationDays,
  invitationHash,
  may,
  operatorOffice,
  roles,
} from '#people'
import { fingerprint, once } from '#receipts'
import type { OfficeId } from '#territory'
import type { Assets } from '../assets.ts'
import { askedOffice, isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { type Desk, actNow, actingOf, deskOf } from '../office/desk.ts'
import { readStamp, typedOf } from '../office/read-deed.ts'
import { originOf } from '../origin.ts'
import { answer, hereOf, unkept } from '../page.tsx'
import { peopleAddresses } from './addresses.ts'
import { DeniedPage } from './denied-page.tsx'
import type { Wrong } from './field.tsx'
import { noteDenied } from './note-denied.ts'
import { InvitationLinkPage, PeoplePage } from './people-page.tsx'
import { readPeople } from './read-people.ts'
import { isHash, readTerm, readableName } from './read-term.ts'
import { type Refusal, type Status, tellRefusal } from './refusals.ts'

const mostDenied = 200

type Deed = 'give' | 'end' | 'invite' | 'withdraw' | 'reset' | 'holder'
const deeds: readonly Deed[] = ['give', 'end', 'invite', 'withdraw', 'reset', 'holder']
const saidAfter = {
  give: 'given',
  end: 'ended',
  withdraw: 'withdrawn',
  reset: 'reset',
  holder: 'recorded',
} as const

/** Below `/office/…` of each language; whoever comes here has signed in. */
export function peopleRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage } = house
  const today = (c: Context) => hereOf(c, house, assets, false).today

  const readAtDesk = <T,>(c: Context, read: (desk: Desk, stores: Stores) => Promise<T | null>) =>
    storage.readOffice(actingOf(c.get('actor')!, today(c)), async (stores) => {
      const desk = await deskOf(c, house, assets, stores)
      const found = desk && (await read(desk, stores))
      return found && { desk, found }
    })

  async function page(c: Context, of: OfficeId, wrong: Wrong | null, status: 200 | Status) {
    const read = await readAtDesk(c, (desk, stores) => readPeople(stores, desk, of, house.clock()))
    if (!read) return missingAnswer(c, house, assets)
    const { said: sayings } = read.desk.here.words.people
    const said = c.req.query('said') ?? ''
    return answer(
      c,
      <PeoplePage
        desk={read.desk}
        view={read.found}
        csrf={formToken(c)}
        wrong={wrong}
        said={Object.hasOwn(sayings, said) ? sayings[said as keyof typeof sayings] : null}
      />,
      status,
    )
  }

  routes.get('/office/:office/people', (c) => {
    const own = askedOffice(c.req.param('office'))
    return own ? page(c, own, null, 200) : missingAnswer(c, house, assets)
  })
  routes.get('/office/:office/people/:of', (c) => {
    const of = askedOffice(c.req.param('of'))
    return of ? page(c, of, null, 200) : missingAnswer(c, house, assets)
  })

  routes.get('/office/:office/denied', async (c) => {
    const read = await readAtDesk(c, async ({ actor, office, here }, stores) => {
      const unit = office.unit
      const above = unit ? (await stores.territory.lineage(unit, here.today)).slice(1) : []
      const thing = { office: office.id, ...(unit && { unit, above: above.map(({ code }) => code) }) }
      if (!may(actor, 'see-denied', thing, here.today).yes) return null
      const below = unit ? await stores.territory.officesBelow(unit, here.today) : [office]
      const everywhere = may(actor, 'see-denied', { office: operatorOffice }, here.today).yes
      return stores.denied.newest(everywhere ? 'everywhere' : below.map(({ id }) => id), mostDenied)
    })
    return read
      ? answer(c, <DeniedPage desk={read.desk} csrf={formToken(c)} denied={read.found} />, 200)
      : missingAnswer(c, house, assets)
  })

  routes.post('/office/:office/people/:of/:deed', async (c) => {
    const of = askedOffice(c.req.param('of'))
    const deed = deeds.find((one) => one === c.req.param('deed'))
    const read = await readAtDesk(c, async (desk) => desk)
    if (!of || !deed || !read) return missingAnswer(c, house, assets)
    const { desk } = read
    const { here, actor } = desk
    const words = here.words.people.refused
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const form = deed === 'give' || deed === 'invite' || deed === 'holder' ? deed : 'whole'
    const again = (status: Status, fields: Wrong['fields'], sentence: string | null) =>
      page(c, of, { form, typed, fields, sentence }, status)
    if (!stamp) return again(422, {}, words.form)

    // The link follows from the form's own key and this browser's secret: sent twice, it is the same link.
    const token = createHmac('sha256', c.get('token')!)
      .update(`invitation ${stamp.key}`)
      .digest('base64url') as InvitationToken
    const verb = verbOf(deed, of, typed, invitationHash(token), words)
    if (!verb.ok) return again(422, verb.wrong, Object.keys(verb.wrong).length > 0 ? null : words.form)

    const act = actNow(house, actor)
    const to = peopleAddresses(here.language)
    const next = deed === 'invite' ? null : to.people(desk.office.id, of, saidAfter[deed])
    const outcome = await storage.transaction<string | null, Refusal>(
      actingOf(actor, here.today),
      async (stores) => {
        const kept = await once<Refusal>(
          stores.receipts,
          { who: actor.person.id, key: stamp.key, route: c.req.path, fingerprint: fingerprint(verb.posted) },
          async () => {
            const result: Result<unknown, Refusal> = await verb.run(stores, act)
            return result.ok ? done({ status: 303, location: next, body: null }) : result
          },
        )
        return kept.ok ? done(kept.value.location) : kept
      },
    )
    if (!outcome.ok) {
      noteDenied(c, of, outcome.refusal)
      const { status, field, sentence } = tellRefusal(here, outcome.refusal)
      return again(
        status,
        field && form !== 'whole' ? { [field]: sentence } : {},
        field && form !== 'whole' ? null : sentence,
      )
    }
    if (outcome.value) return c.redirect(outcome.value, 303)
    const link = `${originOf(c, house.standing)}${to.invitation(token)}`
    return unkept(
      answer(
        c,
        <InvitationLinkPage
          {...{ desk, of, link }}
          csrf={formToken(c)}
          name={typed['name'] ?? ''}
          days={invitationDays}
        />,
        200,
      ),
    )
  })

  return routes
}

type Verb =
  | {
      readonly ok: true
      readonly posted: string
      readonly run: (stores: Stores, act: ReturnType<typeof actNow>) => Promise<Result<unknown, Refusal>>
    }
  | { readonly ok: false; readonly wrong: Wrong['fields'] }

type Refused = Parameters<typeof tellRefusal>[0]['words']['people']['refused']

/** What a form wants, or what is wrong with its fields. */
function verbOf(
  deed: Deed,
  office: OfficeId,
  typed: Wrong['typed'],
  hash: InvitationHash,
  words: Refused,
): Verb {
  const person = isName(typed['person']) ? (typed['person'] as PersonId) : undefined
  const role = roles.find((one) => one === typed['role'])
  const posted = JSON.stringify([deed, { ...typed, csrf: null, key: null }])
  switch (deed) {
    case 'end':
      return role && person
        ? { ok: true, posted, run: (stores, act) => dismiss(stores, act, { office, person, role }) }
        : { ok: false, wrong: {} }
    case 'withdraw': {
      if (!isHash(typed['hash'])) return { ok: false, wrong: {} }
      const given = typed['hash'] as InvitationHash
      return {
        ok: true,
        posted,
        run: (stores, act) => withdrawInvitation(stores, act, { office, hash: given }),
      }
    }
    case 'reset': {
      const id = typed['reset']
      if (!isName(id)) return { ok: false, wrong: {} }
      return {
        ok: true,
        posted,
        run: (stores, act) => signFactorReset(stores, act, { office, id }),
      }
    }
    case 'holder': {
      const term = readTerm(typed, words)
      const [kk, ru] = [readableName(typed['kk']), readableName(typed['ru'])]
      const wrong = {
        ...(term.ok ? {} : term.wrong),
        ...(kk === null ? { kk: words.name } : {}),
        ...(ru === null ? { ru: words.name } : {}),
      }
      if (!term.ok || kk === null || ru === null) return { ok: false, wrong }
      const wish = { office, kk, ru, acting: typed['kind'] === 'acting', ...term.value }
      return { ok: true, posted, run: (stores, act) => recordHolder(stores, act, wish) }
    }
    case 'give':
    case 'invite': {
      const term = readTerm(typed, words)
      const name = readableName(typed['name'])
      const wrong = {
        ...(term.ok ? {} : term.wrong),
        ...(role ? {} : { role: words.role }),
        ...(deed === 'give' && !person ? { person: words['no-such-person'] } : {}),
        ...(deed === 'invite' && name === null ? { name: words.name } : {}),
      }
      if (!term.ok || !role || Object.keys(wrong).length > 0) return { ok: false, wrong }
      const wish: { office: OfficeId; role: Role; from: LocalDate; to: LocalDate | null } = {
        office,
        role,
        ...term.value,
      }
      return {
        ok: true,
        posted,
        run: (stores, act) =>
          deed === 'give'
            ? appoint(stores, act, { ...wish, person: person! })
            : invite(stores, act, { ...wish, hash, name: name! }),
      }
    }
  }
}
