// npm run bench -- triage [POOL]: 200 requests cleared on the bench by keys alone, in Chromium; and a new request into an
// office's pool of 20,000 through the product, database included.
//
// The keys are pressed by a simulated officer who knows the labels of `data/requests-dev.jsonl` in KEZDESU_SHARED and puts
// right what the program got wrong; without that folder only the pool is measured. What people need to read is not measured.
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { groupingDesk } from '#flows'
import { type Instant, instantOf } from '#kernel'
import { readTopicNames } from '#reading'
import type { RequestId } from '#requests'
import { type UnitCode, akimOffice, localDay } from '#territory'
import { intake } from '../test/intake.ts'
import { chromiumPath, startBrowser } from '../test/journeys/browser.ts'
import { send as sendBy } from '../test/requests.ts'
import { chance, demonstrate, facesOver, openHome } from './demonstrated.ts'
import { inventedRequests } from './invented-requests.ts'
import { median, quantile, round } from './measure.ts'

const pool = Number(process.argv[2] ?? 20_000)
const cleared = 200
const now = '2026-11-23T05:00:00.000Z' as Instant
const district = '315400000' as UnitCode
const region = '310000000' as UnitCode

const invented = inventedRequests(20261122)

type Labelled = {
  id: string
  text: string
  sphere: string
  kind: string
  level: string
  problem_id: string | null
}

