import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, addDays, localDate, parseInstant } from '#kernel'
import { type UnitCode, offsetHours, zoneName } from '#territory'
import type { MeetingId } from './calendar.ts'
import { type Feed, type FeedEvent, calendarFeed } from './feed.ts'

const anEvent = (over: Partial<FeedEvent> = {}): FeedEvent => ({
  id: 'm-1-2027-H1' as MeetingId,
  sequence: 2,
  status: 'confirmed',
  day: localDate('2027-03-11'),
  start: '10:30',
  minutes: 90,
  summary: 'Аудан әкімінің тұрғындармен кездесуі',
  location: 'Ақкөл ауылы, Мәдениет үйі',
  description: 'Күн тәртібі:\n1) жол; 2) су',
  url: 'https://kezdesu.example/kk/meetings/m-1-2027-H1',
  categories: ['кездесу', 'аудан әкімі, көшпелі'],
  ...over,
})
const aFeed = (over: Partial<Feed> = {}): Feed => ({
  name: 'Ақмола облысы: кездесулер, 2027',
  language: 'kk',
  events: [anEvent()],
  zone: zoneName('11' as UnitCode),
  publishedAt: parseInstant('2027-01-14T09:30:00Z')!,
  url: 'https://kezdesu.example/feeds/calendars/110000000/2027.ics',
  ...over,
})

