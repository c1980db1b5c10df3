import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, done } from '#kernel'
import type { GroupId, Incoming, NewMove, RequestId } from '#requests'
import { type UnitCode, akimOffice } from '#territory'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { testBox } from '../../test/intake.ts'
import { receive, receiptOf } from '../../test/requests.ts'

let played: Demonstration
beforeAll(async () => void (played = await demonstrationAt('2026-11-23T05:00:00.000Z')))
afterAll(() => played?.close())

const unit = '315400000' as UnitCode
const office = akimOffice(unit)
const at = '2026-11-23T06:00:00.000Z' as Instant
let number = 0
const send = (id: string, words: string, more: Partial<Incoming> = {}) =>
  played.storage.transaction({ person: receiptOf(id), offices: [] }, (stores) =>
    receive(stores, { office, unit, words, at, ...more, id }),
  )
const asOffice = <T>(verb: Parameters<typeof played.storage.readOffice<T>>[1]) =>
  played.storage.readOffice({ person: null, offices: [office] }, verb)

test('words are masked before they are kept, and what was masked lies sealed', async () => {
  const words = 'Ауылда су құбыры жарылды, маған хабарласыңыз: 8 701 123 45 67'
  const id = 'r-1' as RequestId
  expect(await send(id, words)).toMatchObject({ ok: true, value: { fresh: true } })
  expect(await send(id, words)).toMatchObject({ ok: true, value: { fresh: false } })
  const kept = await asOffice((stores) => stores.requests.find(id))
  expect(kept).toMatchObject({ seq: expect.any(Number), fate: 'waiting', sphere: 'water' })
  expect(kept!.words).not.toMatch(/701|123|45/)
  expect(kept!.reading.masked).toEqual(['phone'])
  const { rows } = await played.owner.query('select sealed from seal.request_originals where request = $1', [
    id,
  ])
  expect(rows).toHaveLength(1)
  expect(JSON.parse(testBox.openOriginal(rows[0].sealed))).toEqual({ words })
})

test('nobody but its office and its author sees a request', async () => {
  const id = 'r-2' as RequestId
  await send(id, 'Не работает уличное освещение у школы')
  const seen = (person: string | null, offices: string[]) =>
    played.storage.readOffice({ person, offices }, (stores) => stores.requests.find(id))
  expect(await seen(receiptOf(id), [])).toMatchObject({ id })
  expect(await seen(null, [office])).toMatchObject({ id })
  expect(await seen(null, [akimOffice('310000000' as UnitCode)])).toBeNull()
  expect(await seen(receiptOf('r-1'), [])).toBeNull()
})

test('a row of another system comes once, under whatever id', async () => {
  const row = { source: 'hotline-109', externalId: '77', channel: 'hotline-109' as const }
  const first = await send('r-3', 'Вывоз мусора не производится', row)
  const again = await send('r-4', 'Вывоз мусора не производится', row)
  expect(first).toMatchObject({ value: { fresh: true } })
  // Its author acts under another receipt and must not learn what is there.
  expect(again).toMatchObject({ ok: false, refusal: { code: 'id-taken' } })
  const { rows } = await played.owner.query(`select id from requests where external_id = '77'`)
  expect(rows).toEqual([{ id: 'r-3' }])
})

test('a move puts a request into a group, and its lineage stays', async () => {
  const group = 'g-1' as GroupId
  const step = (request: string, from: GroupId | null, to: GroupId | null): NewMove => ({
    office,
    request: request as RequestId,
    from,
    to,
    why: 'proposal',
    deed: `deed-${++number}`,
    reasons: [{ kind: 'words', what: 'су' }],
    by: null,
    at,
  })
  await played.storage.transaction({ person: null, offices: [office] }, async (stores) => {
    await stores.groups.open({
      id: group,
      office,
      unit,
      sphere: 'water',
      level: 'okrug',
      body: null,
      funding: null,
      title: null,
      priority: null,
      state: 'open',
      corrected: [],
      openedAt: at,
      revision: 1,
    })
    await stores.requests.move([step('r-1', null, group), step('r-2', null, group)])
    await stores.requests.move([step('r-2', group, null)])
    return done()
  })
  const [first, second, groups, moves, counts] = await asOffice(async ({ requests, groups }) => [
    await requests.find('r-1' as RequestId),
    await requests.find('r-2' as RequestId),
    await groups.ofOffice(office, ['open']),
    await requests.movesOfRequest('r-2' as RequestId),
    await requests.fateCounts(office),
  ])
  expect(first).toMatchObject({ fate: 'grouped', group, revision: 2 })
  expect(second).toMatchObject({ fate: 'waiting', group: null, revision: 3 })
  expect(groups).toMatchObject([{ id: group, voices: 1, firstAt: at }])
  expect(moves.map(({ from, to }) => [from, to])).toEqual([
    [null, group],
    [group, null],
  ])
  expect(counts).toMatchObject({ grouped: 1, answered: 0 })
  const voices = (person: string) =>
    played.storage.readOffice({ person, offices: [] }, (stores) => stores.groups.voicesBeside(group))
  expect(await voices(receiptOf('r-1'))).toBe(1)
  expect(await voices(receiptOf('r-2'))).toBe(0)
})
