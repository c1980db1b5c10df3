// P17: personal data appears nowhere public. Ten thousand planted values come in by every door; then everything that is
// open to everybody is walked through, page by page, feed by feed, file by file, and searched for each of them.
import { spawnSync } from 'node:child_process'
import { inflateRawSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act, MeetingId } from '#calendar'
import { type Stores, approveMeetingPool, drawUpPool } from '#flows'
import { type Instant, done } from '#kernel'
import type { PersonId } from '#people'
import { type GroupId, type RequestId, requestChannels, writeLine } from '#requests'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { webApp } from '#web'
import { apiApp } from '#api'
import { facesOf } from '../../src/serve.ts'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { intake, secrets, testBox } from '../intake.ts'
import { receive } from '../requests.ts'
import { heap } from '../pool.ts'
import { type Fields, Visit } from '../web/visit.ts'
import { Needles, letterOf, plantedPeople } from './planted-people.ts'

const seed = 17
const origin = 'http://localhost'
const region = 'akim.310000000' as OfficeId
const office = 'akim.315400000' as OfficeId
const unit = '315400000' as UnitCode
let now = '2027-02-03T05:00:00.000Z' as Instant
const began = performance.now()

const people = plantedPeople(1380, seed)
const letters = people.map(letterOf)
const needles = new Needles(letters.flatMap(({ values }) => values))
const planted = new Set(letters.flatMap(({ values }) => values)).size
/** Who writes by which door. */
const [quoted, asking, entered, demanding] = [
  letters.slice(0, 60),
  letters.slice(60, 80),
  letters.slice(80, 90),
  // Marks that hide between digits are refused in a demand: these write plainly.
  [90, 92, 94, 96],
]
const bulk = letters.slice(98)

let house: Demonstration
let faces: ReturnType<typeof facesOf>
let meeting: MeetingId
let announced: MeetingId
let routes: readonly { readonly pattern: string; readonly shape: RegExp }[]
const logs: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => void logs.push(line) })

const actOf = (person: string): Act => ({
  actor: {
    person: { id: person as PersonId, name: person },
    grants: [
      {
        person: person as PersonId,
        office,
        role: 'commission-member',
        from: '2027-01-01' as never,
        to: null,
      },
    ],
    signedInAt: now,
  },
  at: now,
  today: localDay(now, null),
  asserted: false,
  ...chance,
})
async function run<T>(verb: (stores: Stores) => Promise<{ ok: boolean; value?: T; refusal?: unknown }>) {
  const outcome = await house.storage.transaction<T, unknown>(
    { person: 'a', offices: [office] },
    verb as never,
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  const web = {
    storage: house.storage,
    books: house.books,
    clock: () => now,
    standing: { origin: null, proxies: 0 },
    notices: { box: testBox, channels: ['mail' as const] },
    report: (fault: unknown, request: object) => {
      log.error({ err: fault, ...request }, 'fault')
      return 'F'
    },
    note: (line: object) => log.info(line, 'security'),
    ...chance,
    intake,
    secrets,
  }
  faces = facesOf(web)
  routes = [
    ...webApp(web).routes.map(({ method, path }) => ({ method, path })),
    ...apiApp(web).routes.map(({ method, path }) => ({ method, path: `/api${path}` })),
  ]
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('*') && !/\/office(\/|$)/.test(path))
    .map(({ path }) => ({ pattern: path.replace('{(kk|ru|en)}', ''), shape: shapeOf(path) }))
  const { rows } = await house.owner.query(
    `select id from current_meetings where office = $1 and day > '2027-02-20' order by day, id limit 1`,
    [office],
  )
  meeting = rows[0].id
  const { rows: notices } = await house.owner.query('select meeting from meeting_notices order by 1 limit 1')
  announced = notices[0].meeting
  await receiveBulk()
  await askByTheWeb()
  await enterAtTheDesk()
  await raiseDemands()
  await approvePool()
  // What an office did not judge for two days is shown.
  now = '2027-02-06T05:00:00.000Z' as Instant
})
afterAll(() => house?.close())

