// The kit of an announcement: there when both languages are published, gone when the date is; nothing in it is markup.
import { spawnSync } from 'node:child_process'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LocalDate } from '#kernel'
import {
  type AnnouncedDesk,
  announcedDesk,
  details,
  office,
  origin,
  texts,
} from '../../../test/web/announced-meeting.ts'
import { unsound } from '../../../test/web/read-page.ts'
import { Visit } from '../../../test/web/visit.ts'
import type { KitFacts } from '../words/kit/told.ts'
import { drawPoster } from './draw-poster.ts'
import type { Kit } from './kit-facts.ts'

/** The words of a PDF, where this machine has poppler. */
const textOf = (pdf: Uint8Array): string =>
  spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout
const poppler = spawnSync('pdftotext', ['-v']).status === 0

let desk: AnnouncedDesk
let reader: Visit
beforeAll(async () => {
  desk = await announcedDesk()
  reader = new Visit(desk.app, origin)
})
afterAll(() => desk?.house.close())

const pieces = ['poster-a4.pdf', 'poster-a3.pdf', 'press-kk.txt', 'radio-ru.txt', 'messenger-kk.txt']

describe('the kit of a meeting', () => {
  test('comes with its notice, for everybody, and is the same to the byte', async () => {
    const id = await desk.fresh()
    const statuses = async () =>
      Promise.all(
        [`/kk/meetings/${id}/kit`, ...pieces.map((piece) => `/kit/${id}/${piece}`)].map(
          async (path) => (await desk.app.request(path)).status,
        ),
      )
    expect(new Set(await statuses())).toEqual(new Set([404]))
    expect((await reader.get(`/kk/meetings/${id}`)).body).not.toContain(`${id}/kit`)
    await desk.announce(id)
    expect(new Set(await statuses())).toEqual(new Set([200]))
    expect((await reader.get(`/kk/meetings/${id}`)).body).toContain(`href="/kk/meetings/${id}/kit"`)

    const first = await desk.app.request(`/kit/${id}/poster-a4.pdf`)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('content-disposition')).toMatch(/^inline; filename="kezdesu-2027-/)
    const etag = first.headers.get('etag')!
    const again = await desk.app.request(`/kit/${id}/poster-a4.pdf`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    const a3 = await desk.app.request(`/kit/${id}/poster-a3.pdf`)
    expect(a3.headers.get('etag')).not.toBe(etag)
  })

  test.each(['kk', 'ru', 'en'])(
    'its page in %s holds the texts of both languages and no script',
    async (language) => {
      const id = await desk.fresh()
      await desk.announce(id)
      const { body } = await reader.get(`/${language}/meetings/${id}/kit`)
      expect(unsound(body)).toEqual([])
      for (const words of [
        'Мәдениет үйі, Абай көшесі, 1',
        'Дом культуры, улица Абая, 1',
        'пандус',
        'Құрметті тұрғындар',
      ])
        expect(body).toContain(words)
      expect(body).toContain(`${origin}/ru/meetings/${id}`)
      // The address of a broadcast is told by its host.
      expect(body).toContain('example.org')
      expect(body).not.toMatch(/<script/)
    },
  )

  test.skipIf(!poppler)('the poster says it in both languages, Kazakh first', async () => {
    const id = await desk.fresh()
    await desk.announce(id)
    const response = await desk.app.request(`/kit/${id}/poster-a4.pdf`)
    const text = textOf(new Uint8Array(await response.arrayBuffer()))
    for (const words of [
      'Тұрғындармен кездесу',
      'Встреча с жителями',
      'Мәдениет үйі',
      'Дом культуры',
      'Көрсетілім',
    ])
      expect(text).toContain(words)
    expect(text.indexOf('Тұрғындармен')).toBeLessThan(text.indexOf('Встреча'))
  })

  test('goes when the date goes: moved without a new notice, or cancelled', async () => {
    const reason = { 'reason.kk': 'Жол жабық', 'reason.ru': 'Дорога закрыта' }
    for (const [deed, wish] of [
      ['move', { ...reason, day: '2027-06-15', start: '16:00' }],
      ['cancel', reason],
    ] as const) {
      const id = await desk.fresh()
      await desk.announce(id)
      expect((await desk.send(desk.author, id, deed, wish)).status).toBe(303)
      expect((await desk.app.request(`/kit/${id}/poster-a4.pdf`)).status).toBe(200)
      expect((await desk.send(desk.signer, id, 'sign-change', {}, '')).status).toBe(303)
      expect((await desk.app.request(`/kit/${id}/poster-a4.pdf`)).status).toBe(404)
      expect((await reader.get(`/ru/meetings/${id}/kit`)).status).toBe(404)
    }
  })

  test('a signed notice has a kit for its own office alone, and none after any edit', async () => {
    const id = await desk.fresh()
    await desk.send(desk.author, id, 'details', details)
    await desk.send(desk.author, id, 'notice', texts)
    const own = `/kk/office/${office}/meetings/${id}/kit`
    expect((await desk.author.get(own)).status).toBe(404)
    const signed = await desk.send(desk.signer, id, 'sign', { day: '2027-02-05', start: '10:00' }, '/publish')
    expect(signed.status).toBe(303)
    const { status, body } = await desk.author.get(own)
    expect([status, body.includes('ілмеңіз')]).toEqual([200, true])
    expect(unsound(body)).toEqual([])
    expect((await desk.author.get(`${own}/poster-a4.pdf`)).body.slice(0, 5)).toBe('%PDF-')
    expect((await desk.author.get(`${own}/radio-ru.txt`)).body).toContain('Уважаемые жители')
    expect((await desk.author.get(`${own}/poster-a5.pdf`)).status).toBe(404)
    // Nobody else: not the public, not who is not signed in, not another office.
    expect((await desk.app.request(`/kit/${id}/poster-a4.pdf`)).status).toBe(404)
    expect((await reader.get(`${own}/poster-a4.pdf`)).status).toBe(303)
    expect((await desk.author.get(`${own.replace(office, 'akim.310000000')}/poster-a4.pdf`)).status).toBe(404)
    await desk.send(desk.author, id, 'details', { ...details, minutes: '80' })
    expect((await desk.author.get(`${own}/poster-a4.pdf`)).status).toBe(404)
  })

  test('one language alone is no kit: the notice does not go out', async () => {
    const id = await desk.fresh()
    await desk.send(desk.author, id, 'details', details)
    await desk.send(desk.author, id, 'notice', { 'text.kk': 'Кездесу өтеді.', 'text.ru': '' })
    expect((await desk.send(desk.signer, id, 'publish', {})).status).toBe(409)
    expect((await desk.app.request(`/kit/${id}/press-kk.txt`)).status).toBe(404)
  })

  test('addresses that are none', async () => {
    for (const path of [
      '/kit/nothing/poster-a4.pdf',
      '/kit/%00/press-kk.txt',
      '/kit/m/poster-a5.pdf',
      '/kit',
    ])
      expect((await desk.app.request(path)).status).toBe(404)
  })
})

const facts: KitFacts = {
  who: 'Мерке ауданының әкімі',
  where: 'Ақтоған ауылы',
  venue: 'Клуб',
  address: '',
  online: false,
  day: '2027-03-14' as LocalDate,
  start: '15:30',
  access: [],
  interpreters: [],
  spoken: [],
  broadcasts: [],
  sites: [],
  reception: null,
  notice: '',
  url: 'https://kezdesu.example/kk/meetings/m',
  host: 'kezdesu.example',
  demonstration: false,
}

describe('hostile words', () => {
  const hostile = '#import "x" #panic() $x^2$ *b* _i_ `r` @ref <lab> \\u{41} // no /* [c] {d} = h'
  const kit = (over: Partial<KitFacts>): Kit => ({ kk: { ...facts, ...over }, ru: { ...facts, ...over } })

  test.skipIf(!poppler)('stay words', () => {
    const text = textOf(drawPoster(kit({ venue: hostile }), 'a4')).replace(/\s+/g, ' ')
    for (const piece of [
      '#import "x" #panic()',
      '$x^2$',
      '*b*',
      '_i_',
      '`r`',
      '@ref',
      '<lab>',
      '\\u{41}',
      '// no',
    ])
      expect(text).toContain(piece)
  })

  test('control: the same words as markup break the sheet', () => {
    expect(() => NodeCompiler.create().pdf({ mainFileContent: hostile })).toThrow()
  })

  test('a thousand letters without a space stay on one sheet', () => {
    const long = 'Ұ'.repeat(1000)
    const pdf = Buffer.from(drawPoster(kit({ who: long, venue: long, address: long }), 'a3')).toString(
      'latin1',
    )
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  test('the same facts are the same bytes, and another hour is another sheet', () => {
    const [one, two, other] = [{}, {}, { start: '16:00' }].map((over) =>
      Buffer.from(drawPoster(kit(over), 'a4')),
    )
    expect(one!.equals(two!)).toBe(true)
    expect(one!.equals(other!)).toBe(false)
  })
})
