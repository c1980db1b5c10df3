import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Act, MeetingId } from '#calendar'
import { type Instant, type LocalDate, type Result, addDays } from '#kernel'
import { instantAt, meetingOf, proposeChange } from '#meetings'
import type { PersonId, Role } from '#people'
import {
  type GroupId,
  type LineWords,
  type RequestId,
  hashOfPool,
  recordCollection,
  stepLine,
  writeLine,
} from '#requests'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import { intake } from '../../test/intake.ts'
import { type Heap, heap } from '../../test/pool.ts'
import {
  type Stores,
  approveMeetingPool,
  drawUpPool,
  dutiesOf,
  inboxOf,
  likelyEarlier,
  moveAndTell,
  orderPool,
  readMeetingPool,
} from './index.ts'

const district = '315400000' as UnitCode
const office = `akim.${district}` as OfficeId
let unit: UnitCode
const at = '2027-02-03T05:00:00.000Z' as Instant
let house: Demonstration
let meetings: readonly { readonly id: MeetingId; readonly day: LocalDate }[]
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  await house.owner.query('delete from grants where office = $1', [office])
  const { rows } = await house.owner.query(
    `select id, day::text, unit from current_meetings m where office = $1 and day > '2027-02-10'
     and (select count(*) from current_meetings o where o.office = m.office and o.unit = m.unit and o.day > '2027-02-10') > 1
     order by unit, day`,
    [office],
  )
  meetings = rows
  unit = rows[0].unit
})
afterAll(() => house?.close())

const as = (person: string, role: Role = 'commission-member', when: Instant = at): Act => ({
  actor: {
    person: { id: person as PersonId, name: person },
    grants: [{ person: person as PersonId, office, role, from: '2027-01-01' as LocalDate, to: null }],
    signedInAt: when,
  },
  at: when,
  today: localDay(when, null),
  asserted: false,
  ...chance,
})
const run = <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>) =>
  house.storage.transaction<T, R>({ person: 'a', offices: [office] }, verb)
const read = <T>(verb: (stores: Stores) => Promise<T>) =>
  house.storage.readOffice({ person: 'a', offices: [office] }, verb)
const code = (outcome: Result<unknown, { code: string }>) => (outcome.ok ? 'done' : outcome.refusal.code)
const water = [
  'Ауылда су құбыры үш күннен бері жарылып жатыр, су жоқ',
  'Третий день нет воды, прорвало трубу у школы',
  'Су құбырын жөндеп беріңіздерші',
]
const pile = (more: Partial<Heap> & Pick<Heap, 'group'>): Promise<void> =>
  heap(house, { office, unit, meeting: null, sphere: 'water', state: 'accepted', at, words: water, ...more })
const words = (more: Partial<LineWords> = {}): LineWords => ({
  out: false,
  title: { kk: 'Су құбыры жарылған', ru: 'Прорвало трубу' },
  unit,
  sphere: 'water',
  level: 'okrug',
  body: null,
  funding: true,
  priority: null,
  quotes: [],
  earlier: [],
  ...more,
})
const draftOf = (meeting: MeetingId) => read((stores) => stores.pools.draft(meeting))
const write = async (meeting: MeetingId, group: string, of = words(), act = as('a')) => {
  const seen = (await draftOf(meeting))!.lines.find((line) => line.group === group)!.revision
  return run((stores) => writeLine(stores, act, { meeting, group: group as GroupId, seen, words: of }))
}
const approve = async (meeting: MeetingId, act = as('b'), revision?: number) => {
  const seen = revision ?? (await draftOf(meeting))!.revision
  return run((stores) => approveMeetingPool(stores, act, { meeting, revision: seen }))
}
const drawUp = (meeting: MeetingId, act = as('a')) => run((stores) => drawUpPool(stores, act, { meeting }))
const factsOf = async (meeting: MeetingId) =>
  (
    await house.owner.query(
      `select type, payload from entries where subject = $1
       and type in ('requests-collected', 'requests-analysed', 'pool-approved') order by seq`,
      [meeting],
    )
  ).rows as { type: string; payload: Record<string, unknown> }[]

