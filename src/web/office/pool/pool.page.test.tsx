import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeetingId } from '#calendar'
import type { Instant } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import { heap } from '../../../../test/pool.ts'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const at = '2027-02-03T05:00:00.000Z' as Instant
const office = 'akim.315400000' as OfficeId
let desks: Desks
let author: Visit
let signer: Visit
let meeting: MeetingId
let unit: UnitCode
beforeAll(async () => {
  desks = await openDesks('2027-02-02T05:00:00.000Z', at)
  ;[author, signer] = [await desks.as('district'), await desks.as('district-signer')]
  const { rows } = await desks.house.owner.query(
    `select id, unit from current_meetings where office = $1 and day > '2027-02-20' order by day, id limit 1`,
    [office],
  )
  ;({ id: meeting, unit } = rows[0])
  const pile = { office, unit, meeting, at }
  await heap(desks.house, {
    ...pile,
    group: 'water',
    sphere: 'water',
    state: 'accepted',
    words: [
      'Су құбыры жарылды, маған хабарласыңыз: 8 701 123 45 67',
      'Нет воды <script>alert(1)</script> третий день',
      'Су жоқ',
    ],
  })
  await heap(desks.house, {
    ...pile,
    group: 'light',
    sphere: 'landscaping-lighting',
    state: 'open',
    words: ['Көшеде жарық жанбайды'],
  })
})
afterAll(() => desks?.house.close())

const base = () => `/kk/office/${office}/meetings/${meeting}/pool`
const send = async (visit: Visit, deed: string, fields: Fields = {}, page = '') => {
  const hidden = await visit.hidden(`${base()}${page}`, `${base()}/${deed}`)
  return visit.post(`${base()}/${deed}`, { ...hidden, ...fields })
}
const line: Fields = {
  'title.kk': 'Су құбыры жарылған',
  'title.ru': 'Прорвало водопровод',
  sphere: 'water',
  level: 'okrug',
  funding: 'yes',
  in: 'on',
}
const write = (visit: Visit, group: string, fields: Fields = {}) =>
  send(visit, `lines/${group}`, { ...line, unit, ...fields }, `/lines/${group}`)

