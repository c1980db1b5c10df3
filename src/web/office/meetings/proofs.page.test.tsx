// A photo or a paper proves that a channel carried the notice; what may harm a reader is refused with its reason.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnnouncedDesk, announcedDesk, office, origin } from '../../../../test/web/announced-meeting.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import { type Fields, Visit } from '../../../../test/web/visit.ts'

let desk: AnnouncedDesk
let meeting: string
beforeAll(async () => {
  desk = await announcedDesk()
  meeting = await desk.fresh()
  await desk.announce(meeting)
})
afterAll(() => desk?.house.close())

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))
const photo = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a50' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 7/1 0/1' } })
      .jpeg()
      .toBuffer(),
  )

async function hand(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { visit = desk.author, language = 'kk', fields = {} as Fields } = {},
) {
  const at = `/${language}/office/${office}/meetings/${meeting}/channels`
  const form = new FormData()
  const typed = { channel: 'public-place', day: '2027-02-03', start: '10:00', link: '', note: '', ...fields }
  for (const [field, value] of Object.entries({ ...(await visit.hidden(at, at)), ...typed }))
    form.append(field, value)
  form.append('file', new File([bytes], name))
  return visit.send(at, { method: 'POST', body: form, headers: { origin } })
}

describe('a proof of a channel', () => {
  test('is a photo that everybody sees, without its place, for download only', async () => {
    expect((await hand('Тақта №1.jpg', await photo())).status).toBe(303)
    const reader = new Visit(desk.app, origin)
    const { body } = await reader.get(`/kk/meetings/${meeting}`)
    expect(unsound(body)).toEqual([])
    const [, address] = body.match(/href="(\/files\/[^"]+)" download="Тақта №1.jpg"/)!
    const response = await desk.app.request(address!)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="file.jpg"; filename\*=UTF-8/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/)
    expect(response.headers.get('cache-control')).toContain('immutable')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    const again = await desk.app.request(address!, {
      headers: { 'if-none-match': response.headers.get('etag')! },
    })
    expect(again.status).toBe(304)

    const { rows } = await desk.house.owner.query(
      `select payload -> 'file' ->> 'sha256' as said, encode(sha256(bytes), 'hex') as is
       from journal, files where journal.type = 'channel-recorded' and journal.subject = $1 and files.subject = $1`,
      [meeting],
    )
    expect(rows).toEqual([{ said: rows[0].is, is: rows[0].is }])
    expect((await desk.author.get(`/kk/office/${office}/meetings/${meeting}/channels`)).body).toContain(
      address,
    )
  })

  test.each([
    ['kk', 'photo.jpg', 'PK\x03\x04 a.exe', 'Мұрағат (ZIP, RAR) алынбайды'],
    ['ru', 'приказ.docm', 'PK\x03\x04[Content_Types].xml word/vbaProject.bin', 'могут быть макросы'],
    ['en', 'a.pdf', '%PDF-1.4\n<< /S /JavaScript >>\n%%EOF', 'holds a program or another file'],
    ['kk', 'a.svg', '<svg onload="alert(1)">', 'Веб-бет пен SVG алынбайды'],
    ['ru', 'a.jpg', '\xff\xd8\xff\xe0', 'повреждён'],
  ])('in %s: %s is refused at its field, and nothing typed is lost', async (language, name, text, words) => {
    const { status, body } = await hand(name, bytesOf(text), {
      language,
      fields: { link: 'https://example.org/x' },
    })
    expect(status).toBe(422)
    expect(body).toContain(words)
    expect(body).toContain('value="https://example.org/x"')
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(1)
    expect(unsound(body)).toEqual([])
  })

  test('a photo under another name, one that is too large, and far too large', async () => {
    const wrong = await hand('photo.pdf', await photo())
    expect([wrong.status, wrong.body.includes('Файлдың аты мен мазмұны сәйкес емес')]).toEqual([422, true])
    const large = new Uint8Array(11 * 1024 * 1024)
    large.set([0xff, 0xd8, 0xff])
    const { status, body } = await hand('a.jpg', large, { language: 'ru' })
    expect([status, body.includes('не больше 10 МБ')]).toEqual([422, true])
    const huge = await hand('a.jpg', new Uint8Array(33 * 1024 * 1024))
    expect([huge.status, huge.body.includes('Файл тым үлкен')]).toEqual([413, true])
  })

  test('who is not signed in sends no large file, and none at all', async () => {
    const stranger = new Visit(desk.app, origin)
    expect((await hand('a.jpg', await photo(), { visit: stranger })).status).not.toBe(303)
    expect((await hand('a.jpg', new Uint8Array(1024 * 1024), { visit: stranger })).status).toBe(413)
  })

  test('a good file whose form comes back has to be chosen again, and the page says so', async () => {
    const { status, body } = await hand('a.jpg', await photo(), { fields: { day: '2027-02-30' } })
    expect(status).toBe(422)
    expect(body).toContain('Оны қайта таңдаңыз')
  })

  test('no file that is not there', async () => {
    for (const id of ['nothing', '..%2f..', '%00'])
      expect((await desk.app.request(`/files/${id}`)).status).toBeLessThan(500)
    expect((await desk.app.request('/files/nothing')).status).toBe(404)
  })
})
