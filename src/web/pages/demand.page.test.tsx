// Demands and polls without an account: what is refused, what is kept of a form, what nobody learns.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Demonstration, demonstrationAt } from '../../../test/demonstration.ts'
import { origin, siteOver } from '../../../test/web/site.ts'
import { Visit } from '../../../test/web/visit.ts'

const now = '2026-11-23T05:00:00.000Z' as Instant
const waiting = '/ru/demands/demonstration-demand-1'
const raise = '/ru/places/315400000/demand'
let house: Demonstration
const visitor = () => new Visit(siteOver({ ...house, clock: () => now }), origin)
let poll = ''
beforeAll(async () => {
  house = await demonstrationAt(now)
  const { rows } = await house.owner.query<{ id: string }>('select id from polls')
  poll = `/ru/polls/${rows[0]!.id}`
})
afterAll(() => house?.close())

const voters = async () =>
  (await house.owner.query<{ n: number }>('select count(*)::int as n from poll_votes')).rows[0]!.n
const codeIn = (body: string) => /id="receipt-code"[^>]*>([^<]+)</.exec(body)?.[1] ?? ''

test('one browser votes once; the form sent twice is one vote; the code changes it from anywhere', async () => {
  const before = await voters()
  const [one, other] = [visitor(), visitor()]
  const fields = await one.hidden(poll, poll)
  const cast = await one.post(poll, { ...fields, option: '0' })
  expect([cast.status, cast.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(codeIn((await one.post(poll, { ...fields, option: '1' })).body)).toBe(codeIn(cast.body))
  expect(await voters()).toBe(before + 1)

  const again = await one.post(poll, { ...(await one.hidden(poll, poll)), option: '0' })
  expect(again.status).toBe(409)
  expect(again.body).toContain('Чтобы изменить голос, напишите код')
  const code = codeIn(cast.body)
  const changed = await other.post(poll, { ...(await other.hidden(poll, poll)), option: '2', code })
  expect([changed.status, codeIn(changed.body)]).toEqual([200, ''])
  expect(await voters()).toBe(before + 1)
  expect(
    (await house.owner.query('select choice from poll_votes order by cast_at desc, code')).rows,
  ).toContainEqual({ choice: [2] })
})

test('looking gives no mark; a vote does, and says nothing of the voter to the database', async () => {
  const looking = await visitor().get(poll)
  expect(looking.headers.getSetCookie().some((line) => line.includes('-voice='))).toBe(false)
  const { rows } = await house.owner.query(
    `select column_name as name from information_schema.columns where table_name = 'poll_votes' order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(['cast_at', 'choice', 'code', 'device', 'poll'])
})

test('bad votes come back with what was typed', async () => {
  const visit = visitor()
  const fields = await visit.hidden(poll, poll)
  for (const [sent, status, words] of [
    [{}, 422, 'Отметьте хотя бы один день'],
    [{ option: '9' }, 422, 'Отметьте хотя бы один день'],
    [{ option: '1', code: '<script>' }, 422, 'Такого кода нет'],
    [{ option: '1', code: '0000 0000 0000 0000' }, 422, 'Такого кода нет'],
    [{ option: '1', key: 'x' }, 422, 'открыта слишком долго'],
  ] as const) {
    const { status: got, body } = await visit.post(poll, { ...fields, ...sent })
    expect([got, body.includes(words), body.includes('<script>')]).toEqual([status, true, false])
    if ('option' in sent && sent.option === '1') expect(body).toMatch(/value="1" checked/)
  }
  expect((await visit.get('/ru/polls/nothing')).status).toBe(404)
})

test('a demand is plain text, covered of personal data, shown once its office has seen it', async () => {
  const visit = visitor()
  const fields = { ...(await visit.hidden(raise, raise)), office: 'akim.315400000' }
  const words =
    'Аким Серик Жалгасов, дорогу к школе размыло. Звоните Айгуль Сериковне, +7 701 123 45 67, нужна встреча.'
  for (const [sent, said] of [
    [{ words: 'мало' }, 'не меньше 20 знаков'],
    [{ words: 'я'.repeat(1001) }, 'не длиннее 1000'],
    [{ words: `${words} <img src=x onerror=1>` }, 'Только обычный текст'],
    [{ words, office: 'akim.750000000' }, 'Выберите акима'],
    [{ words, key: '' }, 'открыта слишком долго'],
  ] as const) {
    const { status, body } = await visit.post(raise, { ...fields, ...sent, do: 'send' })
    expect([status, body.includes(said), body.includes('<img')]).toEqual([422, true, false])
  }
  const preview = await visit.post(raise, { ...fields, words, do: 'preview' })
  const shown = [
    'Аким Серик Жалгасов, дорогу к школе размыло. Звоните <mark>•••</mark>',
    '+7 701 123 45 67</span>: телефон',
    'Айгуль Сериковне</span>: имя',
  ]
  expect([preview.status, shown.filter((part) => !preview.body.includes(part))]).toEqual([200, []])
  // Words that are hardly more than a name are none: told before anything is sent.
  const bare = await visit.post(raise, { ...fields, words: 'Айгуль Сериковна Жалгасова!', do: 'preview' })
  expect([bare.status, bare.body.includes('не меньше 20 знаков')]).toEqual([422, true])
  const sent = await visit.post(raise, { ...fields, words, do: 'send' })
  const again = await visit.post(raise, { ...fields, words, do: 'send' })
  const path = /href="(\/ru\/demands\/d-[0-9a-f]+)"/.exec(sent.body)![1]!
  expect([again.status, again.body.includes(path)]).toEqual([200, true])
  const { rows } = await house.owner.query<{ words: string }>('select words from demands where id = $1', [
    path.split('/').at(-1),
  ])
  const kept = words.replace('+7 701 123 45 67', '•••').replace('Айгуль Сериковне', '•••')
  expect(rows).toEqual([{ words: kept }])
  expect((await visitor().get(path)).body).not.toContain('Дорогу к школе')
})

test('a support is one a browser; what is decided takes none', async () => {
  const visit = visitor()
  const support = async (path: string) =>
    (await visit.post(path, { ...(await visit.hidden(waiting, waiting)), do: 'support' })).status
  expect([await support(waiting), await support(waiting)]).toEqual([200, 409])
  expect(await support('/ru/demands/demonstration-demand-2')).toBe(409)
  expect((await visit.get('/ru/demands/demonstration-demand-2')).body).not.toContain('id="support"')
})

test('too many from one place are asked to wait, and lose nothing of what they wrote', async () => {
  const visit = visitor()
  const words = 'Нужна встреча о воде и о дороге.'
  const fields = { ...(await visit.hidden(raise, raise)), office: 'akim.315400000', words, do: 'send' }
  let last = await visit.post(raise, fields)
  for (let times = 0; times < 12 && last.status !== 429; times++) last = await visit.post(raise, fields)
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(last.body).toContain(words)
})
