import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { readPage, unsound } from '../../../../test/web/read-page.ts'
import type { Fields, Visit } from '../../../../test/web/visit.ts'

const [running, next] = ['2026-H2', '2027-H1']
const ministry = `/ru/office/health/schedule/${next}`
let desks: Desks

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', '2026-11-24T05:00:00.000Z')
})
afterAll(() => desks?.house.close())

const as = (login: string): Promise<Visit> => desks.as(login)
const visits = async () =>
  Number(
    (await desks.house.owner.query(`select count(*) from schedule_visits where office = 'health'`)).rows[0]
      .count,
  )
const line: Fields = {
  region: '310000000',
  unit: '315400000',
  day: '2027-03-16',
  start: '11:00',
  minutes: '90',
  sphere: 'health',
  'venue.kk': 'Аурухана',
  'venue.ru': 'Больница',
  'why.kk': 'Дәрігер аз',
  'why.ru': 'Мало врачей',
  'ground.local-issues': 'on',
}

describe('the public pages', () => {
  for (const language of ['kk', 'ru', 'en'])
    test(`are sound in ${language}`, async () => {
      for (const path of [
        '',
        `/${running}`,
        `/${running}?by=region`,
        `/${running}/releases/1`,
        '/procedure',
      ]) {
        const page = await readPage(desks.app, `/${language}/schedule${path}`)
        expect([path, page.status, unsound(page.html)]).toEqual([path, 200, []])
      }
    })

  test('the running half-year stands by ministry and by region, with its act and a feed a body', async () => {
    const page = await readPage(desks.app, '/ru/schedule')
    expect(page.headings(1)).toEqual(['2-е полугодие 2026 года: график встреч министров'])
    expect(page.headings(2).slice(0, 3)).toEqual([
      'Министерство водных ресурсов и ирригации',
      'Министерство здравоохранения',
      'Министерство транспорта',
    ])
    expect(page.links).toContain('/feeds/offices/health.ics?lang=ru')
    expect(page.text).toContain('Согласовано с акиматом региона')
    const byRegion = await readPage(desks.app, `/ru/schedule/${running}?by=region`)
    expect(byRegion.headings(2)).toContain('Жамбылская область')
  })

  test('what is not published is not there, and what is no period is no address', async () => {
    expect((await readPage(desks.app, `/ru/schedule/${next}`)).status).toBe(404)
    expect((await readPage(desks.app, '/ru/schedule/2023')).status).toBe(404)
    expect((await readPage(desks.app, '/ru/schedule/2027-H3')).status).toBe(400)
    expect((await readPage(desks.app, `/ru/schedule/${running}/releases/2`)).status).toBe(404)
  })

  test('a published visit is a meeting with a page and an event in the feed of its body', async () => {
    const page = await readPage(desks.app, `/ru/schedule/${running}`)
    const meeting = page.links.find((link) => link.startsWith('/ru/meetings/v-'))!
    const shown = await readPage(desks.app, meeting)
    expect(unsound(shown.html)).toEqual([])
    expect(shown.text).toContain('приезжает сам министр')
    expect(shown.links).toContain(`/ru/schedule/${running}`)
    const feed = await (await desks.app.request('/feeds/offices/health.ics?lang=ru')).text()
    expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  })
})

