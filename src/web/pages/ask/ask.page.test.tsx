// Questions and proposals without an account: what is refused, what is kept, what nobody sees.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { webApp } from '#web'
import { type Demonstration, chance, demonstrationAt } from '../../../../test/demonstration.ts'
import { intake, testBox } from '../../../../test/intake.ts'
import { type Fields, Visit } from '../../../../test/web/visit.ts'

const now = '2026-11-23T05:00:00.000Z' as Instant
const at = '/ru/places/315400000/ask'
const office = 'akim.315400000'
let house: Demonstration
const visitor = () =>
  new Visit(
    webApp({
      storage: house.storage,
      books: house.books,
      clock: () => now,
      standing: { origin: null, proxies: 0 },
      note: () => {},
      report: (fault) => {
        throw fault
      },
      notices: { box: testBox, channels: ['mail', 'text'] },
      ...chance,
      intake,
    }),
    'http://localhost',
  )
beforeAll(async () => void (house = await demonstrationAt(now)))
afterAll(() => house?.close())

const typed: Fields = { office, unit: '315400000', elsewhere: '', contact: '' }
const codeIn = (body: string) => /id="receipt-code"[^>]*>([^<]+)</.exec(body)?.[1] ?? ''

test('a form goes by preview to a receipt, and the code finds it again', async () => {
  const visit = visitor()
  const words = 'По улице Школьной нет света, звоните +7 701 123 45 67'
  const fields = { ...typed, ...(await visit.hidden(at, at)), words }
  const preview = await visit.post(at, { ...fields, do: 'preview' })
  expect(preview.status).toBe(200)
  expect(preview.body).toContain('<mark>•••</mark>')
  const sent = await visit.post(at, { ...fields, do: 'send' })
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const code = codeIn(sent.body)
  expect(code).toMatch(/^(\w{4} ){3}\w{4}$/)
  const way = await visit.post('/ru/receipt', { ...(await visit.hidden('/ru/receipt', '/ru/receipt')), code })
  expect(way.status).toBe(200)
  expect(way.body).toContain('По улице Школьной нет света')
  expect(way.body).not.toContain('701')
})