describe('a pool', () => {
  let one: MeetingId
  beforeEach(() => void (one = meetings[0]!.id))

  test('is drawn up of the groups of its place; what nobody has looked at is out', async () => {
    await pile({ group: 'water', meeting: one })
    await pile({
      group: 'light',
      words: ['Көшеде жарық жанбайды'],
      sphere: 'landscaping-lighting',
      state: 'open',
    })
    expect(code(await drawUp(one, as('a', 'maslikhat-secretary')))).toBe('not-allowed')
    expect(code(await drawUp(one))).toBe('done')
    const draft = (await draftOf(one))!
    expect(draft.lines.map(({ group, out }) => [group, out])).toEqual([
      ['water', false],
      ['light', true],
    ])
    expect(draft.editors).toEqual(['a'])
  })

  test('is not approved before every line says what the public wants to know', async () => {
    const wanting = await approve(one)
    expect(wanting).toMatchObject({ ok: false, refusal: { code: 'line-wants', group: 'water' } })
    expect(code(await write(one, 'water', words({ quotes: ['light.0' as RequestId] })))).toBe('quote-gone')
    expect(code(await write(one, 'water', words({ quotes: ['water.0', 'water.1'] as RequestId[] })))).toBe(
      'done',
    )
  })

  test('tells the second editor of a line, and lets two write two lines', async () => {
    const group = 'light' as GroupId
    const both = await Promise.all(
      ['a', 'c'].map((person) =>
        run((stores) =>
          writeLine(stores, as(person), { meeting: one, group, seen: 1, words: words({ out: true }) }),
        ),
      ),
    )
    expect(both.map(code).toSorted()).toEqual(['changed-meanwhile', 'done'])
    // The line of water stands at another revision of the draft, and is written all the same.
    expect(code(await write(one, 'water', words({ quotes: ['water.0' as RequestId] })))).toBe('done')
  })

  test('is refused to who wrote it, and when it was edited after it was read', async () => {
    const seen = (await draftOf(one))!.revision
    expect(await approve(one, as('a'))).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', why: { code: 'another-person-needed' } },
    })
    expect(
      code(
        await run((s) =>
          stepLine(s, as('a'), { meeting: one, revision: seen, group: 'light' as GroupId, step: 'in' }),
        ),
      ),
    ).toBe('done')
    expect(code(await approve(one, as('b'), seen))).toBe('changed-meanwhile')
    expect(
      code(
        await run((s) =>
          stepLine(s, as('a'), { meeting: one, revision: seen, group: 'light' as GroupId, step: 'out' }),
        ),
      ),
    ).toBe('changed-meanwhile')
    expect(
      code(
        await run((s) =>
          stepLine(s, as('a'), { meeting: one, revision: seen + 1, group: 'light' as GroupId, step: 'out' }),
        ),
      ),
    ).toBe('done')
  })

  test('is approved by one of two who do it at once; all that follows comes once', async () => {
    const both = await Promise.all([approve(one, as('b')), approve(one, as('d', 'signer'))])
    expect(both.map(code).toSorted()).toEqual(['changed-meanwhile', 'done'])
    const [version, ...others] = await read((stores) => stores.pools.versions(one))
    expect(others).toEqual([])
    expect(version).toMatchObject({ number: 1, signed: 'two-persons', sha256: hashOfPool(version!.content) })
    expect(version!.content.issues).toMatchObject([
      { group: 'water', voices: 3, channels: ['web'], first: '2027-02', quotes: [{ words: water[0] }] },
    ])
    expect(version!.content).toMatchObject({ received: 4, answered: 0, setAside: 0 })
    expect((await read((stores) => stores.groups.find('water' as GroupId)))!).toMatchObject({
      state: 'pooled',
      title: { ru: 'Прорвало трубу' },
    })
    const problems = await read((stores) => stores.problems.ofMeeting(one))
    expect(problems).toMatchObject([{ group: 'water', state: 'pooled', position: 1, voices: 3, unit }])
    expect(
      (await factsOf(one)).map(({ type, payload }) => [type, payload['channel'] ?? payload['number']]),
    ).toEqual([
      ['requests-collected', 'other'],
      ['requests-analysed', undefined],
      ['pool-approved', 1],
    ])
  })

  test('never changes, whoever asks the database', async () => {
    for (const change of [`update pools set sha256 = repeat('0', 64)`, 'delete from pools', 'truncate pools'])
      await expect(house.owner.query(change)).rejects.toThrow('insert-only')
    await expect(house.owner.query(`update problems set state = 'forgotten'`)).rejects.toThrow(
      'a_state_of_a_problem_is_known',
    )
  })

  test('approved anew, keeps its problems: one is left out, one begins, the facts stay single', async () => {
    expect(code(await approve(one, as('b')))).toBe('not-allowed')
    await pile({
      group: 'road',
      words: ['Жол бұзылған', 'Дорога разбита', 'Жол жөндеу керек'],
      sphere: 'roads',
      channel: 'akims-blog',
    })
    await drawUp(one)
    expect((await draftOf(one))!.lines.map(({ group }) => group)).toEqual(['water', 'light', 'road'])
    await write(
      one,
      'road',
      words({
        sphere: 'roads',
        title: { kk: 'Жол', ru: 'Дорога' },
        priority: { value: 99, reason: 'мектеп жолы', by: 'a' as PersonId },
      }),
    )
    await write(one, 'water', words({ out: true }))
    const [before] = await read((stores) => stores.problems.ofMeeting(one))
    expect(code(await run((s) => orderPool(s, as('a'), { meeting: one, revision: 99 })))).toBe(
      'changed-meanwhile',
    )
    expect(code(await approve(one))).toBe('done')
    const problems = await read((stores) => stores.problems.ofMeeting(one))
    expect(problems.map(({ group, state }) => [group, state])).toEqual([
      ['road', 'pooled'],
      ['water', 'left-out'],
    ])
    expect(problems[1]!.id).toBe(before!.id)
    const [newest] = await read((stores) => stores.pools.versions(one))
    expect(newest!.content.issues[0]).toMatchObject({
      priority: 99,
      reasons: [{ kind: 'by-hand', of: 'мектеп жолы' }],
    })
    expect(
      (await factsOf(one)).map(({ type, payload }) => [type, payload['channel'] ?? payload['number']]),
    ).toEqual([
      ['requests-collected', 'other'],
      ['requests-analysed', undefined],
      ['pool-approved', 1],
      ['requests-collected', 'akims-blog'],
      ['pool-approved', 2],
    ])
    // And water comes back as the problem it was.
    await write(one, 'water')
    expect(code(await approve(one))).toBe('done')
    const back = await read((stores) => stores.problems.ofMeeting(one))
    expect(back.find(({ group }) => group === 'water')).toMatchObject({ id: before!.id, state: 'pooled' })
  })

  test('lets an office say that it looked at a channel where nothing was', async () => {
    const look = (channel: 'open-data-portal' | 'official-site') =>
      run((stores) => recordCollection(stores, as('a'), { meeting: one, channel }))
    expect(code(await look('official-site'))).toBe('no-such-channel')
    expect(code(await look('open-data-portal'))).toBe('done')
    expect(code(await look('open-data-portal'))).toBe('recorded-already')
  })

  test('meets the norms on collecting and analysing', async () => {
    const day = meetings[0]!.day
    const duties = await read((stores) =>
      dutiesOf(stores, house.books.law, office, { asOf: addDays(day, -1), horizon: addDays(day, 1) }),
    )
    const verdicts = duties!.verdicts.filter(
      ({ norm, subject }) => subject === one && norm.startsWith('A826-3.4.b'),
    )
    expect(verdicts.map(({ norm, verdict }) => `${norm} ${verdict}`).toSorted()).toEqual([
      'A826-3.4.b.1 met',
      'A826-3.4.b.2 met',
      'A826-3.4.b.3 met',
      'A826-3.4.b.4 met',
    ])
  })
})

