// The whole product for P1: its process, its forms over HTTP, and what its books say afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Entry, verifyChain } from '#journal'
import { columns } from '../../src/storage/columns.ts'
import type { Server } from '../../src/storage/server.ts'
import { asOwner } from '../../src/storage/storage.ts'
import type { App } from './kill-processes.ts'

const root = join(import.meta.dirname, '../..')
/** The year after the one in which `november-2026.ts` puts the product. */
const year = 2027
const calendar = `/kk/office/akim.310000000/calendars/${year}`

type Answer = { readonly status: number; readonly location: string | null; readonly body: string }

/**
 * `npm start` without npm, on one port over all its lives: a clerk signs in, drafts the year and moves its meetings.
 *
 * A post moves one meeting to a Sunday, with its key as the reason; the receipt is the redirect. `defect` is a module
 * that spoils the process from within.
 */
export function product(defect?: string): App {
  let port = 0
  let clerk: Clerk | undefined
  return {
    async start(home) {
      port ||= await freePort()
      const modules = ['./src/jsx.ts', './test/trust/november-2026.ts', ...(defect ? [defect] : [])]
      const child = spawn(
        process.execPath,
        [...modules.flatMap((one) => ['--import', one]), 'src/main.ts', 'serve'],
        {
          cwd: root,
          env: {
            PATH: process.env['PATH'],
            KEZDESU_HOME: home,
            PORT: String(port),
            KEZDESU_LOG: 'silent',
            NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/kezdesu'),
          },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      const said = await untilUp(child)
      clerk ??= await signedIn(`http://localhost:${port}`, said)
      return {
        process: child,
        post: clerk.post,
        async stop() {
          const gone = new Promise((exit) => child.once('exit', exit))
          child.kill('SIGTERM')
          await gone
        },
      }
    },
    books,
    faults,
  }
}

type Clerk = { post(key: string): Promise<string> }

async function signedIn(url: string, said: string): Promise<Clerk> {
  let cookie = ''
  const send = async (path: string, fields?: Record<string, string>): Promise<Answer> => {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      headers: { cookie, origin: url },
      signal: AbortSignal.timeout(15_000),
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() }
  }
  const fieldIn = ({ body }: Answer, name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''

  const password = /^ *author +author +(\S+)$/m.exec(said)?.[1] ?? ''
  const door = await send('/kk/sign-in')
  await send('/kk/sign-in', { csrf: fieldIn(door, 'csrf'), login: 'author', password })
  const csrf = fieldIn(await send(calendar), 'csrf')
  const drafted = await send(`${calendar}/draft`, { csrf, key: 'the-draft', revision: '0' })
  if (drafted.status !== 303) throw new Error(`the calendar was not drafted: ${drafted.status}`)
  const months = await Promise.all(
    Array.from({ length: 12 }, (_, month) => send(`${calendar}?month=${month + 1}`)),
  )
  const meetings = months.flatMap(({ body }) =>
    [...body.matchAll(/\/meetings\/([^"]+)"/g)].map(([, id]) => id!),
  )
  const ours = [...new Set(meetings)].toSorted().slice(0, clients)
  return {
    async post(key) {
      const [name, n] = [...key.matchAll(/\d+/g)].map(Number) as [number, number]
      const form = {
        csrf,
        key,
        reason: key,
        day: sundayOf(name, n),
        start: `${String(9 + (n % 8)).padStart(2, '0')}:00`,
      }
      const page = `${calendar}/meetings/${ours[name]}`
      for (let seen = await send(page); ;) {
        const answer = await send(page, { ...form, revision: fieldIn(seen, 'revision') })
        if (answer.status === 303) return answer.location!
        if (answer.status !== 409) throw new Error(`answered ${answer.status}`)
        // Somebody was faster; the page that comes back stands at the calendar of now.
        seen = answer
      }
    },
  }
}

const clients = 4

/** No meeting was proposed for a Sunday, and no two clients share one: nobody is in anybody's way. */
function sundayOf(name: number, n: number): string {
  const first = Date.UTC(year, 0, 3)
  const week = name + clients * (n % 6)
  return new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10)
}

const books: App['books'] = (server) =>
  asOwner(server, async (owner) => {
    const { rows } = await owner.query<{ key: string; entries: number; receipts: number }>(`
      select key, count(*) filter (where kind = 'entry')::int as entries, count(*) filter (where kind = 'receipt')::int as receipts
      from (
        select payload ->> 'reason' as key, 'entry' as kind from journal
          where type = 'calendar-entry-moved' and payload ->> 'period' = '${year}'
        union all select key, 'receipt' from receipts where route like '%/meetings/%'
      ) found
      group by key`)
    return new Map(
      rows.map(({ key, entries, receipts }) => [
        key,
        { times: Math.max(entries, receipts), half: entries !== receipts },
      ]),
    )
  })

/** The calendar is where its journal left it, the journal is one chain, the indices hold what the tables hold. */
async function faults(server: Server): Promise<string[]> {
  const owner = new Client({ ...server.connection('owner'), types: columns })
  owner.on('error', () => {})
  try {
    await owner.connect()
    const { rows: entries } = await owner.query<Entry>(
      'select j.*, recorded_at as "recordedAt" from journal j order by seq',
    )
    const chain = verifyChain(entries)
    const { rows: astray } = await owner.query<{ id: string }>(`
      select e.id from calendar_entries e join lateral (
        select payload from journal where type = 'calendar-entry-moved' and payload ->> 'meeting' = e.id
        order by seq desc limit 1
      ) last on true
      where last.payload ->> 'to' <> e.day || ' ' || e.start_time or last.payload ->> 'reason' <> e.move_reason`)
    const { rows: miscounted } = await owner.query<{ id: string }>(`
      select c.id from calendars c where c.year = ${year} and c.revision <> 1 + (
        select count(*) from journal j where j.type = 'calendar-entry-moved' and j.subject = c.id)`)
    await owner.query(`create extension if not exists amcheck;
      select bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indrelid
        join pg_class x on x.oid = i.indexrelid join pg_am a on a.oid = x.relam and a.amname = 'btree'
      where c.relname in ('journal', 'receipts', 'calendars', 'calendar_entries')`)
    return [
      ...(chain.ok ? [] : [`the chain is broken at ${chain.refusal.seq} (${chain.refusal.at})`]),
      ...astray.map(({ id }) => `meeting ${id} is not where its last move put it`),
      ...miscounted.map(({ id }) => `calendar ${id} has not one revision for each move`),
    ]
  } catch (fault) {
    return [(fault as Error).message]
  } finally {
    await owner.end()
  }
}

/** What the process said on its way up. */
function untilUp(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((up, failed) => {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (words: Buffer) => {
        said += words
        if (said.includes('Kezdesu is at ')) up(said)
      })
    child.once('exit', (code) => failed(new Error(`the product left with ${code}:\n${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
