// The calendar of the country and the feeds over the demonstration: read by a reader of feeds that is not ours.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Instant, type LocalDate, done } from '#kernel'
import type { EntryId } from '#journal'
import type { PublicMeeting } from '#flows'
import type { UnitCode } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import { readPage, unsound } from '../../test/web/read-page.ts'
import { siteOver } from '../../test/web/site.ts'

const now = '2026-11-23T05:00:00.000Z' as Instant
let demonstration: Demonstration
let app: ReturnType<typeof siteOver>
let meeting: PublicMeeting

beforeAll(async () => {
  demonstration = await demonstrationAt(now)
  const { storage } = demonstration
  app = siteOver({ ...demonstration, clock: () => now })
  meeting = (await storage.readPublic(({ readings }) => readings.nextMeetings('2026-12-01' as never, 1)))[0]!
  const entry = (type: string) => ({
    id: chance.newId() as EntryId,
    type,
    at: now,
    asserted: false,
    actor: null,
    office: meeting.office.id,
    subject: meeting.id,
    payload: { meeting: meeting.id, channel: 'official-site' },
    corrects: null,
    salt: chance.newSalt(),
  })
  await storage.transaction({ person: null, offices: [] }, async ({ journal }) =>
    done(await journal.append([entry('notice-published'), entry('meeting-cancelled')])),
  )
})
afterAll(() => demonstration?.close())

const get = (path: string) => app.request(path)
const region = () => (meeting.above.at(-1) ?? meeting.unit).code

describe('news', () => {
  test('Atom as an independent reader sees it: whole addresses, the newest first, an id for ever', async () => {
    const answer = await get(`/feeds/news/regions/${region()}.atom?lang=ru`)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed = parseAtomFeed(await answer.text())
    expect(feed.title?.value).toContain('объявления')
    expect(feed.updated).toBe(now)
    expect(feed.links?.map(({ href }) => href)).toEqual([
      `https://kezdesu.example/feeds/news/regions/${region()}.atom?lang=ru`,
      `https://kezdesu.example/ru/places/${region()}`,
    ])
    const own = feed.entries?.filter(({ links }) => links?.[0]?.href?.endsWith(`/ru/meetings/${meeting.id}`))
    expect(own?.map(({ title }) => title?.value?.includes('не состоится'))).toEqual([true, false])
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(feed.entries?.length)
  })

  test('JSON Feed tells the same', async () => {
    const [atom, json] = await Promise.all(
      ['atom', 'json'].map(async (form) =>
        (await get(`/feeds/news/places/${meeting.unit.code}.${form}`)).text(),
      ),
    )
    const feed = parseJsonFeed(json!)
    expect(feed.items?.map(({ title }) => title)).toEqual(
      parseAtomFeed(atom!).entries?.map(({ title }) => title?.value),
    )
    expect(feed.items?.length).toBeGreaterThan(1)
    expect(feed.feed_url).toBe(`https://kezdesu.example/feeds/news/places/${meeting.unit.code}.json`)
  })

  test('of an office; of nothing that is there', async () => {
    const feed = parseAtomFeed(await (await get(`/feeds/news/offices/${meeting.office.id}.atom`)).text())
    expect(feed.title?.value).toContain(meeting.office.name.kk)
    for (const path of ['offices/nobody.atom', 'places/000000000.json', 'regions/x.atom', 'regions/1.xml'])
      expect((await get(`/feeds/news/${path}`)).status).toBe(404)
  })

  test('an unchanged feed is told in a line', async () => {
    for (const path of [`/feeds/news/regions/${region()}.atom`, `/feeds/offices/${meeting.office.id}.ics`]) {
      const first = await get(path)
      const again = await app.request(path, { headers: { 'if-none-match': first.headers.get('etag')! } })
      expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
    }
  })
})

describe('the mark of a feed', () => {
  const paths = () => [
    `/feeds/places/${meeting.unit.code}.ics`,
    `/feeds/offices/${meeting.office.id}.ics`,
    `/feeds/calendars/${region()}/${meeting.year}.ics`,
  ]
  const marks = () => Promise.all(paths().map(async (path) => (await get(path)).headers.get('etag')))

  test('stays while nothing changes, and is another one in each language', async () => {
    const before = await marks()
    expect(await marks()).toEqual(before)
    expect(new Set(before).size).toBe(3)
    expect((await get(`${paths()[0]}?lang=ru`)).headers.get('etag')).not.toBe(before[0])
  })

  test('is another one after any change of any meeting, and the old one is answered in full', async () => {
    const { owner } = demonstration
    await owner.query(
      `insert into meetings (id, office, year, number, unit, region, state, day, start_time, record, earlier, outside,
         details, notice, notices, editors, revision, sequence)
       select id, office, year, 900, unit, region, 'planned', day, start_time, id, '[]', '{}', '{}', '{}', 0, '{}', 1, 0
       from current_meetings where id = $1`,
      [meeting.id],
    )
    await owner.query(
      `insert into shown_meetings select id, calendar, number, office, unit, norm, period, day, start_time,
         planned_minutes, form, proposed_day, move_reason, region, year, published_at, record, sequence, earlier,
         cancelled, outside, 'x' from current_meetings where id = $1`,
      [meeting.id],
    )
    const seen = [await marks()]
    for (const change of [
      `day = day + 1`,
      `start_time = '09:07'`,
      `planned_minutes = planned_minutes + 1`,
      `form = 'online'`,
      `cancelled = '{"reason": {"kk": "x", "ru": "x"}, "at": "2026-11-23T05:00:00.000Z"}'`,
      `sequence = sequence + 1`,
    ]) {
      await owner.query(`update shown_meetings set ${change} where id = $1`, [meeting.id])
      const [old, now] = [seen.at(-1)!, await marks()]
      expect([change, now.filter((mark, at) => mark === old[at])]).toEqual([change, []])
      const headers = { 'if-none-match': `"other", ${old[0]}` }
      expect((await app.request(paths()[0]!, { headers })).status).toBe(200)
      seen.push(now)
    }
    // Control: a column that no feed tells changes nothing.
    await owner.query(`update shown_meetings set move_reason = 'told nowhere' where id = $1`, [meeting.id])
    expect(await marks()).toEqual(seen.at(-1))
    await owner.query('delete from shown_meetings where id = $1', [meeting.id])
    await owner.query('delete from meetings where id = $1', [meeting.id])
  })
})

