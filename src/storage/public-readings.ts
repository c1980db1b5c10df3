// What the public pages ask: published meetings with the names of their day. Only reads, in the role public_read.
import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { PublicMeeting, PublicReadings } from '#flows'
import { type Instant, type LocalDate, addDays } from '#kernel'
import {
  type Office,
  type OfficeId,
  type Unit,
  type UnitCode,
  bodiesOn,
  officesOf,
  unitOfOffice,
} from '#territory'
import type { CalendarTables } from './calendar-rows.ts'
import { publicCommission } from './commission-store.ts'
import { feedMark } from './feed-mark.ts'
import { mapStore } from './map-store.ts'
import type { Trx } from './tables.ts'
import { type TerritoryTables, type UnitRow, holderOf, territoryStore, unitOf } from './territory-store.ts'

/** So many days are looked at first, then more, then all. */
export const nearDays = [7, 45]

type MeetingRow = CalendarTables['current_meetings'] & { status: PublicMeeting['status'] | null }

export const publicReadings = (trx: Trx): PublicReadings => {
  const territory = territoryStore(trx)
  const map = mapStore(trx)
  const meetings = (where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) =>
    meetingsWhere(trx, where, rest)
  /** The list lies within days, not within the year: the view is sorted only as far as it is needed. */
  async function soonest(where: RawBuilder<unknown>, from: LocalDate, limit: number) {
    const first = (near: RawBuilder<unknown>) => meetings(sql`${where} and ${near}`, sql`limit ${limit}`)
    for (const days of nearDays) {
      const found = await first(sql`m.day between ${from} and ${addDays(from, days)}`)
      if (found.length === limit) return found
    }
    return first(sql`m.day >= ${from}`)
  }
  return {
    ...territory,
    async borders(below, on) {
      return map.borders((await territory.children(below, on)).map(({ code }) => code))
    },
    points: map.points,
    async childrenOf(codes, on) {
      const { rows } = await sql<UnitRow>`
        select u.* from units u where u.parent = any(${[...codes]}) and ${standing(on)} order by u.code`.execute(
        trx,
      )
      return rows.map(unitOf)
    },
    async thatSort(offices, on) {
      const { rows } = await sql<{ office: OfficeId }>`
        select office from offices_that_sort(${[...offices]}, ${on}) as office`.execute(trx)
      return new Set(rows.map(({ office }) => office))
    },
    async holders(offices, on) {
      const { rows } = await sql<TerritoryTables['holders']>`
        select distinct on (office) h.* from holders h
        where office = any(${[...offices]}) and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
        order by office, acting desc, valid_from desc`.execute(trx)
      return new Map(rows.map((row) => [row.office as OfficeId, holderOf(row)]))
    },
    async isDemonstration() {
      const { rows } = await sql<{ found: boolean }>`
        select exists (select from public_entries where type = 'demonstration-loaded') as found`.execute(trx)
      return rows[0]!.found
    },
    commissionOf: (office) => publicCommission(trx, office),
    nextMeetings: (from, limit) => soonest(sql`true`, from, limit),
    meetingsAt: (units, year) => meetings(sql`m.unit = any(${units}) and ${inYear(year)}`),
    meetingsOfPlace: (units, office, year) =>
      meetings(sql`(m.unit = any(${units}) or m.office = ${office}) and ${inYear(year)}`),
    meetingsOf: (office, year) => meetings(sql`m.office = ${office} and ${inYear(year)}`),
    async meeting(id) {
      return (await meetings(sql`m.id = ${id}`))[0] ?? null
    },
    async publishedYears(region) {
      const { rows } = await sql<{ year: number }>`
        select distinct year from calendar_releases where region = ${region} order by year desc`.execute(trx)
      return rows.map(({ year }) => year)
    },
    async publishedCalendar(code, year) {
      const { rows } = await sql<{
        number: number
        hash: string
        published_at: Instant
        approved_at: Instant
        submitted_at: Instant | null
      }>`
        select r.number, r.hash, r.published_at,
               (${lastOf('calendar-approved')}) as approved_at, (${lastOf('calendar-submitted')}) as submitted_at
        from calendar_releases r where r.region = ${code} and r.year = ${year}
        order by r.number desc limit 1`.execute(trx)
      const row = rows[0]
      const region = row && (await territory.unit(code, `${year}-12-31` as LocalDate))
      if (!row || !region) return null
      return {
        region,
        year,
        approvedAt: row.approved_at,
        publishedAt: row.published_at,
        submittedAt: row.submitted_at,
        release: row.number,
        hash: row.hash,
      }
    },
    async calendarMeetings(region, year, filter, { offset, limit }) {
      const chosen = sql.join(
        [
          sql`m.region = ${region} and m.year = ${year} and ${ofAkims}`,
          ...(filter.office ? [sql`m.office = ${filter.office}`] : []),
          ...(filter.month ? [sql`extract(month from m.day) = ${filter.month}`] : []),
          ...(filter.unit
            ? [
                sql`m.unit = any(${(await territory.subtree(filter.unit, `${year}-12-31` as LocalDate)).map((unit) => unit.code)})`,
              ]
            : []),
        ],
        sql` and `,
      )
      const { rows } = await sql<{ total: number }>`
        select count(*)::int as total from current_meetings m where ${chosen}`.execute(trx)
      return { meetings: await meetings(chosen, sql`limit ${limit} offset ${offset}`), total: rows[0]!.total }
    },
    nextOfCalendar: (region, year, from, limit) =>
      soonest(sql`m.region = ${region} and m.year = ${year} and ${ofAkims}`, from, limit),
    feedMark: (scope) => feedMark(trx, scope),
    async calendarChoices(region, year) {
      const { rows } = await sql<{ offices: OfficeId[]; units: UnitCode[] }>`
        select coalesce(array_agg(distinct office), '{}') as offices, coalesce(array_agg(distinct unit), '{}') as units
        from current_meetings m where region = ${region} and year = ${year} and ${ofAkims}`.execute(trx)
      const { offices, units } = rows[0]!
      const below = await territory.subtree(region, `${year}-12-31` as LocalDate)
      return {
        offices: below.flatMap(officesOf).filter(({ id }) => offices.includes(id)),
        units: below.filter(({ code }) => units.includes(code)),
      }
    },
  }
}

