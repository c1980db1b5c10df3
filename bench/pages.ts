// npm run bench -- pages [MEETINGS]: time of the public pages over a country, and requests a second on one core.
//
// `core_ms` is time of a core, of this process and the database together; the others are on the clock.
// KEZDESU_SHARED names a folder with `data/kato.csv` (the classifier); without it the demonstration's few units bear all
// the meetings. A database is made under the system's temporary folder and taken away at the end.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { instantOf, localDate } from '#kernel'
import { sealBox } from '#notices'
import type { PersonId } from '#people'
import { intake } from '../test/intake.ts'
import { chance, facesOver, openHome } from './demonstrated.ts'
import { coreTime, median, quantile, round } from './measure.ts'
import { fillCountry } from './pages-country.ts'

const meetings = Number(process.argv[2] ?? 28_000)
const now = instantOf(Date.parse('2026-03-02T05:00:00Z'))

const { home, storage, close } = await openHome()
try {
  const country = await fillCountry(storage, join(home, 'postgres'), meetings, now)
  const faces = facesOver(storage, () => now, {
    notices: { box: sealBox(new Uint8Array(32)), channels: [] },
  })
  const pages: Record<string, string[]> = {
    'national, first page': ['/kk/calendar'],
    'national, a later page': [`/kk/calendar?after=2026-09-01.10:00.a`],
    'national, a region': country.regions.map((code) => `/kk/calendar?region=${code}`),
    'national, a district': country.districts.map(
      (code) => `/kk/calendar?region=${code.slice(0, 2)}0000000&district=${code}`,
    ),
    'national, akims of a kind': ['/kk/calendar?akim=capital', '/kk/calendar?akim=village'],
    'national, a month': ['/kk/calendar?month=2026-05'],
    'place, village': country.villages.map((code) => `/kk/places/${code}`),
    'place, district': country.districts.map((code) => `/kk/places/${code}`),
    'place, region': country.regions.map((code) => `/kk/places/${code}`),
    meeting: country.meetings.map((id) => `/kk/meetings/${id}`),
    [`region, iCalendar of ${country.usual.events} events`]: [
      `/feeds/calendars/${country.usual.region}/2026.ics`,
    ],
    'region, Atom': country.regions.map((code) => `/feeds/news/regions/${code}.atom`),
  }
  const figures: Record<string, object> = {}
  for (const [name, paths] of Object.entries(pages)) {
    const times: number[] = []
    let [bytes, status] = [0, 0]
    let core = 0
    for (let turn = 0; turn < 45; turn++) {
      if (turn === 5) core = coreTime(home)
      const path = paths[turn % paths.length]!
      const from = performance.now()
      const answer = await faces(new Request(`http://localhost:3000${path}`))
      const body = await answer.arrayBuffer()
      if (turn >= 5) times.push(performance.now() - from)
      bytes = Math.max(bytes, body.byteLength)
      if (answer.status !== 200) status = answer.status
    }
    figures[name] = {
      core_ms: round((coreTime(home) - core) / times.length, 1),
      median_ms: round(median(times), 1),
      p95_ms: round(quantile(times, 0.95), 1),
      bytes,
      ...(status ? { status } : {}),
    }
  }
  const feed = await faces(
    new Request(`http://localhost:3000/feeds/calendars/${country.regions[0]}/2026.ics`),
  )
  await feed.arrayBuffer()
  const again = await faces(
    new Request(`http://localhost:3000/feeds/calendars/${country.regions[0]}/2026.ics`, {
      headers: { 'if-none-match': feed.headers.get('etag')! },
    }),
  )
  const saving = await savings()
  const hello = new Hono().get('/', (c) => c.text('hello'))
  const perSecond = {
    hello: await requestsPerSecond((req) => hello.fetch(req), '/'),
    'national, first page': await requestsPerSecond((req) => faces(req), '/kk/calendar'),
    'place, village': await requestsPerSecond((req) => faces(req), `/kk/places/${country.villages[0]}`),
  }
  console.log(
    JSON.stringify(
      {
        register: country.source,
        units: country.units,
        meetings: country.count,
        journal: country.entries,
        pages: figures,
        meeting_saved: saving,
        revalidated: again.status,
        requests_per_second: perSecond,
      },
      null,
      2,
    ),
  )

  /** An author writes the notice of one meeting after the other: rights, revision, journal where it is due, commit. */
  async function savings() {
    const { meetingOf, writeNotice } = await import('#meetings')
    const times: number[] = []
    for (const id of country.meetings) {
      const meeting = await storage.readPublic(({ meetings }) => meetings.planned(id))
      const office = meeting!.office
      const person = { id: `author-${office}` as PersonId, name: 'Author' }
      const grants = [
        { person: person.id, office, role: 'author' as const, from: localDate('2026-01-01'), to: null },
      ]
      const act = {
        actor: { person, grants, signedInAt: now },
        at: now,
        today: localDate(now.slice(0, 10)),
        asserted: false,
        ...chance,
        intake,
      }
      for (const words of ['first', 'second']) {
        const from = performance.now()
        const saved = await storage.transaction({ person: person.id, offices: [office] }, async (stores) => {
          const { revision } = (await meetingOf(stores.meetings, id))!
          return writeNotice(stores, act, {
            meeting: id,
            revision,
            text: { kk: words, ru: words },
            sayTheSame: true,
          })
        })
        times.push(performance.now() - from)
        if (!saved.ok) throw new Error(JSON.stringify(saved.refusal))
      }
    }
    return { median_ms: round(median(times), 1), p95_ms: round(quantile(times, 0.95), 1) }
  }
} finally {
  await close()
}

/** Requests a second of the same server of Node, asked by eight connections of another thread for four seconds. */
async function requestsPerSecond(fetch: (req: Request) => Response | Promise<Response>, path: string) {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const asker = new Worker(`(${ask.toString()})()`, { eval: true, workerData: { port, path } })
  const [count] = (await once(asker, 'message')) as [number]
  await asker.terminate()
  server.close()
  return Math.round(count)
}

/** Runs in the other thread; stands alone. */
function ask() {
  const { get, Agent: Pool } = process.getBuiltinModule('node:http')
  const { workerData, parentPort } = process.getBuiltinModule('node:worker_threads')
  const agent = new Pool({ keepAlive: true, maxSockets: 8 })
  const [warm, end] = [Date.now() + 1000, Date.now() + 5000]
  let count = 0
  const next = () => {
    get(
      { port: workerData.port, path: workerData.path, agent, headers: { 'accept-encoding': 'br' } },
      (answer) => {
        answer.resume().on('end', () => {
          if (Date.now() > warm) count++
          if (Date.now() < end) next()
          else if (count) {
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
            parentPort!.postMessage(count / 4)
            count = 0
          }
        })
      },
    )
  }
  for (let at = 0; at < 8; at++) next()
}
// Sockets that are kept alive would hold the process.
process.exit()
