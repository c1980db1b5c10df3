// What tells one state of a feed from another without building it: a hash over the meetings and the names they bear.
import { sql } from 'kysely'
import type { FeedScope } from '#flows'
import type { Trx } from './tables.ts'

/**
 * The mark of a feed, 32 hex digits: another one as soon as any meeting in it changes, comes or goes, or the register does.
 *
 * Beware: everything that a feed tells of a meeting must stand in the row that is hashed here.
 */
export async function feedMark(trx: Trx, scope: FeedScope): Promise<string> {
  const whose =
    'region' in scope
      ? sql`m.region = ${scope.region} and m.year = any(${[...scope.years]}) and m.office like 'akim.%'`
      : sql`${'office' in scope ? sql`m.office = ${scope.office}` : sql`m.unit = any(${[...scope.units]})`}
          and m.day between ${`${Math.min(...scope.years)}-01-01`} and ${`${Math.max(...scope.years)}-12-31`}`
  const { rows } = await sql<{ mark: string }>`
    select md5(concat_ws('|',
      (select string_agg(md5(row(m.id, m.record, m.office, m.unit, m.day, m.start_time, m.planned_minutes, m.form,
                                 m.sequence, m.published_at, m.number, m.cancelled is not null)::text), ''
                         order by m.id)
         from current_meetings m where ${whose}),
      (select max(imported_at) from register_editions),
      (select count(*) from register_editions))) as mark`.execute(trx)
  return rows[0]!.mark
}