/** A calendar of a region is its akims'; ministers' meetings in it stand in a schedule of their own. */
const ofAkims = sql`m.office like 'akim.%'`

const inYear = (year: number) => sql`m.day between ${`${year}-01-01`} and ${`${year}-12-31`}`

const lastOf = (type: string) => sql`
  select e.at::timestamptz(3) from public_entries e
  where e.subject = r.calendar and e.type = ${type} and e.live order by e.seq desc limit 1`

/** Meetings as everybody sees them with their state from the journal, by day, and with units named as on their day. */
export async function meetingsWhere(
  trx: Trx,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): Promise<PublicMeeting[]> {
  const { rows } = await sql<CalendarTables['current_meetings']>`
    select m.* from current_meetings m where ${where} order by m.day, m.start_time, m.id ${rest}`.execute(trx)
  if (rows.length === 0) return []
  const chainOf = await chainsOf(trx, [
    ...new Set(rows.flatMap((row) => [row.unit, unitOfOffice(row.office) ?? []].flat())),
  ])
  const states = await statesOf(
    trx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row): PublicMeeting[] => {
    const [unit, ...above] = chainOf(row.unit, row.day)
    const headed = unitOfOffice(row.office)
    const office =
      headed === undefined
        ? bodyOn(row.office, row.day)
        : chainOf(headed, row.day)
            .slice(0, 1)
            .flatMap(officesOf)
            .find(({ id }) => id === row.office)
    return unit && office
      ? [meetingOf({ ...row, status: states.get(row.id) ?? null }, { unit, above, office })]
      : []
  })
}

/** A central body with its name of that day. */
const bodyOn = (id: OfficeId, day: LocalDate): Office | undefined =>
  bodiesOn(day).find((body) => body.id === id)

/** What the newest live word of the journal says of each: one question for all of them. */
async function statesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, PublicMeeting['status']>> {
  const { rows } = await sql<{ subject: string; status: PublicMeeting['status'] }>`
    select distinct on (e.subject) e.subject, e.payload ->> 'status' as status from public_entries e
    where e.subject = any(${[...ids]}) and e.type = 'meeting' and e.live order by e.subject, e.seq desc`.execute(
    trx,
  )
  return new Map(rows.map(({ subject, status }) => [subject, status]))
}

const meetingOf = (
  row: MeetingRow,
  named: Pick<PublicMeeting, 'unit' | 'above' | 'office'>,
): PublicMeeting => ({
  id: row.id as MeetingId,
  ...named,
  day: row.day,
  start: row.start_time,
  plannedMinutes: row.planned_minutes,
  form: row.form,
  status: row.status ?? 'planned',
  record: row.record,
  sequence: row.sequence,
  ownNumber: row.own_number,
  earlier: row.earlier,
  cancelled: row.cancelled,
  outside: row.outside,
  norm: row.norm,
  period: row.period,
  proposedDay: row.proposed_day ?? row.day,
  moveReason: row.move_reason,
  region: row.region,
  year: row.year,
  release: row.number,
  publishedAt: row.published_at,
})

/**
 * The chains of these units on any day: itself first, up to its region; all versions are fetched once.
 *
 * Beware: without `lateral … offset 0` the database expects a recursion to grow and reads the whole register for it.
 */
async function chainsOf(
  trx: Trx,
  codes: readonly UnitCode[],
): Promise<(code: UnitCode, on: LocalDate) => Unit[]> {
  const { rows } = await sql<UnitRow>`
    with recursive found as (
      select u.id, u.parent from units u where u.code = any(${[...codes]})
      union
      select u.id, u.parent from found f, lateral (select id, parent from units where code = f.parent offset 0) u
    )
    select code, parent, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim, valid_from, valid_to
    from units where id in (select id from found)`.execute(trx)
  const versions = Map.groupBy(rows.map(unitOf), ({ code }) => code)
  const chainOf = (code: UnitCode, on: LocalDate): Unit[] => {
    const unit = versions
      .get(code)
      ?.find(({ from, to }) => (from === null || from <= on) && (to === null || to >= on))
    return unit ? [unit, ...(unit.parent === null ? [] : chainOf(unit.parent, on))] : []
  }
  return chainOf
}

const standing = (day: LocalDate) =>
  sql`(u.valid_from is null or u.valid_from <= ${day}) and (u.valid_to is null or u.valid_to >= ${day})`
