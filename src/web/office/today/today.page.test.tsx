import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desks, openDesks } from '../../../../test/web/desks.ts'
import { unsound } from '../../../../test/web/read-page.ts'
import type { Visit } from '../../../../test/web/visit.ts'

let desks: Desks

beforeAll(async () => {
  desks = await openDesks('2026-11-23T05:00:00.000Z', '2026-11-23T06:00:00.000Z')
})
afterAll(() => desks?.house.close())

const as = (login: string): Promise<Visit> => desks.as(login)

const officeOf = {
  author: 'akim.310000000',
  signer: 'akim.310000000',
  maslikhat: 'maslikhat.310000000',
  district: 'akim.315400000',
  'district-signer': 'akim.315400000',
  'district-commission': 'akim.315400000',
  government: 'government',
  ministry: 'health',
  'authorised-body': 'authorised-body',
} as const

describe.each(Object.entries(officeOf))('Today of %s', (login, office) => {
  test('is sound in each language, and each of its links leads to a page that is there', async () => {
    const visit = await as(login)
    for (const language of ['ru', 'en'])
      expect(unsound((await visit.get(`/${language}/office/${office}`)).body)).toEqual([])
    const { body } = await visit.get(`/kk/office/${office}`)
    expect(unsound(body)).toEqual([])
    const main = body.split('<main')[1]!
    const links = [...new Set([...main.matchAll(/href="(\/kk\/office\/[^"#]+)/g)].map(([, href]) => href!))]
    for (const link of links) expect([link, (await visit.get(link)).status]).toEqual([link, 200])
  })
})

test('a duty about a demand tells its words and leads to its page', async () => {
  const { body } = await (await as('district')).get('/ru/office/akim.315400000/duties?urgency=later')
  const duties = body.replaceAll(/<[^>]+>/g, ' ')
  expect(duties).toContain('Ауыз су тоқтап қала береді.')
  expect(duties).not.toContain('demonstration-demand')
  expect(body).toContain(
    'href="/ru/office/akim.315400000/demands/demonstration-demand-1">Открыть требование</a>',
  )
})

test('Today says what to do next, and every duty that it counts stands one click away', async () => {
  const visit = await as('district')
  const { body } = await visit.get('/kk/office/akim.315400000')
  expect(body).toMatch(/id="next".*?class="button" href="\/kk\/office\/akim\.315400000\//s)
  const counted = [...body.matchAll(/href="(\/kk\/office\/[^"]+\/duties[^"]+)">[^<:]+: (\d+)<\/a><\/li>/g)]
  expect(counted.length).toBeGreaterThan(3)
  for (const [, href, count] of counted) {
    let duties = 0
    let next: string | undefined = href!.replace('&amp;', '&')
    while (next) {
      const page: string = (await visit.get(next)).body
      expect(unsound(page)).toEqual([])
      duties += page.match(/class="duty"/g)?.length ?? 0
      next = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replace('&amp;', '&')
    }
    expect([href, duties]).toEqual([href, Number(count)])
  }
  expect((await visit.get('/kk/office/akim.315400000/duties?urgency=never')).status).toBe(404)
})

describe('a signature that only the office above can give', () => {
  const inboxLink = async (visit: Visit) =>
    /href="(\/ru\/office\/akim\.315400000\/below\/[^"]+)"/.exec(
      (await visit.get('/ru/office/akim.315400000')).body,
    )?.[1]

  test('waits for its signer alone, is given once and is marked for good', async () => {
    const [signer, author] = [await as('district-signer'), await as('district')]
    const page = (await inboxLink(signer))!
    expect(page).toBeDefined()
    expect(await inboxLink(author)).toBeUndefined()
    expect((await author.get(page)).status).toBe(404)
    const fields = await signer.hidden(page, `${page}/publish`)
    const signed = await signer.post(`${page}/publish`, fields)
    expect([signed.status, signed.headers.get('location')]).toEqual([303, `${page}?said=signed`])
    expect((await signer.get(`${page}?said=signed`)).body).toContain('Подписано.')
    const id = page.split('/').at(-1)
    const { rows } = await desks.house.owner.query('select signed from meeting_notices where meeting = $1', [
      id,
    ])
    expect(rows).toEqual([{ signed: 'signer-above' }])
    expect(await inboxLink(signer)).toBeUndefined()
    expect((await signer.get(page)).status).toBe(404)
  })
  test('another office is not reached by this way', async () => {
    const signer = await as('district-signer')
    for (const of of ['akim.310000000', 'akim.315400000', 'akim.110000000', 'health'])
      expect((await signer.get(`/ru/office/akim.315400000/below/${of}/m-1`)).status).toBe(404)
  })
})
