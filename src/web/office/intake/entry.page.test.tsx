// A clerk takes down what people say: the receipt to read out, what was masked, what is refused, and nothing lost.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testBox } from '../../../../test/intake.ts'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const office = 'akim.310000000'
const page = `/ru/office/${office}/requests/new`
let desks: Desks
let author: Visit

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  author = await desks.as('author')
})
afterAll(() => desks?.house.close())

const said = 'Во дворе не горит свет, позвоните мне 8 701 123 45 67, Айгуль'
const fields: Fields = {
  channel: 'phone',
  meeting: '',
  unit: '310000000',
  day: '2026-11-20',
  start: '09:30',
  words: said,
  name: 'Айгуль',
  contact: '+7 701 123 45 67',
}
const send = async (more: Fields = {}, visit = author) =>
  visit.post(page, { ...(await visit.hidden(page, page)), ...fields, ...more })
const codeIn = (html: string) => /id="receipt-code"[^>]*>([^<]+)</.exec(html)?.[1]
const valueIn = (html: string, name: string) => {
  const tag = [...html.matchAll(/<input[^>]*>/g)].find(([input]) => input.includes(` name="${name}"`))?.[0]
  return tag && (/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
}
const count = async () =>
  (await desks.house.owner.query(`select count(*)::int as n from requests where channel <> 'web'`)).rows[0].n

test('what was said is kept masked; its code is shown, its form once, the next one stands ready', async () => {
  const before = await count()
  const hidden = await author.hidden(page, page)
  const { status, body, headers } = await author.post(page, { ...hidden, ...fields })
  const code = codeIn(body)
  expect([status, unsound(body), headers.get('cache-control')]).toEqual([200, [], 'no-store'])
  expect(code).toMatch(/^(\w{4} ){3}\w{4}$/)
  expect(body).not.toMatch(/701|123 45|Айгуль/)
  expect(body).toContain('Скрыты личные данные')
  // The way it came and the day of the paper stay for the next one; words and names do not.
  expect([valueIn(body, 'day'), valueIn(body, 'start'), valueIn(body, 'name')]).toEqual([
    '2026-11-20',
    '09:30',
    '',
  ])
  expect(body).toMatch(/<textarea[^>]*autofocus[^>]*><\/textarea>/)
  const again = await author.post(page, { ...hidden, ...fields })
  expect([again.status, codeIn(again.body), await count()]).toEqual([200, code, before + 1])
  const other = await author.post(page, { ...hidden, ...fields, words: 'Другое' })
  expect([other.status, other.body.includes('Другое')]).toEqual([409, true])
  const { rows } = await desks.house.owner.query(
    `select r.*, o.sealed from requests r join seal.request_originals o on o.request = r.id where channel = 'phone'
     order by seq desc limit 1`,
  )
  expect(rows[0]).toMatchObject({ office, asserted: true, proven: true, source: null })
  expect(rows[0].received_at).toEqual(new Date('2026-11-20T04:30:00.000Z'))
  expect(JSON.parse(testBox.openOriginal(rows[0].sealed))).toEqual({
    words: said,
    name: 'Айгуль',
    contact: '+7 701 123 45 67',
  })
  const facts = await desks.house.owner.query(
    `select actor, asserted, payload from journal where type = 'request-received' and subject = $1`,
    [rows[0].id],
  )
  expect(facts.rows).toEqual([
    { actor: rows[0].entered_by, asserted: true, payload: { unit: '310000000', channel: 'phone' } },
  ])
})

test.each<[string, Fields, string]>([
  ['no words', { words: '  ' }, 'words'],
  ['words without end', { words: 'ы'.repeat(20_001) }, 'words'],
  ['a day that is none', { day: '2026-02-30' }, 'day'],
  ['a day to come', { day: '2026-11-24' }, 'day'],
  ['a year that is a slip', { day: '2016-11-20' }, 'day'],
  ['an hour that is none', { start: '25:00' }, 'start'],
  ['a place elsewhere', { unit: '150000000' }, 'unit'],
  ['no place', { unit: '319999999' }, 'unit'],
  ['the floor of no meeting', { channel: 'floor' }, 'meeting'],
  ['no such meeting', { meeting: 'm-none' }, 'meeting'],
  ['a way that a clerk does not have', { channel: 'web' }, 'channel'],
  ['a name without end', { name: 'я'.repeat(201) }, 'name'],
])('%s is told at its field, and nothing typed is lost', async (_, more, field) => {
  const before = await count()
  const { status, body } = await send(more)
  expect([status, unsound(body), await count()]).toEqual([422, [], before])
  expect(body).toContain(`id="${field}-error"`)
  if (more['words'] === undefined) expect(body).toContain(said)
  expect(valueIn(body, 'contact')).toBe('+7 701 123 45 67')
})

test('what is said on the floor goes to its meeting, in every language of the page', async () => {
  for (const language of ['kk', 'ru', 'en']) {
    const { status, body } = await author.get(page.replace('/ru/', `/${language}/`))
    expect([language, status, unsound(body)]).toEqual([language, 200, []])
  }
  const { body } = await author.get(page)
  const choices = [
    ...body
      .split('name="meeting"')[1]!
      .split('</select>')[0]!
      .matchAll(/value="([^"]+)"/g),
  ]
  const meeting = choices[0]![1]!
  const { status, body: taken } = await send({ channel: 'floor', meeting, words: 'Автобус ездит раз в день' })
  expect([status, unsound(taken)]).toEqual([200, []])
  expect(taken).toMatch(new RegExp(`<option value="${meeting}" selected`))
  expect(taken).toMatch(/<option value="floor" selected/)
  const opened = await author.get(`${page}?meeting=${meeting}`)
  expect(opened.body).toMatch(/<option value="floor" selected/)
})

test('nobody else enters at this desk', async () => {
  for (const login of ['signer', 'maslikhat', 'district']) {
    const visit = await desks.as(login)
    expect([login, (await visit.get(page)).status]).toEqual([login, 404])
  }
  const member = await desks.as('commission')
  expect((await send({ words: 'Жолды жөндеңіз' }, member)).status).toBe(200)
})
