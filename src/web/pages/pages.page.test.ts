// Every public page, in process: what it says, in Kazakh and Russian, with one meeting and with three.
import { describe, expect, test } from 'vitest'
import { webApp } from '#web'
import { demoUnits, houseWith, law } from '../../../test/web/house.ts'
import { type ReadPage, readPage, unsound } from '../../../test/web/read-page.ts'

const full = webApp(houseWith())
const get = (path: string, app = full, init?: RequestInit): Promise<ReadPage> => readPage(app, path, init)

const paths = [
  '/',
  '/search',
  '/search?q=Ақтоған',
  '/search?q=',
  '/search?q=щщщщ',
  '/places/310000000',
  '/places/315400000',
  '/places/315432000',
  '/places/315432100',
  '/places/710000000',
  '/places/315432100?year=2025',
  '/meetings/m-2026-007',
  '/meetings/m-2026-012',
  '/calendars/310000000/2026',
  '/calendars/310000000/2026?unit=315432000&month=4',
  '/calendars/310000000/2026?unit=315432000&month=1',
  '/calendars/310000000/2025',
  '/law',
  '/law/A826',
  '/law/doubts',
  '/law/norms/A826-3.4.d.1',
  '/law/norms/A826E2-2.1.agr',
  '/law/norms/A863-3.x',
  '/law/norms/A826E2-2.1.c',
  '/law/norms/A826-2.1.appr',
  '/why/A826-2.1.appr/akim.310000000/-/2027',
  '/why/A826E2-2.1.c/akim.315400000/315432000/2026-H1',
  '/why/A826-3.4.d.1/akim.315400000/m-2026-002/-',
  '/why/A826E2-2.1.a/akim.315400000/-/2026',
  '/demonstration',
  '/about',
]

describe('every public page', () => {
  for (const language of ['kk', 'ru', 'en'])
    test(`is sound HTML and leads nowhere but to pages of ours, in ${language}`, async () => {
      const links = new Set<string>()
      for (const path of paths) {
        const page = await get(`/${language}${path}`)
        expect([path, page.status]).toEqual([path, path === '/search?q=' ? 422 : 200])
        expect([path, unsound(page.html)]).toEqual([path, []])
        for (const link of page.links) links.add(link)
      }
      const own = [...links].filter((link) => link.startsWith('/') && !/^\/(feeds|api)|\/office$/.test(link))
      const dead = []
      for (const link of own) if ((await full.request(link.split('#')[0]!)).status !== 200) dead.push(link)
      expect(dead.filter((link) => !/\/search$|q=$/.test(link))).toEqual([])
    }, 60_000)

  test('control: what is unsound is found', async () => {
    const { html } = await get('/kk/')
    expect(unsound(html.replace('<h1>', '<h2>'))).toContain('not exactly one h1')
    expect(unsound(html.replace('id="search-hint"', 'id="search"'))).toEqual([
      'id twice: search',
      'aria-describedby of nothing: search-hint',
    ])
    expect(unsound(html.replace('<label for="search"', '<label'))).toEqual(['no label: q'])
    expect(unsound(html.replace('<h1', '<h1 style="color:red"'))).toEqual(['style on h1'])
  })

  test('says on every page that it is the demonstration, and does not say so when it is none', async () => {
    const real = webApp(houseWith({ demonstration: false }))
    for (const path of paths) {
      expect((await get(`/kk${path}`)).text).toContain('Көрсетілім.')
      expect((await get(`/kk${path}`, real)).html).not.toContain('class="demonstration"')
    }
  })

  test('leads to the same page in the other languages', async () => {
    const { links } = await get('/kk/search?q=%D0%90%D0%BA%D1%82')
    expect(links).toContain('/ru/search?q=%D0%90%D0%BA%D1%82')
    expect(links).toContain('/en/search?q=%D0%90%D0%BA%D1%82')
  })
})

describe('the first visit', () => {
  test.each([
    ['kk-KZ,kk;q=0.9,ru;q=0.8', '/kk/'],
    ['ru-RU,ru;q=0.9,en;q=0.8', '/ru/'],
    ['de, en-GB;q=0.5, ru;q=0', '/en/'],
    ['de', '/kk/'],
    [';;q=,,*;q=9', '/kk/'],
  ])('of a browser that asks for %s goes to %s', async (asked, to) => {
    const answer = await full.request('/', { headers: { 'accept-language': asked } })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([
      302,
      to,
      'Accept-Language, Cookie',
    ])
  })
})

