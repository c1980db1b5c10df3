// A clerk wants to call back: he asks, the signer allows, both look, everything is written down; and files for the office alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clean } from '#files'
import { done } from '#kernel'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Visit } from '../../../../test/web/visit.ts'

const office = 'akim.310000000'
const entry = `/ru/office/${office}/requests/new`
let desks: Desks
let [author, signer]: Visit[] = []
let id = ''
let page = ''

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  ;[author, signer] = [await desks.as('author'), await desks.as('signer')]
  const { status } = await author.post(entry, {
    ...(await author.hidden(entry, entry)),
    channel: 'phone',
    meeting: '',
    unit: '310000000',
    day: '2026-11-20',
    start: '09:30',
    words: 'Во дворе не горит свет, позвоните мне 8 701 123 45 67',
    name: 'Айгүл Сынақова',
    contact: '8 702 765 43 21',
  })
  if (status !== 200) throw new Error(`entered with ${status}`)
  const { rows } = await desks.house.owner.query(`select id from requests order by seq desc limit 1`)
  id = rows[0].id
  page = `/kk/office/${office}/requests/${id}/unseal`
})
afterAll(() => desks?.house.close())

const secrets = /701 123|702 765|Сынақова/
const press = async (visit: Visit, action: string, fields = {}) =>
  visit.post(action, { ...(await visit.hidden(page, action)), ...fields })
const actionIn = (html: string, deed: string) =>
  new RegExp(`action="([^"]*/unseal/[^"]*/${deed})"`).exec(html)?.[1]

test('it takes two, and each look is written down', async () => {
  const first = await author!.get(page)
  expect([first.status, unsound(first.body), first.headers.get('cache-control')]).toEqual([
    200,
    [],
    'no-store',
  ])
  expect(first.body).not.toMatch(secrets)

  const bare = await press(author!, page, { purpose: 'by-law', basis: '' })
  expect([bare.status, unsound(bare.body)]).toEqual([422, []])
  expect(bare.body).toContain('id="basis-error"')
  const asked = await press(author!, page, { purpose: 'call-back', basis: '' })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, `${page}?said=asked`])
  const waiting = await author!.get(page)
  expect([actionIn(waiting.body, 'allow'), actionIn(waiting.body, 'look')]).toEqual([undefined, undefined])

  const inbox = await signer!.get(`/kk/office/${office}`)
  expect(inbox.body).toContain(`href="${page}"`)
  const allow = actionIn((await signer!.get(page)).body, 'allow')!
  expect((await press(signer!, allow)).status).toBe(303)
  expect((await signer!.get(`/kk/office/${office}`)).body).not.toContain(`href="${page}"`)

  // Who asked is told that he may look, until he has.
  const home = `/kk/office/${office}`
  expect((await author!.get(home)).body).toContain(`href="${page}"`)
  expect((await (await desks.as('commission')).get(home)).body).not.toContain(`href="${page}"`)
  for (const visit of [author!, signer!]) {
    const look = actionIn((await visit.get(page)).body, 'look')!
    const { status, body, headers } = await press(visit, look)
    expect([status, unsound(body), headers.get('cache-control')]).toEqual([200, [], 'no-store'])
    expect(body).toContain('8 701 123 45 67')
    expect(body).toContain('8 702 765 43 21')
    expect(body).toContain('Айгүл Сынақова')
    expect((await visit.get(page)).body).not.toMatch(secrets)
  }
  expect((await author!.get(home)).body).not.toContain(`href="${page}"`)
  const { rows } = await desks.house.owner.query(
    `select type, count(*)::int as n from journal where subject = $1 group by type order by type`,
    [id],
  )
  expect(rows).toEqual([
    { type: 'original-looked-at', n: 2 },
    { type: 'request-received', n: 1 },
    { type: 'unsealing-allowed', n: 1 },
    { type: 'unsealing-asked', n: 1 },
  ])
})

test('in every language, and for nobody else', async () => {
  for (const language of ['kk', 'ru', 'en']) {
    const { status, body } = await author!.get(page.replace('/kk/', `/${language}/`))
    expect([language, status, unsound(body)]).toEqual([language, 200, []])
  }
  const look = actionIn((await author!.get(page)).body, 'look')!
  const member = await desks.as('commission')
  const tried = await member.post(look, await member.hidden(page, '/kk/sign-out'))
  expect([tried.status, secrets.test(tried.body)]).toEqual([404, false])
  for (const login of ['district', 'maslikhat'])
    expect((await (await desks.as(login)).get(page)).status).toBe(404)
})

