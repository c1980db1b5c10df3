import * as fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Entry,
  type EntryFilter,
  type EntryId,
  type Json,
  type NewEntry,
  link,
  verifyChain,
} from '#journal'
import { type Instant, type LocalDate, done, instantOf, refuse } from '#kernel'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database?.close())

const clerk = { person: 'clerk', offices: ['akim.310000000', 'akim.1', 'akim.2', 'akim.3'] }
let count = 0
const entry = (fields: Partial<NewEntry> = {}): NewEntry => ({
  id: `e${++count}` as EntryId,
  type: 'meeting-held',
  at: '2026-03-02T05:00:00.000Z' as Instant,
  asserted: false,
  actor: 'clerk',
  office: 'akim.310000000',
  subject: 'm1',
  payload: {},
  corrects: null,
  salt: '00112233445566778899aabbccddeeff',
  ...fields,
})
const append = async (...entries: NewEntry[]) => {
  const result = await database.storage.transaction(clerk, async ({ journal }) =>
    done(await journal.append(entries)),
  )
  return result.ok ? result.value : []
}
const all = () => database.storage.readOffice(clerk, ({ journal }) => journal.entries({ live: false }))

test('entries come back as they were written, linked in the order given', async () => {
  const written = await append(
    entry({ payload: { kk: 'Меркі', b: [1, null, { a: 0.1 }], skipped: undefined } }),
    // Nobody's entry: read by offices where its type is public.
    entry({
      type: 'meeting',
      at: '2026-03-02' as LocalDate,
      asserted: true,
      office: null,
      subject: null,
      actor: null,
    }),
  )
  const read = await all()
  expect(
    read.map(({ payload, ...rest }) => ({ ...rest, payload: JSON.parse(JSON.stringify(payload)) as Json })),
  ).toEqual(
    written.map(({ payload, ...rest }) => ({
      ...rest,
      payload: JSON.parse(JSON.stringify(payload)) as Json,
    })),
  )
  expect(read.map(({ seq }) => seq)).toEqual([1, 2])
  expect(verifyChain(read)).toEqual(done({ count: 2, hash: written[1]!.hash }))
})

test('1,500 entries in one call, and forty writers at once, leave one chain', async () => {
  await append(...Array.from({ length: 1500 }, () => entry()))
  await Promise.all(Array.from({ length: 40 }, () => append(entry(), entry())))
  const verified = verifyChain(await all())
  expect(verified).toMatchObject({ ok: true, value: { count: 2 + 1500 + 80 } })
})

test('any payload that JSON can carry keeps its digest on the way through the database', async () => {
  const text = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0'))
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json')),
      fc.dictionary(text, tie('json')),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(text, json), { minLength: 20, maxLength: 20 }),
      async (payloads) => {
        await append(...payloads.map((payload) => entry({ payload })))
      },
    ),
    { numRuns: 20 },
  )
  expect(verifyChain(await all()).ok).toBe(true)
})

test('entries are found by office, offices, subject and type; a corrected one is no longer live', async () => {
  const [plan] = await append(
    entry({ type: 'plan-published', office: 'akim.1', subject: 's1' }),
    entry({ type: 'plan-published', office: 'akim.2', subject: 's2' }),
    entry({ type: 'plan-amended', office: 'akim.3', subject: 's1' }),
  )
  const [correction] = await append(
    entry({ type: 'plan-published', office: 'akim.1', subject: 's1', corrects: plan!.id, payload: { n: 2 } }),
  )
  const found = async (filter: EntryFilter) =>
    (await database.storage.readOffice(clerk, ({ journal }) => journal.entries(filter))).map(({ id }) => id)
  expect(await found({ office: 'akim.1' })).toEqual([correction!.id])
  expect(await found({ office: 'akim.1', live: false })).toEqual([plan!.id, correction!.id])
  expect((await found({ offices: ['akim.1', 'akim.3'] })).length).toBe(2)
  expect(await found({ offices: [] })).toEqual([])
  expect((await found({ subject: 's1', types: ['plan-amended'] })).length).toBe(1)
  expect(await found({ types: [] })).toEqual([])
})

