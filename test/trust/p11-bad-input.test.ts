// P11: whatever bytes come, the answer is 2xx, 3xx or 4xx in a true type; nothing hangs; reading changes nothing.
// With other chance: KEZDESU_SEED=… vitest run test/trust/p11; with more of it: KEZDESU_INPUTS=300000
import * as fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { localDate } from '#kernel'
import { type Input, type Route, inputs, reading, writing } from './bad-input.ts'
import { faultOf } from './judge-answer.ts'
import { type Asked, now, openProduct, origin } from './p11-product.ts'

/** Milliseconds after which an answer counts as hanging; how quick answers are is for the benches to say. */
const patience = 15_000
const atOnce = 8

type Tally = { n: number; bad: string[]; slowest: number; statuses: Map<number, number> }

test(
  'P11: bad input is answered, and truly, and reading changes nothing',
  { timeout: 30 * 60_000 },
  async () => {
    const started = performance.now()
    const seed = Number(process.env.KEZDESU_SEED ?? 20_261_122)
    const size = Number(process.env.KEZDESU_INPUTS ?? 6_000)
    const product = await openProduct()
    try {
      const { routes, known, faults } = product
      const before = await product.journal()
      const asked = await ask(product, inputs(routes, reading, known), { seed, n: size * 0.7 })
      const after = await product.journal()
      const told = await ask(product, inputs(routes, writing, known), { seed: seed + 1, n: size * 0.3 })
      const grown = await product.journal()
      const controlled = await ask(control, inputs([unmapped], reading, known), { seed, n: 200 })

      const bad = [...asked.bad, ...told.bad, ...faults]
      const line = {
        promise: 'P11',
        n: asked.n + told.n,
        bad: bad.length,
        control: controlled.bad.length,
        seconds: Math.round((performance.now() - started) / 100) / 10,
        slowest: Math.round(Math.max(asked.slowest, told.slowest)),
        seed,
        statuses: Object.fromEntries(
          [...asked.statuses, ...told.statuses].map(([status]) => [
            status,
            (asked.statuses.get(status) ?? 0) + (told.statuses.get(status) ?? 0),
          ]),
        ),
      }
      process.stdout.write(`${JSON.stringify(line)}\n`)
      expect(bad.slice(0, 10)).toEqual([])
      expect(after, 'reading leaves the journal as it was').toEqual(before)
      expect(grown.entries, 'some of the writing was good enough').toBeGreaterThan(before.entries)
      expect(
        controlled.bad.length,
        'control: a route without error mapping must be found out',
      ).toBeGreaterThan(0)
    } finally {
      await product.close()
    }
  },
)

/** Asks everything, so many at once; an answer that does not come is one of the bad ones. */
async function ask(
  asked: Asked,
  of: fc.Arbitrary<Input>,
  { seed, n }: { seed: number; n: number },
): Promise<Tally> {
  const tally: Tally = { n: 0, bad: [], slowest: 0, statuses: new Map() }
  const chunk = 500
  for (let from = 0; from < n; from += chunk) {
    const some = fc.sample(of, { seed: seed + from, numRuns: Math.min(chunk, n - from) }).values()
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const input of some) {
          const begun = performance.now()
          const fault = await askOne(asked, input, tally)
          tally.slowest = Math.max(tally.slowest, performance.now() - begun)
          tally.n++
          if (fault !== null) tally.bad.push(`${fault} ← ${wordsOf(input)}`)
        }
      }),
    )
  }
  return tally
}

async function askOne({ faces, revision }: Asked, input: Input, tally: Tally): Promise<string | null> {
  const { method, target, headers, body: sent } = input
  const body = typeof sent === 'string' && sent.includes(now) ? sent.replaceAll(now, await revision()) : sent
  // Beware: `//name` would be another host.
  const request = new Request(new URL(target.replace(/^\/+/, '/'), origin), {
    method,
    headers: merged(headers),
    body,
  })
  try {
    const { promise: tooLate, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Error('no answer at all')), patience)
    const answered = (async () => {
      const answer = await faces(request)
      const { status, headers } = answer
      return { status, headers, body: new Uint8Array(await answer.arrayBuffer()) }
    })()
    const answer = await Promise.race([answered, tooLate]).finally(() => clearTimeout(timer))
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1)
    return faultOf(answer, { method, path: new URL(request.url).pathname })
  } catch (fault) {
    return String(fault)
  }
}

const merged = (headers: Input['headers']): Headers => {
  const all = new Headers()
  for (const [name, value] of headers) all.set(name, value)
  return all
}

const wordsOf = ({ method, target, headers, body }: Input): string =>
  [method, target, JSON.stringify(headers), JSON.stringify(String(body ?? ''))]
    .map((words) => words.slice(0, 500))
    .join(' ')

/** The seeded defect: a route that lets a fault go where it likes. */
const unmapped: Route = { method: 'GET', path: '/kk/control/:day' }
const control: Asked = {
  faces: (request) =>
    new Hono()
      .get(unmapped.path, (c) => c.text(localDate(c.req.param('day')!)))
      .onError((fault) => {
        throw fault
      })
      .fetch(request),
  revision: async () => '1',
}