test('where the office has no second person, who signs above allows it, reads nothing and opens nothing', async () => {
  const [below, at] = ['akim.315400000', '/kk/office/akim.315400000/requests/new']
  const { owner } = desks.house
  await owner.query(
    `update grants set revoked_at = now(), revoked_by = person where office = $1 and role = 'signer'`,
    [below],
  )
  const clerk = await desks.as('district')
  const entered = await clerk.post(at, {
    ...(await clerk.hidden(at, at)),
    channel: 'phone',
    meeting: '',
    unit: '315400000',
    day: '2026-11-20',
    start: '09:30',
    words: 'Құдық тартылып қалды, 8 701 123 45 67',
    name: 'Айгүл Сынақова',
    contact: '',
  })
  expect(entered.status).toBe(200)
  const request = (await owner.query(`select id from requests order by seq desc limit 1`)).rows[0].id
  const own = `/kk/office/${below}/requests/${request}/unseal`
  expect((await clerk.get(own)).body).toContain('жоғары тұрған аппараттың қол қоюшысы береді')
  const asking = { ...(await clerk.hidden(own, own)), purpose: 'find-the-place', basis: '' }
  const asked = await clerk.post(own, asking)
  const told = await clerk.get(asked.headers.get('location')!)
  expect(told.body).toContain('Жоғары тұрған аппараттың қол қоюшысы оны «Бүгін» бетінен көреді')

  const link = /href="(\/kk\/office\/akim\.310000000\/below\/akim\.315400000\/unsealings\/[^"]+)"/
  const there = link.exec((await signer!.get(`/kk/office/${office}`)).body)![1]!
  for (const language of ['kk', 'ru', 'en']) {
    const shown = await signer!.get(there.replace('/kk/', `/${language}/`))
    expect([shown.status, unsound(shown.body), shown.headers.get('cache-control')]).toEqual([
      200,
      [],
      'no-store',
    ])
    expect(shown.body).not.toMatch(/Құдық|701 123|Сынақова/)
  }
  for (const login of ['author', 'government-signer', 'maslikhat'])
    expect([login, (await (await desks.as(login)).get(there)).status]).toEqual([login, 404])
  const form = await signer!.hidden(there, `${there}/allow`)
  const allowed = await signer!.post(`${there}/allow`, form)
  expect([allowed.status, allowed.headers.get('location')]).toEqual([303, `${there}?said=allowed`])
  expect((await signer!.get(`${there}?said=allowed`)).body).not.toContain(`action="${there}/allow"`)
  expect([(await signer!.get(there)).status, (await signer!.get(own)).status]).toEqual([404, 404])
  expect((await signer!.get(`/kk/office/${office}`)).body).not.toMatch(link)

  const open = await clerk.get(own)
  expect(open.body).toContain('· жоғары тұрған аппараттың қол қоюшысы')
  const look = actionIn(open.body, 'look')!
  const seen = await clerk.post(look, await clerk.hidden(own, look))
  expect(seen.body).toContain('8 701 123 45 67')
  expect((await signer!.post(look, await signer!.hidden(page, '/kk/sign-out'))).status).toBe(404)
})

test('files of a request are downloaded by its office, never shown and never kept', async () => {
  const file: Clean = {
    name: 'photo.jpg',
    type: 'image/jpeg',
    bytes: new Uint8Array([1, 2, 3]),
    sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
  }
  await desks.house.storage.transaction({ person: null, offices: [office] }, async ({ requestFiles }) =>
    done(
      await requestFiles.add([{ id: 'rf-1' as never, file }], {
        request: id as never,
        office: office as never,
        at: '2026-11-23T05:00:00.000Z' as never,
      }),
    ),
  )
  const address = `/kk/office/${office}/requests/${id}/files/rf-1`
  expect((await author!.get(page)).body).toContain(`href="${address}"`)
  const { status, headers } = await author!.get(address)
  expect([status, headers.get('cache-control'), headers.get('content-type')]).toEqual([
    200,
    'no-store',
    'image/jpeg',
  ])
  expect(headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect((await (await desks.as('district')).get(address)).status).toBe(404)
  expect((await author!.get('/files/rf-1')).status).toBe(404)
})
