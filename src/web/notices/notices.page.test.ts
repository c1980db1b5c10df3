// The whole way: a form, a letter with a link, a confirmed wish, a moved meeting, one click to have had enough.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Storage, tellAuthors, tellSubscribers, topicOfRequest } from '#flows'
import { type Instant, addDays, done } from '#kernel'
import {
  type Channel,
  type Parcel,
  type Sender,
  type SubscriptionId,
  mailSender,
  sealBox,
  subscribe,
  textSender,
} from '#notices'
import { type Demonstration, demonstrationAt } from '../../../test/demonstration.ts'
import { type Mailbox, header, openMailbox, text } from '../../../test/mailbox.ts'
import { siteOver } from '../../../test/web/site.ts'
import { Visit } from '../../../test/web/visit.ts'
import { turnOfNotices } from '../../notices-clock.ts'

const origin = 'http://localhost'
let now = '2026-11-23T05:00:00.000Z' as Instant
let demonstration: Demonstration
let mailbox: Mailbox
let visit: Visit
const box = sealBox(randomBytes(32))

beforeAll(async () => {
  demonstration = await demonstrationAt(now)
  mailbox = await openMailbox()
  const app = siteOver(
    { ...demonstration, clock: () => now },
    { standing: { origin: null, proxies: 0 }, notices: { box, channels: ['mail', 'text'] } },
  )
  visit = new Visit(app, origin)
})
afterAll(async () => {
  await mailbox?.close()
  await demonstration?.close()
})

const failures: string[] = []
const turn = (
  senders: Partial<Record<Channel, Sender>> = {
    mail: mailSender({ url: mailbox.url, from: 'K <k@a.kz>', origin }),
  },
  storage: Storage = demonstration.storage,
) =>
  turnOfNotices({
    storage,
    box,
    senders,
    origin,
    clock: () => now,
    fault: (fault) => {
      throw fault
    },
    failed: ({ code }) => void failures.push(code),
  })
const later = (minutes: number) =>
  (now = new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant)

const meetingAhead = () =>
  demonstration.storage.readPublic(
    async ({ readings }) => (await readings.nextMeetings(addDays('2026-11-23' as never, 20), 1))[0]!,
  )

const tell = async (event: 'moved' | 'cancelled', reason: string) => {
  const meeting = await meetingAhead()
  await demonstration.storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(
      await tellSubscribers(stores, now, {
        event,
        meeting: meeting.id,
        office: meeting.office.id,
        unit: meeting.unit.code,
        day: meeting.day,
        start: meeting.start,
        was: { day: addDays(meeting.day, -3), start: '09:00' },
        reason,
      }),
    ),
  )
  return meeting
}

async function subscribeTo(topic: string, language: 'kk' | 'ru', address: string) {
  const path = `/${language}/subscribe?topic=${encodeURIComponent(topic)}`
  const fields = await visit.hidden(path, path.replaceAll('&', '&amp;'))
  return visit.post(path, { ...fields, channel: 'mail', address, wish: 'changes' })
}

const linkIn = (body: string) => /http:\/\/localhost(\/\w\w\/subscriptions\/[\w-]{43})/.exec(body)![1]!