describe('the calendar of the country', () => {
  const page = (path: string) => readPage(app, path)
  const turn = (html: string, way: 'next' | 'prev') =>
    new RegExp(`<a href="([^"]+)" rel="${way}"`).exec(html)?.[1]?.replaceAll('&amp;', '&')
  const ids = (html: string) => [...html.matchAll(/\/meetings\/([\w-]+)"/g)].map(([, id]) => id)

  test('the next ones are the first of all that lie ahead, however far one has to look', async () => {
    await demonstration.storage.readPublic(async ({ readings }) => {
      const region = meeting.region as UnitCode
      const everything = { offset: 0, limit: 1000 }
      const { meetings } = await readings.calendarMeetings(region, 2026, {}, everything)
      for (const from of ['2026-01-01', '2026-06-15', '2026-12-20'] as LocalDate[])
        for (const limit of [1, 4, 30, 1000])
          expect(await readings.nextOfCalendar(region, 2026, from, limit)).toEqual(
            meetings.filter(({ day }) => day >= from).slice(0, limit),
          )
    })
  })
  test('pages by key lead through every meeting once, and back again', async () => {
    const all = await demonstration.storage.readPublic(({ readings }) =>
      readings.nextMeetings('2026-01-01' as never, 1000),
    )
    const seen: (string | undefined)[] = []
    let path: string | undefined = '/kk/calendar?from=2026-01-01'
    let last = ''
    while (path) {
      const { html, status } = await page(path)
      expect([status, unsound(html)]).toEqual([200, []])
      seen.push(...ids(html))
      last = path
      path = turn(html, 'next')
    }
    expect(seen).toEqual(all.map(({ id }) => id))
    const back = await page(turn((await page(last)).html, 'prev')!)
    expect(ids(back.html)).toEqual(seen.slice(-ids((await page(last)).html).length - 30).slice(0, 30))
  })

  test('filters narrow; what cannot be meant is said and left out', async () => {
    const own = await page(`/ru/calendar?from=2026-01-01&region=${region()}&akim=district`)
    expect(own.status).toBe(200)
    expect(ids(own.html).length).toBeGreaterThan(0)
    for (const wrong of ['from=2026-02-30', 'region=999', 'akim=minister', 'month=2026-13'])
      expect((await page(`/ru/calendar?${wrong}`)).text).toContain('не учтено')
    expect((await page('/ru/calendar?from=2026-05-02&to=2026-05-01')).text).toContain('позже последнего')
    expect((await page('/ru/calendar?after=x&before=2026-13-01.25:00.y')).status).toBe(200)
  })

  test('near a place: its own meetings and those of its district', async () => {
    const near = await page(`/kk/calendar?from=2026-01-01&near=${encodeURIComponent(meeting.unit.short.kk)}`)
    expect(near.headings(1)[0]).toContain(meeting.unit.name.kk)
    expect(ids(near.html).length).toBeGreaterThan(0)
    expect((await page('/ru/calendar?near=zvxwjz')).text).toMatch(/Такое место не найдено/)
  })

  test('a month names its days and leads to their lists', async () => {
    const month = await page(`/kk/calendar?month=${meeting.day.slice(0, 7)}`)
    expect(unsound(month.html)).toEqual([])
    expect(month.links).toContain(`/kk/calendar?from=${meeting.day}&to=${meeting.day}`)
  })
})

test('the page of a meeting tells machines what it is', async () => {
  const { html } = await readPage(app, `/kk/meetings/${meeting.id}`)
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!
  expect(JSON.parse(data!)).toMatchObject({
    '@type': 'Event',
    url: `https://kezdesu.example/kk/meetings/${meeting.id}`,
    startDate: `${meeting.day}T${meeting.start}:00+05:00`,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', address: { addressCountry: 'KZ' } },
  })
  expect(html).toContain(
    `<meta property="og:url" content="https://kezdesu.example/kk/meetings/${meeting.id}"`,
  )
})