/** By every channel, with and without name and contact. */
async function receiveBulk() {
  for (let from = 0; from < bulk.length; from += 200)
    await run(async (stores) => {
      for (const [at, { words }] of bulk.slice(from, from + 200).entries()) {
        const nth = from + at
        const { name, phone } = people[nth + 98]!
        const channel = requestChannels[nth % requestChannels.length]!
        const outcome = await receive(stores, {
          id: `p17-${nth}`,
          office,
          unit,
          meeting: nth % 2 ? meeting : null,
          channel,
          words,
          at: now,
          asserted: channel !== 'web',
          source: channel === 'hotline-109' ? '109' : null,
          externalId: channel === 'hotline-109' ? `${nth}` : null,
          from: channel === 'phone' ? { name, contact: phone } : null,
        })
        if (!outcome.ok) return outcome
      }
      return done()
    })
}

/** Each from a browser and a place of its own, with an address to hear at. */
async function askByTheWeb() {
  const at = `/kk/places/${unit}/ask`
  for (const [nth, { words }] of asking.entries()) {
    const visit = visitor()
    const { email } = people[60 + nth]!
    const fields = { office, unit, elsewhere: '', contact: email, ...(await visit.hidden(at, at)), words }
    for (const step of ['preview', 'send'])
      expect((await visit.post(at, { ...fields, do: step })).status).toBe(200)
  }
}

async function enterAtTheDesk() {
  const visit = visitor()
  const { password } = house.accounts.find(({ login }) => login === 'author')!
  await visit.signIn('author', password)
  const at = `/kk/office/${region}/requests/new`
  for (const [nth, { words }] of entered.entries()) {
    const { name, phone } = people[80 + nth]!
    const fields: Fields = {
      ...(await visit.hidden(at, at)),
      channel: 'desk',
      meeting: '',
      unit: '310000000',
      day: '2027-02-02',
      start: '09:30',
      words,
      name,
      contact: phone,
    }
    expect((await visit.post(at, fields)).status).toBe(200)
  }
}

async function raiseDemands() {
  const at = `/ru/places/${unit}/demand`
  for (const nth of demanding) {
    const visit = visitor()
    const fields = await visit.hidden(at, at)
    for (const step of ['preview', 'send'])
      expect((await visit.post(at, { ...fields, office, words: letters[nth]!.words, do: step })).status).toBe(
        200,
      )
  }
}

/** Three groups with twenty quotes each, approved by a second person. */
async function approvePool() {
  const groups = ['water', 'roads', 'gas']
  const pile = { office, unit, meeting, at: now }
  for (const [nth, group] of groups.entries())
    await heap(house, {
      ...pile,
      group,
      sphere: group,
      state: 'accepted',
      words: quoted.slice(nth * 20, nth * 20 + 20).map(({ words }) => words),
    })
  await run((stores) => drawUpPool(stores, actOf('a'), { meeting }))
  for (const group of groups)
    await run(async (stores) => {
      const draft = (await stores.pools.draft(meeting))!
      const seen = draft.lines.find((line) => line.group === group)!.revision
      const words = {
        out: false,
        title: { kk: 'Мәселе', ru: 'Вопрос' },
        unit,
        sphere: group,
        level: 'okrug' as const,
        body: null,
        funding: true,
        priority: null,
        quotes: Array.from({ length: 5 }, (_, at) => `${group}.${at}` as RequestId),
        earlier: [],
      }
      return writeLine(stores, actOf('a'), { meeting, group: group as GroupId, seen, words })
    })
  const revision = await run(async (stores) => done((await stores.pools.draft(meeting))!.revision))
  await run((stores) => approveMeetingPool(stores, actOf('b'), { meeting, revision: revision! }))
}