const { storage, close } = await openHome()
try {
  const accounts = await demonstrate(storage, now)
  const grouping = groupingDesk({
    storage,
    readers: intake.readers,
    topics: readTopicNames,
    now: () => ({ at: now, today: localDay(now, null) }),
    newId: chance.newId,
    fault: (fault) => console.error(fault),
  })
  const clock = () => instantOf(Date.parse(now) + Math.round(performance.now()))
  const faces = facesOver(storage, clock, { intake: { ...intake, ...grouping } })
  const server = serve({ fetch: faces, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as { port: number }).port}`

  let sent = 0
  const send = (unit: UnitCode, words: string): Promise<RequestId> =>
    sendBy(storage, { id: `bench-${++sent}`, office: akimOffice(unit), unit, words, at: now })

  const account = accounts.find(({ login }) => login === 'district-commission')!
  const samples = join(process.env['KEZDESU_SHARED'] ?? '', 'data/requests-dev.jsonl')
  const figures: Record<string, unknown> = {}
  if (existsSync(samples) && chromiumPath) figures['keyboard'] = await clear(samples)
  console.error(JSON.stringify(figures))
  figures['pool'] = await fill()
  console.log(JSON.stringify(figures, null, 2))
  server.close()

  /** The officer at the bench of the district. */
  async function clear(file: string) {
    const labelled = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(0, cleared)
      .map((line) => JSON.parse(line) as Labelled)
    const labels = new Map<string, Labelled>()
    for (const one of labelled) labels.set(await send(district, one.text), one)
    await grouping.group(akimOffice(district))
    const browser = await startBrowser()
    try {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
      await page.goto(`${url}/ru/sign-in`)
      await page.fill('[name=login]', account.login)
      await page.fill('[name=password]', account.password)
      await Promise.all([page.waitForURL(/office/), page.press('[name=password]', 'Enter')])
      await page.goto(`${url}/ru/office/${akimOffice(district)}/requests`)
      return await work(page, labels)
    } finally {
      await browser.close()
    }
  }

  async function work(page: Page, labels: ReadonlyMap<string, Labelled>) {
    const office = { person: null, offices: [akimOffice(district)] }
    const deeds: Record<string, number> = {}
    const waits: number[] = []
    let keys = 0
    const press = async (...pressed: readonly string[]) => {
      for (const key of pressed.slice(0, -1)) await page.keyboard.press(key)
      const begun = performance.now()
      await Promise.all([page.waitForEvent('load'), page.keyboard.press(pressed.at(-1)!)])
      waits.push(performance.now() - begun)
      keys += pressed.length
    }
    // As a keyboard of Kazakhstan sends it: a list hears letters only as presses of keys.
    const session = await page.context().newCDPSession(page)
    const typeLetter = async (letter: string) => {
      const key = { key: letter, text: letter, unmodifiedText: letter }
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
    }
    const told = async (deed: string, ...pressed: readonly string[]) => {
      deeds[deed] = (deeds[deed] ?? 0) + 1
      await press(...pressed)
    }
    for (let step = 0; step < cleared * 4; step++) {
      if (step % 50 === 0) console.error(`step ${step}: ${JSON.stringify(deeds)}`)
      const looked = await page.evaluate(() => ({
        group: document.querySelector<HTMLInputElement>('form[action$="/deeds/accept"] [name=group]')?.value,
        request: document.querySelector<HTMLInputElement>('form[action$="/deeds/answer"] [name=request]')
          ?.value,
        candidates: [
          ...document.querySelectorAll<HTMLInputElement>('form[action$="/deeds/merge"] [name=other]'),
        ].map(({ value }) => value),
      }))
      if (!looked.group && !looked.request) break
      if (looked.request) {
        const { kind } = labels.get(looked.request)!
        if (kind === 'thanks') await told('thanks', 't', '4')
        else if (kind === 'spam' || kind === 'abuse') await told('aside', 'x', kind === 'spam' ? '1' : '2')
        else await told('kind', 'k', kind === 'complaint' ? '1' : '2')
        continue
      }
      const members = await membersOf(looked.group!)
      const most = mostOf(members.map(({ label }) => label.problem_id))
      const right = members.find(({ label }) => label.problem_id === most)!.label
      const odd = members.slice(0, 12).filter(({ label }) => label.problem_id !== most)
      const { sphere, level, state } = (await storage.readOffice(office, ({ groups }) =>
        groups.find(looked.group as never),
      ))!
      if (['thanks', 'spam', 'abuse'].includes(right.kind) && members.length === 1)
        await told('kind', 'k', right.kind === 'thanks' ? '5' : right.kind === 'spam' ? '6' : '7')
      else if (odd.length > 0) {
        for (const { id } of odd) await page.focus(`[id="tick-${id}"]`).then(() => page.keyboard.press(' '))
        keys += odd.length * 2
        await told('split', 's')
      } else if (sphere !== right.sphere) {
        const options = await page
          .locator('#to-sphere option')
          .evaluateAll((all) =>
            all.map((one) => [(one as HTMLOptionElement).value, one.textContent!] as const),
          )
        const words = options.find(([value]) => value === right.sphere)![1]
        const alike = options.filter(([value]) => value !== right.sphere).map(([, other]) => other)
        let typed = words.slice(0, 1)
        while (typed.length < words.length && alike.some((other) => other.startsWith(typed)))
          typed = words.slice(0, typed.length + 1)
        await page.keyboard.press('f')
        for (const letter of typed) await typeLetter(letter)
        keys += 1 + typed.length
        await told('sphere', 'Tab', 'Enter')
      } else if (level !== right.level && right.level)
        await told('level', 'l', String(['okrug', 'district', 'region', 'central'].indexOf(right.level) + 1))
      else {
        let into = -1
        for (const [at, candidate] of looked.candidates.entries())
          if (into < 0 && mostOf((await membersOf(candidate)).map(({ label }) => label.problem_id)) === most)
            into = at
        if (into >= 0 && members.length < 11) await told('merge', String(into + 1))
        else await told(state === 'accepted' ? 'accept again' : 'accept', 'a')
      }
    }
    const total = waits.reduce((sum, one) => sum + one, 0)
    return {
      requests: labels.size,
      deeds,
      steps: waits.length,
      keys,
      keysPerRequest: round(keys / labels.size),
      waitMs: {
        median: round(median(waits)),
        p95: round(quantile(waits, 0.95)),
        perRequest: round(total / labels.size),
      },
      secondsOfMachine: round(total / 1000),
      secondsLeftPerRequestOfHalfAnHour: round((1800 - total / 1000) / labels.size),
      left: (
        await storage.readOffice(office, ({ groups }) => groups.queue(akimOffice(district), { limit: 1 }))
      ).total,
    }

    async function membersOf(group: string) {
      const found = await storage.readOffice(office, ({ requests }) =>
        requests.ofOffice(akimOffice(district), { group: group as never, limit: 500 }),
      )
      return found.map(({ id }) => ({ id, label: labels.get(id)! }))
    }
  }

  /** The pool of the region. */
  async function fill() {
    const office = akimOffice(region)
    const begun = performance.now()
    for (let at = 0; at < pool; at += 8)
      await Promise.all(Array.from({ length: Math.min(8, pool - at) }, () => send(region, invented())))
    const received = performance.now() - begun
    console.error(`${pool} received in ${Math.round(received / 1000)} s`)
    const grouped = await timed(() => grouping.group(office))
    const [sends, turns, whole]: number[][] = [[], [], []]
    for (let at = 0; at < 100; at++) {
      const sending = await timed(() => send(region, invented()))
      const turn = await timed(() => grouping.group(office))
      sends!.push(sending)
      turns!.push(turn)
      whole!.push(sending + turn)
    }
    const queue: number[] = []
    for (let at = 0; at < 10; at++)
      queue.push(
        await timed(() =>
          storage.readOffice({ person: null, offices: [office] }, ({ groups }) =>
            groups.queue(office, { limit: 300 }),
          ),
        ),
      )
    const spread = (times: readonly number[]) => ({
      median: round(median(times)),
      p95: round(quantile(times, 0.95)),
    })
    return {
      requests: pool,
      receivedPerSecond: Math.round(pool / (received / 1000)),
      groupedPerSecond: Math.round(pool / (grouped / 1000)),
      newRequestMs: { received: spread(sends!), grouped: spread(turns!), whole: spread(whole!) },
      queueMs: spread(queue),
    }
  }
} finally {
  await close()
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

function mostOf(list: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
