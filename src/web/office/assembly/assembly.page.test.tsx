import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { Visit } from '../../../../test/web/visit.ts'

const origin = 'https://kezdesu.example'
const region = '/office/akim.310000000'
const district = '/office/akim.315400000'
let desks: Desks

beforeAll(async () => {
  desks = await openDesks('2026-12-07T05:00:00.000Z')
})
afterAll(() => desks?.house.close())

const as = (login: string): Promise<Visit> => desks.as(login)

describe('the demonstration in December', () => {
  test('the region sees who has answered, in the words of each language', async () => {
    const author = await as('author')
    for (const [language, word] of [
      ['kk', 'түзетуге қайтарылды'],
      ['ru', 'возвращена на доработку'],
      ['en', 'given back'],
    ]) {
      const { status, body } = await author.get(`/${language}${region}/calendars/2027`)
      expect(status).toBe(200)
      expect(body).toContain(word)
      expect(body).not.toContain('id="send"')
    }
  })

  test('a part that nobody sent up has no text on the page of the region', async () => {
    const author = await as('author')
    const { rows } = await desks.house.owner.query<{ office: string; state: string }>(
      `select office, state from calendar_parts where year = 2027`,
    )
    for (const { office, state } of rows) {
      const { status, body } = await author.get(`/kk${region}/calendars/2027/parts/${office}`)
      expect([office, status]).toEqual([office, 200])
      const shown = body.includes('class="entry"')
      expect([office, shown]).toEqual([office, state !== 'asked' && state !== 'returned'])
    }
    expect(new Set(rows.map(({ state }) => state)).size).toBe(5)
  })

  test('a district sees its own part and quotas, and nobody else’s desk', async () => {
    const author = await as('district')
    const list = await author.get(`/ru${district}/calendars`)
    expect(list.body).toContain(`/ru${district}/calendars/2027/part`)
    const own = await author.get(`/ru${district}/calendars/2027/part`)
    expect(own.status).toBe(200)
    expect(own.body).toContain('class="table quota"')
    for (const path of [
      `${region}/calendars/2027`,
      `${district}/calendars/2027`,
      `${district}/calendars/2027/quota`,
      `${district}/calendars/2027/parts/akim.310000000`,
      `${district}/deliveries`,
      `${district}/sessions`,
    ])
      expect([path, (await author.get(`/ru${path}`)).status]).toEqual([path, 404])
  })

  test('a form that is not as the page sent it comes back with its reason', async () => {
    const author = await as('author')
    const page = `/kk${region}/calendars/2027/quota`
    const { body } = await author.get(`${page}?akim=akim.310000000`)
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
    const answer = await author.post(`/kk${region}/calendars/2027/assembly/add`, {
      csrf: field('csrf'),
      key: 'k'.repeat(24),
      revision: '1',
      office: 'akim.310000000',
      unit: 'nowhere',
      norm: 'x',
      period: '2027',
      day: '2027-02-30',
      start: '25:00',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Бет ескірген')
  })

  test('who changes a meeting that a colleague has left out is shown what he wrote', async () => {
    const [first, second] = [await as('district'), await as('district')]
    const part = `/kk${district}/calendars/2027/part`
    // The region gives the taken part back, so that the district may write again.
    const above = await as('author')
    const hand = `/kk${region}/calendars/2027/parts/akim.315400000`
    await above.post(`${hand}/return`, { ...(await above.hidden(hand, `${hand}/return`)), reason: 'мамырға' })
    const [, meeting] = /part\/meetings\/([^"]+)"/.exec((await first.get(part)).body)!
    const page = `${part}/meetings/${meeting}`
    const seen = await second.hidden(page, page)
    const gone = { ...(await first.hidden(page, `${page}/drop`)), reason: 'клуб жабық' }
    expect((await first.post(`${page}/drop`, gone)).status).toBe(303)
    const answer = await second.post(page, {
      ...seen,
      day: '2027-05-20',
      start: '15:00',
      reason: 'Менің сөзім',
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Менің сөзім')
    expect(answer.body).toContain('20 мамыр')
  })

  test('a maslikhat notes a session, and the akims see it as a clash', async () => {
    const secretary = await as('maslikhat')
    const sessions = '/kk/office/maslikhat.310000000/sessions'
    const field = (body: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? ''
    const { rows } = await desks.house.owner.query<{ day: string }>(
      `select to_char(day, 'YYYY-MM-DD') as day from calendar_entries
        where office = 'akim.310000000' and calendar = 'calendar.310000000.2027' order by day limit 1`,
    )
    const note = async (day: string, key: string) => {
      const { body } = await secretary.get(sessions)
      return secretary.post(sessions, { csrf: field(body, 'csrf'), key, deed: 'note', day })
    }
    const past = await note('2026-12-01', 'a'.repeat(24))
    expect(past.status).toBe(422)
    const wrong = await note('2026-02-30', 'b'.repeat(24))
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('2026-02-30')
    expect((await note(rows[0]!.day, 'c'.repeat(24))).status).toBe(303)
    const author = await as('author')
    const { body } = await author.get(`/kk${region}/calendars/2027`)
    expect(body).toContain('мәслихат сессиясы')
  })
})

describe('releases', () => {
  test('the old one stays readable and says so; the changes are told from and to, with reason and paper', async () => {
    const visit = new Visit(desks.app, origin)
    for (const [language, moved] of [
      ['kk', 'Күні ауысты: 1'],
      ['ru', 'Перенесено: 1'],
      ['en', 'Moved: 1'],
    ]) {
      const old = await visit.get(`/${language}/calendars/310000000/2026/releases/1`)
      expect(old.status).toBe(200)
      expect(old.body).toContain(`/${language}/calendars/310000000/2026/releases/2`)
      const changes = await visit.get(`/${language}/calendars/310000000/2026/releases/2/changes`)
      expect(changes.status).toBe(200)
      expect(changes.body).toContain(moved)
      expect(changes.body).toContain('<del>')
      expect(changes.body).toContain('Сол күні мектепте сабақ өтеді')
    }
  })
  test('what is no release is not there', async () => {
    const visit = new Visit(desks.app, origin)
    for (const path of [
      'calendars/310000000/2026/releases/3',
      'calendars/310000000/2027/releases/1',
      'calendars/310000000/2026/releases/0',
      'calendars/310000000/2026/releases/1e3',
      'calendars/315400000/2026/releases/1',
    ])
      expect([404, 400]).toContain((await visit.get(`/kk/${path}`)).status)
  })
})