describe('the desk of a pool', () => {
  test('is reached from the bar, meeting by meeting', async () => {
    const { body } = await author.get(`/kk/office/${office}/pools`)
    expect(body).toContain('aria-current="page">Мәселелер пулы')
    expect(body).toContain(`href="${base()}"`)
    expect(body).toContain('пул жоқ')
  })

  test('draws up a draft: what was looked at is in, the rest says that nobody looked', async () => {
    expect((await author.get(base())).body).toContain('Пул жобасын жасау')
    expect((await send(author, 'draft')).status).toBe(303)
    const { body } = await author.get(base())
    expect(body).toContain('Пулда: 1')
    expect(body).toContain('Бұл топты әлі ешкім қараған жоқ')
    expect(body).toContain('Жетіспейді: қазақша атауы, орысша атауы')
    expect(body).not.toContain('701')
  })

  test('offers masked words alone, and keeps what was typed when something is wrong', async () => {
    const { body } = await author.get(`${base()}/lines/water`)
    expect(body).not.toContain('701')
    expect(body).toContain('&lt;script>alert(1)&lt;/script>')
    const wrong = await write(author, 'water', { 'priority.value': '250' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="Прорвало водопровод"')
    expect(wrong.body).toContain('id="priority.value-error"')
    expect((await write(author, 'water', { unit: '110000000' })).status).toBe(422)
    const told = await write(author, 'water', { 'title.ru': 'Вода, звоните 8 701 123 45 67' })
    expect([told.status, told.body.includes('id="title.ru-error"')]).toEqual([422, true])
    expect((await author.get(`${base()}/lines/nothing`)).status).toBe(404)
  })

  test('shows the second editor of a line what stands there now', async () => {
    const action = `${base()}/lines/water`
    const hidden = await author.hidden(action, action)
    const quoted = { 'quote.water.1': 'on' }
    expect((await write(author, 'water', quoted)).status).toBe(303)
    const late = await author.post(action, { ...hidden, ...line, unit, 'title.ru': 'Нет воды' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('value="Нет воды"')
    expect(late.body).toContain('Прорвало водопровод')
  })

  test('moves lines without script, and refuses what was seen before', async () => {
    const action = `${base()}/step`
    const hidden = await author.hidden(base(), action)
    const step = (stamp: Fields, of: string) => author.post(action, { ...stamp, group: 'light', step: of })
    expect((await step(hidden, 'in')).status).toBe(303)
    const stale = await author.hidden(base(), action)
    expect((await step({ ...stale, revision: hidden['revision']! }, 'out')).status).toBe(409)
    expect((await send(author, 'order')).status).toBe(303)
    expect((await step(await author.hidden(base(), action), 'out')).status).toBe(303)
    expect((await step(await author.hidden(base(), action), 'sideways')).status).toBe(422)
  })

  test('shows the approver what the public will read; who wrote it cannot approve, nor what was edited since', async () => {
    const { body } = await signer.get(`${base()}/approve`)
    expect(body).toContain('Су құбыры жарылған')
    expect(body).toContain('Бекітіп, жариялау')
    expect((await author.get(`${base()}/approve`)).body).not.toContain('Бекітіп, жариялау')
    const today = `/kk/office/${office}`
    expect((await signer.get(today)).body).toContain(`href="${base()}/approve"`)
    expect((await author.get(today)).body).not.toContain(`href="${base()}/approve"`)
    const hidden = await signer.hidden(`${base()}/approve`, `${base()}/approve`)
    const own = await author.post(`${base()}/approve`, {
      ...(await author.hidden(base(), `${base()}/step`)),
      key: 'own-approval-1234567890',
    })
    expect(own.status).toBe(403)
    expect((await write(author, 'water', { 'quote.water.1': 'on', 'title.kk': 'Су жоқ' })).status).toBe(303)
    const late = await signer.post(`${base()}/approve`, hidden)
    expect(late.status).toBe(409)
    expect(late.body).toContain('Біреу пулды сізден бұрын өзгертті')
    expect((await send(signer, 'approve', {}, '/approve')).status).toBe(303)
    expect((await signer.get(base())).body).toContain('1-нұсқа')
  })

  test('marks a channel that was looked at, once', async () => {
    const look = { channel: 'open-data-portal' }
    expect((await send(author, 'look', look)).status).toBe(303)
    const stamp = await author.hidden(base(), `${base()}/look`)
    expect((await author.post(`${base()}/look`, { ...stamp, ...look })).status).toBe(409)
    expect(
      (await author.post(`${base()}/look`, { ...stamp, key: 'another-key-1234567890', channel: 'pigeon' }))
        .status,
    ).toBe(422)
  })

  test('is nobody else’s', async () => {
    const other = `/kk/office/akim.310000000/meetings/${meeting}/pool`
    expect((await (await desks.as('author')).get(other)).status).toBe(404)
    expect((await (await desks.as('ministry')).get(base())).status).toBe(404)
    expect((await author.get(`/kk/office/${office}/meetings/nothing/pool`)).status).toBe(404)
  })
})

describe('an office where everybody wrote of the pool', () => {
  const okrug = 'akim.315430000' as OfficeId
  const desk = `/kk/office/${office}`
  let id: string
  beforeAll(async () => {
    const { owner } = desks.house
    await owner.query('delete from grants where office = $1', [okrug])
    await owner.query(
      `insert into grants (person, office, role, from_day, given_at)
       select person, $1, 'author', '2026-01-01', now() from accounts where login = 'district'`,
      [okrug],
    )
    const { rows } = await owner.query(
      `select id, unit from current_meetings where office = $1 and day > '2027-02-20' order by day, id limit 1`,
      [okrug],
    )
    id = rows[0].id
    const pile = { office: okrug, unit: rows[0].unit, meeting: id as MeetingId, at }
    await heap(desks.house, {
      ...pile,
      group: 'gas',
      sphere: 'gas',
      state: 'accepted',
      words: ['Газ қашан келеді?'],
    })
    const writer = await desks.as('district')
    const pool = `/kk/office/${okrug}/meetings/${id}/pool`
    const post = async (page: string, action: string, fields: Fields = {}) => {
      const { status } = await writer.post(action, { ...(await writer.hidden(page, action)), ...fields })
      expect(status).toBe(303)
    }
    await post(pool, `${pool}/draft`)
    await post(`${pool}/lines/gas`, `${pool}/lines/gas`, { ...line, sphere: 'gas', unit: rows[0].unit })
  })

  test('is helped out by the signer above, who reads it at his own desk', async () => {
    const page = `${desk}/below/${okrug}/${id}/pool`
    expect((await signer.get(desk)).body).toContain(`href="${page}"`)
    expect((await signer.get(page)).body).toContain('Су құбыры жарылған')
    expect((await author.get(page)).status).toBe(404)
    const hidden = await signer.hidden(page, `${page}/approve`)
    expect((await signer.post(`${page}/approve`, hidden)).status).toBe(303)
    const [pool] = await desks.house.storage.readPublic(({ pools }) => pools.versions(id as MeetingId))
    expect(pool).toMatchObject({ signed: 'signer-above' })
    expect((await signer.get(page)).status).toBe(404)
    expect((await signer.get(`${page}?said=signed`)).body).not.toContain('Су құбыры жарылған')
  })
})
