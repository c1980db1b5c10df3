// Offices and the voice of residents: risks of ministries, polls opened and decided, and who may not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Desks, openDesks, origin } from '../../../../test/web/desks.ts'
import { type Fields, Visit } from '../../../../test/web/visit.ts'

const district = '/ru/office/akim.315400000'
let now = '2026-11-23T05:00:00.000Z' as Instant
let desks: Desks
beforeAll(async () => void (desks = await openDesks(now, () => now)))
afterAll(() => desks?.house.close())

const send = async (visit: Visit, page: string, action: string, fields: Fields) =>
  visit.post(action, { ...(await visit.hidden(page, action)), ...fields })

test('a ministry registers a risk of social tension: the fact is public, what was seen is not', async () => {
  const ministry = await desks.as('ministry')
  const [list, page] = ['/ru/office/health/demands', '/ru/office/health/risks/new']
  expect((await ministry.get(list)).body).toContain(page)
  const fields = { unit: '310000000', kind: 'social-tension', high: 'on' }
  const empty = await send(ministry, page, page, fields)
  expect([empty.status, /value="social-tension" selected/.test(empty.body)]).toEqual([422, true])
  const words = 'Очереди в поликлиниках растут'
  expect((await send(ministry, page, page, { ...fields, words })).status).toBe(303)
  const { rows } = await desks.house.owner.query(
    `select office, payload - 'id' as payload from public_entries where type = 'risk-identified'`,
  )
  expect(rows).toEqual([
    {
      office: 'health',
      payload: {
        office: 'health',
        unit: '310000000',
        kind: 'social-tension',
        high_tension: true,
        destabilisation: false,
      },
    },
  ])
  const risk = /href="(\/ru\/office\/health\/risks\/(?!new)[^"?]+)"/.exec(
    (await ministry.get(list)).body,
  )![1]!
  expect((await ministry.get(risk)).body).toContain(words)
  const meet = { unit: '310000000', day: '2026-12-20', start: '15:00', minutes: '90' }
  const reason = { 'reason.kk': 'Емханалар', 'reason.ru': 'Поликлиники' }
  expect((await send(ministry, risk, risk, { ...meet, ...reason, day: '2026-02-30' })).status).toBe(422)
  expect((await send(ministry, risk, risk, { ...meet, ...reason })).status).toBe(303)
  expect((await ministry.get(risk)).body).toContain('Встреча запланирована')
  const other = await desks.as('district')
  expect((await other.get(risk)).status).toBe(404)
  expect((await other.get(risk.replace('health', 'akim.315400000'))).status).toBe(404)
})

test('a poll: bad dates come back, it opens, its opener does not decide it, the outcome is told', async () => {
  const author = await desks.as('district')
  const page = `${district}/polls/new`
  const good = {
    'about.kk': 'Қар тазалау',
    'about.ru': 'Уборка снега',
    unit: '315400000',
    'options.0.day': '2026-12-20',
    'options.0.start': '18:00',
    'options.1.day': '2026-12-21',
    'options.1.start': '18:00',
    'close.day': '2026-12-01',
    'close.start': '18:00',
  }
  for (const [wrong, words] of [
    [{ 'options.1.day': '2026-02-30' }, 'error'],
    [{ 'options.1.day': '2026-12-20' }, 'написан дважды'],
    [{ 'options.1.day': '', 'options.1.start': '' }, 'от двух до восьми'],
    [{ 'close.day': '2026-12-25' }, 'до первого из предложенных'],
    [{ 'close.day': '2026-11-22' }, 'хотя бы час'],
    [{ unit: '750000000' }, 'error'],
  ] as const) {
    const { status, body } = await send(author, page, page, { ...good, ...wrong })
    expect([status, body.includes(words), body.includes('Уборка снега')]).toEqual([422, true, true])
  }
  expect((await send(author, page, page, good)).status).toBe(303)
  const { rows } = await desks.house.owner.query<{ id: string }>(
    `select id from polls where about ->> 'ru' = $1`,
    ['Уборка снега'],
  )
  const own = `${district}/polls/${rows[0]!.id}`
  const resident = new Visit(desks.app, origin)
  const open = `/ru/polls/${rows[0]!.id}`
  expect((await send(resident, open, open, { option: '1' })).status).toBe(200)

  now = '2026-12-02T05:00:00.000Z' as Instant
  const [late, lateSigner] = [await desks.as('district'), await desks.as('district-signer')]
  expect((await send(late, own, own, { option: '1' })).status).toBe(403)
  const without = await send(lateSigner, own, own, { option: '0' })
  expect([without.status, without.body.includes('Напишите причину')]).toEqual([422, true])
  const reason = { 'reason.kk': 'Клуб бос емес', 'reason.ru': 'Клуб занят' }
  expect((await send(lateSigner, own, own, { option: '0', ...reason })).status).toBe(303)
  const { body } = await new Visit(desks.app, origin).get(open)
  for (const words of ['не тот день', 'Клуб занят', '20 декабря 2026']) expect(body).toContain(words)
  const told = await desks.house.owner.query(
    `select payload ->> 'event' as event from outbox_messages where payload ->> 'about' = $1 order by 1`,
    [rows[0]!.id],
  )
  expect(told.rows).toEqual([{ event: 'poll-decided' }, { event: 'poll-opened' }])
  expect((await lateSigner.get(`${district}/outbox`)).body).toContain('Решение по опросу')
})
