import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Books } from '#flows'
import { type Instant, type LocalDate, done, instantOf, milliseconds } from '#kernel'
import { type PasswordHash, type PersonId, type Role, hashPassword } from '#people'
import { type OfficeId, readDemonstration } from '#territory'
import { root } from '../../serve.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { secrets } from '../../../test/intake.ts'
import { origin, siteOver } from '../../../test/web/site.ts'
import { Visit } from '../../../test/web/visit.ts'
import { codeOf, stepOf } from '../../people/one-time-code.ts'

const region = 'akim.310000000' as OfficeId
const district = 'akim.315400000' as OfficeId
const password = 'бес ақсақал тау асты'
let database: FreshDatabase
let hashed: PasswordHash
let now = '2099-06-01T05:00:00.000Z' as Instant
let app: ReturnType<typeof siteOver>

const people: Record<string, [role: Role, office: OfficeId][]> = {
  'region.signer': [['signer', region]],
  'region.author': [['author', region]],
  'district.signer': [['signer', district]],
  'district.author': [['author', district]],
  auditor: [['auditor', region]],
  traveller: [['author', region]],
  clumsy: [['author', region]],
}

beforeAll(async () => {
  database = await freshDatabase()
  hashed = await hashPassword(password, new Uint8Array(randomBytes(16)))
  await database.storage.transaction({ person: null, offices: [] }, async (stores) => {
    const units = readDemonstration(`${root}/data/demonstration/territory.yaml`)
    await stores.register.open(units.map((unit) => ({ ...unit, from: null, to: null })))
    for (const [login, roles] of Object.entries(people)) {
      const person = { id: `person.${login}` as PersonId, name: `Demo ${login}` }
      await stores.people.addPerson(person)
      await stores.people.addAccount({ login: login as never, person, password: hashed }, now)
      for (const [role, office] of roles)
        await stores.people.addGrant(
          { person: person.id, office, role, from: now.slice(0, 10) as LocalDate, to: null },
          { by: null, at: now },
        )
    }
    return done()
  })
  app = siteOver({ storage: database.storage, books: {} as Books, clock: () => now })
})
afterAll(() => database?.close())
beforeEach(() => void (now = instantOf(milliseconds(now) + 60_000)))

async function as(login: string, word = password): Promise<Visit> {
  const visit = new Visit(app, origin)
  await visit.signIn(login, word)
  return visit
}
const at = (office: string, of = office) => `/kk/office/${office}/people${of === office ? '' : `/${of}`}`
const send = async (visit: Visit, page: string, action: string, fields: Record<string, string> = {}) =>
  visit.post(action, { ...(await visit.hidden(page, action)), ...fields })
const facts = async () =>
  (
    await database.owner.query<{ type: string; subject: string; office: string }>(
      'select type, subject, office from journal order by seq',
    )
  ).rows
const errors = (body: string) =>
  [...body.matchAll(/class="error"[^>]*>(?:<span[^>]*>[^<]*<\/span> )?([^<]+)/g)].map((found) => found[1])