for (const [language, words] of [
  [
    'kk',
    {
      next: 'Жақын кездесулер',
      none: 'Жарияланған кездесулер әзірге жоқ.',
      year: '2026 жылғы кездесулер',
    },
  ],
  ['ru', { next: 'Ближайшие встречи', none: 'Опубликованных встреч пока нет.', year: 'Встречи 2026 года' }],
] as const) {
  describe(`in ${language}`, () => {
    test('home without meetings says so and still offers search and regions', async () => {
      const page = await get(`/${language}/`, webApp(houseWith({ meetings: 0 })))
      expect(page.text).toContain(words.none)
      expect(page.headings(2)[0]).toBe(words.next)
      expect(page.links.filter((link) => link.startsWith(`/${language}/places/`))).toHaveLength(20)
    })
    for (const count of [1, 3])
      test(`home shows ${count} of ${count} meetings that lie ahead`, async () => {
        const house = houseWith({ ahead: count })
        expect((await get(`/${language}/`, webApp(house))).headings(3)).toHaveLength(count)
      })
    for (const count of [1, 3])
      test(`a calendar of ${count} lists ${count}`, async () => {
        const page = await get(
          `/${language}/calendars/310000000/2026`,
          webApp(houseWith({ meetings: count })),
        )
        expect(page.html.match(/<th scope="row"/g)).toHaveLength(count)
      })
    test('a village shows its next meeting, its year, what the law promises and who is responsible', async () => {
      const page = await get(`/${language}/places/315432100`)
      expect(page.headings(2).slice(1, 2)).toEqual([words.year])
      expect(page.headings(2)).toHaveLength(5)
      expect(page.links).toContain(`/feeds/places/315432100.ics?lang=${language}`)
      expect(page.links).toContain(`/${language}/law/norms/A826E2-2.1.d`)
    })
  })
}

test('a place offers to write for its next meeting right under it', async () => {
  const { html } = await get('/kk/places/315432100')
  expect(html.match(/class="next"|\/kk\/ask\?place=315432100|id="year"/g)?.slice(0, 2)).toEqual([
    'class="next"',
    '/kk/ask?place=315432100',
  ])
  expect(html.split('/kk/ask?place=315432100')).toHaveLength(2)
})

describe('search', () => {
  test.each(['Актоган', 'Ақтоған', 'aqtogan', 'АКТОГАН', ' актоған '])(
    'finds Ақтоған when asked for %s',
    async (typed) => {
      const page = await get(`/kk/search?q=${encodeURIComponent(typed)}`)
      expect(page.links.filter((link) => /places\/31543(20|21)00/.test(link))).toContain(
        '/kk/places/315432100',
      )
      expect(page.text).toContain('Ақтоған ауылдық округі – Мерке ауданы – Жамбыл облысы')
    },
  )
  test('keeps what was typed when it is wrong, and says why at the field', async () => {
    const page = await get(`/ru/search?q=${'ы'.repeat(200)}`)
    expect(page.status).toBe(422)
    expect(page.html).toContain(`value="${'ы'.repeat(80)}"`)
    expect(page.html).toMatch(/aria-describedby="search-hint search-error"/)
    expect((await get('/ru/search?q=ы')).text).toContain('Введите хотя бы две буквы.')
  })
})

describe('a meeting', () => {
  test('tells the quarter in minutes, the last days of the announcement by both readings, and why', async () => {
    const page = await get('/ru/meetings/m-2026-007')
    expect(page.text).toContain('На доклад не больше 30 мин, на вопросы и ответы не меньше 90 мин.')
    expect(page.text).toContain('Опубликовать не позже вторник, 27 октября 2026 года')
    expect(page.text).toContain('При строгом чтении понедельник, 26 октября 2026 года')
    expect(page.text).toContain('Рассматривается период: 2-е полугодие 2026 года.')
    expect(page.links).toContain('/ru/law/norms/A826E2-2.1.c')
  })
})

describe('an obligation', () => {
  test('is explained step by step to its verdict', async () => {
    const page = await get('/kk/why/A826-2.1.appr/akim.310000000/-/2027')
    const steps = [...page.html.matchAll(/<li class="step-([a-z]+)"/g)].map(([, step]) => step)
    expect(steps).toEqual(['norm', 'reading', 'period', 'date', 'reading', 'missing', 'verdict'])
    expect(page.text).toContain('Соңғы күн 2027 ж. 15 қаңтар, жұма')
  })
})

