// Verdicts rest on entries that may be kept in memory: whatever was written, corrected or rolled back, by whomever, they are
// those that reading everything anew gives.
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Storage, dutiesOf } from '#flows'
import type { Entry, EntryId, NewEntry, Payload } from '#journal'
import { type LocalDate, addDays, done, localDate, refuse } from '#kernel'
import { readActs } from '#law'
import {
  type UnitCode,
  akimOffice,
  loadDemonstration,
  readDemonstration,
  readDemonstrationMap,
} from '#territory'
import { type FreshDatabase, freshDatabase, silent } from '../../test/fresh-database.ts'
import { root } from '../serve.ts'
import { openDatabase } from './database.ts'
import { KeptEntries, markOf } from './kept-entries.ts'

/** Keeps nothing: what everything is held against. */
class Nothing extends KeptEntries {
  override get = () => undefined
}
class Counting extends KeptEntries {
  given = 0
  override get(key: string, mark: string) {
    const entries = super.get(key, mark)
    if (entries) this.given++
    return entries
  }
}
/** Seeded defects: entries given out for a mark that says less than which entries they are. */
class Careless extends KeptEntries {
  private readonly by = new Map<string, readonly Entry[]>()
  private readonly part: (mark: string) => string
  constructor(part: (mark: string) => string) {
    super()
    this.part = part
  }
  override get = (key: string, mark: string) => this.by.get(`${key} ${this.part(mark)}`)
  override set = (key: string, entries: readonly Entry[]) =>
    void this.by.set(`${key} ${this.part(markOf(entries))}`, entries)
}

const law = readActs(join(root, 'acts'))
const units = { one: '315400000' as UnitCode, two: '315430000' as UnitCode }
const offices = { one: akimOffice(units.one), two: akimOffice(units.two) }
const asOf = localDate('2026-11-23')
const kept = new Counting()
let database: FreshDatabase
let opened: Record<'kept' | 'anew' | 'unmarked' | 'counted', Storage>
beforeAll(async () => {
  database = await freshDatabase()
  await database.storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(
      await loadDemonstration(stores, {
        units: readDemonstration(join(root, 'data/demonstration/territory.yaml')),
        map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
      }),
    ),
  )
  const open = (kept: KeptEntries) => openDatabase(database.server, silent, database.name, kept)
  opened = {
    kept: await open(kept),
    anew: await open(new Nothing()),
    unmarked: await open(new Careless(() => '')),
    counted: await open(new Careless((mark) => mark.split(' ')[0]!)),
  }
})
afterAll(async () => {
  await Promise.all(Object.values(opened ?? {}).map((storage) => storage.close()))
  await database?.close()
})

let count = 0
const entry = (of: 'one' | 'two', type: string, at: LocalDate, payload: Payload): NewEntry => ({
  id: `kept-${++count}` as EntryId,
  type,
  at,
  asserted: true,
  actor: null,
  office: offices[of],
  subject: null,
  payload,
  corrects: null,
  salt: '00112233445566778899aabbccddeeff',
})
const meeting = (of: 'one' | 'two', id: string, day: LocalDate, status: string): NewEntry =>
  entry(of, 'meeting', day, {
    id,
    office: offices[of],
    unit: '315430100',
    day,
    form: 'visiting',
    status,
    held_by: 'holder',
    in_calendar: true,
    planned_minutes: 90,
  })

/** What the public, one office, and one that acts for both are told of each office. */
async function told(storage: Storage) {
  const say = (stores: Parameters<Parameters<Storage['readPublic']>[0]>[0]) =>
    Promise.all(
      Object.values(offices).map(async (office) => {
        const { entries, verdicts } = (await dutiesOf(stores, law, office, { asOf, horizon: asOf }))!
        return { entries: entries.map(({ seq, hash }) => [seq, hash]), verdicts }
      }),
    )
  return [
    await storage.readPublic(say),
    ...(await Promise.all(
      [[offices.one], Object.values(offices)].map((acting) =>
        storage.readOffice({ person: 'clerk', offices: acting }, say),
      ),
    )),
  ]
}

const deed = fc.record({
  does: fc.constantFrom('hold', 'announce', 'correct', 'replace', 'roll back', 'commission'),
  of: fc.constantFrom('one' as const, 'two' as const),
  by: fc.constantFrom('one' as const, 'two' as const),
  which: fc.nat(30),
  day: fc.integer({ min: 0, max: 320 }).map((days) => addDays(localDate('2026-01-05'), days)),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** Writes through a process of its own. */
async function play({ does, of, by, which, day }: Deed, written: NewEntry[]): Promise<void> {
  const id = `m-${++count}`
  const standing = written.filter((one) => !written.some(({ corrects }) => corrects === one.id))
  const old = standing[which % Math.max(1, standing.length)]
  const whole =
    does === 'announce'
      ? entry(of, 'notice-published', day, {
          meeting: (old?.payload['id'] as string) ?? id,
          channel: 'official-site',
        })
      : does === 'commission'
        ? entry(of, 'commission-formed', day, { office: offices[of], members: ['public-council'] })
        : meeting(of, id, day, does === 'replace' ? 'cancelled' : 'held')
  const corrects = old && (does === 'correct' || does === 'replace') ? old.id : null
  // Another office may correct it, too; then its own entries are as many as before, or one less.
  const next = { ...whole, corrects, ...(does === 'correct' ? { office: offices[by] } : {}) }
  await database.storage.transaction(
    { person: 'clerk', offices: Object.values(offices) },
    async ({ journal, ...stores }) => {
      await journal.append([next])
      if (does !== 'roll back') return done()
      // Seen once before it is gone; another will stand in its place in the journal.
      await dutiesOf({ journal, ...stores }, law, offices[of], { asOf, horizon: asOf })
      return refuse({ code: 'rolled-back' })
    },
  )
  if (does !== 'roll back') written.push(next)
}

test('after any history verdicts are those of reading everything anew', async () => {
  const written: NewEntry[] = []
  const wrong = { unmarked: 0, counted: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 4 }), async (deeds) => {
      for (const one of deeds) {
        await play(one, written)
        const now = JSON.stringify(await told(opened.anew))
        expect(JSON.stringify(await told(opened.kept))).toBe(now)
        for (const careless of ['unmarked', 'counted'] as const)
          if (JSON.stringify(await told(opened[careless])) !== now) wrong[careless]++
      }
    }),
    { numRuns: 7, seed: 30 },
  )
  // Nothing is shown where nothing came from memory.
  expect(kept.given).toBeGreaterThan(10)
  // Control: caches that look less closely tell verdicts that are over.
  expect(wrong.unmarked).toBeGreaterThan(5)
  expect(wrong.counted).toBeGreaterThan(0)
})

test('what stands in memory is bounded, and equal marks are equal entries', () => {
  const entries = (n: number, of: number) =>
    Array.from({ length: n }, (_, at) => ({
      hash: (at * 16 + of).toString(16).padStart(16, '0') + 'f'.repeat(48),
    }))
  const [few, many] = [entries(3, 1), entries(40_000, 2)] as unknown as [Entry[], Entry[]]
  expect(markOf(few)).toBe(markOf(few.toReversed()))
  expect(markOf(few.slice(1))).not.toBe(markOf(few))
  const kept = new KeptEntries()
  kept.set('a', many)
  kept.set('b', few)
  expect(kept.get('a', markOf(many))).toBe(many)
  kept.set('c', many)
  // The one that was asked for last goes last, but there is no room for both.
  expect([kept.get('a', markOf(many)), kept.get('c', markOf(many))]).toEqual([undefined, many])
  expect(kept.get('c', markOf(few))).toBeUndefined()
})
