// The whole product in one process for P11, and what a well-meaning visitor would ask it.
import { apiApp } from '#api'
import type { DemonstrationAccount } from '#flows'
import type { Instant } from '#kernel'
import { type UnitCode, akimOffice } from '#territory'
import { webApp } from '#web'
import { facesOf } from '../../src/serve.ts'
import { chance, demonstrationAt } from '../demonstration.ts'
import type { Known } from './bad-input.ts'
import { intake, secrets } from '../intake.ts'

type Faces = (request: Request) => Response | Promise<Response>
export type Asked = { readonly faces: Faces; revision(): Promise<string> }

export const origin = 'http://localhost'
/** Stands in a form for the revision that the calendar has when it is sent. */
export const now = 'the-one-of-now'

const at = '2026-11-23T05:00:00.000Z'
const region = '310000000' as UnitCode
const office = akimOffice(region)

/** The demonstration over a fresh database, on a day that stands still. */
export async function openProduct() {
  const { storage, owner, books, accounts, close } = await demonstrationAt(at)
  const faults: string[] = []
  const report = (fault: unknown, request: object) =>
    `F${faults.push(`${JSON.stringify(request)} ${String(fault)}`)}`
  const house = {
    storage,
    books,
    clock: () => at as Instant,
    standing: { origin: null, proxies: 0 },
    report,
    note: () => {},
    ...chance,
    intake,
    secrets,
  }
  const faces = facesOf(house)
  const web = webApp(house).routes.map(({ method, path }) => ({
    method,
    path: path.replace('{(kk|ru|en)}', ''),
  }))
  const api = apiApp(house).routes.map(({ method, path }) => ({ method, path: `/api${path}` }))
  const routes = [...web, ...api, { method: 'GET', path: '/healthz' }].filter(
    ({ path }) => !path.endsWith('*') && !path.endsWith('/sign-out'),
  )
  return {
    faces,
    faults,
    routes,
    known: await knownOf(faces, accounts),
    async revision() {
      const calendar = await storage.readOffice({ person: null, offices: [office] }, ({ calendars }) =>
        calendars.ofRegion(region, 2027),
      )
      return String(calendar?.revision)
    },
    async journal() {
      const { rows } = await owner.query<{ entries: number; hash: string }>(
        'select count(*)::int as entries, (array_agg(hash order by seq desc))[1] as hash from journal',
      )
      return rows[0]!
    },
    close,
  }
}

/** The author signs in, drafts the next year, and notes what there is to ask for. */
async function knownOf(faces: Faces, accounts: readonly DemonstrationAccount[]): Promise<Known> {
  let cookie = ''
  const send = async (path: string, fields?: Record<string, string>) => {
    const body = fields ? new URLSearchParams(fields) : null
    const answer = await faces(
      new Request(origin + path, { method: body ? 'POST' : 'GET', headers: { cookie, origin }, body }),
    )
    cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie
    return answer.text()
  }
  const csrfIn = (page: string) => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const { login, password } = accounts.find(({ role }) => role === 'author')!
  await send('/kk/sign-in', { csrf: csrfIn(await send('/kk/sign-in')), login, password })
  const calendar = `/kk/office/${office}/calendars/2027`
  const csrf = csrfIn(await send(calendar))
  await send(`${calendar}/draft`, { csrf, key: 'the-first-draft', revision: '0' })
  const meetings = async (page: string) =>
    [...(await send(page)).matchAll(/\/meetings\/([\w.-]+)"/g)].map(([, id]) => id!)
  const drafted = await meetings(calendar)
  const published = await meetings('/kk/calendars/310000000/2026')
  const asset = /\/assets\/([^"]+)/.exec(await send('/kk/'))![1]!
  const stamp = { revision: [now, now, now, '1'] }
  const reason = ['Мектеп залы бос емес']
  const years = ['2026', '2027']
  const codes = ['310000000', '315430000', '315432100']
  return {
    origin,
    cookie,
    csrf,
    params: {
      language: ['kk', 'ru', 'en'],
      name: [asset],
      code: codes,
      region: [region],
      year: ['2026', '2027', '2027'],
      id: published,
      act: ['826', '863'],
      norm: ['A826E2-2.1.a', 'A826-2.1.appr'],
      bearer: [office],
      subject: ['-', '315430000', ...published.slice(0, 2)],
      period: ['-', '2026', '2026-H2'],
      office: [office],
      meeting: drafted,
      deed: ['draft', 'send', 'answer', 'recall', 'recall', 'recall', 'approve', 'publish', 'submit'],
      file: ['315430000.ics', '2026.ics', '2026.json'],
    },
    queries: {
      q: ['Кокшетау', 'merke'],
      on: ['2026-01-01'],
      as_of: ['2026-12-31'],
      year: years,
      month: ['1', '12'],
      page: ['1', '2'],
      office: [office],
      unit: codes,
      akim: [office],
      said: ['moved'],
      lang: ['ru'],
      next: ['/kk/office'],
    },
    forms: {
      'sign-in': { login: ['author', 'nobody'], password: ['wrong words here'], next: ['/kk/office'] },
      ':meeting': { ...stamp, reason, day: ['2027-03-14', '2027-10-10'], start: ['10:00', '15:30'] },
      ':deed': { ...stamp, reason, number: ['1-05/12'] },
    },
  }
}
