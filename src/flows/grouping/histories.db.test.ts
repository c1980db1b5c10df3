// Random histories of a commission: what was received is what is there, and the lineage says where, whatever was done.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '#kernel'
import {
  type GroupId,
  type Request,
  type TriageRefusal,
  acceptGroup,
  answerRequests,
  correctRequests,
  mergeGroups,
  moveRequests,
  setAside,
  splitGroup,
  takeBack,
  undoDeed,
} from '#requests'
import { type Commission, invented, office, openCommission } from '../../../test/commission.ts'

let house: Commission
beforeAll(async () => {
  house = await openCommission()
  for (const words of [
    ...invented.pump,
    ...invented.waste,
    ...invented.lamps,
    ...invented.thanks,
    ...invented.spam,
  ])
    await house.send(words)
  await house.group()
})
afterAll(() => house?.close())

const words = { kk: 'Жауап', ru: 'Ответ' }
const kinds = [
  'accept',
  'merge',
  'split',
  'move',
  'correct',
  'answer',
  'aside',
  'back',
  'undo',
  'send',
  'group',
] as const
const deed = fc.record({
  does: fc.constantFrom(...kinds),
  one: fc.nat(30),
  two: fc.nat(30),
  by: fc.constantFrom('a', 'b'),
})
type Deed = { does: (typeof kinds)[number]; one: number; two: number; by: string }

const requests = () => house.read((s) => s.requests.ofOffice(office, { limit: 999 }))
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** Does one deed on what the numbers point to; undefined where there is nothing to do it on. */
async function play({ does, one, two, by }: Deed): Promise<Result<unknown, TriageRefusal> | undefined> {
  const all = await requests()
  const act = house.as(by)
  const groups = [...new Set(all.flatMap(({ group }) => group ?? []))]
  const [first, second] = [pick(groups, one), pick(groups, two)]
  const request = pick(all, one)!
  if (does === 'send') {
    await house.send(pick(Object.values(invented).flat(), one)!)
    return undefined
  }
  if (does === 'group') {
    await house.group()
    return undefined
  }
  if (does === 'undo') {
    const last = await house.read(({ triage }) => triage.lastOf(office, by as never))
    return last ? house.run((s) => undoDeed(s, act, { office, deed: last.id })) : undefined
  }
  if (does === 'back') return house.run((s) => takeBack(s, act, { office, request }))
  if (does === 'correct') {
    const kind = two % 2 ? ('spam' as const) : ('complaint' as const)
    const chosen = two % 3 ? [request] : [...new Set([request, pick(all, two)!])]
    return house.run((s) => correctRequests(s, act, { office, requests: chosen, to: { kind } }))
  }
  if (does === 'aside' || does === 'answer') {
    const chosen = two % 3 === 0 && first ? { group: await house.seen(first) } : { requests: [request] }
    return does === 'aside'
      ? house.run((s) => setAside(s, act, { office, chosen, reason: 'spam', note: null }))
      : house.run((s) => answerRequests(s, act, { office, chosen, words }))
  }
  if (!first) return undefined
  const seen = await house.seen(first)
  if (does === 'accept') return house.run((s) => acceptGroup(s, act, { office, group: seen, upTo: 999 }))
  if (does === 'split') {
    const members = all.filter(({ group }) => group === first).filter((_, at) => (two >> at) % 2 === 1)
    const ids = members.map(({ id }) => id)
    return house.run((s) => splitGroup(s, act, { office, group: seen, requests: ids }))
  }
  if (does === 'move') {
    const to = two % 4 === 0 ? null : seen
    return house.run((s) => moveRequests(s, act, { office, requests: [request], to }))
  }
  if (!second) return undefined
  const from = [await house.seen(second)]
  return house.run((s) => mergeGroups(s, act, { office, into: seen, from }))
}

/** What does not add up; empty when all does. */
async function faults(): Promise<string[]> {
  const all = await requests()
  const { rows } = await house.house.owner.query(
    `select count(*)::int as received from entries where type = 'request-received' and office = $1`,
    [office],
  )
  const counts = await house.read((s) => s.requests.fateCounts(office))
  const sum = Object.values(counts).reduce((all, one) => all + one, 0)
  const found = sum === rows[0].received ? [] : [`received ${rows[0].received}, fates ${sum}`]
  const whole = { after: 0, version: '', limit: 99_999 }
  const moves = await house.read((s) => s.requests.movesRead(office, whole))
  const last = new Map<string, GroupId | null>()
  for (const { request, from, to } of moves) {
    if ((last.get(request) ?? null) !== from) found.push(`lineage of ${request} has a gap`)
    last.set(request, to)
  }
  const { total } = await house.read(({ groups }) => groups.queue(office, { limit: 1 }))
  const left = await house.read(({ groups }) => groups.left(office))
  const waiting = await house.read((s) => s.requests.waiting(office))
  if (waiting !== counts.waiting) found.push(`${counts.waiting} wait, Today says ${waiting}`)
  if (left !== total) found.push(`the queue has ${total}, Today says ${left}`)
  for (const { id, group } of all)
    if ((last.get(id) ?? null) !== group) found.push(`lineage of ${id} leads elsewhere`)
  return found
}

