import { type RawBuilder, sql } from 'kysely'
import type { MeetingId } from '#calendar'
import type { Instant } from '#kernel'
import type { Both, Poll, PollDecision, PollId, PollOption, PollStore } from '#meetings'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Trx } from './tables.ts'

type PollRow = {
  id: PollId
  office: OfficeId
  unit: UnitCode
  region: UnitCode
  about: Both
  meeting: MeetingId | null
  options: PollOption[]
  opened_at: Instant
  closes_at: Instant
  option: number | null
  reason: Both | null
  tally: number[]
  voters: number
  decided_at: Instant | null
  signed: PollDecision['signed']
}

export const pollStore = (trx: Trx): PollStore => {
  // Beware: the public role may not read who opened a poll, so that no select takes all columns.
  const polls = async (where: RawBuilder<unknown>): Promise<Poll[]> => {
    const { rows } = await sql<PollRow>`
      select p.id, p.office, p.unit, p.region, p.about, p.meeting, p.options, p.opened_at, p.closes_at,
             d.option, d.reason, d.tally, d.voters, d.decided_at, d.signed
      from polls p left join poll_decisions d on d.poll = p.id
      where ${where} order by p.closes_at desc, p.id`.execute(trx)
    return rows.map(pollOf)
  }
  return {
    find: async (id) => (await polls(sql`p.id = ${id}`))[0] ?? null,
    ofOffice: (office) => polls(sql`p.office = ${office}`),
    ofUnits: (units, since) => polls(sql`p.unit = any(${units}) and p.closes_at >= ${since}`),
    async openedBy(id) {
      const { rows } = await sql<{ by: PersonId }>`
        select opened_by as by from polls where id = ${id}`.execute(trx)
      return rows[0]?.by ?? null
    },
    async add(poll, openedBy) {
      await sql`insert into polls
          (id, office, unit, region, about, meeting, options, opened_by, opened_at, closes_at)
        values (${poll.id}, ${poll.office}, ${poll.unit}, ${poll.region}, ${JSON.stringify(poll.about)}::jsonb,
          ${poll.meeting}, ${JSON.stringify(poll.options)}::jsonb, ${openedBy}, ${poll.openedAt},
          ${poll.closesAt})`.execute(trx)
    },
    async cast({ poll, code, device, choice, at }) {
      const { rows } = await sql`
        insert into poll_votes (poll, code, device, choice, cast_at)
        values (${poll}, ${code}, ${device}, ${choice}, ${at})
        on conflict do nothing returning 1`.execute(trx)
      if (rows.length > 0) return 'cast'
      return (await recast(trx, poll, code, choice, at)) ? 'replaced' : 'device-has-voted'
    },
    recast: ({ poll, code, choice, at }) => recast(trx, poll, code, choice, at),
    async tally({ id, options }) {
      const { rows } = await sql<{ option: number; votes: number; voters: number }>`
        select option, votes, voters from poll_counts where poll = ${id}`.execute(trx)
      return {
        votes: options.map((_, at) => rows.find(({ option }) => option === at)?.votes ?? 0),
        voters: rows[0]?.voters ?? 0,
      }
    },
    async decide({ id, office }, { option, reason, tally, decidedAt, signed }) {
      const { rows } = await sql`
        insert into poll_decisions (poll, office, option, reason, tally, voters, decided_at, signed)
        values (${id}, ${office}, ${option}, ${JSON.stringify(reason)}::jsonb, ${tally.votes}, ${tally.voters},
          ${decidedAt}, ${signed})
        on conflict (poll) do nothing returning 1`.execute(trx)
      return rows.length > 0
    },
  }
}

async function recast(trx: Trx, poll: PollId, code: string, choice: readonly number[], at: Instant) {
  const { rows } = await sql`
    update poll_votes set choice = ${choice}, cast_at = ${at} where poll = ${poll} and code = ${code}
    returning 1`.execute(trx)
  return rows.length > 0
}

const pollOf = (row: PollRow): Poll => ({
  id: row.id,
  office: row.office,
  unit: row.unit,
  region: row.region,
  about: row.about,
  meeting: row.meeting,
  options: row.options,
  openedAt: row.opened_at,
  closesAt: row.closes_at,
  decision: row.decided_at
    ? {
        option: row.option,
        reason: row.reason!,
        tally: { votes: row.tally, voters: row.voters },
        decidedAt: row.decided_at,
        signed: row.signed,
      }
    : null,
})
