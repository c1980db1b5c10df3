// Requests of other systems over a database: twice is once, in whatever order; each row has one fate; many rows come in.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import { hashFor } from '#receipts'
import type { ImportReading } from '#requests'
import { type UnitCode, akimOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../test/demonstration.ts'
import { intake } from '../../test/intake.ts'
import { importRequests, readImport, receiptOfRow } from './import-requests.ts'

const at = '2026-11-23T06:00:00.000Z' as Instant
const today = '2026-11-23' as LocalDate
const office = akimOffice('315400000' as UnitCode)
const acting = { person: null, offices: [office] }
let played: Demonstration
beforeAll(async () => void (played = await demonstrationAt('2026-11-23T05:00:00.000Z')))
afterAll(() => played?.close())

type Cells = readonly [id: string, day: string, words: string]
const reading = (source: string): ImportReading => ({
  source,
  channel: 'hotline-109',
  columns: ['external-id', 'received', 'words'],
  days: [],
  zone: 'local',
  place: null,
  kinds: {},
  closes: null,
})
async function bring(source: string, rows: readonly Cells[], meeting: MeetingId | null = null) {
  const { lines } = await played.storage.readOffice(acting, (stores) =>
    readImport(stores, intake, {
      office,
      rows: rows.map((cells, place) => ({ line: place + 2, cells })),
      reading: reading(source),
      now: at,
      today,
    }),
  )
  const by = { actor: null, acting, at, today, newId: chance.newId, newSalt: chance.newSalt }
  const file = { office, mark: `file of ${source}`, reading: reading(source), meeting, lines }
  const outcome = await importRequests(played.storage, intake, by, file)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const stands = async (source: string) => {
  const { rows } = await played.owner.query(
    `select r.external_id, r.words, r.receipt, r.revision, r.kind, encode(o.sealed, 'hex') as sealed
     from requests r left join seal.request_originals o on o.request = r.id
     where source = $1 order by external_id`,
    [source],
  )
  const facts = await played.owner.query(
    `select count(*)::int as n from journal where type in ('request-received', 'requests-imported')`,
  )
  return { rows, facts: facts.rows[0].n }
}

const rowCells: fc.Arbitrary<Cells> = fc.tuple(
  fc.constantFrom('', '1', '2', '3', '4', 'a b', "'; drop table requests; --"),
  fc.constantFrom('20.11.2026', '2026-11-20 10:00', '21.11.2026', 'кеше', '20.11.2027', ''),
  fc.oneof(
    fc.constantFrom('Нет воды', 'Су жоқ, 8 701 123 45 67', '=HYPERLINK("x")', '<b>Яма</b>', '', '\u202eлом'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ),
)
let source = 0

test('property: importing again, in whatever order, changes nothing; every row has exactly one fate', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(rowCells, { minLength: 1, maxLength: 14 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows]))),
      async ([rows, again]) => {
        const name = `source-${++source}`
        const first = await bring(name, rows)
        const faulty = rows.length - first.rows.length
        expect([first.taken + first.known, first.faulty]).toEqual([first.rows.length, faulty])
        const before = await stands(name)
        expect(before.rows).toHaveLength(first.taken)
        expect(new Set(first.rows.map(({ externalId }) => externalId)).size).toBe(first.taken)
        const second = await bring(name, again)
        expect(second).toMatchObject({ taken: 0, known: second.rows.length })
        expect(await stands(name)).toEqual(before)
      },
    ),
    { numRuns: 25 },
  )
})

test('control: a house that forgets what a row is called takes it twice', async () => {
  const forgetful = async (rows: readonly Cells[]) =>
    bring(
      'forgetful',
      rows.map(([, ...rest], place) => [`${++source}-${place}`, ...rest]),
    )
  await forgetful([['1', '20.11.2026', 'Нет воды']])
  await forgetful([['1', '20.11.2026', 'Нет воды']])
  expect((await stands('forgetful')).rows).toHaveLength(2)
})

test('a row has the same receipt each time, and its words are masked', async () => {
  const outcome = await bring('receipts', [['55', '20.11.2026', 'Су жоқ, 8 701 123 45 67']])
  expect(outcome.rows).toEqual([{ line: 2, externalId: '55', fate: 'taken' }])
  const code = receiptOfRow(intake, office, 'receipts', '55')
  const { rows } = await stands('receipts')
  expect(rows[0]).toMatchObject({ receipt: hashFor('request', code), sealed: expect.any(String) })
  expect(rows[0].words).not.toMatch(/701|45 67/)
  expect(receiptOfRow({ mark: () => 'another key' }, office, 'receipts', '55')).not.toBe(code)
  const fact = await played.owner.query(
    `select office, actor, payload from journal where type = 'requests-imported' and subject = 'file of receipts'`,
  )
  expect(fact.rows).toEqual([
    {
      office,
      actor: null,
      payload: { source: 'receipts', rows: 1, fresh: 1, known: 0, faulty: 0, file: 'file of receipts' },
    },
  ])
})

test('a file is for one meeting of the office; rows that were taken before stay with theirs', async () => {
  const of = (whose: string) =>
    played.owner
      .query(
        `select id from current_meetings where office ${whose} and day > $1 and cancelled is null order by day limit 2`,
        [today],
      )
      .then(({ rows }) => rows.map(({ id }) => id as MeetingId))
  const [[first, second], [foreign]] = [await of(`= '${office}'`), await of(`<> '${office}'`)]
  const rows: Cells[] = [['1', '20.11.2026', 'Су жоқ']]
  expect(await bring('meeting', rows, first)).toMatchObject({ taken: 1, meeting: first, elsewhere: 0 })
  const again = [...rows, ['2', '20.11.2026', 'Жарық жоқ'], ['2', '20.11.2026', 'Жарық жоқ']] as Cells[]
  const outcome = await bring('meeting', again, second)
  expect(outcome).toMatchObject({ taken: 1, known: 2, meeting: second, elsewhere: 1 })
  expect((await bring('meeting', again)).elsewhere).toBe(3)
  const stand = await played.owner.query(
    `select r.meeting, j.payload->>'meeting' as told from requests r join journal j on j.subject = r.id
     where source = 'meeting' and j.type = 'request-received' order by external_id`,
  )
  expect(stand.rows).toEqual([
    { meeting: first, told: first },
    { meeting: second, told: second },
  ])
  await expect(bring('meeting', [['3', '20.11.2026', 'Жол']], foreign)).rejects.toThrow('no-such-meeting')
  expect((await stands('meeting')).rows).toHaveLength(2)
})

test('two thousand rows come in, and what was cut off in the middle is taken by the next import', async () => {
  const rows = Array.from({ length: 2_000 }, (_, n): Cells => [
    String(n),
    '20.11.2026',
    `Су құбыры ${n} рет жарылды, жолды жөндеңіз`,
  ])
  await bring('many', rows.slice(0, 250))
  const outcome = await bring('many', rows)
  expect([outcome.taken, outcome.known, (await stands('many')).rows.length]).toEqual([1_750, 250, 2_000])
})

test('two who import the same file at once take each row once', async () => {
  const rows = Array.from({ length: 120 }, (_, n): Cells => [String(n), '20.11.2026', `Жарық жоқ ${n}`])
  const outcomes = await Promise.all([bring('both', rows), bring('both', rows)])
  expect(outcomes.reduce((sum, { taken }) => sum + taken, 0)).toBe(120)
  expect((await stands('both')).rows).toHaveLength(120)
})