test('rules that the database holds by name', async () => {
  const [first] = await append(entry())
  await append(entry({ corrects: first!.id }))
  const broken = (fields: Partial<NewEntry>) =>
    append(entry(fields)).then(
      () => 'kept',
      (fault: { constraint?: string }) => fault.constraint,
    )
  expect(await broken({ corrects: first!.id })).toBe('an_entry_is_corrected_once')
  expect(await broken({ corrects: 'no-such-entry' as EntryId })).toBe('a_correction_names_an_entry')
  expect(await broken({ id: first!.id })).toBe('an_entry_is_written_once')
  expect(await broken({ at: '2026-03-02' as LocalDate })).toBe('what_is_witnessed_has_an_instant')
  expect(await broken({ at: '2 March' as LocalDate, asserted: true })).toBe('at_is_an_instant_or_a_day')
  expect(await broken({ salt: 'pepper' })).toBe('a_salt_has_16_bytes')
})

test('a store that forges place, time or link runs into the database', async () => {
  const last = (await all()).at(-1)!
  const app = new Client(database.server.connection('app', database.name))
  await app.connect()
  const forge = (fields: Partial<Entry>, previous = last.hash) => {
    const placed = { ...entry(), seq: last.seq + 1, recordedAt: instantOf(Date.now()), ...fields }
    const { recordedAt, ...row } = { ...link(previous, placed), ...fields }
    const json = JSON.stringify({ ...row, recorded_at: recordedAt })
    return app
      .query('insert into journal select * from jsonb_populate_record(null::journal, $1)', [json])
      .then(
        () => 'kept',
        (fault: { constraint?: string; message: string }) => fault.constraint ?? fault.message,
      )
  }
  const early = instantOf(Date.now() - 3_600_000)
  const late = instantOf(Date.now() + 3_600_000)
  expect(await forge({ recordedAt: early })).toBe('journal_is_linked')
  expect(await forge({ recordedAt: late })).toBe('journal_is_linked')
  expect(await forge({ seq: last.seq + 2 })).toBe('journal_is_linked')
  expect(await forge({}, 'f'.repeat(64))).toBe('journal_is_linked')
  expect(await forge({ hash: 'f'.repeat(64) })).toBe('journal_is_linked')
  expect(await forge({ seq: last.seq })).toBe('journal_has_no_two_entries_at_a_place')
  for (const change of ['update journal set type = type', 'delete from journal', 'truncate journal'])
    await expect(app.query(change)).rejects.toThrow('permission denied')
  await app.end()
})

test('an office reads its own entries and what is public, and no query shows it more', async () => {
  await append(
    entry({ type: 'secret', office: 'akim.2' }),
    entry({ type: 'meeting', office: 'akim.2', subject: 'seen' }),
  )
  const read = (offices: string[]) =>
    database.storage.readOffice({ person: 'clerk', offices }, ({ journal }) =>
      journal.entries({ office: 'akim.2', types: ['secret', 'meeting'] }),
    )
  const typesSeen = async (offices: string[]) => (await read(offices)).map(({ type }) => type)
  expect(await typesSeen(['akim.2'])).toEqual(['secret', 'meeting'])
  expect(await typesSeen(['akim.1'])).toEqual(['meeting'])
  expect(await typesSeen([])).toEqual(['meeting'])
})

test('control: a change made past every wall, by one who owns the machine, breaks the chain where it was made', async () => {
  expect(verifyChain(await all()).ok).toBe(true)
  await database.owner.query(`alter table journal disable trigger user`)
  await database.owner.query(`update journal set payload = '{"quietly": "changed"}' where seq = 5`)
  expect(verifyChain(await all())).toEqual(refuse({ code: 'chain-broken', seq: 5, at: 'digest' }))
})
