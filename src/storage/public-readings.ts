// What the public pages ask: published meetings with the names of their day. Only reads, in the role public_read.
import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { PublicMeeting, PublicReadings } from '#flows'
import type { Instant, LocalDate } from '#kernel'
import { type OfficeId, type Unit, type UnitCode, officesOf, unitOfOffice } from '#territory'
import type { CalendarTables } from './calendar-store.ts'
import { mapStore } from './map-store.ts'
import type { Trx } from './tables.ts'
import { type UnitRow, territoryStore, unitOf } from './territory-store.ts'

type MeetingRow = CalendarTables['current_meetings'] & { status: PublicMeeting['status'] | null }

export const publicReadings = (trx: Trx): PublicReadings => {
  const territory = territoryStore(trx)
  const map = mapStore(trx)
  const meetings = (where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) =>
    meetingsWhere(trx, where, rest)
  return {
    ...territory,
    async borders(below, on) {
      return map.borders((await territory.children(below, on)).map(({ code }) => code))
    },
    points: map.points,
    async isDemonstration() {
      const { rows } = await sql<{ found: boolean }>`
        select exists (select from public_entries where type = 'demonstration-loaded') as found`.execute(trx)
      return rows[0]!.found
    },
    nextMeetings: (from, limit) => meetings(sql`m.day >= ${from}`, sql`limit ${limit}`),
    meetingsAt: (units, year) => meetings(sql`m.unit = any(${units}) and ${inYear(year)}`),
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
          sql`m.region = ${region} and m.year = ${year}`,
          ...(filter.office ? [sql`m.office = ${filter.office}`] : []),
          ...(filter.month ? [sql`extract(month from m.day) = ${filter.month}`] : []),
          ...(filter.from ? [sql`m.day >= ${filter.from}`] : []),
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
    async calendarChoices(region, year) {
      const { rows } = await sql<{ offices: OfficeId[]; units: UnitCode[] }>`
        select coalesce(array_agg(distinct office), '{}') as offices, coalesce(array_agg(distinct unit), '{}') as units
        from current_meetings where region = ${region} and year = ${year}`.execute(trx)
      const { offices, units } = rows[0]!
      const below = await territory.subtree(region, `${year}-12-31` as LocalDate)
      return {
        offices: below.flatMap(officesOf).filter(({ id }) => offices.includes(id)),
        units: below.filter(({ code }) => units.includes(code)),
      }
    },
  }
}

const inYear = (year: number) => sql`m.day between ${`${year}-01-01`} and ${`${year}-12-31`}`

const lastOf = (type: string) => sql`
  select e.at::timestamptz(3) from public_entries e
  where e.subject = r.calendar and e.type = ${type} and e.live order by e.seq desc limit 1`

/** Meetings of current releases with their state from the journal, by day, and with units named as on their day. */
export async function meetingsWhere(
  trx: Trx,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): Promise<PublicMeeting[]> {
  const { rows } = await sql<MeetingRow>`
    select m.*, (
      select e.payload ->> 'status' from public_entries e
      where e.subject = m.id and e.type = 'meeting' and e.live order by e.seq desc limit 1
    ) as status
    from current_meetings m where ${where} order by m.day, m.start_time, m.id ${rest}`.execute(trx)
  const chains = await chainsOf(
    trx,
    rows.flatMap((row) => [
      { code: row.unit, day: row.day },
      { code: unitOfOffice(row.office)!, day: row.day },
    ]),
  )
  return rows.flatMap((row): PublicMeeting[] => {
    const [unit, ...above] = chains.get(`${row.unit} ${row.day}`) ?? []
    const [headed] = chains.get(`${unitOfOffice(row.office)!} ${row.day}`) ?? []
    const office = headed && officesOf(headed).find(({ id }) => id === row.office)
    return unit && office ? [meetingOf(row, { unit, above, office })] : []
  })
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

/** For each unit on each day its chain, itself first, up to its region; keys are `code day`. */
async function chainsOf(
  trx: Trx,
  asked: readonly { code: UnitCode; day: LocalDate }[],
): Promise<Map<string, Unit[]>> {
  const { rows } = await sql<UnitRow & { start: UnitCode; asked_day: LocalDate }>`
    with recursive asked as (
      select distinct * from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ day }) => day)}::date[])
        as a(start, asked_day)
    ), above as (
      select a.start, a.asked_day, u.*, 0 as height from asked a join units u on u.code = a.start and ${standing(sql`a.asked_day`)}
      union all
      select a.start, a.asked_day, u.*, a.height + 1 from above a join units u on u.code = a.parent and ${standing(sql`a.asked_day`)}
    )
    select * from above order by start, asked_day, height`.execute(trx)
  const chains = new Map<string, Unit[]>()
  for (const row of rows) {
    const key = `${row.start} ${row.asked_day}`
    const chain = chains.get(key)
    if (chain) chain.push(unitOf(row))
    else chains.set(key, [unitOf(row)])
  }
  return chains
}

const standing = (day: RawBuilder<unknown>) =>
  sql`(u.valid_from is null or u.valid_from <= ${day}) and (u.valid_to is null or u.valid_to >= ${day})`
