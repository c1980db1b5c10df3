// Feeds for machines: iCalendar for a place, an office and a region, news as Atom and JSON Feed, the calendar as JSON.
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { type FeedEvent, calendarFeed, calendarJson } from '#calendar'
import type { FeedScope, PublicMeeting, Stores } from '#flows'
import { type Instant, type Language, isLanguage } from '#kernel'
import { type UnitCode, localDay, zoneName } from '#territory'
import { addresses } from './address.ts'
import { askedCode, askedOffice, askedYear } from './asked.ts'
import { atomFeed, jsonFeed } from './atom.ts'
import { compressed } from './compress.ts'
import type { WebHouse } from './house.ts'
import { type NewsKind, readNews } from './news.ts'
import { formLine } from './parts/place-line.ts'
import { originOf } from './origin.ts'
import { catalogues } from './words/index.ts'

type Feed = {
  readonly name: string
  readonly region: UnitCode | null
  readonly scope: FeedScope
  readonly meetings: () => Promise<readonly PublicMeeting[]>
}

/** Rises when a feed is written in another way: what was kept under the old mark is then asked for anew. */
const form = 1

/** Routes below `/feeds`; `?lang=ru` chooses the language, Kazakh otherwise. `missing` answers what is not there. */
export function feedRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  routes.use(compressed, etag({ weak: true }))

  const feed =
    (read: (c: Context, stores: Stores, language: Language) => Promise<Feed | null>) =>
    async (c: Context) => {
      const asked = c.req.query('lang') ?? 'kk'
      const language = isLanguage(asked) ? asked : 'kk'
      const origin = originOf(c, c.get('standing'))
      const found = await house.storage.readPublic(async (stores) => {
        const one = await read(c, stores, language)
        if (!one) return null
        const mark = await stores.readings.feedMark(one.scope)
        const tag = tagOf(mark, one.name, language, c.req.url, origin)
        // Nobody builds what the reader has already.
        return { ...one, tag, meetings: has(c, tag) ? null : await one.meetings() }
      })
      if (!found) return missing(c)
      c.header('etag', found.tag)
      c.header('cache-control', 'public, max-age=300')
      if (!found.meetings) return c.body(null, 304)
      const { meetings } = found
      const text = calendarFeed({
        name: found.name,
        language,
        zone: zoneName(found.region),
        url: new URL(c.req.url.replace(new URL(c.req.url).origin, origin)).href,
        // The newest word published decides, so that an unchanged feed is the same to the byte.
        publishedAt:
          meetings
            .map(({ publishedAt }) => publishedAt)
            .toSorted()
            .at(-1) ?? epoch,
        events: meetings.map((meeting) => eventOf(meeting, language, origin)),
      })
      return c.body(text, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-language': language,
      })
    }

  routes.get(
    '/places/:file{[0-9]{9}\\.ics}',
    feed(async (c, { readings }, language) => {
      const code = askedCode(c.req.param('file')?.slice(0, 9))
      const today = localDay(house.clock(), code ?? null)
      const chain = code ? await readings.lineage(code, today) : []
      const [unit] = chain
      if (!unit) return null
      const year = Number(today.slice(0, 4))
      // The place itself and the units it lies in, for their akim comes for all of them; the region's own is too wide.
      const codes = chain.slice(0, Math.max(1, chain.length - 1)).map((one) => one.code)
      const years = [year, year + 1]
      return {
        name: unit.name[language],
        region: chain.at(-1)!.code,
        scope: { units: codes, years },
        meetings: async () => (await Array.fromAsync(years, (one) => readings.meetingsAt(codes, one))).flat(),
      }
    }),
  )

  routes.get(
    '/calendars/:region/:file{[0-9]{4}\\.ics}',
    feed(async (c, { readings }, language) => {
      const [code, year] = [askedCode(c.req.param('region')), askedYear(c.req.param('file')?.slice(0, 4))]
      const calendar = code && year ? await readings.publishedCalendar(code, year) : null
      if (!calendar) return null
      const { region } = calendar
      return {
        name: catalogues[language].calendar.title(region.name[language], calendar.year),
        region: region.code,
        scope: { region: region.code, years: [calendar.year] },
        meetings: async () => (await readings.calendarMeetings(region.code, calendar.year, {}, all)).meetings,
      }
    }),
  )

  routes.get(
    '/offices/:file{.+\\.ics}',
    feed(async (c, { readings }, language) => {
      const id = askedOffice(c.req.param('file')?.slice(0, -4))
      const office = id ? await readings.office(id) : null
      if (!office) return null
      const today = localDay(house.clock(), office.unit)
      const chain = office.unit ? await readings.lineage(office.unit, today) : []
      const year = Number(today.slice(0, 4))
      const years = [year, year + 1]
      return {
        name: office.name[language],
        region: chain.at(-1)?.code ?? null,
        scope: { office: office.id, years },
        meetings: async () =>
          (await Array.fromAsync(years, (one) => readings.meetingsOf(office.id, one))).flat(),
      }
    }),
  )

  routes.get('/news/:kind{(places|offices|regions)}/:file{.+\\.(atom|json)}', async (c) => {
    const asked = c.req.query('lang') ?? 'kk'
    const language = isLanguage(asked) ? asked : 'kk'
    const [name, kind] = [c.req.param('file').replace(/\.\w+$/, ''), /\w+$/.exec(c.req.param('file'))![0]]
    const { pathname, search } = new URL(c.req.url)
    const news = await house.storage.readPublic((stores) =>
      readNews(stores, c.req.param('kind') as NewsKind, name, {
        origin: originOf(c, c.get('standing')),
        path: `${pathname}${search}`,
        language,
        at: house.clock(),
      }),
    )
    if (!news) return missing(c)
    const type =
      kind === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8'
    return c.body(kind === 'atom' ? atomFeed(news) : JSON.stringify(jsonFeed(news)), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=300',
      'content-language': language,
    })
  })

  routes.get('/calendars/:region/:file{[0-9]{4}\\.json}', async (c) => {
    const [code, year] = [askedCode(c.req.param('region')), askedYear(c.req.param('file').slice(0, 4))]
    const release =
      code && year
        ? await house.storage.readPublic(({ calendars }) => calendars.newestRelease(code, year))
        : null
    if (!release) return missing(c)
    c.header('cache-control', 'public, max-age=300')
    return c.json(calendarJson(release))
  })

  return routes
}

/** A weak mark: the same words may come compressed or not. */
const tagOf = (...parts: readonly string[]): string =>
  `W/"${createHash('sha256')
    .update(JSON.stringify([form, ...parts]))
    .digest('base64url')
    .slice(0, 27)}"`

/** Whether the reader holds the feed under this mark (RFC 9110, weak comparison). */
const has = (c: Context, tag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === tag || one.trim() === '*')

const epoch = '1970-01-01T00:00:00.000Z' as Instant
/** A region has some 1,500 meetings a year; a feed is whole or it is no feed. */
const all = { offset: 0, limit: 100_000 }

function eventOf(meeting: PublicMeeting, language: Language, origin: string): FeedEvent {
  const words = catalogues[language]
  const url = `${origin}${addresses[language].meeting(meeting.id)}`
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    status: meeting.status === 'cancelled' ? 'cancelled' : 'confirmed',
    day: meeting.day,
    start: meeting.start,
    minutes: meeting.plannedMinutes,
    summary: words.meeting.title(meeting.office.name[language]),
    location: [meeting.unit, ...meeting.above].map(({ name }) => name[language]).join(', '),
    description: formLine(words, meeting),
    url,
    categories: [words.kind[meeting.unit.kind]],
  }
}
