// An invitation to an office: its page, and taking it with an account that is there or a new one.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type PeopleRefusal, takeInvitation } from '#flows'
import type { Result } from '#kernel'
import { type PersonId, grantOf, invitationHash, isInvitationToken, saltBytes, sessionHash } from '#people'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { languageOf } from '../page.tsx'
import { deviceOf, giveToken, newToken } from '../session.ts'
import { atPerson, ownAnswer, wrongOf } from './at-person.ts'
import type { Wrong } from './field.tsx'
import { InvitationPage, NoInvitationPage } from './invitation-page.tsx'
import { readableName } from './read-term.ts'
import { type Refusal, type Status, tellRefusal } from './refusals.ts'

/** `/invitation` below each language. */
export function invitationRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, clock } = house
  const { inOneStep, here, typedIn } = atPerson(house, assets)

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
      return ownAnswer(c, <NoInvitationPage here={page} sentence={sentence} />, status)
    }
    return ownAnswer(
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
      const told = tellRefusal(page, refusal)
      const kept = { name: typed['name'], login: typed['login'] }
      return invitationAnswer(c, wrongOf('take', kept, told), told.status)
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