const state = async () => {
  const all = await requests()
  const kept = ({ id, group, fate, fateWords, kind, sphere, level, unit, corrected }: Request) => [
    id,
    group,
    fate,
    fateWords,
    kind,
    sphere,
    level,
    unit,
    corrected,
  ]
  return all.map(kept)
}
const groupsNow = async () =>
  (await house.read((s) => s.groups.ofOffice(office, ['open', 'accepted'])))
    .map((group) => ({ ...group, revision: 0 }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('after any history received is the sum of fates, and lineage leads to where each request lies', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 14 }), async (deeds) => {
      for (const one of deeds) {
        const outcome = await play(one)
        if (outcome?.ok) done.set(one.does, (done.get(one.does) ?? 0) + 1)
      }
      expect(await faults()).toEqual([])
    }),
    { numRuns: 16, seed: 6 },
  )
  // Nothing of it is proven where nothing was done.
  expect([...done.keys()].toSorted()).toEqual(
    kinds.filter((one) => one !== 'send' && one !== 'group').toSorted(),
  )
})

test('control: a request hidden in silence, and one moved past the lineage, are seen', async () => {
  const [one] = await house.read((s) => s.requests.ofOffice(office, { limit: 1 }))
  const set = (column: string, value: unknown, id = one!.id) =>
    house.house.owner.query(`update requests set ${column} = $1 where id = $2`, [value, id])
  await set('office', 'akim.310000000')
  expect(await faults()).toContainEqual(expect.stringContaining('received'))
  await set('office', office)
  expect(await faults()).toEqual([])
  const all = await requests()
  const grouped = all.find(({ group }) => group !== null)!
  const other = all.find(({ group }) => group !== null && group !== grouped.group)!.group
  await set('group_id', other, grouped.id)
  expect(await faults()).toEqual([`lineage of ${grouped.id} leads elsewhere`])
  await set('group_id', grouped.group, grouped.id)
})

test('undo restores everything as it was before the deed', async () => {
  let undone = 0
  await fc.assert(
    fc.asyncProperty(deed, async (one) => {
      fc.pre(!['undo', 'send', 'group'].includes(one.does))
      await house.group()
      const [before, groups] = [await state(), await groupsNow()]
      const outcome = await play({ ...one, by: 'u' })
      if (!outcome?.ok) return
      const last = (await house.read(({ triage }) => triage.lastOf(office, 'u' as never)))!
      const back = await house.run((s) => undoDeed(s, house.as('u'), { office, deed: last.id }))
      expect(back.ok).toBe(true)
      undone++
      expect(await state()).toEqual(before)
      expect(await groupsNow()).toEqual(groups)
    }),
    { numRuns: 40, seed: 6 },
  )
  expect(undone).toBeGreaterThan(8)
})

test('merge, then split off what was merged, restores who lies with whom', async () => {
  for (const words of [...invented.waste, ...invented.lamps]) await house.send(words)
  await house.group()
  const parts = async () =>
    [
      ...Map.groupBy(
        (await requests()).filter(({ group }) => group !== null),
        ({ group }) => group,
      ).values(),
    ]
      .map((members) => members.map(({ id }) => id).join(' '))
      .toSorted()
  let merged = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.nat(30), async (one, two) => {
      const all = await requests()
      const groups = [...new Set(all.flatMap(({ group }) => group ?? []))]
      const [into, from] = [pick(groups, one)!, pick(groups, two)!]
      const moving = all.filter(({ group }) => group === from).map(({ id }) => id)
      fc.pre(into !== from && moving.length < 11)
      const before = await parts()
      const act = house.as('m')
      const seen = { office, into: await house.seen(into), from: [await house.seen(from)] }
      expect((await house.run((s) => mergeGroups(s, act, seen))).ok).toBe(true)
      expect(await parts()).not.toEqual(before)
      const group = await house.seen(into)
      expect((await house.run((s) => splitGroup(s, act, { office, group, requests: moving }))).ok).toBe(true)
      expect(await parts()).toEqual(before)
      merged++
    }),
    { numRuns: 12, seed: 6 },
  )
  expect(merged).toBe(12)
})

test('two members at once: each deed is done whole or told, and nothing is lost', async () => {
  const codes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(deed, deed, async (one, two) => {
      fc.pre(![one.does, two.does].some((does) => ['send', 'group', 'undo'].includes(does)))
      const deeds = async () =>
        (await house.house.owner.query(`select count(*)::int as n from triage_deeds`)).rows[0].n
      const before = await deeds()
      const outcomes = await Promise.all([
        play({ ...one, by: 'a' }),
        play({ ...two, by: 'b', one: one.one }),
        house.group(),
      ])
      const done = outcomes.filter((outcome) => outcome && outcome.ok).length
      for (const outcome of outcomes) if (outcome && !outcome.ok) codes.add(outcome.refusal.code)
      expect(await deeds()).toBe(before + done)
      expect(await faults()).toEqual([])
    }),
    { numRuns: 30, seed: 6 },
  )
  expect(codes).toContain('changed-meanwhile')
})
