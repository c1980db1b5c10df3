// A photo with a request: made harmless, kept for its office, gone when its author says so; and what is no photo is told.
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import { type Fields, Visit } from '../../../../test/web/visit.ts'
import { largeForms } from '../../large-forms.ts'

const origin = 'https://kezdesu.example'
/** The form has one: it counts, keeps a draft and works for its proof. */
const island = ['a script in the page']
const at = '/kk/places/315400000/ask'
let desks: Desks
let visit: Visit
beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z')
  visit = new Visit(desks.app, origin)
})
afterAll(() => desks?.house.close())

const sendTo = async (who: Visit, path: string, fields: Fields, files: readonly File[]) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const file of files) body.append('files', file)
  return who.send(path, { method: 'POST', body, headers: { origin } })
}
const fields = async (words: string): Promise<Fields> => ({
  office: 'akim.315400000',
  unit: '315400000',
  elsewhere: '',
  contact: '',
  ...(await visit.hidden(at, at)),
  words,
  do: 'send',
})
const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 7/1 0/1' } }
const photo = async (name = 'pump.jpg') =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a7' } })
          .withExif(gps)
          .jpeg()
          .toBuffer(),
      ),
    ],
    name,
  )

test('a photo comes without the place where it was taken, for the office and the author alone', async () => {
  const sent = await fields('Су сорғысы сынды')
  const preview = await visit.post(at, { ...sent, do: 'preview' })
  expect([preview.status, unsound(preview.body)]).toEqual([200, island])
  expect(preview.body).toMatch(/<input[^>]*type="file"/)
  const { status, body } = await sendTo(visit, at, sent, [await photo(), await photo('../../b.jpeg')])
  expect(status).toBe(200)
  expect(body.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Қоса жіберілген файлдар\s+2/)
  const code = /id="receipt-code"[^>]*>([^<]+)</.exec(body)![1]!
  const { rows } = await desks.house.owner.query('select name, bytes from request_files order by place')
  expect(rows.map(({ name }) => name)).toEqual(['pump.jpg', 'b.jpg'])
  for (const { bytes } of rows) expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  const page = async (deed?: string) =>
    visit.post('/kk/receipt', {
      ...(await visit.hidden('/kk/receipt', '/kk/receipt')),
      code,
      ...(deed && { do: deed }),
    })
  expect((await page()).body).toContain('Файлдар: 2')
  await page('erase')
  expect((await desks.house.owner.query('select from request_files')).rowCount).toBe(0)
})

test('what is no photo and what is too much is told, and the words are still there', async () => {
  const sent = await fields('Көпір керек')
  for (const [files, words] of [
    [[new File(['PK\x03\x04'], 'photo.jpg')], 'Мұрағат'],
    [[new File(['<svg/>'], 'a.svg')], 'SVG'],
    [await Promise.all([photo(), photo(), photo(), photo()]), '3 файлдан артық'],
  ] as const) {
    const { status, body } = await sendTo(visit, at, sent, files)
    expect([status, unsound(body)]).toEqual([422, island])
    expect(body).toContain('id="files-error"')
    expect(body).toContain(words)
    expect(body).toContain('Көпір керек')
  }
  const { rowCount } = await desks.house.owner.query(`select from requests where words = 'Көпір керек'`)
  expect(rowCount).toBe(0)
  const huge = new File([new Uint8Array(40 << 20)], 'a.jpg')
  expect((await sendTo(visit, at, sent, [huge])).status).toBe(413)
})

test('a clerk keeps the paper that was brought', async () => {
  const author = await desks.as('author')
  const entry = '/kk/office/akim.310000000/requests/new'
  const typed = {
    ...(await author.hidden(entry, entry)),
    channel: 'paper',
    meeting: '',
    unit: '310000000',
    day: '2026-11-20',
    start: '09:30',
    words: 'Мектеп шатырынан су ағады',
    name: '',
    contact: '',
  }
  expect((await sendTo(author, entry, typed, [new File(['MZ'], 'a.pdf')])).status).toBe(422)
  expect((await sendTo(author, entry, typed, [await photo()])).status).toBe(200)
  const { rows } = await desks.house.owner.query(
    `select f.office, r.words from request_files f join requests r on r.id = f.request`,
  )
  expect(rows).toEqual([{ office: 'akim.310000000', words: 'Мектеп шатырынан су ағады' }])
})

test('large forms wait outside while the room is full, and small ones pass', async () => {
  let finish = () => {}
  const held = new Promise<void>((done) => (finish = done))
  const app = new Hono()
  app.use(largeForms({ small: 10, largest: 100, together: 150 }, (c) => c.body(null, 429)))
  app.post('/', async (c) => {
    if (c.req.query('hold')) await held
    return c.body(null, 200)
  })
  const post = (size: number, query = '') =>
    app.request(`/${query}`, { method: 'POST', body: 'x', headers: { 'content-length': String(size) } })
  const first = post(100, '?hold=1')
  expect((await post(100)).status).toBe(429)
  expect((await post(5)).status).toBe(200)
  expect((await post(50)).status).toBe(200)
  finish()
  expect((await first).status).toBe(200)
  expect((await post(100)).status).toBe(200)
})