describe('the inbox', () => {
  const desk = async (person: string, on: LocalDate, of = meetings.map((one) => one.id as string)) => {
    const when = instantAt(on, '10:00', unit)
    const { actor, today } = as(person, 'commission-member', when)
    const waiting = await read(async (stores) => {
      const own = (await stores.territory.office(office))!
      return inboxOf(stores, house.books, { actor, office: own, today }, when)
    })
    return waiting
      .filter(({ kind, id }) => kind.endsWith('-pool') && of.includes(id ?? ''))
      .map(({ kind, id }) => `${kind} ${id}`)
  }
  test('asks for a pool ten days before a meeting that has none, and not before', async () => {
    const { id, day } = meetings[1]!
    expect(await desk('a', addDays(day, -11))).not.toContain(`draw-up-pool ${id}`)
    expect(await desk('a', addDays(day, -10))).toContain(`draw-up-pool ${id}`)
    expect(await desk('a', addDays(day, 1))).not.toContain(`draw-up-pool ${id}`)
    expect(await desk('a', addDays(meetings[0]!.day, -5))).not.toContain(`draw-up-pool ${meetings[0]!.id}`)
  })
  test('asks another person to approve what is complete, and not its authors', async () => {
    const { id, day } = meetings[0]!
    await drawUp(id)
    const road = words({ sphere: 'roads', title: { kk: 'Жол бұзылған', ru: 'Дорога разбита' } })
    await write(id, 'road', { ...road, funding: null })
    expect(await desk('b', addDays(day, -5), [id])).toEqual([])
    await write(id, 'road', road)
    expect(await desk('b', addDays(day, -5), [id])).toEqual([`approve-pool ${id}`])
    expect(await desk('a', addDays(day, -5), [id])).toEqual([])
    expect(code(await approve(id))).toBe('done')
    expect(await desk('b', addDays(day, -5), [id])).toEqual([])
  })
})

