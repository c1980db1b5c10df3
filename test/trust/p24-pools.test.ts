// P24 for pools: random histories of drawing up, writing, ordering and approving, with tabs of any age; nothing is approved
// by who wrote of it, nor otherwise than as it was read.
// Control: a draft that forgets who wrote of it is seen.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act, MeetingId } from '#calendar'
import { type Stores, approveMeetingPool, drawUpPool } from '#flows'
import { type Instant, type LocalDate, refuse } from '#kernel'
import type { PersonId, Role } from '#people'
import { type GroupId, type PoolDraft, stepLine, writeLine } from '#requests'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../demonstration.ts'
import { heap } from '../pool.ts'

const office = 'akim.315400000' as OfficeId
const now = '2027-02-03T05:00:00.000Z' as Instant
const people = {
  author: 'author',
  first: 'commission-member',
  second: 'commission-member',
  signer: 'signer',
} as const
type Who = keyof typeof people
const groups = ['water', 'road'] as GroupId[]

let house: Demonstration
let meeting: MeetingId
let unit: UnitCode
beforeAll(async () => {
  house = await demonstrationAt('2027-02-02T05:00:00.000Z')
  await house.owner.query('delete from grants where office = $1', [office])
  const { rows } = await house.owner.query(
    `select id, unit from current_meetings where office = $1 and day > '2027-04-01' order by day, id limit 1`,
    [office],
  )
  ;({ id: meeting, unit } = rows[0])
  for (const group of groups)
    await heap(house, {
      office,
      unit,
      meeting,
      group,
      sphere: group,
      state: 'accepted',
      at: now,
      words: ['Су жоқ'],
    })
})
afterAll(() => house?.close())

const actOf = (who: Who): Act => {
  const [person, role] = [who as string as PersonId, people[who] as Role]
  const grants = [{ person, office, role, from: '2027-01-01' as LocalDate, to: null }]
  const actor = { person: { id: person, name: who }, grants, signedInAt: now }
  return { actor, at: now, today: localDay(now, null), asserted: false, ...chance }
}

type Command = {
  readonly do: 'draw' | 'write' | 'step' | 'approve'
  readonly as: Who
  readonly group: GroupId
  /** How many revisions old the page is. */
  readonly age: number
}
const command: fc.Arbitrary<Command> = fc.record({
  do: fc.constantFrom('draw', 'write', 'write', 'step', 'approve', 'approve', 'approve' as const),
  as: fc.constantFrom<Who>('author', 'first', 'second', 'signer'),
  group: fc.constantFrom(...groups),
  age: fc.constantFrom(0, 0, 0, 1, 2),
})

/** Plays a history that is never kept; `forgets` is the control. */
async function play(history: readonly Command[], forgets: boolean) {
  const found: string[] = []
  let approved = 0
  await house.storage.transaction<void, 'never kept'>(
    { person: null, offices: [office] },
    async (stores: Stores) => {
      for (const who of Object.keys(people) as Who[]) {
        const id = who as string as PersonId
        await stores.people.addPerson({ id, name: who })
        const grant = {
          person: id,
          office,
          role: people[who] as Role,
          from: '2027-01-01' as LocalDate,
          to: null,
        }
        await stores.people.addGrant(grant, { by: null, at: now })
      }
      const tabs: PoolDraft[] = []
      let writers = new Set<Who>()
      const kept = (who: Who, outcome: { ok: boolean; value?: PoolDraft }) => {
        if (!outcome.ok) return
        tabs.push(outcome.value!)
        writers.add(who)
      }
      for (const [turn, { do: deed, as, group, age }] of history.entries()) {
        const [act, seen] = [actOf(as), tabs.at(-1 - age)]
        const revision = seen?.revision ?? 0
        if (deed === 'draw') kept(as, await drawUpPool(stores, act, { meeting }))
        if (deed === 'step') kept(as, await stepLine(stores, act, { meeting, revision, group, step: 'up' }))
        const line = seen?.lines.find((one) => one.group === group)
        if (deed === 'write' && line) {
          const title = { kk: `Су ${turn}`, ru: `Вода ${turn}` }
          const words = { ...line, out: false, title, level: 'okrug' as const, funding: true }
          kept(as, await writeLine(stores, act, { meeting, group, seen: line.revision, words }))
        }
        if (deed !== 'approve') continue
        const draft = await stores.pools.draft(meeting)
        if (forgets && draft && draft.editors.length > 0)
          await stores.pools.saveDraft({
            ...draft,
            editors: ['nobody' as PersonId],
            revision: draft.revision + 1,
          })
        const asked = forgets && draft ? ((await stores.pools.draft(meeting))?.revision ?? 0) : revision
        const outcome = await approveMeetingPool(stores, act, { meeting, revision: asked })
        if (!outcome.ok) continue
        approved++
        const { pool } = outcome.value
        if (writers.has(as)) found.push(`${as} approved what he wrote (${pool.signed})`)
        if (people[as] === 'author') found.push(`${as} approved without the right to`)
        const read = seen?.lines.filter(({ out }) => !out).map(({ title }) => title.kk)
        if (
          !forgets &&
          JSON.stringify(read) !== JSON.stringify(pool.content.issues.map(({ title }) => title.kk))
        )
          found.push(`${as} approved something else than he read`)
        tabs.push((await stores.pools.draft(meeting))!)
        writers = new Set()
      }
      return refuse('never kept')
    },
  )
  return { found, approved }
}

const histories = fc.sample(fc.array(command, { minLength: 8, maxLength: 24 }), { numRuns: 20, seed: 24 })
// Each begins with a draft whose lines are complete, or nothing would ever be approved.
const begun: readonly Command[] = [
  { do: 'draw', as: 'author', group: groups[0]!, age: 0 },
  ...groups.map((group): Command => ({ do: 'write', as: 'author', group, age: 0 })),
]

async function playAll(forgets: boolean) {
  const played = []
  for (const history of histories) played.push(await play([...begun, ...history], forgets))
  return {
    found: played.flatMap(({ found }) => found),
    approved: played.reduce((sum, { approved }) => sum + approved, 0),
  }
}

test('no pool is approved by who wrote of it, nor otherwise than as it was read', async () => {
  const { found, approved } = await playAll(false)
  expect(found).toEqual([])
  expect(approved).toBeGreaterThan(10)
})

test('control: a draft that forgets its writers is seen', async () => {
  const { found } = await playAll(true)
  expect(found.some((sentence) => sentence.includes('what he wrote'))).toBe(true)
})
