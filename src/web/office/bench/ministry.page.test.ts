// A ministry takes in, sorts and pools what people ask its minister: by its own author and signer, and without a commission.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const at = '/ru/office/health'
let desks: Desks
let [author, signer]: Visit[] = []
let meeting: string
beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  ;[author, signer] = [await desks.as('ministry'), await desks.as('ministry-signer')]
  const { rows } = await desks.house.owner.query(
    `select id from current_meetings where office = 'health' and day > '2026-11-23' and cancelled is null order by day`,
  )
  meeting = rows[0].id
})
afterAll(() => desks?.house.close())

const rows = async (sql: string) => (await desks.house.owner.query(sql)).rows
const press = async (visit: Visit, page: string, action: string, fields: Fields = {}) =>
  visit.post(action, { ...(await visit.hidden(page, action)), ...fields })
const enter = (words: string, more: Fields = {}) =>
  press(author!, `${at}/requests/new`, `${at}/requests/new`, {
    channel: 'phone',
    meeting,
    unit: '310000000',
    day: '2026-11-20',
    start: '09:30',
    words,
    name: '',
    contact: '',
    ...more,
  })

test('its clerk writes down what was said, of a place that he has to name', async () => {
  const wrong = await enter('В Мерке нет педиатра', { unit: '' })
  expect([wrong.status, wrong.body.includes('id="unit-error"')]).toEqual([422, true])
  for (const words of [
    'В Мерке нет педиатра, 8 701 123 45 67',
    'В районе нет педиатра',
    'Нет инсулина в аптеках',
  ])
    expect((await enter(words)).status).toBe(200)
  // Regions with their districts, and nobody goes without saying.
  const { body } = await author!.get(`${at}/requests/new`)
  expect(body).toContain('>Меркенский район</option>')
  expect((await signer!.get(`${at}/requests/new`)).status).toBe(404)
})

test('a file comes in by its regions and districts; a row without a place is told, never put somewhere', async () => {
  const all = `${at}/requests/import`
  expect((await author!.get(all)).body).toMatch(/блог министра(?![^]*блог акима)/)
  const list = [
    'Номер обращения;Дата регистрации;Содержание обращения;Район;Вид',
    '1;20.11.2026;Скорая едет три часа;Меркенский район;Жалоба',
    '2;20.11.2026;Нет лекарств;;Жалоба',
  ].join('\n')
  const form = new FormData()
  for (const [field, value] of Object.entries(await author!.hidden(all, all))) form.append(field, value)
  form.append('mapping', 'e-otinish')
  form.append('file', new File([list], 'november.csv'))
  const origin = 'https://kezdesu.example'
  const file = (await author!.send(all, { method: 'POST', body: form, headers: { origin } })).headers.get(
    'location',
  )!
  expect((await author!.get(file)).body).toContain('Новых запросов: 1. Уже есть: 0. Строк с ошибкой: 1.')
  await press(author!, file, `${file}/take`, { meeting })
  expect(await rows(`select unit, meeting, kind from requests where source = 'e-otinish'`)).toEqual([
    { unit: '315400000', meeting, kind: 'complaint' },
  ])
})

test('at its bench the author sorts and the signer reads; no page speaks of a commission', async () => {
  const pages = [
    '',
    '/requests',
    '/requests/new',
    '/requests/import',
    '/requests/templates',
    '/pools',
    `/meetings/${meeting}/pool`,
  ]
  for (const language of ['kk', 'ru', 'en'])
    for (const page of pages) {
      const { status, body } = await author!.get(`${at.replace('ru', language)}${page}`)
      const main = /<main[^]*<\/main>/.exec(body)![0]
      expect([
        language,
        page,
        status,
        unsound(body).filter((what) => what !== 'a script in the page'),
        /комиссия|комисси|commission/i.exec(main),
      ]).toEqual([language, page, 200, [], null])
    }
  const bench = await author!.get(`${at}/requests`)
  expect(bench.body).toContain('Всего поступило: 4')
  expect((await author!.get(at)).body).toContain(`href="${at}/requests"`)
  const read = await signer!.get(`${at}/requests`)
  expect([read.status, read.body.includes('deeds/accept')]).toEqual([200, false])
  for (const login of ['author', 'government', 'authorised-body'])
    expect([login, (await (await desks.as(login)).get(`${at}/requests`)).status]).toEqual([login, 404])
  for (const own of ['government', 'authorised-body'])
    expect([own, (await (await desks.as(own)).get(`/ru/office/${own}/requests`)).status]).toEqual([own, 404])
  const open = () => rows(`select 1 from request_groups where office = 'health' and state = 'open'`)
  for (let left = (await open()).length; left > 0; left = (await open()).length)
    expect((await press(author!, `${at}/requests`, `${at}/requests/deeds/accept`)).status).toBe(303)
})

test('the author draws the pool up, the signer approves it, and the facts are those of a ministry', async () => {
  const pool = `${at}/meetings/${meeting}/pool`
  expect((await press(author!, pool, `${pool}/draft`)).status).toBe(303)
  const { body } = await author!.get(pool)
  expect(body).toContain('Действующее постановление министров к этому не обязывает')
  const lines = [...new Set([...body.matchAll(/\/pool\/lines\/([0-9a-f-]+)"/g)].map(([, id]) => id!))]
  for (const [nth, id] of lines.entries()) {
    const line = `${pool}/lines/${id}`
    const written = await press(author!, line, line, {
      'title.kk': `Мәселе ${nth}`,
      'title.ru': `Вопрос ${nth}`,
      sphere: 'health',
      unit: (await rows(`select unit from request_groups where id = '${id}'`))[0].unit,
      level: 'central',
      body: 'health',
      funding: 'no',
      in: 'on',
      'priority.value': '',
      'priority.reason': '',
    })
    expect([nth, written.status]).toEqual([nth, 303])
  }
  expect((await author!.get(`${pool}/approve`)).body).toMatch(
    /утверждает другой человек|утверждения другим человеком/,
  )
  expect((await press(signer!, `${pool}/approve`, `${pool}/approve`)).status).toBe(303)
  expect(await rows(`select signed from pools where office = 'health'`)).toEqual([{ signed: 'two-persons' }])
  const facts = await rows(
    `select distinct type, payload->>'channel' as channel from journal
     where office = 'health' and type in ('requests-collected', 'requests-analysed', 'commission-formed') order by 1, 2`,
  )
  expect(facts).toEqual([
    { type: 'requests-analysed', channel: null },
    { type: 'requests-collected', channel: 'other' },
  ])
  expect((await desks.app.request(`/ru/meetings/${meeting}/pool`)).status).toBe(200)
})

test('what is covered takes two of the ministry', async () => {
  const [{ id }] = (await rows(
    `select request as id from seal.request_originals where office = 'health'`,
  )) as [{ id: string }]
  const page = `${at}/requests/${id}/unseal`
  expect((await press(author!, page, page, { purpose: 'call-back', basis: '' })).status).toBe(303)
  const { body } = await signer!.get(page)
  const allow = /action="([^"]*\/allow)"/.exec(body)![1]!
  expect((await press(signer!, page, allow)).status).toBe(303)
  expect(await rows(`select signed from request_unsealings where office = 'health'`)).toEqual([
    { signed: 'two-persons' },
  ])
})
