// The running product: storage, law and faces put together; used by `main.ts` and by the journeys.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { type ApiHouse, apiApp } from '#api'
import { readHolidays } from '#calendar'
import {
  type Books,
  type DemonstrationAccount,
  type DemonstrationIntake,
  type Storage,
  forgetOld,
  groupingDesk,
  loadDemonstration,
  officeReaders,
  publishDueNotices,
  renewSearch,
} from '#flows'
import { type Instant, done, instantOf } from '#kernel'
import { readActs } from '#law'
import { type DemandRule, usualDemandRule } from '#meetings'
import { channels, sealNonceBytes } from '#notices'
import { type SealedSecret, type SecretBox, saltBytes, sealOpenSecrets } from '#people'
import { readKnowledge, readTopicNames } from '#reading'
import { readDemonstrationRequests } from '#requests'
import { openStorage } from '#storage'
import { localDay, readDemonstration, readDemonstrationMap } from '#territory'
import { type WebHouse, providerOf, webApp } from '#web'
import { openSealBox, sendersOf, startNoticeClock } from './notices-clock.ts'
import { type NoticeSettings, type ProviderSettings, noNotices } from './settings.ts'

export const root = join(import.meta.dirname, '..')

/** The chance that rooms are given: ids, salts, passwords. */
export const chance = {
  newId: (): string => randomUUID(),
  newSalt: () => randomBytes(16).toString('hex'),
  newPassword: () => randomBytes(9).toString('base64url'),
  newSaltBytes: () => new Uint8Array(randomBytes(saltBytes)),
}

export type ServeOptions = {
  /** A provider of identities for signing in. */
  readonly provider?: ProviderSettings
  readonly home: string
  readonly databaseUrl: string | undefined
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** The address residents type, when it is not the one we listen on. */
  readonly origin: string | null
  /** How many proxies of the operator stand in front. */
  readonly proxies: number
  /** A first start without the demonstration. */
  readonly empty: boolean
  /** What letters go by; without it none goes. */
  readonly notices?: NoticeSettings
  /** How many supporters a demand needs, and in how many days it is decided; without it the usual ones. */
  readonly demands?: Partial<DemandRule>
  readonly clock?: () => Instant
  readonly log: Logger
}

export type Running = {
  readonly url: string
  /** Given once, at the first start of an empty house. */
  readonly accounts: readonly DemonstrationAccount[]
  close(): Promise<void>
}

