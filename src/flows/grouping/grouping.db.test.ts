import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTopicNames } from '#reading'
import { correctGroup, moveRequests, undoDeed } from '#requests'
import { type Commission, invented, office, openCommission } from '../../../test/commission.ts'
import { chance } from '../../../test/demonstration.ts'
import { intake } from '../../../test/intake.ts'
import { groupingDesk } from './grouping-desk.ts'

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
    title: { kk: 'Ауыз су: Ақтоған ауылы', ru: 'Питьевая вода: село Актоган' },
  })
  const [move] = await house.read(({ requests }) => requests.movesOfRequest(sent.pump[1]!))
  expect(move).toMatchObject({ why: 'proposal', by: null, from: null })
})

test('another process, which was not there, has the same groups and likenesses', async () => {
  const [late] = [await house.send('Ақтоғанда су насосы тағы күйді')]
  const other = house.desk()
  await Promise.all([house.group(), other.group(office)])
  await Promise.all([house.group(), other.group(office)])
  const all = await house.read(({ requests }) => requests.ofOffice(office, { fate: 'grouped', limit: 99 }))
  expect(all.length).toBeGreaterThan(8)
  expect(all.some(({ id }) => id === late)).toBe(true)
  for (const { id } of all)
    expect(other.nearest(office, id, 5)).toEqual(house.grouping.nearest(office, id, 5))
  // By its own words it came to where the others are, whichever of the two wrote it.
  const moves = await house.read(({ requests }) => requests.movesOfRequest(late))
  expect(moves).toHaveLength(1)
})

test('what an officer moved is where the next alike goes, in every process', async () => {
  const words = ['Сурат ауылында көпір сынып қалды', 'Сурат: көпір қирады, өту қауіпті']
  const first = await house.send(words[0]!)
  await house.group()
  const alone = await house.seenRequest(first)
  const waste = await house.send(invented.waste[0])
  await house.group()
  const into = await house.seen(await house.groupOf(waste))
  await house.run((s) => moveRequests(s, house.as('a'), { office, requests: [alone], to: into }))
  const fresh = house.desk()
  const second = await house.send(words[1]!)
  await fresh.group(office)
  await house.group()
  const nearest = [fresh, house.grouping].map((desk) => desk.nearest(office, second, 3))
  expect(nearest[0]).toEqual(nearest[1])
})

test('a turn that fails leaves nothing half done, and the next one does it', async () => {
  const id = await house.send('Кеңес ауылында балабақша керек')
  let broken = true
  const { storage } = house.house
  const faults: unknown[] = []
  const desk = groupingDesk({
    storage: {
      ...storage,
      transaction: (acting, verb) =>
        storage.transaction(acting, async (stores) => {
          const outcome = await verb(stores)
          if (broken) throw new Error('the database went away')
          return outcome
        }),
    },
    readers: intake.readers,
    topics: readTopicNames,
    now: () => ({ at: house.at, today: house.today }),
    newId: chance.newId,
    fault: (fault) => faults.push(fault),
  })
  await desk.group(office)
  expect([faults.length, (await house.request(id)).fate]).toEqual([1, 'waiting'])
  broken = false
  await desk.group(office)
  expect((await house.request(id)).fate).toBe('grouped')
  await house.group()
  expect(desk.nearest(office, id, 5)).toEqual(house.grouping.nearest(office, id, 5))
})

test('the third request alike is proposed as the office corrected the first two', async () => {
  // Nothing in the lexicon says whose matter an arch over a road is; this office does.
  const alike = ['Жаугаш', 'Мыңқазан', 'Талдыбұлақ'].map(
    (village) => `${village}: арка құлап тұр, қақпа жөндеу керек`,
  )
  let corrected = 0
  for (const words of alike.slice(0, 2)) {
    const id = await house.send(words)
    await house.group()
    const { sphere, group } = await house.request(id)
    if (sphere === 'landscaping-lighting') continue
    const wish = { office, group: await house.seen(group!), to: { sphere: 'landscaping-lighting' } }
    expect((await house.run((s) => correctGroup(s, house.as('a'), wish))).ok).toBe(true)
    expect((await house.request(id)).corrected).toEqual(['sphere'])
    corrected++
  }
  expect(corrected).toBeGreaterThan(0)
  const third = await house.send(alike[2]!)
  await house.group()
  expect(await house.request(third)).toMatchObject({ sphere: 'landscaping-lighting', corrected: [] })
  const taught = await house.groupOf(third)
  expect(await house.read(({ groups }) => groups.find(taught))).toMatchObject({
    sphere: 'landscaping-lighting',
  })
  // Taken back, it is no lesson any more.
  for (let at = 0; at < corrected; at++) {
    const deed = (await house.read(({ triage }) => triage.lastOf(office, 'a' as never)))!.id
    expect((await house.run((s) => undoDeed(s, house.as('a'), { office, deed }))).ok).toBe(true)
  }
  const fourth = await house.send(alike[2]!.replace('Талдыбұлақ', 'Қостоған'))
  await house.group()
  expect((await house.request(fourth)).sphere).not.toBe('landscaping-lighting')
})
