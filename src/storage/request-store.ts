// Requests, their groups and the lineage between them.
import { type RawBuilder, sql } from 'kysely'
import type {
  CountedGroup,
  Fate,
  GroupId,
  GroupStore,
  Move,
  MoveRead,
  QueuedGroup,
  Request,
  RequestGroup,
  RequestStore,
} from '#requests'
import { fates } from '#requests'
import type { Trx } from './tables.ts'

const columns = sql`seq, id, office, unit, meeting, channel, received_at as "receivedAt", recorded_at as "recordedAt",
  asserted, entered_by as "enteredBy", receipt, source, external_id as "externalId", words, proven, language, kind, sphere,
  level, reading, corrected, group_id as "group", fate, fate_words as "fateWords", fate_at as "fateAt", revision`

export const requestStore = (trx: Trx): RequestStore => {
  const some = async (where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) =>
    (
      await sql<Request>`select ${columns} from requests where ${where} order by requests.seq ${rest}`.execute(
        trx,
      )
    ).rows
  const moves = async (where: RawBuilder<unknown>) =>
    (
      await sql<Move>`
        select seq, office, request, from_group as "from", to_group as "to", why, deed, reasons, by, at
        from request_moves where ${where} order by seq`.execute(trx)
    ).rows
  const hold = async (office: string) =>
    void (await sql`select pg_advisory_xact_lock(${grouping}, hashtext(${office}))`.execute(trx))
  return {
    find: async (id) => (await some(sql`id = ${id}`))[0] ?? null,
    byReceipt: async (receipt) => (await some(sql`receipt = ${receipt}`))[0] ?? null,
    byExternal: async (office, source, externalId) =>
      (await some(sql`office = ${office} and source = ${source} and external_id = ${externalId}`))[0] ?? null,
    async add(of) {
      const { rows } = await sql<Request>`
        insert into requests (id, office, unit, meeting, channel, received_at, recorded_at, asserted, entered_by, receipt,
          source, external_id, words, proven, language, kind, sphere, level, reading)
        values (${of.id}, ${of.office}, ${of.unit}, ${of.meeting}, ${of.channel}, ${of.receivedAt}, ${of.recordedAt},
          ${of.asserted}, ${of.enteredBy}, ${of.receipt}, ${of.source}, ${of.externalId}, ${of.words}, ${of.proven},
          ${of.language}, ${of.kind}, ${of.sphere}, ${of.level}, ${JSON.stringify(of.reading)}::jsonb)
        on conflict do nothing returning ${columns}`.execute(trx)
      return rows[0] ?? null
    },
    async seal(request, office, sealed, at) {
      await sql`select seal_original(${request}, ${office}, ${Buffer.from(sealed)}, ${at}::timestamptz)`.execute(
        trx,
      )
    },
    async holdsOriginal(request) {
      const { rows } = await sql<{ held: boolean }>`select holds_original(${request}) as held`.execute(trx)
      return rows[0]!.held
    },
    async eraseOriginal(request) {
      await sql`select erase_original(${request})`.execute(trx)
    },
    ofOffice: (office, { fate, meeting, group, problem, corrected, after = 0, limit }) =>
      some(
        sql`office = ${office} and seq > ${after}
          ${fate === undefined ? sql`` : sql`and fate = ${fate}`}
          ${meeting === undefined ? sql`` : sql`and meeting = ${meeting}`}
          ${group === undefined ? sql`` : sql`and group_id = ${group}`}
          ${problem === undefined ? sql`` : sql`and (kind not in ('thanks', 'spam', 'abuse')) = ${problem}`}
          ${corrected === undefined ? sql`` : sql`and corrected <> '{}'`}`,
        sql`limit ${limit}`,
      ),
    byIds: (ids) => some(sql`id = any(${[...ids]})`),
    heldById: (ids) => some(sql`id = any(${[...ids]})`, sql`for update`),
    heldOfGroup: (group) => some(sql`group_id = ${group}`, sql`for update`),
    async save(of) {
      const { numAffectedRows } = await sql`
        update requests set kind = ${of.kind}, sphere = ${of.sphere}, level = ${of.level}, unit = ${of.unit},
          reading = ${JSON.stringify(of.reading)}::jsonb,
          meeting = ${of.meeting}, corrected = ${[...of.corrected]}, group_id = ${of.group}, fate = ${of.fate},
          fate_words = ${of.fateWords === null ? null : JSON.stringify(of.fateWords)}::jsonb, fate_at = ${of.fateAt},
          revision = ${of.revision}
        where id = ${of.id} and revision = ${of.revision - 1}`.execute(trx)
      return numAffectedRows === 1n
    },
    async move(steps) {
      if (steps.length === 0) return
      // Beware: who reads on from a place in the order of moves must miss none that was written before it.
      await hold(steps[0]!.office)
      const lines = JSON.stringify(steps.map((step) => ({ ...step, reasons: JSON.stringify(step.reasons) })))
      await sql`
        insert into request_moves (office, request, from_group, to_group, why, deed, reasons, by, at)
        select office, request, "from", "to", why, deed, reasons::jsonb, by, at
        from jsonb_to_recordset(${lines}::jsonb) as s
          (office text, request text, "from" text, "to" text, why text, deed text, reasons text, by text, at timestamptz)`.execute(
        trx,
      )
      // What leaves every group waits again, unless a fate was set with it.
      await sql`
        update requests r set group_id = s.to, revision = r.revision + 1,
          fate = case when s.to is not null then 'grouped' when r.fate = 'grouped' then 'waiting' else r.fate end
        from jsonb_to_recordset(${lines}::jsonb) as s (request text, "to" text) where r.id = s.request`.execute(
        trx,
      )
    },
    movesOfRequest: (id) => moves(sql`request = ${id}`),
    arrivals: async (group) =>
      (
        await sql<Move>`
          select distinct on (request) seq, office, request, from_group as "from", to_group as "to", why, deed, reasons, by, at
          from request_moves where to_group = ${group} order by request, seq desc`.execute(trx)
      ).rows,
    movesOfDeed: (deed) => moves(sql`deed = ${deed}`),
    async movesRead(office, { after, version, limit }) {
      // Beware: left to itself, the planner joins all requests of the office for each few moves of it.
      const { rows } = await sql<MoveRead>`
        with m as materialized (
          select seq, request, from_group, to_group from request_moves
          where office = ${office} and seq > ${after} order by seq limit ${limit})
        select m.seq, m.request, m.from_group as "from", m.to_group as "to", r.group_id as "now", k.packed
        from m cross join lateral (select group_id from requests where id = m.request offset 0) r
        left join lateral (
          select packed from kept_readings where request = m.request and version = ${version} offset 0) k on true
        order by m.seq`.execute(trx)
      return rows
    },
    async keepReadings(office, version, readings) {
      if (readings.length === 0) return
      await sql`
        insert into kept_readings (request, office, version, packed)
        select request, ${office}, ${version}, packed
        from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as s (request text, packed text)
        on conflict (request) do update set version = excluded.version, packed = excluded.packed`.execute(trx)
    },
    hold,
    async waiting(office) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from requests where office = ${office} and fate = 'waiting'`.execute(trx)
      return rows[0]!.n
    },
    async fateCounts(office) {
      const { rows } = await sql<{ fate: Fate; n: number }>`
        select fate, count(*)::int as n from requests where office = ${office} group by fate`.execute(trx)
      const counted = new Map(rows.map(({ fate, n }) => [fate, n]))
      return Object.fromEntries(fates.map((fate) => [fate, counted.get(fate) ?? 0])) as Record<Fate, number>
    },
  }
}

/** The class of the lock under which the requests of an office are grouped. */
const grouping = 7_302_017

const groupColumns = sql`g.id, g.office, g.unit, g.sphere, g.level, g.body, g.funding, g.title, g.priority, g.state,
  g.corrected, g.opened_at as "openedAt", g.revision`

export const groupStore = (trx: Trx): GroupStore => {
  const counted = async (where: RawBuilder<unknown>) =>
    (
      await sql<CountedGroup>`
        select ${groupColumns}, r.voices, r.first as "firstAt", r.last as "lastAt"
        from request_groups g
        join lateral (select count(*)::int as voices, min(received_at) as first, max(received_at) as last
                      from requests where group_id = g.id) r on r.voices > 0
        where ${where} order by r.voices desc, r.last desc, g.id`.execute(trx)
    ).rows
  return {
    find: async (id) =>
      (await sql<RequestGroup>`select ${groupColumns} from request_groups g where id = ${id}`.execute(trx))
        .rows[0] ?? null,
    async open(of) {
      await sql`
        insert into request_groups (id, office, unit, sphere, level, body, funding, title, priority, state, corrected,
          opened_at, revision)
        values (${of.id}, ${of.office}, ${of.unit}, ${of.sphere}, ${of.level}, ${of.body}, ${of.funding},
          ${json(of.title)}::jsonb, ${json(of.priority)}::jsonb, ${of.state}, ${[...of.corrected]}, ${of.openedAt},
          ${of.revision})`.execute(trx)
    },
    async save(of) {
      const { numAffectedRows } = await sql`
        update request_groups set unit = ${of.unit}, sphere = ${of.sphere}, level = ${of.level}, body = ${of.body},
          funding = ${of.funding}, title = ${json(of.title)}::jsonb, priority = ${json(of.priority)}::jsonb,
          state = ${of.state}, corrected = ${[...of.corrected]}, revision = ${of.revision}
        where id = ${of.id} and revision = ${of.revision - 1}`.execute(trx)
      return numAffectedRows === 1n
    },
    ofOffice: (office, states) => counted(sql`g.office = ${office} and g.state = any(${[...states]})`),
    counted: (ids) => counted(sql`g.id = any(${[...ids]})`),
    async look(id, upTo) {
      await sql`update request_groups set looked = ${upTo} where id = ${id}`.execute(trx)
    },
    async looked(id) {
      const { rows } = await sql<{
        looked: number
      }>`select looked from request_groups where id = ${id}`.execute(trx)
      return rows[0]?.looked ?? 0
    },
    async newest(id) {
      const { rows } = await sql<{ newest: number }>`
        select coalesce(max(seq), 0) as newest from requests where group_id = ${id}`.execute(trx)
      return rows[0]!.newest
    },
    async agree(ids) {
      await sql`
        update request_groups g set
          sphere = case when 'sphere' = any(g.corrected) then g.sphere else most.sphere end,
          level = case when 'level' = any(g.corrected) then g.level else most.level end
        from (
          select group_id, mode() within group (order by sphere) as sphere,
            mode() within group (order by level) as level
          from requests where group_id = any(${[...ids]}) group by group_id) most
        where g.id = most.group_id and g.state = 'open' and (g.body is null or 'level' = any(g.corrected))`.execute(
        trx,
      )
    },
    async queue(office, { meeting, sphere, unit, channel, all = false, limit }) {
      const { rows } = await sql<QueuedGroup & { total: number }>`
        select ${groupColumns}, r.voices, r.first as "firstAt", r.last as "lastAt", r.fresh, r.unproven, r.surety,
          r.newest, count(*) over ()::int as total
        from request_groups g
        join lateral (
          select count(*)::int as voices, min(received_at) as first, max(received_at) as last, max(seq) as newest,
            min(seq) as oldest,
            count(*) filter (where g.state = 'open' or seq > g.looked)::int as fresh, bool_or(not proven) as unproven,
            min((reading->>'surety')::float8) as surety,
            bool_or(${channel === undefined ? sql`true` : sql`channel = ${channel}`}) as by_channel,
            bool_or(${meeting === undefined ? sql`true` : sql`meeting = ${meeting}`}) as to_meeting
          from requests where group_id = g.id) r on r.voices > 0
        where g.office = ${office} and g.state in ('open', 'accepted') and r.by_channel and r.to_meeting
          ${all ? sql`` : sql`and r.fresh > 0`}
          ${sphere === undefined ? sql`` : sql`and g.sphere = ${sphere}`}
          ${unit === undefined ? sql`` : sql`and g.unit = ${unit}`}
        order by r.fresh = 0, r.unproven desc, r.surety < 0.35 desc, g.opened_at, r.oldest limit ${limit}`.execute(
        trx,
      )
      const [first] = rows
      return { groups: rows, total: first?.total ?? 0 }
    },
    async left(office) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from request_groups g
        where g.office = ${office} and g.state in ('open', 'accepted') and exists (
          select from requests where group_id = g.id and (g.state = 'open' or seq > g.looked))`.execute(trx)
      return rows[0]!.n
    },
    async pooled(office) {
      const { rows } = await sql<{ id: GroupId }>`
        select id from request_groups where office = ${office} and state = 'pooled'`.execute(trx)
      return rows.map(({ id }) => id)
    },
    async voicesBeside(id) {
      const { rows } = await sql<{ n: number }>`select voices_beside(${id}) as n`.execute(trx)
      return rows[0]!.n
    },
  }
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
