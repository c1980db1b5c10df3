import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Commission, invented, openCommission } from '../../../test/commission.ts'

let house: Commission
beforeAll(async () => void (house = await openCommission()))
afterAll(() => house?.close())

test('what waits finds its group by its problem, across languages; thanks and spam wait apart', async () => {
  const sent = {
    pump: await Promise.all(invented.pump.map((words) => house.send(words))),
    waste: await Promise.all(invented.waste.map((words) => house.send(words))),
    lamps: await Promise.all(invented.lamps.map((words) => house.send(words))),
    rest: await Promise.all([...invented.thanks, ...invented.spam].map((words) => house.send(words))),
  }
  await house.group()
  const groupsOf = async (ids: readonly (typeof sent.pump)[number][]) => [
    ...new Set(await Promise.all(ids.map(house.groupOf))),
  ]
  const [pump, waste, lamps] = [
    await groupsOf(sent.pump),
    await groupsOf(sent.waste),
    await groupsOf(sent.lamps),
  ]
  expect([pump.length, waste.length, lamps.length]).toEqual([1, 1, 1])
  expect(new Set([...pump, ...waste, ...lamps]).size).toBe(3)
  const rest = await Promise.all(sent.rest.map(house.request))
  expect(rest.map(({ fate, group }) => [fate, group])).toEqual([
    ['waiting', null],
    ['waiting', null],
  ])
  const group = await house.read(({ groups }) => groups.find(pump[0]!))
  expect(group).toMatchObject({
    sphere: 'water',
    state: 'open',
    unit: '315432100',
    title: { kk: 'Ауыз су: Ақтоған', ru: 'Питьевая вода: Актоган' },
  })
  const [move] = await house.read(({ requests }) => requests.movesOfRequest(sent.pump[1]!))
  expect(move).toMatchObject({ why: 'proposal', by: null, from: null })
})
