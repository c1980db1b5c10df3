import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import type {
  Both,
  Demand,
  DemandAnswer,
  DemandDecision,
  DemandId,
  DemandStore,
  Risk,
  RiskId,
  RiskStore,
  WithholdReason,
} from '#meetings'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

type DemandRow = {
  id: DemandId
  office: OfficeId
  unit: UnitCode
  region: UnitCode
  words: string
  language: Demand['language']
  threshold: number
  days: number
  raised_at: Instant
  until: LocalDate
  supporters: number | null
  shown: boolean | null
  withheld: WithholdReason | null
  judged_at: Instant | null
  registered_at: Instant | null
  due: LocalDate | null
  registered_with: number | null
  decision: DemandDecision['decision'] | null
  reason: Both | null
  decided_at: Instant | null
  late: boolean | null
  signed: DemandDecision['signed'] | null
}

const rowsOf =
  (trx: Trx) =>
  async (where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``) => {
    const { rows } = await sql<DemandRow>`
    select d.*, c.supporters, j.shown, j.reason as withheld, j.judged_at,
           r.registered_at, r.due, r.supporters as registered_with,
           e.decision, e.reason, e.decided_at, e.late, e.signed
    from demands d
    left join demand_words_judged j on j.demand = d.id
    left join demand_registrations r on r.demand = d.id
    left join demand_decisions e on e.demand = d.id
    left join lateral (select supporters from demand_counts where demand = d.id) c on true
    where ${where} order by d.raised_at desc, d.id ${rest}`.execute(trx)
    return rows.map(demandOf)
  }

export const demandStore = (trx: Trx): DemandStore => ({
  find: async (id) => (await rowsOf(trx)(sql`d.id = ${id}`))[0] ?? null,
  ofOffice: (office) => rowsOf(trx)(sql`d.office = ${office}`),
  ofUnits: (units, limit) => rowsOf(trx)(sql`d.unit = any(${units})`, sql`limit ${limit}`),
  async add(demand) {
    const { rows } = await sql`
      insert into demands (id, office, unit, region, words, language, threshold, days, raised_at, until)
      values (${demand.id}, ${demand.office}, ${demand.unit}, ${demand.region}, ${demand.words}, ${demand.language},
        ${demand.threshold}, ${demand.days}, ${demand.raisedAt}, ${demand.until})
      on conflict (id) do nothing returning 1`.execute(trx)
    return rows.length > 0
  },
  async hold(id) {
    await sql`select pg_advisory_xact_lock(${counting}, hashtext(${id}))`.execute(trx)
  },
  async support({ demand, code, device, at }) {
    const { rows } = await sql`
      insert into demand_supports (demand, code, device, supported_at) values (${demand}, ${code}, ${device}, ${at})
      on conflict do nothing returning 1`.execute(trx)
    if (rows.length > 0) return 'supported'
    const before = await sql`
      select 1 from demand_supports where demand = ${demand} and code = ${code}`.execute(trx)
    return before.rows.length > 0 ? 'supported-before' : 'device-supports-it'
  },
  async withdraw(demand, code) {
    const { rows } = await sql`
      delete from demand_supports where demand = ${demand} and code = ${code} returning 1`.execute(trx)
    return rows.length > 0
  },
  async supporters(id) {
    const { rows } = await sql<{ supporters: number }>`
      select supporters from demand_counts where demand = ${id}`.execute(trx)
    return rows[0]?.supporters ?? 0
  },
  async register(id, { at, due, supporters }) {
    const { rows } = await sql`
      insert into demand_registrations (demand, registered_at, due, supporters)
      values (${id}, ${at}, ${due}, ${supporters}) on conflict (demand) do nothing returning 1`.execute(trx)
    return rows.length > 0
  },
  async judge({ id, office }, { shown, reason, at }) {
    const { rows } = await sql`
      insert into demand_words_judged (demand, office, shown, reason, judged_at)
      values (${id}, ${office}, ${shown}, ${reason}, ${at}) on conflict (demand) do nothing returning 1`.execute(
      trx,
    )
    return rows.length > 0
  },
  async answer(id) {
    const { rows } = await sql<DemandAnswer>`select * from demand_answers where demand = ${id}`.execute(trx)
    return rows[0] ?? null
  },
  async saveAnswer({ demand, office, decision, reason, editors, revision }) {
    const { rows } =
      revision === 1
        ? await sql`
            insert into demand_answers (demand, office, decision, reason, editors, revision)
            values (${demand}, ${office}, ${decision}, ${JSON.stringify(reason)}::jsonb, ${editors}, 1)
            on conflict (demand) do nothing returning 1`.execute(trx)
        : await sql`
            update demand_answers
            set decision = ${decision}, reason = ${JSON.stringify(reason)}::jsonb, editors = ${editors},
                revision = ${revision}
            where demand = ${demand} and revision = ${revision - 1} returning 1`.execute(trx)
    return rows.length > 0
  },
  async decide({ id, office }, { decision, reason, decidedAt, late, signed }) {
    const { rows } = await sql`
      insert into demand_decisions (demand, office, decision, reason, decided_at, late, signed)
      values (${id}, ${office}, ${decision}, ${JSON.stringify(reason)}::jsonb, ${decidedAt}, ${late}, ${signed})
      on conflict (demand) do nothing returning 1`.execute(trx)
    return rows.length > 0
  },
  async meetingAnswering(id) {
    const { rows } = await sql<{ id: MeetingId }>`
      select id from shown_meetings where outside -> 'answers' ? ${id}
      order by cancelled is not null, day desc limit 1`.execute(trx)
    return rows[0]?.id ?? null
  },
})

/** The class of the lock under which supporters of a demand are counted. */
const counting = 7_302_012

const demandOf = (row: DemandRow): Demand => ({
  id: row.id,
  office: row.office,
  unit: row.unit,
  region: row.region,
  words: row.words,
  language: row.language,
  threshold: row.threshold,
  days: row.days,
  raisedAt: row.raised_at,
  until: row.until,
  supporters: row.supporters ?? 0,
  judged: row.judged_at && { shown: row.shown!, reason: row.withheld, at: row.judged_at },
  registered: row.registered_at && {
    at: row.registered_at,
    due: row.due!,
    supporters: row.registered_with!,
  },
  decision: row.decision && {
    decision: row.decision,
    reason: row.reason!,
    decidedAt: row.decided_at!,
    late: row.late!,
    signed: row.signed!,
  },
})

export const riskStore = (trx: Trx): RiskStore => {
  const risks = async (where: RawBuilder<unknown>) => {
    const { rows } = await sql<Risk>`
      select id, office, unit, kind, high_tension as "highTension", destabilisation, words, registered_at as at
      from risks where ${where} order by registered_at desc, id`.execute(trx)
    return rows
  }
  return {
    find: async (id: RiskId) => (await risks(sql`id = ${id}`))[0] ?? null,
    ofOffice: (office) => risks(sql`office = ${office}`),
    async add(risk) {
      await sql`insert into risks
          (id, office, unit, kind, high_tension, destabilisation, words, registered_at)
        values (${risk.id}, ${risk.office}, ${risk.unit}, ${risk.kind}, ${risk.highTension}, ${risk.destabilisation},
          ${risk.words}, ${risk.at})`.execute(trx)
    },
  }
}
