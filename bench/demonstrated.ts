// A house over a database of its own, as benches ask it: opened, filled with the demonstration, taken away at the end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { readHolidays } from '#calendar'
import { type DemonstrationAccount, type Storage, loadDemonstration } from '#flows'
import type { Instant } from '#kernel'
import { readActs } from '#law'
import { openStorage } from '#storage'
import { localDay, readDemonstration, readDemonstrationMap } from '#territory'
import '../src/jsx.ts'
import { intake, secrets } from '../test/intake.ts'
import { Visit } from '../test/web/visit.ts'

// Pages are written in .tsx, which Node reads only from here on.
const { chance, facesOf, root } = await import('../src/serve.ts')
export { chance }

type House = Parameters<typeof facesOf>[0]
type Faces = ReturnType<typeof facesOf>

export const log = { info() {}, warn: (words: string) => console.error(words) }
const books = { law: readActs(join(root, 'acts')), holidays: readHolidays(join(root, 'data/holidays.yaml')) }

/** Storage in the folder `kept`, which stays, or under the system's temporary folder; `close` takes the latter away. */
export async function openHome(kept?: string) {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'kezdesu-bench-'))
  const storage = await openStorage({ home, databaseUrl: undefined, log })
  const close = async () => {
    await storage.close()
    if (kept === undefined) rmSync(home, { recursive: true, force: true })
  }
  return { home, storage, close }
}

/** Loads the demonstration as at this instant and gives its accounts; throws where it is refused. */
export async function demonstrate(storage: Storage, at: Instant): Promise<readonly DemonstrationAccount[]> {
  const loaded = await loadDemonstration(storage, books, chance, {
    units: readDemonstration(join(root, 'data/demonstration/territory.yaml')),
    map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
    today: localDay(at, null),
    at,
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  return loaded.value
}

/** The faces of the product over this storage, with the keys of the tests; faults are printed. */
export const facesOver = (storage: Storage, clock: () => Instant, more: Partial<House> = {}): Faces =>
  facesOf({
    storage,
    books,
    clock,
    standing: { origin: null, proxies: 0 },
    report: (fault) => (console.error(fault), 'fault'),
    note: () => {},
    ...chance,
    intake,
    secrets,
    ...more,
  })

/** What asks these faces without a socket: `request` as a stranger, `visit` as the owner of the account, signed in. */
export async function signedIn(
  faces: Faces,
  { login, password }: Pick<DemonstrationAccount, 'login' | 'password'>,
) {
  const origin = 'http://localhost:3000'
  const request = async (path: string, init: RequestInit) => faces(new Request(origin + path, init))
  const visit = new Visit({ request } as unknown as Hono, origin)
  await visit.signIn(login, password)
  return { request, visit }
}
