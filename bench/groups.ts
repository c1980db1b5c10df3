// npm run bench -- groups [REQUESTS] [HOME]: after a start, until an office with so many open requests has its groups in
// memory again, and what its pages and receipts wait for meanwhile; once with what reading found kept, once without.
//
// `core_ms` is time of a core, of this process and the database together. With HOME the filled house is left there for
// the next run; without it a database is made under the system's temporary folder and taken away.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Instant, done } from '#kernel'
import { type UnitCode, akimOffice } from '#territory'
import { startPostgres } from '../src/storage/embedded-postgres.ts'
import { asOwner } from '../src/storage/storage.ts'
import { groupingIntake } from '../test/intake.ts'
import { receive, send } from '../test/requests.ts'
import { chance, demonstrate, facesOver, log, openHome, signedIn } from './demonstrated.ts'
import { inventedRequests } from './invented-requests.ts'
import { coreTime, round } from './measure.ts'

const count = Number(process.argv[2] ?? 20_000)
const now = '2026-11-23T05:00:00.000Z' as Instant
const unit = '310000000' as UnitCode
const office = akimOffice(unit)
const invented = inventedRequests(20261122)

const { home, storage, close } = await openHome(process.argv[3])
try {
  const newDesk = () => groupingIntake(storage, () => now)
  const withAccount = join(home, 'account.json')
  if (!existsSync(withAccount)) writeFileSync(withAccount, JSON.stringify(await fill()))
  const account = JSON.parse(readFileSync(withAccount, 'utf8')) as { login: string; password: string }

  const figures: Record<string, unknown> = { requests: count }
  figures['kept, first start of a process'] = await start(false)
  figures['kept'] = await start(false)
  figures['kept, pages and receipts meanwhile'] = await start(true)
  const server = await startPostgres(join(home, 'postgres'), log)
  await asOwner(server, (owner) => owner.query('delete from kept_readings'))
  figures['read in their words and kept'] = await start(false)
  await asOwner(server, (owner) => owner.query('delete from kept_readings'))
  await server.stop()
  figures['read in their words, pages and receipts meanwhile'] = await start(true)
  console.log(JSON.stringify(figures, null, 2))

  /** The demonstration with so many requests in the office of the region, and who may see them. */
  async function fill() {
    const accounts = await demonstrate(storage, now)
    const atATime = 250
    for (let from = 0; from < count; from += atATime)
      await storage.transaction({ person: null, offices: [office] }, async (stores) => {
        for (let one = from; one < Math.min(count, from + atATime); one++)
          await receive(stores, { id: `bench-${one}`, office, unit, words: invented(), at: now })
        return done()
      })
    await newDesk().group(office)
    return accounts.find(({ login }) => login === 'commission')!
  }

  /** A process that has just started; if `asked`, page after page and receipt after receipt until its groups are there. */
  async function start(asked: boolean) {
    const desk = newDesk()
    const faces = facesOver(storage, () => now, { intake: desk })
    const { visit } = await signedIn(faces, account)
    const pages = { bench: `/ru/office/${office}/requests`, today: `/ru/office/${office}` }
    const wait = async (most: Record<string, number>, name: string, act: () => Promise<unknown>) => {
      const from = performance.now()
      await act()
      most[name] = Math.max(most[name] ?? 0, round(performance.now() - from, 0))
    }
    const look = async (path: string) => {
      const { status } = await visit.get(path)
      if (status !== 200) throw new Error(`${path}: ${status}`)
    }
    // Pages are seen once before: their first time in a process is not what is measured.
    await look(pages.today)
    const loop = monitorEventLoopDelay({ resolution: 2 })
    loop.enable()
    const [from, core] = [performance.now(), coreTime(home)]
    const used = { clock: 0, core: 0, ready: false }
    const grouped = desk.group(office).then(() => {
      used.ready = true
      used.clock = performance.now() - from
      used.core = coreTime(home) - core
    })
    const most: Record<string, number> = {}
    const askAll = async (into: Record<string, number>) => {
      await wait(into, 'bench', () => look(pages.bench))
      await wait(into, 'today', () => look(pages.today))
      const sent = { id: chance.newId(), office, unit, words: invented(), at: now }
      await wait(into, 'receipt', () => send(storage, sent))
    }
    if (asked) while (!used.ready) await askAll(most)
    await grouped
    loop.disable()
    const after: Record<string, number> = {}
    if (asked) for (let turn = 0; turn < 5; turn++) await askAll(after)
    return {
      ...(asked
        ? { longest_wait_ms: most, longest_wait_afterwards_ms: after }
        : { core_ms: round(used.core, 0) }),
      clock_ms: round(used.clock, 0),
      longest_turn_ms: round(loop.max / 1e6, 0),
    }
  }
} finally {
  await close()
}
process.exit()