describe('the people of an office', () => {
  test('stand on its page; a stranger of another office does not see them', async () => {
    const author = await as('district.author')
    const page = await author.get(at(district))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Demo district.signer')
    expect(page.body).not.toContain('Demo region.signer')
    expect(page.body).not.toContain('>Қайтарып алу')
    expect((await author.get(at(district, region))).status).toBe(404)
    expect((await (await as('region.author')).get(at(region, district))).status).toBe(404)
    expect((await (await as('region.signer')).get(at(region, district))).status).toBe(200)
  })

  test('are joined by a link that opens once, and left by a word of the signer', async () => {
    const signer = await as('district.signer')
    const action = `/kk/office/${district}/people/${district}/invite`
    const invited = { name: 'Жаңа Адам', role: 'author', from: now.slice(0, 10), to: '' }
    const fields = { ...(await signer.hidden(at(district), action)), ...invited }
    const [made, again] = [await signer.post(action, fields), await signer.post(action, fields)]
    const link = /<code>([^<]+)<\/code>/.exec(made.body)![1]!
    expect([made.status, again.body.includes(link)]).toEqual([200, true])
    expect((await facts()).filter(({ type }) => type === 'invitation-made').length).toBe(1)

    const path = new URL(link).pathname
    expect((await signer.get(path)).status).toBe(409)
    const stranger = new Visit(app, origin)
    for (let round = 0; round < 2; round++) {
      const page = await stranger.get(path)
      expect(page.body).toContain('Жаңа Адам')
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
    const weak = await send(stranger, path, path, { name: 'Жаңа Адам', login: 'Новый', password: 'short' })
    expect([weak.status, errors(weak.body).length]).toEqual([422, 1])
    const taken = await send(stranger, path, path, { name: 'Жаңа Адам', login: 'new.person', password })
    expect([taken.status, taken.headers.get('location')]).toEqual([303, '/kk/office'])
    expect((await stranger.get(at(district))).body).toContain('Жаңа Адам')
    expect((await new Visit(app, origin).get(path)).status).toBe(409)
    expect((await facts()).slice(-2).map(({ type }) => type)).toEqual(['invitation-taken', 'grant-given'])

    const end = `/kk/office/${district}/people/${district}/end`
    const page = await signer.get(at(district))
    const form = page.body.split('<form').find((part) => part.includes(`: Жаңа Адам`))!
    const hidden = Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    )
    expect((await signer.post(end, hidden)).status).toBe(303)
    expect((await stranger.get(at(district))).status).toBe(404)
    expect((await signer.get(at(district))).body).toContain('қайтарып алынды')
  })

  test('get their signer from the office above, never from themselves', async () => {
    const give = `/kk/office/${district}/people/${district}/give`
    const wish = { person: 'person.district.author', role: 'signer', from: now.slice(0, 10), to: '' }
    const signer = await as('district.signer')
    const own = await send(signer, at(district), give, wish)
    expect([own.status, errors(own.body)]).toEqual([
      403,
      ['Мұны жоғары тұрған аппараттың қол қоюшысы жасайды.'],
    ])
    const fromAbove = `/kk/office/${region}/people/${district}/give`
    const region1 = await as('region.signer')
    const given = await send(region1, at(region, district), fromAbove, wish)
    expect([given.status, given.headers.get('location')]).toEqual([303, `${at(region, district)}?said=given`])
    const twice = await send(region1, at(region, district), fromAbove, wish)
    expect(twice.status).toBe(409)
    const past = await send(region1, at(region, district), fromAbove, { ...wish, from: '2026-01-01' })
    expect(past.status).toBe(422)
  })

  test('say who holds the post: a new holder ends the one before, who acts stands beside', async () => {
    const action = `/kk/office/${district}/people/${district}/holder`
    const signer = await as('district.signer')
    const record = (kk: string, from: string, to = '', kind = 'holder') =>
      send(signer, at(district), action, { kk, ru: kk, kind, from, to })
    expect((await record('Бірінші Адам', '2099-01-01')).headers.get('location')).toContain('said=recorded')
    expect((await record('Екінші Адам', '2099-03-01')).status).toBe(303)
    expect((await record('Орынбасар Адам', '2099-06-01', '2099-06-10', 'acting')).status).toBe(303)
    expect([
      (await record('Үшінші Адам', '2099-02-01')).status,
      (await record('', '2099-07-01')).status,
      (await record('Төртінші Адам', '2099-07-02', '2099-07-01')).status,
    ]).toEqual([409, 422, 422])
    const { rows } = await database.owner.query(
      `select name_kk, name_en, acting, valid_to::text from holders order by valid_from`,
    )
    expect(rows).toEqual([
      { name_kk: 'Бірінші Адам', name_en: 'Birinshi Adam', acting: false, valid_to: '2099-02-28' },
      { name_kk: 'Екінші Адам', name_en: 'Ekinshi Adam', acting: false, valid_to: null },
      { name_kk: 'Орынбасар Адам', name_en: 'Orynbasar Adam', acting: true, valid_to: '2099-06-10' },
    ])
    const author = await as('district.author')
    expect((await author.get(at(district))).body).toContain('Орынбасар Адам')
  })

  test('in letters that pose as others, are refused in words at every door', async () => {
    const signer = await as('district.signer')
    const invite = `/kk/office/${district}/people/${district}/invite`
    const holder = `/kk/office/${district}/people/${district}/holder`
    const term = { from: now.slice(0, 10), to: '' }
    // Latin a and e; a mark that turns words around.
    for (const [name, words] of [
      ['Жаңa Адам', '«Жаңa» сөзінде'],
      ['Жаңа Адам\u202e', 'көзге көрінбейтін белгі'],
    ] as const) {
      const invited = await send(signer, at(district), invite, { name, role: 'author', ...term })
      const kind = { kind: 'holder', ...term, from: '2099-12-01' }
      const recorded = await send(signer, at(district), holder, { kk: 'Жаңа Адам', ru: name, ...kind })
      for (const { status, body } of [invited, recorded]) {
        expect(status).toBe(422)
        expect(errors(body).join()).toContain(words)
      }
    }
  })

  test('who tried what he may not is seen by the auditor, without a name', async () => {
    const seen = (await (await as('auditor')).get(`/kk/office/${region}/denied`)).body
    expect(seen).toContain('<code>give-grant</code>')
    expect(seen).toContain('<code>office-above-needed</code>')
    expect(seen).not.toContain('Demo district')
    expect((await (await as('region.author')).get(`/kk/office/${region}/denied`)).status).toBe(404)
  })
})

