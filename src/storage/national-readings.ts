// The calendar of the country: pages by key, counts by day and by region. Only reads, in the role public_read.
import { sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { MeetingChange, NationalFilter, NationalReadings } from '#flows'
import { type LocalDate, addDays } from '#kernel'
import type { UnitCode, UnitKind } from '#territory'
import { meetingsWhere, nearDays } from './public-readings.ts'
import type { Trx } from './tables.ts'
import { type UnitRow, territoryStore, unitOf } from './territory-store.ts'

type RegionCount = { region: UnitCode; count: number }

export const nationalReadings = (trx: Trx): NationalReadings => {
  const territory = territoryStore(trx)
  /** Asked once for a page: with the offices by name the index of meetings by office serves the rare kinds. */
  const known = new Map<UnitKind, Promise<string[]>>()
  const akimsOf = (kind: UnitKind): Promise<string[]> => {
    const asked = known.get(kind) ?? officesOfKind(trx, kind)
    known.set(kind, asked)
    return asked
  }
  /** The condition of a filter; places are taken as they stand on its first day. */
  async function chosen({ from, to, within, at, akimOf, office, sphere }: NationalFilter) {
    const region = within !== undefined && (await territory.unit(within, from))?.parent === null
    const units =
      within !== undefined && !region ? (await territory.subtree(within, from)).map(({ code }) => code) : at
    return sql.join(
      [
        sql`m.day >= ${from}`,
        ...(to ? [sql`m.day <= ${to}`] : []),
        ...(region ? [sql`m.region = ${within}`] : []),
        ...(units ? [sql`m.unit = any(${[...units]}::text[])`] : []),
        ...(office ? [sql`m.office = ${office}`] : []),
        ...(sphere
          ? [
              sql`m.id in (select p.meeting from problems p where p.sphere = ${sphere} and p.state <> 'left-out')`,
            ]
          : []),
        ...(akimOf ? [sql`m.office = any(${await akimsOf(akimOf)}::text[])`] : []),
      ],
      sql` and `,
    )
  }
  return {
    async list(filter, { after, before }, limit) {
      const where = await chosen(filter)
      const key = after ?? before
      const backwards = !after && before !== undefined
      const place = sql`(m.day, m.start_time, m.id)`
      const beyond = key
        ? sql`${where} and ${place} ${backwards ? sql`<` : sql`>`} (${key.day}::date, ${key.start}, ${key.id})`
        : where
      const begin = key?.day ?? filter.from
      const order = backwards ? sql`m.day desc, m.start_time desc, m.id desc` : sql`m.day, m.start_time, m.id`
      let found: MeetingId[] = []
      // A page lies within days, not within the year: the view is sorted only as far as it is needed.
      for (const days of [...nearDays, null]) {
        const end = days === null ? null : addDays(begin, backwards ? -days : days)
        const near = end === null ? sql`true` : backwards ? sql`m.day >= ${end}` : sql`m.day <= ${end}`
        const { rows } = await sql<{ id: MeetingId }>`
          select m.id from current_meetings m where ${beyond} and ${near}
          order by ${order} limit ${limit + 1}`.execute(trx)
        found = rows.map(({ id }) => id)
        if (found.length > limit) break
      }
      const more = found.length > limit
      return {
        meetings: await meetingsWhere(trx, sql`m.id = any(${found.slice(0, limit)})`, sql``),
        before: backwards ? more : after !== undefined,
        after: backwards ? true : more,
      }
    },
    async days(filter, most) {
      const { rows } = await sql<{
        day: LocalDate
        count: number
        ids: MeetingId[]
        starts: string[]
        units: UnitCode[]
      }>`
        select m.day, count(*)::int as count,
               (array_agg(m.id order by m.start_time, m.id))[1:${sql.lit(most)}] as ids,
               (array_agg(m.start_time order by m.start_time, m.id))[1:${sql.lit(most)}] as starts,
               (array_agg(m.unit order by m.start_time, m.id))[1:${sql.lit(most)}] as units
        from current_meetings m where ${await chosen(filter)} group by m.day order by m.day`.execute(trx)
      return rows.map(({ day, count, ids, starts, units }) => ({
        day,
        count,
        first: ids.map((id, at) => ({ id, start: starts[at]!, unit: units[at]! })),
      }))
    },
    async regionCounts(filter) {
      const days = sql`m.day >= ${filter.from} and m.day <= ${filter.to ?? '9999-12-31'}`
      const onlyDays = !filter.akimOf && !filter.office && !filter.at && !filter.within && !filter.sphere
      // Of the days alone the index tells: what stands in the newest releases, less what offices have shown since.
      const { rows } = onlyDays
        ? await sql<RegionCount>`
            with newest as (
              select distinct on (calendar) calendar, number, region from calendar_releases order by calendar, number desc
            )
            select region, sum(count)::int as count from (
              select n.region, (select count(*) from released_meetings m
                where m.calendar = n.calendar and m.number = n.number and ${days}) as count from newest n
              union all
              select n.region, -1 from shown_meetings s join released_meetings m on m.id = s.id
                join newest n on n.calendar = m.calendar and n.number = m.number where ${days}
              union all
              select m.region, 1 from shown_meetings m where ${days}
            ) counted group by region having sum(count) > 0`.execute(trx)
        : await sql<RegionCount>`
            select m.region, count(*)::int as count from current_meetings m
            where ${await chosen(filter)} group by m.region`.execute(trx)
      return new Map(rows.map(({ region, count }) => [region, count]))
    },
    meetingsOn: (day) => meetingsWhere(trx, sql`m.day = ${day}`, sql``),
    async units(codes, on) {
      const { rows } = await sql<UnitRow>`
        select u.* from units u where u.code = any(${[...codes]}::text[])
          and (u.valid_from is null or u.valid_from <= ${on}) and (u.valid_to is null or u.valid_to >= ${on})`.execute(
        trx,
      )
      return rows.map(unitOf)
    },
    async within(unit, km) {
      // A degree of latitude has 111.2 km, one of longitude less by the cosine; near enough for a list.
      const { rows } = await sql<{ unit: UnitCode }>`
        select p.unit from unit_points p, unit_points o
        where o.unit = ${unit} and p.latitude between o.latitude - ${km / 111.2} and o.latitude + ${km / 111.2}
          and power((p.latitude - o.latitude) * 111.2, 2)
            + power((p.longitude - o.longitude) * 111.2 * cos(radians(o.latitude)), 2) <= ${km * km}`.execute(
        trx,
      )
      return rows.map((row) => row.unit)
    },
    async changes(filter, limit) {
      const { rows } = await sql<Omit<MeetingChange, 'meeting'> & { meeting: MeetingId }>`
        select e.id, e.type, e.at, m.id as meeting from current_meetings m
        join public_entries e on e.subject = m.id and e.live and not e.asserted
        where ${await chosen(filter)} and e.type in ('notice-published', 'meeting-moved', 'meeting-cancelled')
        order by e.seq desc limit ${limit}`.execute(trx)
      const meetings = await meetingsWhere(trx, sql`m.id = any(${rows.map(({ meeting }) => meeting)})`, sql``)
      const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
      return rows.flatMap(({ meeting: id, ...row }): MeetingChange[] => {
        const meeting = byId.get(id)
        return meeting ? [{ ...row, meeting }] : []
      })
    },
  }
}

async function officesOfKind(trx: Trx, kind: UnitKind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct 'akim.' || code as id from units where has_akim and kind = ${kind}`.execute(trx)
  return rows.map(({ id }) => id)
}
