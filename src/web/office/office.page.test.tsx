import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Law, readActs } from '#law'
import { root } from '../../serve.ts'
import { type Desks, openDesks } from '../../../test/web/desks.ts'
import { siteOver } from '../../../test/web/site.ts'
import type { Visit } from '../../../test/web/visit.ts'
import { operatorAddresses } from './operator/operator-desk.ts'

const desk = '/kk/office/akim.310000000'
const calendar = `${desk}/calendars/2027`
const now = '2027-01-05T05:00:00.000Z' as Instant
let desks: Desks

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', now)
})
afterAll(() => desks?.house.close())

const moves = async () =>
  Number(
    (await desks.house.owner.query(`select count(*) from journal where type = 'calendar-entry-moved'`))
      .rows[0].count,
  )
const errorsIn = (body: string) =>
  [...body.matchAll(/class="error"[^>]*>(?:<span[^>]*>[^<]*<\/span> )?([^<]+)/g)].map((found) => found[1])

describe('what is owed', () => {
  test('the list has the duties of the office in the order of their days, each with its why', async () => {
    const author = await desks.as('author')
    const { status, body } = await author.get(`${desk}/duties`)
    expect(status).toBe(200)
    const days = [...body.matchAll(/class="duty-due"><p class="numbers"><strong>/g)]
    expect(days.length).toBeGreaterThan(3)
    expect(body.match(/class="why"/g)?.length).toBe(body.match(/class="duty"/g)?.length)
    expect(body).toContain(`href="${calendar}"`)
  })
  test('another office is not there, and neither is one that does not exist', async () => {
    const author = await desks.as('author')
    for (const office of [
      'akim.110000000',
      'akim.315400000',
      'maslikhat.310000000',
      'akim.000000000',
      'x',
      '%00',
    ])
      expect((await author.get(`/kk/office/${office}`)).status).toBe(404)
  })
  test('the maslikhat is led to its calendars and its sessions', async () => {
    const secretary = await desks.as('maslikhat')
    const own = '/ru/office/maslikhat.310000000'
    const { status, body } = await secretary.get(own)
    expect(status).toBe(200)
    for (const section of ['calendars', 'sessions']) expect(body).toContain(`href="${own}/${section}"`)
    expect((await secretary.get(`${own}/calendars`)).body).toContain(`${own}/calendars/2027`)
  })
  test('an administrator is led to the desk of the installation', async () => {
    const administrator = await desks.as('administrator')
    const { status, headers } = await administrator.get('/kk/office')
    expect([status, headers.get('location')]).toEqual([303, operatorAddresses('kk').desk()])
  })
})