describe('the second factor', () => {
  const account = '/kk/account'
  const secretOf = async (person: string) =>
    secrets.open(
      (await database.owner.query('select sealed from one_time_codes where person = $1', [person])).rows[0]
        .sealed,
    )
  const codeNow = async (person: string) => codeOf(await secretOf(person), stepOf(now))

  test('is set up with a code, asked for at the next sign-in, and again before a weighty act', async () => {
    const first = await as('region.signer')
    await send(first, account, `${account}/codes`)
    const person = 'person.region.signer'
    const wrong = await send(first, account, `${account}/codes-confirm`, { code: '000000' })
    expect(wrong.status).toBe(422)
    const set = await send(first, account, `${account}/codes-confirm`, { code: await codeNow(person) })
    const recovery = [...set.body.matchAll(/<code>([a-z2-7-]{19})<\/code>/g)].map((found) => found[1]!)
    expect(recovery.length).toBe(8)

    now = instantOf(milliseconds(now) + 60_000)
    const visit = new Visit(app, origin)
    const asked = await visit.signIn('region.signer', password)
    expect(asked.headers.get('location')).toBe('/kk/sign-in/factor')
    expect((await visit.get(at(region))).status).toBe(303)
    const factor = '/kk/sign-in/factor'
    expect((await send(visit, factor, factor, { code: '123' })).status).toBe(422)
    const code = await codeNow(person)
    expect((await send(visit, factor, factor, { code })).headers.get('location')).toBe('/kk/account')
    expect((await visit.get(at(region))).status).toBe(200)

    const other = new Visit(app, origin)
    await other.signIn('region.signer', password)
    expect((await send(other, factor, factor, { code })).status).toBe(422)
    expect((await send(other, factor, factor, { code: recovery[0]! })).status).toBe(303)
    const third = new Visit(app, origin)
    await third.signIn('region.signer', password)
    expect((await send(third, factor, factor, { code: recovery[0]! })).status).toBe(422)

    now = instantOf(milliseconds(now) + 16 * 60_000)
    const give = `/kk/office/${region}/people/${district}/give`
    const wish = { person: 'person.district.author', role: 'auditor', from: now.slice(0, 10), to: '' }
    const stale = await send(visit, at(region, district), give, wish)
    expect([stale.status, errors(stale.body)]).toEqual([
      403,
      ['Алдымен «Менің тіркелгім» бетінде екінші белгіні қайта көрсетіңіз, содан кейін әрекетті қайталаңыз.'],
    ])
    await send(visit, factor, factor, { code: await codeNow(person) })
    expect((await send(visit, at(region, district), give, wish)).status).toBe(303)
  })

  test('when lost, is let go by the signer of the office above, and by nobody else', async () => {
    const visit = await as('district.signer')
    const person = 'person.district.signer'
    await send(visit, account, `${account}/codes`)
    await send(visit, account, `${account}/codes-confirm`, { code: await codeNow(person) })
    const lost = new Visit(app, origin)
    await lost.signIn('district.signer', password)
    const factor = '/kk/sign-in/factor'
    expect((await send(lost, factor, `${factor}/lost`)).headers.get('location')).toBe(`${factor}?asked`)
    expect((await visit.get(at(district))).body).not.toContain('/reset"')

    const above = new Visit(app, origin)
    await above.signIn('region.signer', password)
    now = instantOf(milliseconds(now) + 60_000)
    await send(above, factor, factor, { code: await codeNow('person.region.signer') })
    const reset = `/kk/office/${region}/people/${district}/reset`
    const signed = await send(above, at(region, district), reset)
    expect([signed.status, (await facts()).at(-1)!.type]).toEqual([303, 'factor-reset-signed'])
    expect((await visit.get(at(district))).status).toBe(303)
    const back = new Visit(app, origin)
    expect((await back.signIn('district.signer', password)).headers.get('location')).toBe('/kk/account')
  })
})

