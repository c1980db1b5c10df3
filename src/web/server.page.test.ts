// The server as a whole: no address breaks it, pages are small and kept well, faults are told honestly.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webApp } from '#web'
import { houseWith } from '../../test/web/house.ts'
import { readPage, unsound } from '../../test/web/read-page.ts'

const app = webApp(houseWith())
const status = async (path: string) => (await app.request(path)).status

describe('bad addresses', () => {
  test.each([
    ['/kk/places/999999999', 404],
    ['/kk/places/31543210', 400],
    ['/kk/places/abc', 400],
    ['/kk/places/315432100?year=20x6', 400],
    ['/kk/places/315432100?year=1999', 400],
    ['/kk/places/315432100?year=', 400],
    ['/kk/meetings/none', 404],
    ['/kk/meetings/%27%3B--', 400],
    ['/kk/meetings/%E0%A4%A', 400],
    ['/kk/calendars/310000000/2026?page=0', 400],
    ['/kk/calendars/310000000/2026?page=9999999999', 400],
    ['/kk/calendars/315400000/2026', 404],
    ['/kk/calendars/310000000/26', 400],
    ['/kk/calendars/310000000/2026?month=13&office=%00&unit=1', 200],
    ['/kk/law/A999', 404],
    ['/kk/law/norms/A826-9.9', 404],
    ['/kk/law/norms/%2e%2e%2f', 400],
    ['/kk/why/A826-2.1.appr/akim.310000000/-/2027-Q9', 400],
    ['/kk/why/A826-2.1.appr/akim.999999999/-/2027', 404],
    ['/kk/why/A826-2.1.appr/akim.310000000/-/9999', 200],
    ['/kk/why/A826-2.1.appr/akim.310000000/nothing/2027', 200],
    ['/kk/nothing', 404],
    ['/de/places/315432100', 404],
    ['/assets/none.css', 404],
  ])('%s is answered with %i', async (path, expected) => {
    expect(await status(path)).toBe(expected)
  })

  test('are answered in the language of the address, or that of the browser', async () => {
    expect((await readPage(app, '/ru/places/999999999')).headings(1)).toEqual(['Такой страницы нет'])
    expect((await readPage(app, '/nothing')).headings(1)).toEqual(['Мұндай бет жоқ'])
    const english = await readPage(app, '/nothing', { headers: { 'accept-language': 'en' } })
    expect([english.headings(1), unsound(english.html)]).toEqual([['There is no such page'], []])
  })

  test('never break anything, whatever bytes they hold', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponent),
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '315432100',
        '310000000',
        '2026',
        'A826',
        'A826-2.1.appr',
        'akim.310000000',
        '-',
        '%ff',
        '..',
        '%00',
      ),
    )
    const anywhere = fc
      .tuple(
        fc.constantFrom('', '/kk', '/ru', '/en', '/assets'),
        fc.constantFrom('', '/places', '/search', '/meetings', '/calendars', '/law', '/law/norms', '/why'),
        fc.array(word, { maxLength: 4 }),
        fc.constantFrom('', '?q=', '?year=', '?page=', '?month=', '?unit=', '?office='),
        word,
      )
      .map(
        ([language, section, words, query, value]) =>
          `${language}${section}/${words.join('/')}${query}${query && value}`,
      )
    const searched = word.map((word) => `/kk/search?q=${word}`)
    const path = fc.oneof({ arbitrary: anywhere, weight: 9 }, { arbitrary: searched, weight: 1 })
    const statuses = async (site: typeof app) => {
      const seen = new Set<number>()
      await fc.assert(
        fc.asyncProperty(path, async (path) => {
          const address = `http://localhost/${path.replace(/^\/+/, '')}`
          if (URL.canParse(address)) seen.add((await site.fetch(new Request(address))).status)
        }),
        { numRuns: 1500 },
      )
      return [...seen].sort()
    }
    const seen = await statuses(app)
    expect(seen).toEqual(expect.arrayContaining([200, 400, 404, 422]))
    expect(seen.filter((status) => status >= 500)).toEqual([])

    // Control: a page that breaks on some words is found.
    const house = houseWith()
    const broken = webApp({
      ...house,
      storage: {
        ...house.storage,
        readPublic: (verb) =>
          house.storage.readPublic((stores) =>
            verb({
              ...stores,
              readings: { ...stores.readings, search: () => Promise.reject(new Error('broken')) },
            }),
          ),
      },
    })
    expect(await statuses(broken)).toContain(500)
  }, 60_000)
})

describe('a fault', () => {
  test('is told honestly, with its number, and reported once', async () => {
    const faults: unknown[] = []
    const house = houseWith()
    const broken = webApp({
      ...house,
      storage: { ...house.storage, readPublic: () => Promise.reject(new Error('the database is away')) },
      report: (fault) => `F${faults.push(fault)}`,
    })
    const page = await readPage(broken, '/ru/places/315432100')
    expect([page.status, page.headers.get('cache-control')]).toEqual([500, 'no-store'])
    expect(page.text).toContain('Номер неполадки: F1')
    expect(page.text).not.toContain('away')
    expect(faults).toHaveLength(1)
  })
})

describe('the first view', () => {
  const size = async (path: string) => {
    const answer = await app.request(path, { headers: { 'accept-encoding': 'br' } })
    return (await answer.arrayBuffer()).byteLength
  }
  /** The page, its style sheet and icon, and the fonts it asks for beforehand. */
  async function firstView(path: string) {
    const { html } = await readPage(app, path)
    const files = [...html.matchAll(/<link rel="(?:stylesheet|icon|preload)" href="([^"]+)"/g)].map(
      ([, href]) => href!,
    )
    const sizes = await Promise.all([path, ...files].map(size))
    return { bytes: sizes.reduce((sum, one) => sum + one, 0), files, html }
  }
  for (const path of ['/kk/', '/ru/', '/en/', '/kk/places/315400000', '/kk/calendars/310000000/2026'])
    test(`of ${path} is at most 60 KB, without a script`, async () => {
      const { bytes, files, html } = await firstView(path)
      expect(bytes).toBeLessThanOrEqual(60 * 1024)
      expect(files.length).toBeGreaterThanOrEqual(4)
      expect(html).not.toContain('<script')
    })
})

describe('what is sent', () => {
  test('pages come as brotli or gzip and mean the same', async () => {
    const plain = await (await app.request('/kk/')).text()
    for (const [name, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const answer = await app.request('/kk/', { headers: { 'accept-encoding': `deflate, ${name};q=0.8` } })
      expect(answer.headers.get('content-encoding')).toBe(name)
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(unpack(await answer.arrayBuffer()).toString()).toBe(plain)
    }
    const refused = await app.request('/kk/', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0' } })
    expect(refused.headers.get('content-encoding')).toBeNull()
  })
  test('a page that has not changed is not sent again', async () => {
    const first = await app.request('/kk/places/315432100')
    const tag = first.headers.get('etag')!
    const again = await app.request('/kk/places/315432100', {
      headers: { 'if-none-match': tag, 'accept-encoding': 'br' },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
  })
  test('assets may be kept for ever: their names change with what is in them', async () => {
    const { html } = await readPage(app, '/kk/')
    const [, href] = /rel="stylesheet" href="([^"]+)"/.exec(html)!
    expect(href).toMatch(/^\/assets\/styles\.[A-Z0-9]{8}\.css$/)
    const answer = await app.request(href!)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const fonts = [...(await answer.text()).matchAll(/url\("?(\/assets\/[^")]+)/g)].map(([, font]) => font!)
    expect(fonts).toHaveLength(4)
    for (const font of fonts) expect(await status(font)).toBe(200)
  })
})
