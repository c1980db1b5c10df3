import { sql } from 'kysely'
import type { CalendarId, Lock, MeetingId, OfficeWishes, PlanningStore } from '#calendar'
import type { Instant } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

type WishesRow = {
  region: UnitCode
  office: OfficeId
  year: number
  revision: number
  weekdays: readonly number[]
  hours_from: string | null
  hours_to: string | null
  seasons: OfficeWishes['seasons']
  away: OfficeWishes['away']
}

export type PlanningTables = {
  office_wishes: WishesRow
  entry_locks: { meeting: MeetingId; calendar: CalendarId; locked_by: PersonId; locked_at: Instant }
}

export const planningStore = (trx: Trx): PlanningStore => ({
  async wishes(region, year) {
    const rows = await trx
      .selectFrom('office_wishes')
      .selectAll()
      .where('region', '=', region)
      .where('year', '=', year)
      .orderBy('office')
      .execute()
    return rows.map(wishesOf)
  },
  async saveWishes(wishes) {
    const { region, office, year, revision, weekdays, hours, seasons, away } = wishes
    const saved = await sql`insert into office_wishes
        (region, office, year, revision, weekdays, hours_from, hours_to, seasons, away)
      values (${region}, ${office}, ${year}, ${revision}, ${[...weekdays]}, ${hours?.from ?? null},
        ${hours?.to ?? null}, ${JSON.stringify(seasons)}::jsonb, ${JSON.stringify(away)}::jsonb)
      on conflict (office, year) do update set revision = excluded.revision, weekdays = excluded.weekdays,
        hours_from = excluded.hours_from, hours_to = excluded.hours_to, seasons = excluded.seasons, away = excluded.away
      where office_wishes.revision = excluded.revision - 1`.execute(trx)
    return saved.numAffectedRows === 1n
  },
  async locks(calendar) {
    const rows = await trx
      .selectFrom('entry_locks')
      .selectAll()
      .where('calendar', '=', calendar)
      .orderBy('meeting')
      .execute()
    return rows.map(lockOf)
  },
  async lock({ meeting, calendar, lockedBy, lockedAt }) {
    await trx
      .insertInto('entry_locks')
      .values({ meeting, calendar, locked_by: lockedBy, locked_at: lockedAt })
      .onConflict((conflict) => conflict.column('meeting').doNothing())
      .execute()
  },
  async unlock(meeting) {
    await trx.deleteFrom('entry_locks').where('meeting', '=', meeting).execute()
  },
})

const wishesOf = (row: WishesRow): OfficeWishes => ({
  region: row.region,
  office: row.office,
  year: row.year,
  revision: row.revision,
  weekdays: row.weekdays,
  hours: row.hours_from !== null && row.hours_to !== null ? { from: row.hours_from, to: row.hours_to } : null,
  seasons: row.seasons,
  away: row.away,
})

const lockOf = (row: PlanningTables['entry_locks']): Lock => ({
  meeting: row.meeting,
  calendar: row.calendar,
  lockedBy: row.locked_by,
  lockedAt: row.locked_at,
})
