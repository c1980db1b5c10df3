import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiApp } from '#api'
import type { MeetingId } from '#calendar'
import { type Instant, type LocalDate, done } from '#kernel'
import { type GroupId, type Pool } from '#requests'
import type { ProblemId } from '#problems'
import type { OfficeId, UnitCode } from '#territory'
import { intake } from '../../test/intake.ts'
import { receive } from '../../test/requests.ts'
import { unsound } from '../../test/web/read-page.ts'
import { type Desks, openDesks } from '../../test/web/desks.ts'
import { Visit } from '../../test/web/visit.ts'

const at = '2026-11-23T05:00:00.000Z' as Instant
const office = 'akim.310000000' as OfficeId
const unit = '315432100' as UnitCode

let desks: Desks
let visitor: Visit
beforeAll(async () => {
  desks = await openDesks(at)
  visitor = new Visit(desks.app, 'https://kezdesu.example')
  await tell()
})
afterAll(() => desks?.house.close())

/** A request of the office, and a problem issue of its pool that quotes another. */
async function tell() {
  let number = 0
  const acting = { person: null, offices: [office] }
  await desks.house.storage.transaction(acting, async (stores) => {
    for (const words of [
      'Құпиясөз: <b>құбыр</b> жарылды, суды тоқтатыңыздар',
      'Прорвало водопровод у клуба',
    ]) {
      await receive(stores, { id: `search-${++number}`, office, unit, words, at })
    }
    const meeting = 'm-search' as MeetingId
    const quotes = [
      { words: 'Сорап <i>тұр</i>', language: 'kk' },
      { words: 'Насосная станция <i>стоит</i>', language: 'ru' },
      { words: 'Насосная та же, су жоқ', language: 'mixed' },
    ]
    await stores.pools.fix({
      meeting,
      number: 1,
      office,
      unit,
      content: { issues: [{ group: 'g-search', quotes }] } as unknown as Pool['content'],
      sha256: '0'.repeat(64),
      signed: 'two-persons',
      approvedAt: at,
    })
    await stores.problems.begin({
      id: 'p-search' as ProblemId,
      office,
      unit,
      region: '310000000' as UnitCode,
      meeting,
      group: 'g-search' as GroupId,
      position: 1,
      title: { kk: 'Ақтоғанда су құбыры тозған', ru: 'В Актогане изношен водопровод' },
      sphere: 'water',
      level: 'district',
      body: null,
      funding: true,
      voices: 7,
      state: 'pooled',
      openedAt: at,
      stateAt: at,
      revision: 1,
    })
    return done()
  })
}

const page = async (path: string, visit = visitor) => {
  const { status, body } = await visit.get(path)
  expect([path, unsound(body)]).toEqual([path, []])
  return { status, body }
}
const ask = (q: string, language = 'kk', rest = '') =>
  page(`/${language}/search?q=${encodeURIComponent(q)}${rest}`)

test('places come first, then problems with the words marked, then meetings ahead', async () => {
  const { body } = await ask('Ақтоған')
  const at = (text: string) => body.indexOf(text)
  expect(at('id="found-places"')).toBeGreaterThan(0)
  expect(at('id="found-problems"')).toBeGreaterThan(at('id="found-places"'))
  expect(body).toContain('<mark>Ақтоғанда</mark>')
  expect(body).toContain('href="/kk/problems/p-search"')
})

test('meetings ahead stand below the place they are held in', async () => {
  const [next] = await desks.house.storage.readPublic(({ readings }) =>
    readings.nextMeetings('2026-11-23' as LocalDate, 1),
  )
  const { body } = await ask(next!.unit.short.kk)
  expect(body.indexOf('id="found-meetings"')).toBeGreaterThan(body.indexOf('id="found-places"'))
  expect(body).toContain(`href="/kk/meetings/${next!.id}"`)
})

test('a problem is found in either language, misspelt too, and the page says for what it is shown', async () => {
  for (const typed of ['водопровод', 'кубыр', 'насосная', 'vodoprovod'])
    expect((await ask(typed, 'ru')).body).toContain('href="/ru/problems/p-search"')
  const { body } = await ask('вадопровод', 'ru')
  expect(body).toContain('Показано по слову «водопровод».')
  expect(body).toContain('<mark>водопровод</mark>')
  expect((await ask('водопровод', 'ru', '&sphere=roads')).body).not.toContain('p-search')
})

test('quotes stand one by one, those that were found, each in its own language', async () => {
  const { body } = await ask('насосная', 'ru')
  expect(body).toContain(
    '<blockquote lang="ru"><mark>Насосная</mark><span> станция &lt;i>стоит&lt;/i></span>',
  )
  expect(body).toContain('<blockquote><mark>Насосная</mark><span> та же')
  expect(body).not.toContain('Сорап')
  // Found by its title: the first of them tells of it.
  const titled = (await ask('водопровод', 'ru')).body
  expect([titled.includes('<blockquote lang="kk"><span>Сорап'), titled.includes('Насосная')]).toEqual([
    true,
    false,
  ])
})

test('rules of the law in force are found by what they say', async () => {
  const { body } = await ask('кездесулер')
  expect(body).toMatch(/id="found-rules"[\s\S]*href="\/kk\/law\/norms\//)
  expect((await ask('щщщщ')).body).not.toContain('found-rules')
})

test('nobody but its office finds a request, or a word of it', async () => {
  expect((await ask('құпиясөз')).body).not.toMatch(/құпиясөз(?!"|%)/i)
  const { body } = await ask('құпиясос')
  expect(body).not.toContain('құпиясөз')
  expect((await visitor.get(`/kk/office/${office}/search?q=x`)).status).toBe(303)
  const author = await desks.as('author')
  const found = await page(`/kk/office/${office}/search?q=${encodeURIComponent('кубыр')}`, author)
  expect(found.body).toContain('<mark>құбыр</mark>')
  expect(found.body).toContain('&lt;b>')
  expect(found.body).toContain('href="/kk/problems/p-search"')
  expect((await page(`/kk/office/${office}/search?q=`, author)).status).toBe(422)
  expect((await author.get(`/kk/office/akim.750000000/search?q=су`)).status).toBe(404)
})

test.each([`'; drop table requests; --`, '<script>', '😀😀', '\u202eсу', '& | ! :* <->', 'ы'.repeat(5000)])(
  '%.20s is answered calmly',
  async (typed) => {
    const { status, body } = await ask(typed)
    expect(status).toBe(typed.length > 80 ? 422 : 200)
    expect(body).not.toContain('<script>')
  },
)

test('the API answers the same', async () => {
  const api = apiApp({
    storage: desks.house.storage,
    books: desks.house.books,
    intake,
    clock: () => at,
    report: (fault) => {
      throw fault
    },
  })
  const get = async (path: string) => {
    const response = await api.request(path)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  expect(await get(`/v1/search?q=${encodeURIComponent('су құбыры')}`)).toMatchObject({
    status: 200,
    body: {
      shown_for: null,
      problems: [{ id: 'p-search', voices: 7, place: { kk: 'Ақтоған ауылы' } }],
    },
  })
  expect((await get('/v1/search?q=a')).status).toBe(400)
  expect((await get('/v1/search?q=aa&sphere=stars')).status).toBe(400)
})