let place = 0
/** Somebody from elsewhere: no budget of a place is in the way. */
const visitor = () => {
  const from = `10.17.${Math.floor(++place / 250)}.${place % 250}`
  const fetch = (path: string, init?: RequestInit) =>
    Promise.resolve(
      faces(new Request(`${origin}${path}`, init), { incoming: { socket: { remoteAddress: from } } }),
    )
  return new Visit({ request: fetch } as never, origin)
}

const shapeOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) =>
        !part.startsWith(':') ? part : part.includes('{') ? part.slice(part.indexOf('{') + 1, -1) : '[^/]+',
      )
      .join('/')}/?$`,
  )
const patternOf = (path: string): string => routes.find(({ shape }) => shape.test(path))?.pattern ?? 'none'

/** So many addresses of one kind are enough; each language counts by itself. */
const mostOfAKind = 4

/** Everything that links lead to from the beginnings, as text under its address. */
async function everythingPublic(beginnings: readonly string[]): Promise<Map<string, string>> {
  const [found, waiting] = [new Map<string, string>(), [...beginnings]]
  const met = new Map<string, number>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const path = address.split('?')[0]!
    const kind = `${/^\/(kk|ru|en)\b/.exec(path)?.[0] ?? ''} ${patternOf(path)}`
    if (found.has(address) || (!beginnings.includes(address) && (met.get(kind) ?? 0) >= mostOfAKind)) continue
    met.set(kind, (met.get(kind) ?? 0) + 1)
    const answer = await faces(new Request(`${origin}${address}`), {})
    const text = await textOf(answer)
    found.set(address, `${[...answer.headers].flat().join('\n')}\n${text}`)
    for (const [, link] of text.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      const next = link!.replaceAll('&amp;', '&')
      if (!/\/(office|sign-in|sign-out|account)\b/.test(next)) waiting.push(next)
    }
  }
  return found
}

/** What a reader of an answer reads: text as it is, tables cell by cell, papers by a program where there is one. */
async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (
    /^(text\/|application\/(json|problem\+json|atom|feed|xml|javascript|manifest))|\+(xml|json)|^image\/svg/.test(
      type,
    )
  )
    return answer.text()
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (type.includes('spreadsheet')) return unzipped(bytes)
  if (type === 'application/pdf') {
    const read = spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
    return read.stdout ?? ''
  }
  return bytes.toString('latin1')
}

/** The packed files of a ZIP, one after another. */
function unzipped(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\x03\x04', 'latin1'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      parts.push(inflateRawSync(bytes.subarray(from)).toString())
    } catch {
      parts.push(bytes.subarray(from).toString())
    }
  }
  return parts.join('\n')
}

const enc = encodeURIComponent
/** Where everything begins; and what somebody would search for who knows a part. */
const beginnings = () => {
  const parts = people
    .slice(0, 6)
    .flatMap(({ name, phone, iin, plate }) => [
      name.slice(0, -1),
      phone.slice(0, 7),
      iin.slice(0, 6),
      plate.slice(0, 5),
    ])
  const searched = ['су', 'нет света', 'көше', 'жарык', ...parts]
  return [
    ...['kk', 'ru', 'en'].flatMap((language) => [
      `/${language}/`,
      `/${language}/places/${unit}`,
      `/${language}/meetings/${meeting}`,
      `/${language}/meetings/${meeting}/pool`,
      `/${language}/places/${unit}/ask`,
      `/${language}/receipt`,
      `/${language}/nothing-here`,
      `/${language}/search?q=${enc('су')}`,
    ]),
    ...searched.flatMap((words) => [`/kk/search?q=${enc(words)}`, `/api/v1/search?q=${enc(words)}`]),
    ...['pool-kk.pdf', 'pool-ru.pdf', 'pool.xlsx', 'pool.csv'].map((name) => `/meetings/${meeting}/${name}`),
    ...[
      '/v1/units',
      `/v1/units/${unit}`,
      `/v1/meetings/${meeting}`,
      '/v1/openapi.json',
      '/openapi.json',
      '/docs',
    ].map((path) => `/api${path}`),
    `/api/v1/offices/${office}/verdicts`,
    `/api/v1/calendars/310000000/2027`,
    `/api/v1/meetings/${meeting}/pool`,
    '/api/v1/problems',
    `/feeds/places/${unit}.ics`,
    '/feeds/calendars/310000000/2027.ics',
    '/feeds/calendars/310000000/2027.json',
    `/offices/${office}/sheet-kk.pdf`,
    `/meetings/${meeting}/sheet-ru.pdf`,
    `/kk/meetings/${announced}/kit`,
    `/kit/${announced}/poster-kk-a4.pdf`,
    '/kk/calendars/310000000/2027/releases/1/changes',
    '/kk/schedule/2027-H1/releases/1',
    '/kk/subscribe/asked',
    '/kk/subscriptions/ended',
    '/',
    '/healthz',
  ]
}

test('ten thousand planted values are found in nothing that is open to everybody, in no log and in no message', async () => {
  const found = await everythingPublic(beginnings())
  const { rows: demands } = await house.owner.query<{ id: string }>(
    `select id from demands where unit = $1 and words like '%•••%'`,
    [unit],
  )
  expect(demands).toHaveLength(demanding.length)
  for (const [address, text] of await everythingPublic(demands.map(({ id }) => `/ru/demands/${id}`)))
    found.set(address, text)
  const { rows: messages } = await house.owner.query('select * from outbox_messages')
  const { rows: published } = await house.owner.query('select * from public_entries')
  found.set('outbox', JSON.stringify(messages))
  found.set('journal', JSON.stringify(published))
  found.set('logs', logs.join('\n'))

  // Searches say again what was searched for, and that was a part; whole values may stand nowhere.
  const bad = [...found].flatMap(([address, text]) => needles.in(text).map((value) => `${address}: ${value}`))

  // The masked words did come out: the walk has been where they are.
  const masked = [
    `/ru/meetings/${meeting}/pool`,
    ...['xlsx', 'csv'].map((kind) => `/meetings/${meeting}/pool.${kind}`),
  ]
  const bare = [...masked, `/ru/demands/${demands[0]!.id}`].filter(
    (path) => !found.get(path)?.includes('•••'),
  )
  const walked = new Set([...found.keys()].map((address) => patternOf(address.split('?')[0]!)))
  const unseen = routes.map(({ pattern }) => pattern).filter((pattern) => !walked.has(pattern))

  // The control: one field of one demand stands as it was typed.
  const raw = letters[demanding[0]!]!.words
  await house.owner.query(
    `insert into demands select (jsonb_populate_record(d, jsonb_build_object('id', 'p17-raw', 'words', $1::text))).*
     from demands d where id = $2`,
    [raw, demands[0]!.id],
  )
  const control = [...(await everythingPublic(['/ru/demands/p17-raw'])).values()].flatMap((text) =>
    needles.in(text),
  ).length

  const line = {
    promise: 'P17',
    n: planted,
    places: found.size,
    bad: bad.length,
    control,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  expect(bad.slice(0, 20)).toEqual([])
  expect(bare).toEqual([])
  expect([...new Set(unseen)].sort()).toEqual([...notWalked].sort())
  expect(planted).toBeGreaterThan(10_000)
  expect(control).toBeGreaterThan(0)
})

/** What belongs to one person, behind a sign-in or a secret address; and files of offices, of which there is none here. */
const notWalked: readonly string[] = [
  '/:language/account',
  '/:language/invitation/:token',
  '/:language/sign-in',
  '/:language/sign-in/factor',
  '/:language/sign-in/provider/start',
  '/:language/subscriptions/:token',
  '/files/:id',
  '/sign-in/provider/callback',
  '/unsubscribe/:token',
]