describe('bad input', () => {
  test('is refused, never a fault', async () => {
    const visit = await as('clumsy')
    for (const value of ['', '\0', 'ә'.repeat(300), '<script>', "' or 1=1"]) {
      const ended = await send(visit, '/kk/account', '/kk/account/password', { session: value })
      expect(ended.status).toBe(422)
      const fields = { ...(await visit.hidden('/kk/account', '/kk/account/password')), session: value }
      expect((await visit.post('/kk/account/session-end', fields)).status).toBe(303)
      for (const deed of ['give', 'end', 'withdraw', 'reset', 'invite', 'holder']) {
        const wish = {
          person: value,
          role: value,
          hash: value,
          reset: value,
          name: value,
          kk: value,
          from: value,
        }
        const answer = await visit.post(`/kk/office/${region}/people/${region}/${deed}`, {
          ...fields,
          ...wish,
        })
        expect([403, 404, 409, 422]).toContain(answer.status)
      }
    }
    for (const body of ['null', '[]', '{"response":1,"name":2,"next":[]}', '{"response":{"id":[]}}', '{']) {
      const { csrf } = await visit.hidden('/kk/account', '/kk/account/password')
      const headers = { origin, 'content-type': 'application/json', 'x-csrf-token': csrf! }
      for (const path of ['/kk/account/passkey-add', '/kk/sign-in/factor/passkey/verify']) {
        await visit.send('/kk/account/passkey-options', { method: 'POST', headers, body: '{}' })
        expect((await visit.send(path, { method: 'POST', headers, body })).status).toBe(422)
      }
    }
  })
})

describe('the account', () => {
  test('tells at the next sign-in of a device that was new', async () => {
    const home = new Visit(app, origin)
    const where = async (visit: Visit) => (await visit.signIn('traveller', password)).headers.get('location')
    expect(await where(home)).toBe('/kk/office')
    expect(await where(new Visit(app, origin))).toBe('/kk/office')
    await send(home, '/kk/account', '/kk/sign-out')
    expect(await where(home)).toBe('/kk/account')
    await send(home, '/kk/account', '/kk/account/mine')
    await send(home, '/kk/account', '/kk/sign-out')
    expect(await where(home)).toBe('/kk/office')
  })
  test('changes its password by the old one; all other sessions end', async () => {
    const [here, there] = [await as('district.author'), await as('district.author')]
    const change = (fields: Record<string, string>) =>
      send(here, '/ru/account', '/ru/account/password', fields)
    expect(errors((await change({ old: 'wrong', password: 'жеті қарға бір тас' })).body)).toEqual([
      'Нынешний пароль неверен.',
    ])
    expect((await change({ old: password, password: 'short' })).status).toBe(422)
    const page = await there.get('/kk/account')
    expect(page.body).toContain('Жаңа құрылғыдан кіру болды')
    expect((await change({ old: password, password: 'жеті қарға бір тас' })).headers.get('location')).toBe(
      '/ru/account?said=password',
    )
    expect([(await here.get('/kk/account')).status, (await there.get('/kk/account')).status]).toEqual([
      200, 303,
    ])
    expect(
      (await as('district.author', 'жеті қарға бір тас').then((visit) => visit.get('/kk/account'))).status,
    ).toBe(200)
  })
})
