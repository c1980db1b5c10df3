import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '#kernel'
import type { Kind } from '#reading'
import {
  acceptGroup,
  answerRequests,
  correctGroup,
  correctRequests,
  decideMerge,
  mergeGroups,
  moveRequests,
  setAside,
  splitGroup,
  takeBack,
  undoDeed,
} from '#requests'
import { type Commission, invented, office, openCommission } from '../../../test/commission.ts'

let house: Commission
beforeAll(async () => void (house = await openCommission()))
afterAll(() => house?.close())

const code = (outcome: Result<unknown, { code: string }>) => (outcome.ok ? 'done' : outcome.refusal.code)
const sendAll = async (of: readonly string[]) => {
  const ids = []
  for (const words of of) ids.push(await house.send(words))
  await house.group()
  return ids
}
const lastDeed = async (by: string) =>
  (await house.read(({ triage }) => triage.lastOf(office, by as never)))!.id
const words = { kk: 'Жол биыл жөнделеді.', ru: 'Дорогу отремонтируют в этом году.' }

test('whoever is not of the commission does nothing', async () => {
  const [id] = await sendAll(['Ақкөз-Қайнар ауылында интернет жоқ'])
  const group = await house.seen(await house.groupOf(id!))
  const outcome = await house.run((s) =>
    acceptGroup(s, house.as('z', 'auditor'), { office, group, upTo: 99 }),
  )
  expect(code(outcome)).toBe('not-allowed')
})

test('of two who accept and merge at once the second is told, and nothing is lost', async () => {
  const [water] = await sendAll(invented.pump)
  const [waste] = await sendAll(invented.waste)
  const [first, second] = [
    await house.seen(await house.groupOf(water!)),
    await house.seen(await house.groupOf(waste!)),
  ]
  const both = await Promise.all([
    house.run((s) => mergeGroups(s, house.as('a'), { office, into: first, from: [second] })),
    house.run((s) =>
      setAside(s, house.as('b'), { office, chosen: { group: second }, reason: 'spam', note: null }),
    ),
  ])
  expect(both.map(code).toSorted()).toEqual(['changed-meanwhile', 'done'])
  const by = both[0].ok ? 'a' : 'b'
  expect(
    code(await house.run(async (s) => undoDeed(s, house.as('c'), { office, deed: await lastDeed(by) }))),
  ).toBe('done')
  const back = await house.request(waste!)
  expect(back).toMatchObject({ fate: 'grouped', group: second.id, fateWords: null })
})

test('a large merge waits for another person: a member, or the signer, who does nothing else here', async () => {
  const many = Array.from(
    { length: 12 },
    (_, at) => `Қызылсай ауылында жол нашар, шұңқыр көп, ${at} рет жаздық`,
  )
  const ids = await sendAll(many)
  const [lamp] = await sendAll(invented.lamps)
  const from = await house.seen(await house.groupOf(ids[0]!))
  expect(
    (await house.read(({ requests }) => requests.ofOffice(office, { group: from.id, limit: 99 }))).length,
  ).toBe(12)
  const into = await house.seen(await house.groupOf(lamp!))
  const merged = await house.run((s) => mergeGroups(s, house.as('a'), { office, into, from: [from] }))
  expect(merged).toMatchObject({ value: { proposed: true } })
  expect(await house.groupOf(ids[0]!)).toBe(from.id)
  const deed = (await house.read(({ triage }) => triage.proposed(office)))[0]!.id
  const decide = (name: string, role?: 'signer') =>
    house.run((s) => decideMerge(s, house.as(name, role), { office, deed, confirmed: true }))
  expect(code(await decide('a'))).toBe('another-member-needed')
  const signed = await house.run((s) =>
    mergeGroups(s, house.as('s', 'signer'), { office, into, from: [from] }),
  )
  expect(code(signed)).toBe('not-allowed')
  expect(code(await decide('s', 'signer'))).toBe('done')
  expect(await house.groupOf(ids[0]!)).toBe(into.id)
  expect(code(await decide('c'))).toBe('no-such-deed')
})

test('split, moved, and taken back: the lineage keeps each step', async () => {
  const [one, two, three] = await sendAll(invented.pump.slice(0, 3))
  const group = await house.seen(await house.groupOf(one!))
  const split = await house.run((s) => splitGroup(s, house.as('a'), { office, group, requests: [two!] }))
  expect(code(split)).toBe('done')
  const own = await house.groupOf(two!)
  expect(own).not.toBe(group.id)
  const [to, request] = [await house.seen(own), await house.seenRequest(three!)]
  expect(
    code(await house.run((s) => moveRequests(s, house.as('a'), { office, requests: [request], to }))),
  ).toBe('done')
  expect(await house.groupOf(three!)).toBe(own)
  expect(
    code(await house.run(async (s) => undoDeed(s, house.as('a'), { office, deed: await lastDeed('a') }))),
  ).toBe('done')
  expect(await house.groupOf(three!)).toBe(group.id)
  const moves = await house.read(({ requests }) => requests.movesOfRequest(three!))
  expect(moves.map(({ why }) => why)).toEqual(['proposal', 'move', 'undo'])
})