describe('names are text, whatever they contain', () => {
  const hostile = `"><script>alert(1)</script>'&<b>`
  const units = demoUnits.map((unit) => ({
    ...unit,
    name: { kk: hostile, ru: hostile, en: hostile },
    short: { kk: hostile, ru: hostile, en: hostile },
  }))
  test('on every page', async () => {
    const app = webApp(houseWith({ units }))
    expect((await get('/kk/places/315432100', app)).html).toContain('&lt;script>alert(1)')
    for (const path of [...paths, `/search?q=${encodeURIComponent(hostile)}`])
      for (const language of ['kk', 'en']) {
        const { html } = await get(`/${language}${path}`, app)
        expect(html.replace('<script type="application/ld+json">', '')).not.toMatch(/<script|<b>/)
        expect(unsound(html)).toEqual([])
      }
  })
})

describe('a provision', () => {
  test('is told in words, with its examples and a picture, and without the names of its data', async () => {
    const page = await get('/ru/law/norms/A826-3.4.d.1')
    expect(page.headings(2)).toEqual([
      'Правило словами',
      'Примеры',
      'На линии времени',
      'Как исполняется сейчас, 2026 год',
      'Спорные места',
    ])
    expect(page.text).toContain('О каждой встрече заранее нужна запись: объявление опубликовано.')
    expect(page.text).toContain('18 апреля 2024 года: объявление опубликовано (официальный сайт)')
    expect(page.text).toContain('последний день: 18 апреля 2024 года при строгом чтении: 17 апреля 2024 года')
    const rows = [...page.html.matchAll(/<li class="time-([a-z]+)"/g)].map(([, mark]) => mark)
    expect(rows).toEqual(['event', 'count', 'due', 'strict', 'done', 'asked'])
    for (const language of ['kk', 'ru']) {
      const { text } = await get(`/${language}/law/norms/A826-3.4.d.1`)
      expect(text.match(/notice-published|official-site|rural-okrug|visiting|district|lenient/g)).toBeNull()
    }
  })

  test('shows from edition to edition which words changed', async () => {
    const { html } = await get('/en/law/norms/A826E2-2.1.c')
    expect(html).toMatch(/<del><span class="unseen">removed: <\/span>quarter<\/del>/)
    expect(html).toMatch(/<ins><span class="unseen">added: <\/span>half-year<\/ins>/)
  })

  test('counts the verdicts of a region that has a published calendar', async () => {
    const page = await get('/ru/law/norms/A826-3.4.d.1')
    expect(page.text).toContain('исполнено с опозданием')
    expect(page.links.filter((link) => link.startsWith('/ru/why/A826-3.4.d.1/')).length).toBeGreaterThan(1)
    const none = await get('/ru/law/norms/A826-3.4.d.1', webApp(houseWith({ meetings: 0 })))
    expect(none.text).toContain('На этот год нет региона с опубликованным календарём.')
    expect((await get('/ru/law/norms/A826-6.1')).text).not.toContain('Как исполняется сейчас')
    expect((await get('/ru/law/norms/A826-3.4.d.1?region=none')).status).toBe(400)
  })

  test('of every kind has a sound page', async () => {
    const kinds = [...new Map(law.provisions.map(({ id, rule }) => [rule.kind, id])).values()]
    expect(kinds.length).toBe(27)
    for (const id of kinds) {
      const page = await get(`/kk/law/norms/${id}`)
      expect([id, page.status, unsound(page.html)]).toEqual([id, 200, []])
    }
  })
})

describe('the doubts', () => {
  test('stand on one page, each under its name, with the reading taken and where it matters', async () => {
    const { html, links, text } = await get('/kk/law/doubts')
    for (const { id } of law.doubts) expect(html).toContain(`<article class="doubt" id="${id}">`)
    expect(html.match(/class="taken"/g)).toHaveLength(law.doubts.length)
    expect(links).toContain('/kk/law/norms/A826E2-2.1.c')
    expect(text).toContain('Аудан әкімі әр ауылға бара ма, әлде әр округке ме?')
    expect((await get('/kk/law')).links).toContain('/kk/law/doubts')
    expect((await get('/kk/law/norms/A826E2-2.1.c')).links).toContain('/kk/law/doubts#AMB-08')
  })
})

describe('why an announcement is judged so', () => {
  test('is drawn, rests on its record, and says what other readings would give', async () => {
    const { links } = await get('/ru/law/norms/A826-3.4.d.1')
    const page = await get(links.find((link) => link.startsWith('/ru/why/A826-3.4.d.1/'))!)
    expect(page.headings(2)).toEqual([
      'На линии времени',
      'Как посчитано',
      'На каких записях держится',
      'Если читать иначе',
    ])
    expect(page.text).toMatch(/объявление опубликовано \(.*официальный сайт\)/)
    expect(page.text).toContain('сделано в самом сервисе')
    expect(page.links).toContain('/ru/law/doubts#AMB-04')
  })
})