test('a meeting that is moved keeps what was collected for it, of its new date', async () => {
  const { id, day } = meetings[0]!
  const before = await factsOf(id)
  const seen = async () => (await read((stores) => meetingOf(stores.meetings, id)))!.revision
  const reason = { kk: 'Су тасқыны', ru: 'Паводок' }
  const change = { kind: 'move' as const, day: addDays(day, 3), start: '15:00', reason }
  const proposed = { meeting: id, revision: await seen(), change }
  expect(code(await run((s) => proposeChange(s, as('a', 'author'), proposed)))).toBe('done')
  const signed = { meeting: id, revision: await seen() }
  expect(code(await run((s) => moveAndTell(s, as('s', 'signer'), signed)))).toBe('done')
  const after = (await factsOf(id)).slice(before.length)
  expect(after.map(({ type, payload }) => `${type} ${payload['channel'] ?? ''}`).toSorted()).toEqual([
    'requests-analysed ',
    'requests-collected akims-blog',
    'requests-collected open-data-portal',
    'requests-collected other',
  ])
  expect(new Set(after.map(({ payload }) => payload['meeting']))).toEqual(new Set([`${id}.2`]))
})

test('whoever left an address hears once that his problem came into a pool', async () => {
  const { rows } = await house.owner.query(
    `select payload, topics from outbox_messages where payload->>'event' = 'request-in-pool' and office = $1`,
    [office],
  )
  const told = rows.flatMap(({ topics }) => topics as string[])
  expect(told).toContain('request:water.0')
  expect(new Set(told).size).toBe(told.length)
})

describe('another meeting of the same place', () => {
  test('does not take up what is pooled, and finds the earlier problem by its words', async () => {
    const two = meetings[1]!.id
    const later = '2027-02-20T05:00:00.000Z' as Instant
    await pile({
      group: 'water-again',
      at: later,
      words: ['Су құбыры тағы жарылды, ауылда су жоқ', 'Снова нет воды, прорвало трубу'],
    })
    await pile({ group: 'bus', at: later, words: ['Автобус уақытында келмейді'], sphere: 'transport' })
    expect(code(await run((s) => drawUpPool(s, as('a', 'commission-member', later), { meeting: two })))).toBe(
      'done',
    )
    const draft = (await draftOf(two))!
    expect(draft.lines.map(({ group }) => group).toSorted()).toEqual(['bus', 'light', 'water-again'])
    const line = (group: string) => draft.lines.find((one) => one.group === group)!
    const likely = (group: string) =>
      read(async (stores) => {
        const pool = (await readMeetingPool(stores, two, later))!
        const reader = await intake.readers.of(stores, office, localDay(later, null))
        return likelyEarlier(stores, reader, {
          meeting: two,
          line: line(group),
          words: pool.words.get(group as GroupId)!,
          today: localDay(later, null),
        })
      })
    const found = await likely('water-again')
    expect(found.map(({ earlier }) => earlier.sphere)).toEqual(['water'])
    expect(found[0]!.why.length).toBeGreaterThan(0)
    expect(await likely('bus')).toEqual([])
    const earlier = found.map(({ problem, why }) => ({ problem, why }))
    await write(two, 'water-again', words({ earlier }))
    await write(two, 'bus', words({ sphere: 'transport', out: true }))
    const when = as('b', 'commission-member', later)
    expect(code(await approve(two, when))).toBe('done')
    const [problem] = await read((stores) => stores.problems.ofMeeting(two))
    expect(await read((stores) => stores.problems.linksOf(problem!.id))).toMatchObject([
      { problem: problem!.id, earlier: earlier[0]!.problem },
    ])
    const [version] = await read((stores) => stores.pools.versions(two))
    expect(version!.content.issues[0]!.reasons.find(({ kind }) => kind === 'again')).toMatchObject({ of: 1 })
  })

  test('may be prepared by one person when nobody else is there and its start is near, and says so', async () => {
    const { id, day } = meetings[1]!
    const early = instantAt(addDays(day, -9), '10:00', unit)
    const near = instantAt(addDays(day, -1), '18:00', unit)
    await house.owner.query(`insert into persons (id, name) values ('only', 'Жалғыз') on conflict do nothing`)
    await house.owner.query(
      `insert into grants (person, office, role, from_day, given_at) values ('only', $1, 'commission-member', '2027-01-01', now())`,
      [office],
    )
    await pile({ group: 'gas', meeting: id, sphere: 'gas', words: ['Газ қашан келеді?'], at: early })
    await run((s) => drawUpPool(s, as('only', 'commission-member', early), { meeting: id }))
    await write(id, 'gas', words({ sphere: 'gas' }), as('only', 'commission-member', early))
    expect(code(await approve(id, as('only', 'commission-member', early)))).toBe('not-allowed')
    const last = await approve(id, as('only', 'commission-member', near))
    expect(last).toMatchObject({
      ok: true,
      value: { pool: { signed: 'one-person' } },
    })
  })
})
