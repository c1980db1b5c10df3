import { type RawBuilder, sql } from 'kysely'
import type { Problem, ProblemLink, ProblemStore, SphereCount } from '#problems'
import { openStates } from '#problems'
import type { Trx } from './tables.ts'

export const problemStore = (trx: Trx): ProblemStore => {
  const some = async (where: RawBuilder<unknown>, rest: RawBuilder<unknown>) =>
    (
      await sql<Problem>`
        select id, office, unit, region, meeting, group_id as "group", position, title, sphere, level, body, funding,
          voices, state, opened_at as "openedAt", state_at as "stateAt", revision
        from problems where ${where} ${rest}`.execute(trx)
    ).rows
  const newest = (limit: number) => sql`order by opened_at desc, id limit ${limit}`
  return {
    find: async (id) => (await some(sql`id = ${id}`, sql``))[0] ?? null,
    ofGroup: async (group) => (await some(sql`group_id = ${group}`, sql``))[0] ?? null,
    ofMeeting: (meeting) => some(sql`meeting = ${meeting}`, sql`order by state = 'left-out', position, id`),
    ofOffice: (office, limit) => some(sql`office = ${office}`, newest(limit)),
    ofUnits: (units, limit) => some(sql`unit = any(${[...units]})`, newest(limit)),
    listed: ({ units, sphere, state, after, limit }) =>
      some(
        sql`${state === undefined ? sql`state <> 'left-out'` : sql`state = ${state}`}
          ${units === undefined ? sql`` : sql`and unit = any(${[...units]})`}
          ${sphere === undefined ? sql`` : sql`and sphere = ${sphere}`}
          ${after === undefined ? sql`` : sql`and (opened_at, id) < (${after.openedAt}, ${after.id})`}`,
        sql`order by opened_at desc, id desc limit ${limit}`,
      ),
    async openCounts() {
      const { rows } = await sql<SphereCount>`
        select region, sphere, count(*)::int as open from problems where state = any(${[...openStates]})
        group by region, sphere order by 3 desc, 1, 2`.execute(trx)
      return rows
    },
    async begin(of) {
      await sql`
        insert into problems (id, office, unit, region, meeting, group_id, position, title, sphere, level, body, funding,
          voices, state, opened_at, state_at, revision)
        values (${of.id}, ${of.office}, ${of.unit}, ${of.region}, ${of.meeting}, ${of.group}, ${of.position},
          ${JSON.stringify(of.title)}::jsonb, ${of.sphere}, ${of.level}, ${of.body}, ${of.funding}, ${of.voices},
          ${of.state}, ${of.openedAt}, ${of.stateAt}, ${of.revision})`.execute(trx)
    },
    async save(of) {
      const { numAffectedRows } = await sql`
        update problems set unit = ${of.unit}, region = ${of.region}, position = ${of.position}, title = ${JSON.stringify(of.title)}::jsonb, sphere = ${of.sphere},
          level = ${of.level}, body = ${of.body}, funding = ${of.funding}, voices = ${of.voices}, state = ${of.state},
          state_at = ${of.stateAt}, revision = ${of.revision}
        where id = ${of.id} and revision = ${of.revision - 1}`.execute(trx)
      return numAffectedRows === 1n
    },
    async link({ problem, earlier, why, at }) {
      await sql`
        insert into problem_links (problem, earlier, why, at)
        values (${problem}, ${earlier}, ${JSON.stringify(why)}::jsonb, ${at}) on conflict do nothing`.execute(
        trx,
      )
    },
    async linksOf(id) {
      const { rows } = await sql<ProblemLink>`
        select problem, earlier, why, at from problem_links where ${id} in (problem, earlier)
        order by at, problem, earlier`.execute(trx)
      return rows
    },
  }
}