test('answered, taken back, and grouped anew; an answer is in both languages', async () => {
  const [id] = await sendAll(['Талдыбұлақ ауылында аялдама жоқ, автобус тоқтамайды'])
  const answer = async (said: typeof words) => {
    const request = await house.seenRequest(id!)
    return house.run((s) =>
      answerRequests(s, house.as('a'), { office, chosen: { requests: [request] }, words: said }),
    )
  }
  expect(code(await answer({ kk: 'Иә', ru: ' ' }))).toBe('words-wanted')
  expect(code(await answer(words))).toBe('done')
  expect(await house.request(id!)).toMatchObject({
    fate: 'answered',
    fateWords: { answer: words },
    group: null,
  })
  expect(code(await answer(words))).toBe('wrong-fate')
  const request = await house.seenRequest(id!)
  expect(code(await house.run((s) => takeBack(s, house.as('b'), { office, request })))).toBe('done')
  await house.group()
  expect(await house.request(id!)).toMatchObject({ fate: 'grouped', fateWords: null })
})

test('of several requests of a group the kind is corrected at once, and taken back at once', async () => {
  const [one, two, three] = await sendAll(invented.pump)
  const before = [await house.request(one!), await house.request(two!)]
  const group = await house.groupOf(one!)
  const act = house.as('a')
  const requests = [await house.seenRequest(one!), await house.seenRequest(two!)]
  const correct = (kind: Kind) =>
    house.run((s) => correctRequests(s, act, { office, requests, to: { kind } }))
  const deed = await correct('thanks')
  if (!deed.ok) throw new Error(deed.refusal.code)
  const out = { kind: 'thanks', group: null, fate: 'waiting', corrected: ['kind'] }
  expect([await house.request(one!), await house.request(two!)]).toMatchObject([out, out])
  expect((await house.request(three!)).group).toBe(group)
  const [move] = (await house.read((s) => s.requests.movesOfRequest(two!))).slice(-1)
  expect(move).toMatchObject({ from: group, to: null, why: 'fate', by: 'a' })
  expect(code(await correct('spam'))).toBe('changed-meanwhile')
  expect(code(await house.run((s) => undoDeed(s, act, { office, deed: deed.value })))).toBe('done')
  const back = before.map(({ kind }) => ({ kind, group, fate: 'grouped', corrected: [] }))
  expect([await house.request(one!), await house.request(two!)]).toMatchObject(back)
})

test('what is corrected stays; spam that was none finds its group; a body needs the centre', async () => {
  const [id] = await sendAll(invented.spam)
  const request = await house.seenRequest(id!)
  const act = house.as('a')
  const correct = (to: object, of = request) =>
    house.run((s) => correctRequests(s, act, { office, requests: [of], to }))
  expect(code(await correct({ unit: '999999999' }))).toBe('no-such-unit')
  expect(code(await correct({ kind: 'complaint', sphere: 'social-payments' }))).toBe('done')
  await house.group()
  const grouped = await house.request(id!)
  expect(grouped).toMatchObject({ fate: 'grouped', kind: 'complaint', sphere: 'social-payments' })
  const group = await house.seen(grouped.group!)
  const set = (to: object) => house.run((s) => correctGroup(s, act, { office, group, to }))
  expect(code(await set({ body: 'minister.health' }))).toBe('body-without-centre')
  expect(code(await set({ title: { kk: 'Төлем', ru: '' } }))).toBe('words-wanted')
  expect(code(await set({ level: 'central', body: 'minister.health', title: words }))).toBe('done')
  const [kept, lesson] = [await house.read(({ groups }) => groups.find(group.id)), await house.request(id!)]
  expect(kept).toMatchObject({
    level: 'central',
    body: 'minister.health',
    title: words,
    corrected: ['level', 'body', 'title'],
  })
  expect(lesson.corrected).toContain('level')
})

test('what was touched since cannot be undone', async () => {
  const [one, two] = await sendAll(['Мыңқазан ауылында газ жоқ', 'В Мынказане нет газа'])
  const group = await house.seen(await house.groupOf(one!))
  await house.run((s) => acceptGroup(s, house.as('d'), { office, group, upTo: 0 }))
  const deed = await lastDeed('d')
  const chosen = { requests: [await house.seenRequest(two!)] }
  await house.run((s) => setAside(s, house.as('e'), { office, chosen, reason: 'empty', note: 'бос' }))
  expect(code(await house.run((s) => undoDeed(s, house.as('d'), { office, deed })))).toBe('moved-since')
})
