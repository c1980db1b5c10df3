import { sql } from 'kysely'
import type { MeetingId } from '#calendar'
import { type Meeting, type MeetingStore, type Planned, asPlanned, followsCalendar } from '#meetings'
import type { OfficeId } from '#territory'
import { type ReleasedRow, json, meetingOf, plannedOf, rowOf } from './meeting-rows.ts'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export const meetingStore = (trx: Trx): MeetingStore => ({
  async find(id) {
    const row = await trx.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? meetingOf(row) : null
  },
  async planned(id) {
    return (await plannedAmong(trx, [id])).get(id) ?? null
  },
  async ofOffice(office) {
    const rows = await trx.selectFrom('meetings').selectAll().where('office', '=', office).execute()
    return followed(trx, rows.map(meetingOf))
  },
  async unsigned(offices, from) {
    await ask(trx, 'unsigned meetings')
    const rows = await trx
      .selectFrom('meetings')
      .selectAll()
      .where('office', '=', sql<OfficeId>`any(${[...offices]})`)
      .where('day', '>=', from)
      .where('state', '<>', 'cancelled')
      .where('signed_by', 'is', null)
      .where((eb) => eb.or([eb('change', 'is not', null), sql<boolean>`cardinality(editors) > 0`]))
      .execute()
    return followed(trx, rows.map(meetingOf))
  },
  async nextNumber(office, year) {
    // Held until the commit: two who open a meeting at once get two numbers.
    await sql`select pg_advisory_xact_lock(${numbering}, hashtext(${`${office} ${year}`}))`.execute(trx)
    const { rows } = await sql<{ next: number }>`
      select coalesce(max(number), 0) + 1 as next from meetings where office = ${office} and year = ${year}`.execute(
      trx,
    )
    return rows[0]!.next
  },
  async add(meeting) {
    const added = await trx
      .insertInto('meetings')
      .values(rowOf(meeting) as never)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  },
  async save(meeting) {
    const { id, ...row } = rowOf(meeting)
    const saved = await trx
      .updateTable('meetings')
      .set(row as never)
      .where('id', '=', id)
      .where('revision', '=', meeting.revision - 1)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) return false
    await trx.deleteFrom('due_notices').where('meeting', '=', id).execute()
    const { office, signature } = meeting
    if (signature)
      await trx
        .insertInto('due_notices')
        .values({ meeting: id, office, signed_by: signature.by, publish_at: signature.publishAt })
        .execute()
    return true
  },
  async show({ id, office, unit, region, day, start, record, earlier, cancelled, outside, ...rest }, at) {
    const { place, details, number, year, sequence } = rest
    const columns = {
      id,
      calendar: place?.calendar ?? null,
      number: place?.release ?? 1,
      office,
      unit,
      norm: place?.norm ?? null,
      period: place?.period ?? null,
      day,
      start_time: start,
      planned_minutes: details.minutes,
      form: details.form,
      proposed_day: place?.proposedDay ?? null,
      move_reason: place?.moveReason ?? null,
      region,
      year: Number(day.slice(0, 4)),
      published_at: at,
      record,
      sequence,
      earlier: json(earlier),
      cancelled: json(cancelled),
      outside: json(outside),
      own_number: `${year}-${number}`,
    }
    const names = Object.keys(columns)
    await sql`insert into shown_meetings (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(columns))})
      on conflict (id) do update set
        ${sql.join(names.slice(1).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`.execute(
      trx,
    )
  },
  async addNotice({ meeting, number, record, publishedAt, standing, signed, due, dueStrict, hash, content }) {
    await sql`insert into meeting_notices
        (meeting, number, record, published_at, standing, signed, due, due_strict, hash, content)
      values (${meeting}, ${number}, ${record}, ${publishedAt}, ${standing}, ${signed}, ${due}, ${dueStrict}, ${hash},
        ${json(content)})`.execute(trx)
  },
  async notices(meeting) {
    const rows = await trx
      .selectFrom('meeting_notices')
      .selectAll()
      .where('meeting', '=', meeting)
      .orderBy('number')
      .execute()
    return rows.map(({ published_at, due_strict, ...row }) => ({
      ...row,
      publishedAt: published_at,
      dueStrict: due_strict,
    }))
  },
  async guests(meeting) {
    const rows = await trx
      .selectFrom('meeting_guests')
      .selectAll()
      .where('meeting', '=', meeting)
      .orderBy('invited_at')
      .orderBy('id')
      .execute()
    return rows.map(({ invited_at, replied_at, ...row }) => ({
      ...row,
      invitedAt: invited_at,
      repliedAt: replied_at,
    }))
  },
  async saveGuest({ invitedAt, repliedAt, ...guest }) {
    await trx
      .insertInto('meeting_guests')
      .values({ ...guest, invited_at: invitedAt, replied_at: repliedAt })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ reply: guest.reply, replied_at: repliedAt }),
      )
      .execute()
  },
  async due(at) {
    const rows = await trx
      .selectFrom('due_notices')
      .selectAll()
      .where('publish_at', '<=', at)
      .orderBy('publish_at')
      .execute()
    return rows.map(({ meeting, office, signed_by }) => ({ meeting, office, signedBy: signed_by }))
  },
})

const numbering = 7_302_007

/** What the newest releases say of these meetings; what they left out is not there. */
async function plannedAmong(trx: Trx, ids: readonly MeetingId[]): Promise<ReadonlyMap<MeetingId, Planned>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ReleasedRow>`
    select m.*, r.region, r.year, r.published_at from released_meetings m
    join calendar_releases r on r.calendar = m.calendar and r.number = m.number
    where m.id = any(${[...ids]}) and not exists (
      select 1 from calendar_releases later where later.calendar = r.calendar and later.number > r.number)
    union all
    select v.id, v.schedule, v.number, v.office, v.unit, v.norm, v.period, v.day, v.start_time, v.planned_minutes,
           v.form, v.proposed_day, v.move_reason, v.region, extract(year from v.day)::int, r.published_at
    from released_visits v join schedule_releases r on r.schedule = v.schedule and r.number = v.number
    where v.id = any(${[...ids]}) and not exists (
      select 1 from schedule_releases later where later.schedule = r.schedule and later.number > r.number)`.execute(
    trx,
  )
  return new Map(rows.map((row) => [row.id, plannedOf(row)]))
}

/** Meetings where they stand today: those that were not announced follow their calendar; soonest first. */
async function followed(trx: Trx, written: readonly Meeting[]): Promise<Meeting[]> {
  const planned = await plannedAmong(
    trx,
    written.filter(followsCalendar).map(({ id }) => id),
  )
  return written
    .flatMap((meeting) => {
      if (!followsCalendar(meeting)) return [meeting]
      const now = planned.get(meeting.id)
      return now ? [asPlanned(meeting, now)] : []
    })
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
}
