import { sql } from 'kysely'
import { type Entry, type EntryFilter, type JournalStore, type NewEntry, beginning, link } from '#journal'
import type { Instant } from '#kernel'
import type { KeptEntries } from './kept-entries.ts'
import type { Trx } from './tables.ts'

type EntryRow = Omit<Entry, 'recordedAt'> & { recorded_at: Instant; live: boolean }

export type JournalTables = {
  /** The journal, with whether each entry still stands. */
  entries: EntryRow
  /** Entries of public types, without who wrote them and without their salt. */
  public_entries: EntryRow
}

const columns = [
  'seq',
  'id',
  'type',
  'at',
  'asserted',
  'actor',
  'office',
  'subject',
  'payload',
  'corrects',
  'salt',
  'recorded_at as recordedAt',
  'digest',
  'previous',
  'hash',
] as const

/** The journal as one role sees it; only `entries` can be appended to. */
export const journalStore = (
  trx: Trx,
  view: 'entries' | 'public_entries',
  kept: KeptEntries,
): JournalStore => {
  const find = async ({ office, offices, subject, subjects, types, live = true }: EntryFilter) => {
    let query = trx.selectFrom(view).select(columns).orderBy('seq')
    if (office !== undefined) query = query.where('office', '=', office)
    if (offices !== undefined) query = query.where(sql<boolean>`office = any(${offices})`)
    if (subject !== undefined) query = query.where('subject', '=', subject)
    if (subjects !== undefined) query = query.where(sql<boolean>`subject = any(${subjects})`)
    if (types !== undefined) query = query.where(sql<boolean>`type = any(${types})`)
    if (live) query = query.where('live', '=', true)
    return query.execute()
  }
  /** All that stands of an office, whose verdicts are asked for again and again. */
  const ofOffice = async (office: string) => {
    const { rows } = await sql<{ mark: string }>`
      select count(*) || ' ' || lpad(to_hex(coalesce(bit_xor(('x' || left(hash, 16))::bit(64)::int8), 0)), 16, '0') as mark
      from ${sql.table(view)} where office = ${office} and live`.execute(trx)
    const key = `${view} ${office}`
    const there = kept.get(key, rows[0]!.mark)
    if (there) return there
    const entries = await find({ office })
    kept.set(key, entries)
    return entries
  }
  return {
    append: (entries) => append(trx, entries),
    entries: (filter) =>
      Object.keys(filter).length === 1 && filter.office !== undefined
        ? ofOffice(filter.office)
        : find(filter),
  }
}

async function append(trx: Trx, entries: readonly NewEntry[]): Promise<Entry[]> {
  // Held until the commit: the next writer must see this one's last hash, so the chain can have neither fork nor gap.
  // Beware: two statements, for one statement would look for the last entry as of before it had the lock.
  await sql`select pg_advisory_xact_lock(${appending})`.execute(trx)
  const { rows } = await sql<{ seq: number; hash: string; now: Instant }>`
    select coalesce(last.seq, 0) as seq, coalesce(last.hash, ${beginning}) as hash,
           greatest(date_trunc('milliseconds', clock_timestamp()), last.recorded_at) as now
    from (select 1) one left join (select * from journal_hashes order by seq desc limit 1) last on true`.execute(
    trx,
  )
  let { seq, hash, now: recordedAt } = rows[0]!
  const linked = entries.map((entry) => {
    const next = link(hash, { ...entry, seq: ++seq, recordedAt })
    hash = next.hash
    return next
  })
  const json = JSON.stringify(
    linked.map(({ recordedAt, ...entry }) => ({ ...entry, recorded_at: recordedAt })),
  )
  await sql`insert into journal select * from jsonb_populate_recordset(null::journal, ${json}::jsonb)`.execute(
    trx,
  )
  return linked
}

const appending = 7_302_003
