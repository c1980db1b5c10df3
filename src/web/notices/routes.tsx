// Subscriptions: asking, the page behind the link of a letter, and the one click of mail programs (RFC 8058).
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { isTopicOfRequest } from '#flows'
import {
  type SubscriptionId,
  type Token,
  type Wish,
  confirm,
  hashOf,
  isToken,
  sealNonceBytes,
  subscribe,
  unsubscribe,
  wishes,
} from '#notices'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { formToken } from '../csrf.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { answer, hereOf, isDemonstration, languageOf, unkept } from '../page.tsx'
import { SubscribePage, type Typed } from './subscribe-page.tsx'
import { Said, SubscriptionPage } from './subscription-page.tsx'
import { topicOf } from './topic-of.ts'

/** Stands before the guard of forms: a mail program sends no cookie and no token, and knows the secret address. */
export function oneClickRoutes({ storage }: WebHouse): Hono {
  const routes = new Hono()
  routes.post('/:token', async (c) => {
    const token = c.req.param('token')
    if (isToken(token)) await storage.sealed(({ subscriptions: store }) => unsubscribe(store, token))
    return c.body(null, 200)
  })
  // Whoever opens the address by hand gets the page with the button: looking must change nothing.
  routes.get('/:token', (c) => {
    const token = c.req.param('token')
    return c.redirect(addresses[languageOf(c)].subscription(token), 302)
  })
  return routes
}

export function subscriptionRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, notices } = house
  const channels = notices?.channels ?? []
  const hereFor = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))

  routes.get('/subscribe/asked', async (c) => {
    const here = await hereFor(c)
    return answer(
      c,
      <Said here={here} title={here.words.notices.askedTitle} text={here.words.notices.asked} />,
      200,
    )
  })

  routes.on(['GET', 'POST'], '/subscribe', async (c) => {
    const here = await hereFor(c)
    const topic = await storage.readPublic((stores) => topicOf(stores, c.req.query('topic'), here.today))
    // An address is left with the request itself, by whoever sends it.
    if (!topic || isTopicOfRequest(topic.topic)) return missingAnswer(c, house, assets)
    const show = (typed: Typed, status: 200 | 422) =>
      unkept(
        answer(
          c,
          <SubscribePage here={here} topic={topic} channels={channels} csrf={formToken(c)} typed={typed} />,
          status,
        ),
      )
    if (c.req.method === 'GET')
      return show(
        { channel: channels[0] ?? 'mail', address: '', wishes: ['changes', 'day'], wrong: null },
        200,
      )
    const body = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
    const channel = channels.find((one) => one === body['channel'])
    if (!notices || !channel) return show({ channel: 'mail', address: '', wishes: [], wrong: null }, 422)
    const address = typeof body['address'] === 'string' ? body['address'] : ''
    const wished = wishesOf(body['wish'])
    const outcome = await storage.sealed(({ subscriptions: store }) =>
      subscribe(store, notices.box, {
        channel,
        address,
        topic: topic.topic,
        hears: topic.hears,
        language: here.language,
        wishes: wished,
        id: house.newId() as SubscriptionId,
        nonce: randomBytes(sealNonceBytes),
        at: house.clock(),
      }),
    )
    if (!outcome.ok) return show({ channel, address, wishes: wished, wrong: outcome.refusal.code }, 422)
    return c.redirect(addresses[here.language].subscribed(), 303)
  })

  routes.get('/subscriptions/ended', async (c) => {
    const here = await hereFor(c)
    return answer(
      c,
      <Said here={here} title={here.words.notices.stoppedTitle} text={here.words.notices.stopped} />,
      200,
    )
  })

  routes.on(['GET', 'POST'], '/subscriptions/:token', async (c) => {
    const here = await hereFor(c)
    const token = c.req.param('token') as Token
    const found = isToken(token)
      ? await storage.sealed(({ subscriptions: store }) => store.byToken(hashOf(token)))
      : null
    if (!found) {
      const { goneTitle, gone } = here.words.notices
      return answer(c, <Said here={here} title={goneTitle} text={gone} />, 404)
    }
    const show = async (wrong: boolean) => {
      const known = await storage.readPublic((stores) => topicOf(stores, found.topic, here.today))
      const what = known?.name(here.language) ?? found.topic
      const page = (
        <SubscriptionPage
          here={here}
          subscription={found}
          token={token}
          what={what}
          csrf={formToken(c)}
          wrong={wrong}
        />
      )
      return unkept(answer(c, page, wrong ? 422 : 200))
    }
    if (c.req.method === 'GET') return show(false)
    const body = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
    if (body['do'] === 'stop') {
      await storage.sealed(({ subscriptions: store }) => unsubscribe(store, token))
      return c.redirect(addresses[here.language].unsubscribed(), 303)
    }
    if (body['do'] === 'confirm')
      await storage.sealed(({ subscriptions: store }) => confirm(store, token, house.clock()))
    if (body['do'] === 'change') {
      const wished = wishesOf(body['wish'])
      if (wished.length === 0) return show(true)
      await storage.sealed(({ subscriptions: store }) =>
        store.change(found.token, { wishes: wished, language: here.language }),
      )
    }
    return c.redirect(addresses[here.language].subscription(token), 303)
  })
  return routes
}

const wishesOf = (given: unknown): Wish[] => {
  const list: unknown[] = Array.isArray(given) ? given : [given]
  return wishes.filter((wish) => list.includes(wish))
}
