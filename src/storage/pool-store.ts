import { sql } from 'kysely'
import type { Fate, GroupId, GroupWords, Pool, PoolDraft, PoolStore, RequestChannel } from '#requests'
import { fates } from '#requests'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export const poolStore = (trx: Trx): PoolStore => ({
  async draft(meeting) {
    const { rows } = await sql<PoolDraft>`
      select meeting, office, lines, editors, revision from pool_drafts where meeting = ${meeting}`.execute(
      trx,
    )
    return rows[0] ?? null
  },
  async saveDraft({ meeting, office, lines, editors, revision }) {
    const kept = JSON.stringify(lines)
    const { rows } =
      revision === 1
        ? await sql`
            insert into pool_drafts (meeting, office, lines, editors, revision)
            values (${meeting}, ${office}, ${kept}::jsonb, ${[...editors]}, 1)
            on conflict do nothing returning 1`.execute(trx)
        : await sql`
            update pool_drafts set lines = ${kept}::jsonb, editors = ${[...editors]}, revision = ${revision}
            where meeting = ${meeting} and revision = ${revision - 1} returning 1`.execute(trx)
    return rows.length > 0
  },
  async dropDraft(meeting) {
    await sql`delete from pool_drafts where meeting = ${meeting}`.execute(trx)
  },
  async drafts(office) {
    const { rows } = await sql<PoolDraft>`
      select meeting, office, lines, editors, revision from pool_drafts where office = ${office} order by meeting`.execute(
      trx,
    )
    return rows
  },
  async unapproved(offices) {
    await ask(trx, 'unapproved pools')
    const { rows } = await sql<Pick<PoolDraft, 'meeting' | 'office' | 'editors'>>`
      select meeting, office, editors from pool_drafts
      where office = any(${[...offices]}) and cardinality(editors) > 0 order by meeting`.execute(trx)
    return rows
  },
  async versions(meeting) {
    const { rows } = await sql<Pool>`
      select meeting, number, office, unit, content, sha256, signed, approved_at as "approvedAt"
      from pools where meeting = ${meeting} order by number desc`.execute(trx)
    return rows
  },
  async fix({ meeting, number, office, unit, content, sha256, signed, approvedAt }) {
    await sql`
      insert into pools (meeting, number, office, unit, content, sha256, signed, approved_at)
      values (${meeting}, ${number}, ${office}, ${unit}, ${JSON.stringify(content)}::jsonb, ${sha256}, ${signed},
        ${approvedAt})`.execute(trx)
  },
  async groupsFor(office, meeting, units) {
    const { rows } = await sql<{ id: GroupId }>`
      select g.id from request_groups g
      where g.office = ${office} and (g.unit = any(${[...units]})
        or exists (select from requests r where r.group_id = g.id and r.meeting = ${meeting}))`.execute(trx)
    return rows.map(({ id }) => id)
  },
  async channelsOf(groups) {
    const { rows } = await sql<{ id: GroupId; channels: RequestChannel[] }>`
      select group_id as id, array_agg(distinct channel order by channel) as channels
      from requests where group_id = any(${[...groups]}) group by group_id`.execute(trx)
    return new Map(rows.map(({ id, channels }) => [id, channels]))
  },
  async wordsOf(groups, most) {
    const { rows } = await sql<GroupWords>`
      select g.id as "group", r.id as request, r.words, r.language
      from unnest(${[...groups]}::text[]) as g (id)
      cross join lateral (select id, words, language, seq from requests where group_id = g.id
                          order by char_length(words) desc, seq limit ${most}) r
      order by g.id, char_length(r.words) desc, r.seq`.execute(trx)
    return rows
  },
  async fatesFor(office, meeting, groups) {
    const { rows } = await sql<{ fate: Fate; n: number }>`
      select fate, count(*)::int as n from requests
      where office = ${office} and (meeting = ${meeting} or group_id = any(${[...groups]}))
      group by fate`.execute(trx)
    const counted = new Map(rows.map(({ fate, n }) => [fate, n]))
    return Object.fromEntries(fates.map((fate) => [fate, counted.get(fate) ?? 0])) as Record<Fate, number>
  },
})
