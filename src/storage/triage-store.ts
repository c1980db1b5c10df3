// Deeds of commissions on requests, and the office's own words for answers.
import { sql } from 'kysely'
import type { AnswerTemplate, TriageDeed, TriageStore } from '#requests'
import type { Trx } from './tables.ts'

const columns = sql`id, office, kind, state, by, at, touched, ended_by as "endedBy"`

export const triageStore = (trx: Trx): TriageStore => ({
  async add({ id, office, kind, state, by, at, touched }) {
    await sql`
      insert into triage_deeds (id, office, kind, state, by, at, touched)
      values (${id}, ${office}, ${kind}, ${state}, ${by}, ${at}, ${JSON.stringify(touched)}::jsonb)`.execute(
      trx,
    )
  },
  async find(id) {
    const { rows } = await sql<TriageDeed>`select ${columns} from triage_deeds where id = ${id}`.execute(trx)
    return rows[0] ?? null
  },
  async lastOf(office, by) {
    const { rows } = await sql<TriageDeed>`
      select ${columns} from triage_deeds
      where office = ${office} and by = ${by} and state = 'done' and kind <> 'undo' order by seq desc limit 1`.execute(
      trx,
    )
    return rows[0] ?? null
  },
  async proposed(office) {
    const { rows } = await sql<TriageDeed>`
      select ${columns} from triage_deeds where office = ${office} and state = 'proposed' order by seq`.execute(
      trx,
    )
    return rows
  },
  async end(id, from, to, by) {
    const { numAffectedRows } = await sql`
      update triage_deeds set state = ${to}, ended_by = ${by} where id = ${id} and state = ${from}`.execute(
      trx,
    )
    return numAffectedRows === 1n
  },
  async templates(office) {
    const { rows } = await sql<AnswerTemplate>`
      select id, office, name, words, by, at from answer_templates where office = ${office} order by name`.execute(
      trx,
    )
    return rows
  },
  async addTemplate({ id, office, name, words, by, at }) {
    const { numAffectedRows } = await sql`
      insert into answer_templates (id, office, name, words, by, at)
      values (${id}, ${office}, ${name}, ${JSON.stringify(words)}::jsonb, ${by}, ${at})
      on conflict do nothing`.execute(trx)
    return numAffectedRows === 1n
  },
  async dropTemplate(office, id) {
    const { numAffectedRows } = await sql`
      delete from answer_templates where office = ${office} and id = ${id}`.execute(trx)
    return numAffectedRows === 1n
  },
})
