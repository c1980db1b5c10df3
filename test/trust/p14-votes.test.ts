// P14 for votes and supporters: one device and one code never hold two votes, whoever comes at the same moment.
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, type LocalDate, addDays } from '#kernel'
import {
  type DemandId,
  type Poll,
  type PollId,
  type PollStore,
  castVote,
  raiseDemand,
  supportDemand,
} from '#meetings'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'

const unit = '315400000' as UnitCode
const office = `akim.${unit}` as OfficeId
const today = '2027-02-03' as LocalDate
const at = `${today}T05:00:00.000Z` as Instant
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const votes = 4_000
const devices = 200

const poll = {
  id: 'p14' as PollId,
  office,
  unit,
  region: '310000000' as UnitCode,
  about: { kk: 'Кездесу', ru: 'Встреча' },
  meeting: null,
  options: [20, 21].map((days) => ({ day: addDays(today, days), start: '18:00' })),
  openedAt: at,
  closesAt: `${addDays(today, 7)}T05:00:00.000Z` as Instant,
  decision: null,
} as const satisfies Poll

let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  const opened = await house.storage.transaction({ person: 'a', offices: [office] }, async ({ polls }) => {
    await polls.add(poll, 'a' as PersonId)
    return { ok: true, value: null }
  })
  expect(opened.ok).toBe(true)
})
afterAll(() => house?.close())

/** So many at once, in an order in which each device comes back when its first vote may still be on its way. */
async function atOnce(workers: number, vote: (nth: number, worker: number) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let nth = next++; nth < votes; nth = next++) await vote(nth, worker)
    }),
  )
}

/** Twenty votes in a row come from one device, each under another code. */
const ballot = (nth: number) => ({
  poll: poll.id,
  choice: [nth % 2],
  code: hash(`code ${nth}`),
  device: hash(`device ${Math.floor(nth / (votes / devices))}`),
  at,
})

const counted = async () =>
  (
    await house.owner.query<{ votes: number; devices: number; codes: number }>(
      `select count(*)::int as votes, count(distinct device)::int as devices, count(distinct code)::int as codes
       from poll_votes where poll = $1`,
      [poll.id],
    )
  ).rows[0]!

test(`${votes} votes of ${devices} devices at once: ${devices} count`, { timeout: 300_000 }, async () => {
  const outcomes: Record<string, number> = {}
  await atOnce(40, async (nth) => {
    const one = ballot(nth)
    const cast = await house.storage.transaction({ person: one.code, offices: [] }, (stores) =>
      castVote(stores, one),
    )
    const word = cast.ok ? cast.value : cast.refusal.code
    outcomes[word] = (outcomes[word] ?? 0) + 1
  })
  expect(outcomes).toEqual({ cast: devices, 'device-has-voted': votes - devices })
  expect(await counted()).toEqual({ votes: devices, devices, codes: devices })
})

test('one form sent many times at once is one vote, and so is one supporter; one registers the demand', async () => {
  const again = { ...ballot(0), code: hash('same form'), device: hash('another device') }
  const words = await Promise.all(
    Array.from({ length: 30 }, () =>
      house.storage.transaction({ person: again.code, offices: [] }, (stores) => castVote(stores, again)),
    ),
  )
  expect(words.filter((one) => one.ok && one.value === 'cast')).toHaveLength(1)
  expect(words.every((one) => one.ok)).toBe(true)
  expect((await counted()).votes).toBe(devices + 1)

  const id = 'd-p14' as DemandId
  const by = (who: number) => ({ at, code: hash(`s ${who}`), device: hash(`d ${who % 20}`), ...chance })
  const as = (who: number) => ({ person: by(who).code, offices: [] })
  const raised = await house.storage.transaction(as(0), (stores) =>
    raiseDemand(stores, by(0), {
      id,
      office,
      unit,
      words: 'Кездесу керек, жол бұзылып қалды.',
      language: 'kk',
      rule: { threshold: 20, days: 10 },
    }),
  )
  expect(raised.ok).toBe(true)
  await Promise.all(
    Array.from({ length: 200 }, (_, who) =>
      house.storage.transaction(as(who), (stores) => supportDemand(stores, by(who), id)),
    ),
  )
  const demand = await house.storage.readPublic(({ demands }) => demands.find(id))
  expect([demand?.supporters, demand?.registered?.supporters]).toEqual([20, 20])
  const { rows } = await house.owner.query(
    `select count(*)::int as times from journal where type = 'demand-registered' and subject = $1`,
    [id],
  )
  expect(rows).toEqual([{ times: 1 }])
})

test(
  'control: looking before writing, without the constraint, lets devices vote twice',
  { timeout: 300_000 },
  async () => {
    await house.owner.query('create table hasty_votes (like poll_votes)')
    const clients = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const client = new Client(house.server.connection('owner', house.name))
        await client.connect()
        return client
      }),
    )
    const hasty = (client: Client): PollStore =>
      ({
        find: async () => poll,
        async cast({ poll: id, code, device, choice }) {
          const { rowCount } = await client.query('select from hasty_votes where poll = $1 and device = $2', [
            id,
            device,
          ])
          if (rowCount) return 'device-has-voted'
          await client.query('insert into hasty_votes values ($1, $2, $3, $4, now())', [
            id,
            code,
            device,
            choice,
          ])
          return 'cast'
        },
      }) satisfies Pick<PollStore, 'find' | 'cast'> as unknown as PollStore
    try {
      await atOnce(clients.length, async (nth, worker) => {
        await castVote({ polls: hasty(clients[worker]!) }, ballot(nth))
      })
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
    const { rows } = await house.owner.query<{ double: number }>(
      `select (count(*) - count(distinct device))::int as double from hasty_votes`,
    )
    expect(rows[0]!.double).toBeGreaterThan(0)
  },
)