/** What another reader makes of the text: names of all properties in order, and the values that matter. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const first = (name: string) => component.getFirstPropertyValue(name)
    return {
      names: component.getAllProperties().map((property) => property.name),
      uid: event.uid,
      sequence: event.sequence,
      status: first('status'),
      stamp: String(first('dtstamp')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      startTzid: component.getFirstProperty('dtstart')?.getParameter('tzid'),
      summary: event.summary,
      location: event.location,
      description: event.description,
      url: String(first('url')),
      categories: component.getFirstProperty('categories')?.getValues() ?? [],
      inside: component.getAllSubcomponents().length,
    }
  })
  return {
    names: calendar.getAllProperties().map((property) => property.name),
    components: calendar.getAllSubcomponents().map((component) => component.name),
    // This reader does not know NAME (RFC 7986, a text) and hands it over as it stands.
    name: String(calendar.getFirstPropertyValue('name') ?? '').replace(/\\(.)/g, (_, sign) =>
      sign === 'n' ? '\n' : sign,
    ),
    events,
  }
}
const octets = (text: string) => text.split('\r\n').map((line) => new TextEncoder().encode(line).length)

beforeAll(() => ICAL.TimezoneService.reset())

describe('a feed', () => {
  test('is read back by another reader as it was meant', () => {
    expect(read(calendarFeed(aFeed()))).toEqual({
      names: [
        'version',
        'prodid',
        'url',
        'name',
        'x-wr-calname',
        'refresh-interval',
        'x-published-ttl',
        'x-wr-timezone',
      ],
      components: ['vtimezone', 'vevent'],
      name: 'Ақмола облысы: кездесулер, 2027',
      events: [
        {
          names: [
            'uid',
            'sequence',
            'dtstamp',
            'dtstart',
            'dtend',
            'summary',
            'location',
            'description',
            'categories',
            'url',
            'status',
          ],
          uid: 'm-1-2027-H1@kezdesu.example',
          sequence: 2,
          status: 'CONFIRMED',
          stamp: '2027-01-14T09:30:00Z',
          start: '2027-03-11T05:30:00.000Z',
          end: '2027-03-11T07:00:00.000Z',
          startTzid: 'Asia/Almaty',
          summary: 'Аудан әкімінің тұрғындармен кездесуі',
          location: 'Ақкөл ауылы, Мәдениет үйі',
          description: 'Күн тәртібі:\n1) жол; 2) су',
          url: 'https://kezdesu.example/kk/meetings/m-1-2027-H1',
          categories: ['кездесу', 'аудан әкімі, көшпелі'],
          inside: 0,
        },
      ],
    })
  })
  test('says what the format wants: version, product, zone, refreshing, CRLF to the last line, 75 octets a line', () => {
    const text = calendarFeed(aFeed({ events: [anEvent({ description: 'ұзақ сөз, '.repeat(200) })] }))
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kezdesu//calendar//KK\r\n')).toBe(
      true,
    )
    expect(text.endsWith('END:VEVENT\r\nX-WR-TIMEZONE:Asia/Almaty\r\nEND:VCALENDAR\r\n')).toBe(true)
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n')
    expect(text).toContain('\r\nDTSTAMP:20270114T093000Z\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...octets(text))).toBeLessThanOrEqual(75)
    expect(read(text).events[0]!.description).toBe('ұзақ сөз, '.repeat(200))
  })
  test('a cancelled meeting keeps its id; a meeting past midnight ends the next day', () => {
    const events = [anEvent({ status: 'cancelled', sequence: 3, start: '23:00', minutes: 90 })]
    const [event] = read(calendarFeed(aFeed({ events }))).events
    expect(event).toMatchObject({
      uid: 'm-1-2027-H1@kezdesu.example',
      sequence: 3,
      status: 'CANCELLED',
      start: '2027-03-11T18:00:00.000Z',
      end: '2027-03-11T19:30:00.000Z',
    })
  })
  test('without meetings it is still a calendar', () => {
    expect(read(calendarFeed(aFeed({ events: [] })))).toMatchObject({ components: ['vtimezone'], events: [] })
  })
  test('the same feed gives the same bytes, wherever the machine believes to be', () => {
    const before = process.env.TZ
    const texts = ['UTC', 'America/New_York', 'Asia/Almaty'].map((zone) => {
      process.env.TZ = zone
      return calendarFeed(aFeed({ events: [anEvent({ day: localDate('2027-03-14'), start: '02:30' })] }))
    })
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('DTSTART;TZID=Asia/Almaty:20270314T023000')
  })
  test('a zone, an address or an id that is none is a fault', () => {
    expect(() => calendarFeed(aFeed({ zone: 'Asia/Nowhere' }))).toThrow('Asia/Nowhere')
    expect(() => calendarFeed(aFeed({ url: 'no address' }))).toThrow()
    expect(() => calendarFeed(aFeed({ events: [anEvent({ id: 'a\r\nb' as MeetingId })] }))).toThrow(
      'a\\r\\nb',
    )
  })
})

describe('instants', () => {
  const regions = [
    '10',
    '11',
    '15',
    '19',
    '23',
    '27',
    '31',
    '33',
    '35',
    '39',
    '43',
    '47',
    '55',
    '59',
    '61',
    '62',
  ]
  test('the hour goes back on 1 March 2024 in the east and stays in the west', () => {
    const start = (zone: string, day: string) =>
      read(calendarFeed(aFeed({ zone, events: [anEvent({ day: localDate(day), start: '10:00' })] })))
        .events[0]!.start
    expect(start('Asia/Almaty', '2024-02-29')).toBe('2024-02-29T04:00:00.000Z')
    expect(start('Asia/Almaty', '2024-03-01')).toBe('2024-03-01T05:00:00.000Z')
    expect(start('Asia/Qostanay', '2024-02-29')).toBe('2024-02-29T04:00:00.000Z')
    expect(start('Asia/Qostanay', '2024-03-01')).toBe('2024-03-01T05:00:00.000Z')
    expect(start('Asia/Aqtau', '2024-02-29')).toBe('2024-02-29T05:00:00.000Z')
    expect(start('Asia/Aqtau', '2024-03-01')).toBe('2024-03-01T05:00:00.000Z')
  })
  test('every region, any day of 2022 to 2035: the feed and the register agree on the moment', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...regions, '63', '71', '75', '79'),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 22 }),
        (region, days, hour) => {
          const day: LocalDate = addDays(localDate('2022-01-01'), days)
          const start = `${String(hour).padStart(2, '0')}:00`
          const code = `${region}0000000` as UnitCode
          const feed = aFeed({ zone: zoneName(code), events: [anEvent({ day, start })] })
          const moment = parseInstant(read(calendarFeed(feed)).events[0]!.start)!
          const ahead = offsetHours(code, moment)
          expect(moment).toBe(parseInstant(`${day}T${start}+0${ahead}:00`))
        },
      ),
      { numRuns: 300 },
    ))
})

describe('hostile words', () => {
  const pieces = [
    '\r\n',
    '\n',
    '\r',
    '\\',
    '\\n',
    ',',
    ';',
    ':',
    '"',
    '\t',
    '\0',
    '\x0b',
    '\x7f',
    ' ',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'END:VCALENDAR',
    'ATTACH:http://evil.example/',
    'Әлеуметтік қорғау',
    'ғ'.repeat(40),
    '😀',
    '\ud800',
    '\u2028',
    '=cmd',
    '%0d%0a',
  ]
  const words = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''))
  /** What of a text the format can carry. */
  const carried = (text: string) =>
    [...text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n')]
      .filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t')
      .filter((sign) => sign !== '\x7f')
      .join('')
  const feeds = fc
    .record({
      name: words,
      summary: words,
      location: words,
      description: words,
      category: words,
      path: words,
    })
    .map((drawn) =>
      aFeed({
        name: drawn.name,
        url: `https://kezdesu.example/feeds/${encodeURI(drawn.path.toWellFormed())}.ics`,
        events: [
          anEvent({
            summary: drawn.summary,
            location: drawn.location,
            description: drawn.description,
            categories: [drawn.category],
            url: `https://kezdesu.example/${drawn.path.toWellFormed()}`,
          }),
        ],
      }),
    )
  const whole = read(calendarFeed(aFeed()))
  const without = (...names: string[]) => whole.events[0]!.names.filter((name) => !names.includes(name))

  /** Throws when the text is not the feed: a value changed, a property or component more or less. */
  function same(feed: Feed, text: string) {
    const back = read(text)
    const { summary, location, description, categories } = feed.events[0]!
    expect(back.components).toEqual(['vtimezone', 'vevent'])
    expect(back.names).toEqual(
      whole.names.filter((name) => carried(feed.name) !== '' || !['name', 'x-wr-calname'].includes(name)),
    )
    expect(back.name).toBe(carried(feed.name))
    const [event] = back.events
    expect(event!.names).toEqual(
      without(
        ...(carried(location) === '' ? ['location'] : []),
        ...(carried(description) === '' ? ['description'] : []),
        ...(carried(categories[0]!) === '' ? ['categories'] : []),
      ),
    )
    expect(event).toMatchObject({
      summary: carried(summary),
      categories: [carried(categories[0]!)].filter((word) => word !== ''),
      inside: 0,
    })
    expect(event!.location ?? '').toBe(carried(location))
    expect(event!.description ?? '').toBe(carried(description))
    expect(new URL(event!.url).host).toBe('kezdesu.example')
    expect(Math.max(...octets(text))).toBeLessThanOrEqual(75)
  }

  test('change no value and add nothing', () =>
    fc.assert(
      fc.property(feeds, (feed) => same(feed, calendarFeed(feed))),
      { numRuns: 1000 },
    ))

  test('control: joined as they are, they do', () => {
    const raw = ({ name, events: [event], url }: Feed) =>
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kezdesu//calendar//KK',
        `URL:${url}`,
        `NAME:${name}`,
        `X-WR-CALNAME:${name}`,
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Almaty',
        'END:VTIMEZONE',
        'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
        'X-PUBLISHED-TTL:PT6H',
        'BEGIN:VEVENT',
        `UID:${event!.id}@kezdesu.example`,
        'SEQUENCE:2',
        'DTSTAMP:20270114T093000Z',
        'DTSTART:20270311T053000Z',
        'DTEND:20270311T070000Z',
        `SUMMARY:${event!.summary}`,
        ...(event!.location ? [`LOCATION:${event!.location}`] : []),
        ...(event!.description ? [`DESCRIPTION:${event!.description}`] : []),
        `CATEGORIES:${event!.categories.join()}`,
        `URL:${event!.url}`,
        'STATUS:CONFIRMED',
        'END:VEVENT',
        'X-WR-TIMEZONE:Asia/Almaty',
        'END:VCALENDAR',
        '',
      ].join('\r\n')
    const tame = aFeed({
      events: [anEvent({ summary: 'a', location: 'b', description: 'c', categories: ['d'] })],
      name: 'e',
    })
    same(tame, raw(tame))
    expect(() =>
      fc.assert(
        fc.property(feeds, (feed) => same(feed, raw(feed))),
        { numRuns: 1000 },
      ),
    ).toThrow('Property failed')
  })
})
