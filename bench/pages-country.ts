// A country in the database: its register, a published calendar for every region, and the facts of the past weeks.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeetingId } from '#calendar'
import type { Storage } from '#flows'
import { type Entry, type NewEntry, beginning, link } from '#journal'
import { type Instant, type LocalDate, addDays, instantOf, localDate, milliseconds, weekday } from '#kernel'
import {
  type Unit,
  type UnitCode,
  akimOffice,
  importRegister,
  readDemonstration,
  readRegisterFile,
  unitsOf,
} from '#territory'
import { startPostgres } from '../src/storage/embedded-postgres.ts'
import { asOwner } from '../src/storage/storage.ts'

export type Country = {
  readonly source: string
  readonly units: number
  readonly count: number
  readonly entries: number
  readonly regions: readonly UnitCode[]
  readonly districts: readonly UnitCode[]
  readonly villages: readonly UnitCode[]
  readonly meetings: readonly MeetingId[]
  /** The region whose calendar comes nearest to the 1,500 meetings that a region has. */
  readonly usual: { readonly region: UnitCode; readonly events: number }
}

type Row = Record<string, unknown> & {
  id: string
  office: string
  unit: string
  day: LocalDate
  calendar: string
}

/** Fills an empty database; rows go in through SQL, for no office could type them. */
export async function fillCountry(
  storage: Storage,
  folder: string,
  wanted: number,
  now: Instant,
): Promise<Country> {
  const shared = process.env['KEZDESU_SHARED']
  const units = shared ? classifier(join(shared, 'data/kato.csv')) : demonstration()
  await storage.transaction({ person: null, offices: [] }, ({ register }) =>
    importRegister({ register }, { units, refused: [], edition: localDate('2024-01-01') }),
  )
  const rows = meetingsOf(units, wanted)
  const published = '2026-01-12T06:00:00.000Z'
  const regions = units.filter(({ parent }) => parent === null)
  const server = await startPostgres(folder, { info() {}, warn() {} })
  const written = await asOwner(
    server,
    async (owner) => {
      const insert = (table: string, list: readonly object[]) =>
        owner.query(
          `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(list)],
        )
      for (const { code } of regions) {
        const id = `cal-${code}`
        await owner.query(
          `insert into calendars (id, region, office, year, state, revision, editors, drafted_at, approved_at, published_at, demonstration)
         values ($1, $2, $3, 2026, 'published', 9, '{}', $4, $4, $4, false)`,
          [id, code, akimOffice(code), published],
        )
        await owner.query(
          `insert into calendar_releases (calendar, number, region, year, published_at, hash, content) values ($1, 1, $2, 2026, $3, $4, '{}')`,
          [id, code, published, createHash('sha256').update(id).digest('hex')],
        )
      }
      for (let at = 0; at < rows.length; at += 2000)
        await insert('released_meetings', rows.slice(at, at + 2000))
      let [seq, hash, entries] = [0, beginning, 0]
      const facts = factsOf(rows, published)
      for (let at = 0; at < facts.length; at += 5000) {
        const recordedAt = instantOf(Date.now())
        const linked = facts.slice(at, at + 5000).map((fact): Entry => {
          const entry = link(hash, { ...fact, seq: ++seq, recordedAt })
          hash = entry.hash
          return entry
        })
        await insert(
          'journal',
          linked.map(({ recordedAt, ...entry }) => ({ ...entry, recorded_at: recordedAt })),
        )
        entries += linked.length
      }
      await owner.query('vacuum analyze')
      return entries
    },
    'kezdesu',
  )
  await server.stop()
  const some = (list: readonly UnitCode[]) =>
    list.filter((_, at) => at % Math.max(1, Math.floor(list.length / 20)) === 0)
  const sizes = regions.map(({ code }) => ({
    region: code,
    events: rows.filter(({ calendar }) => calendar === `cal-${code}`).length,
  }))
  const coming = rows.filter(({ day }) => day >= now.slice(0, 10))
  return {
    source: shared ? 'classifier' : 'demonstration',
    units: units.length,
    count: rows.length,
    entries: written,
    regions: regions.map(({ code }) => code),
    districts: some(units.filter(({ kind }) => kind === 'district').map(({ code }) => code)),
    villages: some(units.filter(({ kind }) => kind === 'village').map(({ code }) => code)),
    usual: sizes.toSorted((a, b) => Math.abs(a.events - 1500) - Math.abs(b.events - 1500))[0]!,
    meetings: coming.filter((_, at) => at % 701 === 0).map(({ id }) => id as MeetingId),
  }
}

function classifier(path: string): Unit[] {
  const file = readRegisterFile(path, readFileSync(path))
  if (!file.ok) throw new Error(`${path}: ${file.refusal.code}`)
  return unitsOf(file.value.rows).units as Unit[]
}

const demonstration = (): Unit[] =>
  readDemonstration(join(import.meta.dirname, '../data/demonstration/territory.yaml')) as Unit[]

/** The akim of each unit visits what lies directly below it, again and again until the year is full. */
function meetingsOf(units: readonly Unit[], wanted: number): Row[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const regionOf = (unit: Unit): Unit => (unit.parent === null ? unit : regionOf(byCode.get(unit.parent)!))
  const pairs = units.flatMap((unit) => {
    const above = unit.parent === null ? undefined : byCode.get(unit.parent)
    return above?.hasAkim && unit.kind !== 'populated-place' ? [{ unit, above, region: regionOf(unit) }] : []
  })
  return Array.from({ length: wanted }, (_, at): Row => {
    const { unit, above, region } = pairs[at % pairs.length]!
    let day = addDays(localDate('2026-01-13'), (at * 7919) % 350)
    while (weekday(day) > 5) day = addDays(day, 1)
    return {
      id: `m-${String(at).padStart(6, '0')}`,
      calendar: `cal-${region.code}`,
      number: 1,
      office: akimOffice(above.code),
      unit: unit.code,
      norm:
        above.parent === null ? 'A826E2-2.1.a' : above.kind === 'district' ? 'A826E2-2.1.c' : 'A826E2-2.1.d',
      period: above.parent === null ? '2026' : day < '2026-07-01' ? '2026-H1' : '2026-H2',
      day,
      start_time: ['10:00', '11:00', '15:00'][at % 3],
      planned_minutes: 90,
      form: 'visiting',
      proposed_day: day,
      move_reason: null,
    }
  })
}

/** Each meeting of a calendar is a fact; those of the first weeks were announced a fortnight before. */
function factsOf(rows: readonly Row[], published: string): NewEntry[] {
  let number = 0
  const fact = (type: string, at: string, row: Row, payload: NewEntry['payload']): NewEntry => ({
    id: `e${++number}` as NewEntry['id'],
    type,
    at: at as Instant,
    asserted: false,
    actor: null,
    office: row.office,
    subject: row.id,
    payload,
    corrects: null,
    salt: '0'.repeat(32),
  })
  return rows.flatMap((row) => [
    fact('meeting', published, row, {
      id: row.id,
      office: row.office,
      unit: row.unit,
      day: row.day,
      start: row['start_time'] as string,
      status: 'planned',
      form: 'visiting',
      in_calendar: true,
      planned_minutes: 90,
    }),
    ...(row.day < '2026-03-15'
      ? [
          fact(
            'notice-published',
            instantOf(milliseconds(`${addDays(row.day, -15)}T06:00:00.000Z` as Instant)),
            row,
            {
              meeting: row.id,
              channel: 'official-site',
            },
          ),
        ]
      : []),
  ])
}