/**
 * Opens everything and listens; `close` lets requests end, then the database.
 *
 * The port comes first: what a first start shows once must not be lost because there was no port. Who asks before all
 * is open waits for it.
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { log, clock = () => instantOf(Date.now()) } = options
  const books = {
    law: readActs(join(root, 'acts'), { readingsFile: join(options.home, 'readings.yaml') }),
    holidays: readHolidays(join(root, 'data/holidays.yaml')),
  }
  const { promise: faces, resolve: open } = Promise.withResolvers<ReturnType<typeof facesOf>>()
  const server = await listenAt(options, async (request, env) => (await faces)(request, env))
  try {
    const storage = await openStorage({
      home: options.home,
      databaseUrl: options.databaseUrl,
      log: wordsOf(log),
    })
    try {
      const notices = options.notices ?? noNotices
      const box = openSealBox(options.home, notices.sealKey)
      const nonce = () => new Uint8Array(randomBytes(sealNonceBytes))
      const secrets: SecretBox = {
        seal: (secret) => box.sealSecret(secret, nonce()) as SealedSecret,
        open: box.openSecret,
      }
      await storage.transaction({ person: null, offices: [] }, async ({ factors }) =>
        done(await sealOpenSecrets(factors, secrets)),
      )
      const readers = officeReaders(readKnowledge)
      const seal = (words: string) => box.sealOriginal(words, nonce())
      const accounts = options.empty ? [] : await firstStart(storage, books, { readers, seal }, clock(), log)
      const report = (fault: unknown, request: { method: string; path: string }) => {
        const id = randomUUID().slice(0, 8)
        log.error({ err: fault, ...request, id }, 'fault')
        return id
      }
      const forget = () =>
        forgetOld(storage, clock()).catch((fault: unknown) =>
          report(fault, { method: 'daily', path: 'forgetting' }),
        )
      await forget()
      // Lines of the search that were made by earlier rules are made anew while the old ones serve.
      let closing = false
      const renewing = renewSearch(storage, () => !closing).catch((fault: unknown) =>
        report(fault, { method: 'start', path: 'search' }),
      )
      const daily = setInterval(forget, 86_400_000).unref()
      const { port } = server.address() as AddressInfo
      const url = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`
      const origin = options.origin ?? url
      const senders = sendersOf(notices, origin)
      const noticeClock = startNoticeClock({
        storage,
        box,
        senders,
        origin,
        clock,
        fault: (fault) => report(fault, { method: 'clock', path: 'notices' }),
        failed: (line) => log.warn(line, 'a notice did not go'),
      })
      // Notices that were signed beforehand go out within half a minute of their instant; one turn at a time.
      const lateFault = (fault: unknown) => report(fault, { method: 'clock', path: 'signed notices' })
      let turn: Promise<unknown> = Promise.resolve()
      const publish = () =>
        (turn = turn.then(() =>
          publishDueNotices(storage, books, chance, clock(), lateFault).catch(lateFault),
        ))
      const signedNotices = setInterval(publish, 20_000).unref()
      // Nobody who sends words waits for their group; who opens the bench does.
      const grouping = groupingDesk({
        storage,
        readers,
        topics: readTopicNames,
        now: () => ({ at: clock(), today: localDay(clock(), null) }),
        newId: chance.newId,
        fault: (fault) => report(fault, { method: 'turn', path: 'grouping' }),
      })
      open(
        facesOf({
          storage,
          books,
          clock,
          standing: { origin: options.origin, proxies: options.proxies },
          report,
          note: (line: object) => log.info(line, 'security'),
          secrets,
          notices: { box, channels: channels.filter((channel) => senders[channel]) },
          demands: { ...usualDemandRule, ...options.demands },
          intake: {
            readers,
            group: grouping.group,
            nearest: grouping.nearest,
            seal,
            open: box.openOriginal,
            mark: box.mark,
            workSecret: box.workSecret,
          },
          ...(options.provider && { provider: providerOf(options.provider) }),
          ...chance,
        }),
      )
      return {
        url,
        accounts,
        async close() {
          clearInterval(daily)
          clearInterval(signedNotices)
          await turn
          closing = true
          await renewing
          await grouping.idle()
          await noticeClock.stop()
          await new Promise<void>((closed) => {
            server.close(() => closed())
            // A browser keeps its connection; what is being answered may finish, an idle one need not.
            server.closeIdleConnections()
            setTimeout(() => server.closeAllConnections(), 3_000).unref()
          })
          await storage.close()
        },
      }
    } catch (fault) {
      await storage.close()
      throw fault
    }
  } catch (fault) {
    server.close()
    server.closeAllConnections()
    throw fault
  }
}

type Fetch = (request: Request, env: object) => Promise<Response>

const listenAt = ({ port, host }: ServeOptions, fetch: Fetch): Promise<Server> =>
  new Promise((listening, failed) => {
    const server = listen({ fetch, port, hostname: host }, () => listening(server)) as Server
    server.once('error', failed)
  })

/** The accounts of the demonstration when the house is empty, else none. */
async function firstStart(
  storage: Storage,
  books: Books,
  intake: Pick<DemonstrationIntake, 'readers' | 'seal'>,
  at: Instant,
  log: Logger,
): Promise<readonly DemonstrationAccount[]> {
  const today = localDay(at, null)
  const units = await storage.readPublic(({ territory }) => territory.children(null, today))
  if (units.length > 0) return []
  log.info('first start: loading the demonstration')
  const loaded = await loadDemonstration(storage, books, chance, {
    units: readDemonstration(join(root, 'data/demonstration/territory.yaml')),
    map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
    intake: {
      ...intake,
      topics: readTopicNames(),
      requests: readDemonstrationRequests(join(root, 'data/demonstration/requests.yaml')),
    },
    today,
    at,
  })
  if (!loaded.ok) throw new Error(`the demonstration could not be loaded: ${JSON.stringify(loaded.refusal)}`)
  return loaded.value
}

/** Pages, API and health behind one door; each answers what it does not know in its own manner. */
export function facesOf(house: WebHouse & ApiHouse) {
  const web = webApp(house)
  const api = new Hono().get('/healthz', healthOf(house)).mount('/api', apiApp(house).fetch)
  return (request: Request, env: object = {}): Response | Promise<Response> => {
    const { pathname } = new URL(request.url)
    return (pathname === '/healthz' || pathname.startsWith('/api/') ? api : web).fetch(request, env)
  }
}

/** 200 while the database answers, 503 when it does not. */
const healthOf =
  ({ storage }: ApiHouse) =>
  async (c: Context) => {
    const alive = await storage.readPublic(async () => true).catch(() => false)
    return c.json({ status: alive ? 'ok' : 'no database' }, alive ? 200 : 503)
  }

/** Storage says plain words; the log wants lines. */
export const wordsOf = (log: Logger) => ({
  info: (words: string) => log.info(words),
  warn: (words: string) => log.warn(words),
})
