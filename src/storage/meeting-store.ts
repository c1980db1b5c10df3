import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate, Period } from '#kernel'
import {
  type Guest,
  type Meeting,
  type MeetingForm,
  type MeetingStore,
  type Notice,
  type Planned,
  asPlanned,
  followsCalendar,
} from '#meetings'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type MeetingTables = {
  meetings: {
    id: MeetingId
    office: OfficeId
    year: number
    number: number
    unit: UnitCode
    region: UnitCode
    state: Meeting['state']
    day: LocalDate
    start_time: string
    record: string
    earlier: Meeting['earlier']
    cancelled: Meeting['cancelled']
    place: Meeting['place']
    outside: Meeting['outside']
    details: Meeting['details']
    notice: Meeting['notice']
    signed_by: PersonId | null
    signed_at: Instant | null
    signed_hash: string | null
    publish_at: Instant | null
    change: Meeting['change']
    notices: number
    announced: string | null
    editors: PersonId[]
    revision: number
    sequence: number
  }
  meeting_guests: {
    id: Guest['id']
    meeting: MeetingId
    office: OfficeId
    category: string
    name: string
    invited_at: Instant
    reply: Guest['reply']
    replied_at: Instant | null
  }
  meeting_notices: {
    meeting: MeetingId
    number: number
    record: string
    published_at: Instant
    standing: Notice['standing']
    signed: Notice['signed']
    due: LocalDate | null
    due_strict: LocalDate | null
    hash: string
    content: Notice['content']
  }
  due_notices: { meeting: MeetingId; office: OfficeId; signed_by: PersonId; publish_at: Instant }
}

type ReleasedRow = {
  id: MeetingId
  calendar: string
  number: number
  office: OfficeId
  unit: UnitCode
  norm: string
  period: Period
  day: LocalDate
  start_time: string
  planned_minutes: number
  form: MeetingForm
  proposed_day: LocalDate
  move_reason: string | null
  region: UnitCode
  year: number
  published_at: Instant
}

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

const json = (value: unknown): RawBuilder<unknown> =>
  value === null ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`

const plannedOf = (row: ReleasedRow): Planned => ({
  id: row.id,
  office: row.office,
  unit: row.unit,
  day: row.day,
  start: row.start_time,
  minutes: row.planned_minutes,
  form: row.form,
  place: {
    region: row.region,
    year: row.year,
    calendar: row.calendar,
    release: row.number,
    publishedAt: row.published_at,
    norm: row.norm,
    period: row.period,
    proposedDay: row.proposed_day,
    moveReason: row.move_reason,
  },
})

const meetingOf = (row: MeetingTables['meetings']): Meeting => ({
  id: row.id,
  number: row.number,
  year: row.year,
  office: row.office,
  unit: row.unit,
  region: row.region,
  state: row.state,
  day: row.day,
  start: row.start_time,
  record: row.record,
  earlier: row.earlier,
  cancelled: row.cancelled,
  place: row.place,
  outside: row.outside,
  details: row.details,
  notice: row.notice,
  signature: row.signed_by
    ? { by: row.signed_by, at: row.signed_at!, hash: row.signed_hash!, publishAt: row.publish_at! }
    : null,
  change: row.change,
  notices: row.notices,
  announced: row.announced,
  editors: row.editors,
  revision: row.revision,
  sequence: row.sequence,
})

/** Documents go as text: the driver would take a list for an array of the database. */
const rowOf = (meeting: Meeting) => ({
  id: meeting.id,
  office: meeting.office,
  year: meeting.year,
  number: meeting.number,
  unit: meeting.unit,
  region: meeting.region,
  state: meeting.state,
  day: meeting.day,
  start_time: meeting.start,
  record: meeting.record,
  earlier: json(meeting.earlier),
  cancelled: json(meeting.cancelled),
  place: json(meeting.place),
  outside: json(meeting.outside),
  details: json(meeting.details),
  notice: json(meeting.notice),
  signed_by: meeting.signature?.by ?? null,
  signed_at: meeting.signature?.at ?? null,
  signed_hash: meeting.signature?.hash ?? null,
  publish_at: meeting.signature?.publishAt ?? null,
  change: json(meeting.change),
  notices: meeting.notices,
  announced: meeting.announced,
  editors: [...meeting.editors],
  revision: meeting.revision,
  sequence: meeting.sequence,
})