describe('the ministry', () => {
  test('a wrong form comes back with everything that was typed; a right one is done once', async () => {
    const author = await as('ministry')
    const page = `${ministry}/new?region=310000000`
    // The form that chooses the region has the same address; it comes first.
    const { body } = await author.get(page)
    const inputs = body
      .split('id="add"')[1]!
      .matchAll(/<input type="hidden" name="(_?[a-z]+)" value="([^"]*)"/g)
    const hidden = Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
    const wrong = await author.post(`${ministry}/new`, {
      ...hidden,
      ...line,
      day: '2027-02-30',
      'why.kk': '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Мало врачей')
    expect(wrong.body).toContain('id="day-error"')
    expect(wrong.body).toContain('id="why.kk-error"')
    expect(unsound(wrong.body)).toEqual([])
    const late = await author.post(`${ministry}/new`, { ...hidden, ...line, day: '2027-07-01' })
    expect([late.status, late.body.includes('id="day-error"')]).toEqual([422, true])
    const before = await visits()
    for (const _ of [1, 2]) {
      const sent = await author.post(`${ministry}/new`, { ...hidden, ...line })
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `${ministry}?said=added`])
    }
    expect(await visits()).toBe(before + 1)
    expect((await author.get(ministry)).body).toContain('Закон называет два основания')
  })

  test('of two officers the second sees both versions and loses nothing', async () => {
    const [first, second] = [await as('ministry'), await as('ministry')]
    const { body } = await first.get(ministry)
    const visit = /href="([^"]*\/visits\/v-[^"]*)"/.exec(body)![1]!
    const stamps = await Promise.all([first, second].map((one) => one.hidden(visit, `${visit}/change`)))
    const sent = await first.post(`${visit}/change`, {
      ...stamps[0]!,
      ...line,
      day: '2027-04-06',
      'why.ru': 'Первый',
    })
    expect(sent.status).toBe(303)
    const beaten = await second.post(`${visit}/change`, {
      ...stamps[1]!,
      ...line,
      day: '2027-04-07',
      'why.ru': 'Второй',
    })
    expect(beaten.status).toBe(409)
    expect(beaten.body).toContain('Второй')
    expect(beaten.body).toContain('Первый')
    expect(unsound(beaten.body)).toEqual([])
  })

  test('opens a meeting outside the schedule in any region', async () => {
    const { status, body } = await (await as('ministry')).get('/ru/office/health/meetings/new')
    expect([status, body.includes('Меркенский район'), body.includes('Астана')]).toEqual([200, true, true])
  })

  test('sees nothing of another ministry, and another office nothing of it', async () => {
    const author = await as('ministry')
    const other = (
      await desks.house.owner.query(
        `select id from schedule_visits where office = 'transport' and schedule = 'schedule.${next}'`,
      )
    ).rows[0].id
    expect((await author.get(`${ministry}/visits/${other}`)).status).toBe(404)
    expect((await author.get(`/ru/office/transport/schedule/${next}`)).status).toBe(404)
    expect((await (await as('district')).get(`/ru/office/akim.315400000/schedule`)).status).toBe(404)
    expect((await author.get('/ru/office/health/schedule/procedure')).status).toBe(404)
  })
})

describe('every other office has its own page and its own step', () => {
  test('the authorised body looks at what was sent and cannot publish what it wrote', async () => {
    const author = await as('authorised-body')
    const desk = `/kk/office/authorised-body/schedule/${next}`
    for (const path of ['', `/proposals/water`]) {
      const { status, body } = await author.get(`${desk}${path}`)
      expect([status, unsound(body).filter((fault) => !fault.startsWith('a script'))]).toEqual([200, []])
    }
    const hidden = await author.hidden(`${desk}/proposals/water`, `${desk}/proposals/water/take`)
    const publish = await author.post(`${desk}/publish`, hidden)
    expect(publish.status).toBe(403)
    const empty = await author.post(`${desk}/proposals/water/give-back`, { ...hidden, reason: '' })
    expect([empty.status, empty.body.includes('id="reason-error"')]).toEqual([422, true])
  })

  test('the Government sees no draft before it is submitted; a region sees visits to itself alone', async () => {
    const government = await (await as('government-signer')).get(`/kk/office/government/schedule/${next}`)
    expect([government.status, /visits\/v-/.test(government.body)]).toEqual([200, false])
    const signer = await as('signer')
    const region = await signer.get(`/kk/office/akim.310000000/schedule/${running}`)
    expect(region.body.match(/\/visits\/v-/g)).toHaveLength(3)
    const draft = await signer.get(`/kk/office/akim.310000000/schedule/${next}`)
    expect([draft.status, /visits\/v-/.test(draft.body)]).toEqual([200, false])
  })

  test('one writes the procedure, another signs it', async () => {
    const author = await as('authorised-body')
    const page = '/kk/office/authorised-body/schedule/procedure'
    const text = { 'text.kk': 'Жаңа тәртіп', 'text.ru': 'Новый порядок' }
    const written = await author.post(`${page}/write`, {
      ...(await author.hidden(page, `${page}/write`)),
      ...text,
    })
    expect(written.headers.get('location')).toBe(`${page}?said=written`)
    const signer = await as('authorised-body-signer')
    const hidden = await signer.hidden(page, `${page}/sign`)
    expect((await author.post(`${page}/sign`, { ...hidden, number: '15' })).status).toBe(403)
    expect((await signer.post(`${page}/sign`, { ...hidden, number: '15' })).status).toBe(303)
    expect((await readPage(desks.app, '/ru/schedule/procedure')).text).toContain('Новый порядок')
  })
})
