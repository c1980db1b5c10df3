import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, type LocalDate, done } from '#kernel'
import type { CalendarId } from '#calendar'
import { readFacts } from '#law'
import { checkPlan } from '#planner'
import { type UnitCode, akimOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../../test/demonstration.ts'
import { dutiesOf, factOf, importBorders, importPoints, proposalFor, statutory } from '../index.ts'

let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
})
afterAll(() => house?.close())

test('every fact of the demonstration is one that the law can read, and is marked as asserted', async () => {
  const entries = await house.storage.readPublic(({ journal }) => journal.entries({}))
  const facts = statutory(entries)
  const read = readFacts(facts.map(factOf))
  expect(read.ok ? 'read' : read.refusal).toBe('read')
  expect(facts.length).toBeGreaterThan(1_000)
  expect(facts.filter(({ asserted }) => !asserted)).toEqual([])
})

test('the demonstration shows every kind of verdict, and nothing that happens after today', async () => {
  const asOf = '2026-11-23' as LocalDate
  const words = new Set<string>()
  for (const unit of ['310000000', '315400000', '315430000', '315453000']) {
    const duties = await house.storage.readPublic((stores) =>
      dutiesOf(stores, house.books.law, akimOffice(unit as UnitCode), { asOf, horizon: asOf }),
    )
    for (const { verdict, done } of duties!.verdicts) {
      words.add(verdict)
      expect(done === null || done <= asOf).toBe(true)
    }
  }
  for (const word of ['met', 'late', 'missed', 'pending', 'excused']) expect(words).toContain(word)
})

test('the demonstration has a map, its trips are joined, and both give way to what an operator imports', async () => {
  const [region, oblasts] = ['310000000' as UnitCode, null]
  const today = '2026-11-23' as LocalDate
  const borders = () =>
    house.storage.readPublic(async ({ readings }) => [
      (await readings.borders(oblasts, today)).length,
      (await readings.borders(region, today)).length,
    ])
  expect(await borders()).toEqual([20, 1])
  const proposal = await house.storage.readOffice({ person: null, offices: [akimOffice(region)] }, (stores) =>
    proposalFor(stores, house.books, { region, year: 2027, today }),
  )
  if (!proposal.ok) throw new Error(proposal.refusal.code)
  const { entries, offices, unknownWays, km } = proposal.value
  expect(unknownWays).toEqual([])
  expect(km).toBeGreaterThan(0)
  const days = Map.groupBy(entries, ({ office, day }) => `${office} ${day}`)
  expect([...days.values()].filter(({ length }) => length > 1).length).toBeGreaterThan(5)
  for (const { problem, plan } of offices) expect(checkPlan(problem, plan)).toEqual([])

  const from = { files: [], source: 'an operator', at: '2026-11-23T06:00:00.000Z' as Instant, ...chance }
  const row = { file: 'p.csv', line: 2, unit: region, point: { latitude: 43, longitude: 71.5 } }
  const ring = [
    [70, 43],
    [71, 43],
    [71, 44],
    [70, 43],
  ] as const
  const area = { file: 'b.geojson', place: 1, code: region, names: [], region: null, outline: [[ring]] }
  await house.storage.transaction({ person: null, offices: [] }, async (stores) => {
    expect((await importPoints(stores, [row], from)).counts).toEqual({ new: 1, changed: 0, same: 0 })
    expect((await importBorders(stores, [area], from)).counts).toEqual({ new: 1, changed: 0, same: 0 })
    return done(undefined)
  })
  expect(await borders()).toEqual([1, 0])
  const points = await house.storage.readPublic(({ readings }) =>
    readings.points([region, '315400000' as UnitCode]),
  )
  expect([...points.values()].map(({ source }) => source)).toEqual(['an operator'])
})

test('it shows a corrected calendar, received by the Government and presented', async () => {
  const region = '310000000' as UnitCode
  const [newest, submitted] = await house.storage.readOffice(
    { person: null, offices: ['government'] },
    async ({ calendars }) => [await calendars.newestRelease(region, 2026), await calendars.deliveries(2026)],
  )
  expect(newest).toMatchObject({ number: 2, content: { correction: { paper: { part: 'notification' } } } })
  expect(submitted).toMatchObject([{ region, receivedNumber: 'К-112', forwardedNumber: 'К-240' }])
})

test('from December on the offices are asked for the next year, and their parts stand in every state', async () => {
  const december = await demonstrationAt('2026-12-07T05:00:00.000Z')
  try {
    const parts = await december.storage.readOffice(
      { person: null, offices: [akimOffice('310000000' as UnitCode)] },
      ({ parts }) => parts.ofCalendar('calendar.310000000.2027' as CalendarId),
    )
    expect(new Set(parts.map(({ state }) => state))).toEqual(
      new Set(['asked', 'sent', 'returned', 'taken', 'planned']),
    )
  } finally {
    await december.close()
  }
})