test('a rule that has outlived its end without a successor is told to the office', async () => {
  const acts = mkdtempSync(join(tmpdir(), 'kezdesu-acts-'))
  cpSync(join(root, 'acts'), acts, { recursive: true })
  const file = join(acts, '826/e1/2-1-calendar.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('until: null', 'until: 2026-10-01'))
  const told = async (law: Law) => {
    const books = { ...desks.house.books, law }
    const visit = await desks.as('author', siteOver({ ...desks.house, books, clock: () => now }))
    return (await visit.get('/ru' + desk.slice(3))).body.includes(
      'Это правило закончилось 1 октября 2026 года',
    )
  }
  expect([await told(readActs(acts)), await told(desks.house.books.law)]).toEqual([true, false])
  rmSync(acts, { recursive: true })
})

describe('the forms of a calendar', () => {
  let author: Visit
  let meeting: string
  const move = (fields: Record<string, string>) => author.post(`${calendar}/meetings/${meeting}`, fields)
  const stamp = () => author.hidden(`${calendar}/meetings/${meeting}`, `${calendar}/meetings/${meeting}`)
  const good = { day: '2027-05-12', start: '15:00', reason: 'Жол жөнделуде' }

  beforeAll(async () => {
    author = await desks.as('author')
    const drafted = await author.post(`${calendar}/draft`, await author.hidden(calendar, `${calendar}/draft`))
    expect(drafted.headers.get('location')).toBe(`${calendar}?said=drafted`)
    const { rows } = await desks.house.owner.query(
      `select id from calendar_entries where calendar = 'calendar.310000000.2027' and period = '2027-H1' order by id limit 1`,
    )
    meeting = rows[0].id
  })

  test('a form sent twice does it once, and answers the same', async () => {
    const before = await moves()
    const fields = { ...(await stamp()), ...good }
    const [first, second] = [await move(fields), await move(fields)]
    expect([first.status, first.headers.get('location')]).toEqual([
      303,
      `${calendar}?month=5&said=moved#meetings`,
    ])
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await moves()).toBe(before + 1)
  })
  test('who lost the answer and reads the page anew before sending again is answered the same', async () => {
    const before = await moves()
    const seen = await stamp()
    const fields = { ...seen, ...good, day: '2027-05-11' }
    const first = await move(fields)
    const { revision = '' } = await stamp()
    expect(revision).not.toBe(seen['revision'])
    const again = await move({ ...fields, revision })
    expect([again.status, again.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await moves()).toBe(before + 1)
  })
  test('the key of a form cannot be used for other words', async () => {
    const fields = { ...(await stamp()), ...good, day: '2027-05-13' }
    expect((await move(fields)).status).toBe(303)
    const again = await move({ ...fields, day: '2027-05-14' })
    expect([again.status, errorsIn(again.body)[0]]).toEqual([
      409,
      'Бұл бет бұрын басқа мәндермен жіберілген. Қайта ашып, тағы бір рет жіберіңіз.',
    ])
  })
  test('what is wrong is named at its field, and nothing typed is lost', async () => {
    const before = await moves()
    const { status, body } = await move({ ...(await stamp()), day: '2027-02-30', start: '25:00', reason: '' })
    expect(status).toBe(422)
    expect(errorsIn(body)).toEqual([
      'Мұндай күн жоқ. Күнді ЖЖЖЖ-АА-КК түрінде жазыңыз.',
      'Уақытты СС:ММ түрінде жазыңыз, мысалы 10:00.',
      'Себебін жазыңыз.',
    ])
    expect([body.includes('value="2027-02-30"'), body.includes('value="25:00"')]).toEqual([true, true])
    expect(await moves()).toBe(before)
  })
  test('who saw an older state is told, with what he wrote still there', async () => {
    const old = await stamp()
    expect((await move({ ...(await stamp()), ...good, day: '2027-05-18' })).status).toBe(303)
    const { status, body } = await move({ ...old, ...good, reason: 'Менің себебім' })
    expect([status, body.includes('value="Менің себебім"')]).toEqual([409, true])
    expect(errorsIn(body)[0]).toContain('басқа адам өзгертті')
  })
  test('a page without its key or with a foreign one is too old, and says so', async () => {
    const { key: _, ...rest } = await stamp()
    expect((await move({ ...rest, ...good })).status).toBe(422)
    expect((await move({ ...rest, ...good, key: 'x' })).status).toBe(422)
  })
  test('years, meetings and deeds that do not exist are not there', async () => {
    for (const path of [
      'calendars/1066',
      'calendars/20270',
      'calendars/2027/meetings/none',
      'calendars/2027/meetings/%ff',
    ])
      expect((await author.get(`${desk}/${path}`)).status).toBe(404)
    expect((await author.post(`${calendar}/dance`, await stamp())).status).toBe(404)
  })
  test('a step out of turn is refused in words on the same page', async () => {
    const signer = await desks.as('signer')
    const fields = await signer.hidden(calendar, '/kk/sign-out')
    const { status, body } = await signer.post(`${calendar}/approve`, {
      ...fields,
      key: 'approve-too-soon',
      revision: '1',
      number: '3',
    })
    expect([status, body.includes('Күнтізбе қазір басқа күйде')]).toEqual([409, true])
  })
  test('the author is not offered what the signer does, and cannot do it', async () => {
    const fields = { ...(await stamp()), number: '3' }
    expect((await author.get(calendar)).body).not.toContain('/approve"')
    expect((await author.post(`${calendar}/approve`, fields)).status).toBe(403)
  })
})