describe('from the wish to the letter and back', () => {
  let page = ''

  test('a wish brings one letter that asks, and nothing else is sent before the answer', async () => {
    const meeting = await meetingAhead()
    const sent = await subscribeTo(`place:${meeting.unit.code}`, 'ru', 'Aigul@example.kz')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/ru/subscribe/asked'])
    await tell('moved', 'a reason too early')
    await turn()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['Aigul@example.kz']])
    const [letter] = mailbox.mails
    expect(header(letter!, 'Subject')).toBe('Подтвердите подписку')
    expect(header(letter!, 'List-Unsubscribe')).toBeUndefined()
    page = linkIn(text(letter!))
  })

  test('looking confirms nothing (scanners follow links); the button does', async () => {
    expect((await visit.get(page)).body).toContain('Подтверждаю')
    expect((await visit.get(page)).body).toContain('Подтверждаю')
    const fields = await visit.hidden(page, page)
    expect((await visit.post(page, { ...fields, do: 'confirm' })).status).toBe(303)
    expect((await visit.get(page)).body).not.toContain('Подтверждаю')
  })

  test('a moved meeting is told in the language of the wish, old day and reason included', async () => {
    mailbox.mails.length = 0
    later(10)
    const meeting = await tell('moved', 'Зал занят\r\nBcc: evil@example.kz')
    await turn()
    expect(mailbox.mails).toHaveLength(1)
    const letter = mailbox.mails[0]!
    expect(header(letter, 'Subject')).toContain('Встреча перенесена')
    expect(header(letter, 'Bcc')).toBeUndefined()
    expect(text(letter)).toContain(meeting.office.name.ru)
    expect(text(letter)).toContain('Прежняя дата')
    expect(text(letter)).toContain(`${origin}/ru/meetings/${meeting.id}`)
    expect(header(letter, 'List-Unsubscribe')).toMatch(/^<http:\/\/localhost\/unsubscribe\/[\w-]{43}>$/)
    expect(header(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    await turn()
    expect(mailbox.mails).toHaveLength(1)
  })

  test('killed between sending and marking: the letter comes again under the same Message-ID, and none is lost', async () => {
    mailbox.mails.length = 0
    later(10)
    await tell('cancelled', 'Күннің суығы')
    const dying: Storage = {
      ...demonstration.storage,
      sealed: (verb) =>
        demonstration.storage.sealed((stores) =>
          verb({
            ...stores,
            subscriptions: {
              ...stores.subscriptions,
              sent: () => {
                throw new Error('killed')
              },
            },
          }),
        ),
    }
    await expect(turn(undefined, dying)).rejects.toThrow('killed')
    expect(mailbox.mails).toHaveLength(1)
    await turn()
    expect(mailbox.mails, 'it is taken for a while').toHaveLength(1)
    later(6)
    await turn()
    expect(mailbox.mails).toHaveLength(2)
    expect(header(mailbox.mails[1]!, 'Message-ID')).toBe(header(mailbox.mails[0]!, 'Message-ID'))
    later(10)
    await turn()
    expect(mailbox.mails).toHaveLength(2)
  })

  test('control: marked before it is sent, a kill would lose it', async () => {
    mailbox.mails.length = 0
    later(10)
    await tell('cancelled', 'control')
    const early: Storage = {
      ...demonstration.storage,
      sealed: (verb) =>
        demonstration.storage.sealed((stores) =>
          verb({
            ...stores,
            subscriptions: {
              ...stores.subscriptions,
              take: async (delivery, until) => {
                const taken = await stores.subscriptions.take(delivery, until)
                await stores.subscriptions.sent(delivery, now)
                return taken
              },
            },
          }),
        ),
    }
    const dies: Sender = () => Promise.reject(new Error('killed'))
    await turn({ mail: dies }, early)
    later(60)
    await turn()
    expect(mailbox.mails).toHaveLength(0)
  })

  test('put off is tried again later; no such box is given up at once; neither writes the address down', async () => {
    mailbox.mails.length = 0
    failures.length = 0
    later(10)
    await tell('moved', 'once more')
    mailbox.meets = 451
    await turn()
    mailbox.meets = 'taken'
    await turn()
    expect(mailbox.mails).toHaveLength(0)
    later(2)
    await turn()
    expect(mailbox.mails).toHaveLength(1)
    later(10)
    await tell('moved', 'and again')
    mailbox.meets = 550
    await turn()
    mailbox.meets = 'taken'
    later(3000)
    await turn()
    expect(mailbox.mails).toHaveLength(1)
    expect(failures).toEqual(['EENVELOPE-451', 'EENVELOPE-550'])
    const { rows } = await demonstration.owner.query(`select d::text as line from seal.deliveries d`)
    expect(JSON.stringify(rows)).not.toMatch(/aigul|example/i)
  })

  test('one click of a mail program, without cookie or token of a form, ends it and takes the address along', async () => {
    const token = page.split('/').at(-1)!
    const stranger = new Visit(visit.app, 'https://mail.example')
    expect((await stranger.get(`/unsubscribe/${token}`)).status).toBe(302)
    expect((await visit.get(page)).status).toBe(200)
    const one = await stranger.send(`/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(one.status).toBe(200)
    expect((await visit.get(page)).status).toBe(404)
    const left = await demonstration.owner.query('select from seal.subscriptions')
    expect(left.rowCount).toBe(0)
  })
})

describe('wrong input', () => {
  test('an address that is none, or no wish: the same page, what was typed, 422', async () => {
    const meeting = await meetingAhead()
    const path = `/kk/subscribe?topic=place%3A${meeting.unit.code}`
    for (const address of ['nobody', 'a@b', 'a b@c.kz', 'a@c.kz\r\nBcc: x@y.kz', `${'a'.repeat(70)}@c.kz`]) {
      const sent = await visit.post(path, {
        ...(await visit.hidden(path, path)),
        channel: 'mail',
        address,
        wish: 'day',
      })
      expect([address, sent.status]).toEqual([address, 422])
      expect(sent.body).toContain('aty@mysal.kz')
    }
    const none = await visit.post(path, {
      ...(await visit.hidden(path, path)),
      channel: 'mail',
      address: 'a@c.kz',
    })
    expect([none.status, none.body.includes('value="a@c.kz"')]).toEqual([422, true])
  })

  test('nothing to subscribe to, a link of nobody', async () => {
    for (const path of [
      '/kk/subscribe',
      '/kk/subscribe?topic=place:000000000',
      `/kk/subscriptions/${'x'.repeat(43)}`,
    ])
      expect((await visit.get(path)).status).toBe(404)
  })
})

test('an office sees what is told on its behalf and never to whom; a stranger sees no such page', async () => {
  const author =
    demonstration.accounts.find(({ login }) => login.includes('author')) ?? demonstration.accounts[0]!
  const desk = new Visit(visit.app, origin)
  await desk.signIn(author.login, author.password)
  const home = (await desk.get('/ru/office')).headers.get('location')!
  const office = /office\/([^/?]+)/.exec(home)![1]!
  await demonstration.owner.query(
    `insert into outbox_messages select 'shown', topics, wish, $1, payload, written_at from outbox_messages limit 1`,
    [office],
  )
  const page = await desk.get(`/ru/office/${office}/outbox`)
  expect([page.status, page.body.includes('Встреча перенесена')]).toEqual([200, true])
  // What tells rows of one title apart: of which place, written when.
  expect(page.body).toMatch(/Мерке[^<]* · \d+ [а-я]+ 20\d\d года, \d\d:\d\d</)
  expect(page.body).not.toMatch(/aigul/i)
  expect((await desk.get('/ru/office/akim.000000000/outbox')).status).toBe(404)
})

test('reminders: one for each meeting of the day, whatever number of times it is asked', async () => {
  const meeting = await meetingAhead()
  now = `${addDays(meeting.day, -1)}T05:00:00.000Z` as Instant
  await turn({})
  await turn({})
  const { rows } = await demonstration.owner.query(
    `select count(*)::int as n from outbox_messages where id = $1`,
    [`day-before.${meeting.id}.${meeting.day}`],
  )
  expect(rows[0].n).toBe(1)
})

test('the gateway of text messages gets a signed body and the same id each time', async () => {
  const seen: { url: string; body: string; signature: string }[] = []
  const gateway = (async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    seen.push({ url, body: String(init.body), signature: headers.get('x-kezdesu-signature')! })
    return new Response(null, { status: seen.length === 1 ? 503 : 204 })
  }) as typeof fetch
  const send = textSender({ url: 'https://gateway.example/send', secret: 'a secret of sixteen' }, gateway)
  const parcel = {
    address: '+77011234567',
    id: 'm.s',
    text: 'Кездесу',
    subject: '',
    token: 't',
    subscribed: true,
  }
  await expect(send(parcel as unknown as Parcel)).rejects.toThrow('gateway-503')
  await send(parcel as unknown as Parcel)
  expect(seen[0]).toEqual(seen[1])
  expect(JSON.parse(seen[0]!.body)).toEqual({ id: 'm.s', to: '+77011234567', text: 'Кездесу' })
  expect(seen[0]!.signature).toMatch(/^sha256=[0-9a-f]{64}$/)
})

test('the author of a request hears what became of it, alone, with no word of it and no code', async () => {
  mailbox.mails.length = 0
  const tell = (request: string) =>
    demonstration.storage.transaction({ person: null, offices: [] }, async (stores) =>
      done(
        await tellAuthors(stores, now, {
          office: 'akim.315400000' as never,
          requests: [request as never],
          event: 'request-answered',
        }),
      ),
    )
  const of = topicOfRequest('q-1' as never)
  const wish = {
    channel: 'mail',
    address: 'author@example.kz',
    topic: of,
    hears: [of],
    language: 'kk',
    wishes: ['changes'],
    id: 'author-of-q-1' as SubscriptionId,
    nonce: randomBytes(12),
    at: now,
  } as const
  await demonstration.storage.sealed(({ subscriptions }) => subscribe(subscriptions, box, wish))
  await turn()
  expect(text(mailbox.mails[0]!)).toContain('кездесуге жазылған сұрақ не ұсыныс')
  const page = linkIn(text(mailbox.mails[0]!))
  await visit.post(page, { ...(await visit.hidden(page, page)), do: 'confirm' })
  expect((await visit.get(page)).body).not.toContain('name="wish"')
  mailbox.mails.length = 0
  later(10)
  await tell('q-2')
  await tell('q-1')
  await turn()
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['author@example.kz']])
  expect(header(mailbox.mails[0]!, 'Subject')).toBe('Кездесуге жазғаныңызға жауап берілді')
  expect(text(mailbox.mails[0]!)).toContain('http://localhost/kk/receipt')
  expect(text(mailbox.mails[0]!)).not.toContain('q-1')
  expect((await visit.get('/kk/subscribe?topic=request:q-1')).status).toBe(404)
})
