// What is written is findable in the same transaction: each store that writes words, and the line by which they are found.
import { type RawBuilder, sql } from 'kysely'
import { searchVersion } from '#reading'
import type { DemandStore } from '#meetings'
import type { ProblemStore } from '#problems'
import type { GroupStore, PoolStore, Request, RequestGroup, RequestStore } from '#requests'
import type { OfficeId } from '#territory'
import { vectorOf } from './search-words.ts'
import type { Trx } from './tables.ts'

type Line<Kind> = {
  readonly kind: Kind
  readonly thing: string
  readonly office: string
  readonly text: string
}
type OfficeLine = Line<'request' | 'answer' | 'group'> & { readonly sphere: string }
type PublicLine = Line<'problem' | 'demand'> & { readonly sphere: string | null }

const newer = (table: 'office_words' | 'public_words') => sql`
  on conflict (thing, (kind || '')) do update set sphere = excluded.sphere, vector = excluded.vector, version = excluded.version
  where (${sql.table(table)}.sphere, ${sql.table(table)}.vector, ${sql.table(table)}.version)
    is distinct from (excluded.sphere, excluded.vector, excluded.version)`

/** `fresh`: by somebody who may write the line and see none, so nothing there is asked for. */
async function keep(
  trx: Trx,
  table: 'office_words' | 'public_words',
  { kind, thing, office, sphere, text }: OfficeLine | PublicLine,
  fresh = false,
): Promise<void> {
  await sql`
    insert into ${sql.table(table)} (kind, thing, office, sphere, vector, version)
    values (${kind}, ${thing}, ${office}, ${sphere}, ${vectorOf(text)}, ${searchVersion})
    ${fresh ? sql`` : newer(table)}`.execute(trx)
}

export const findableRequests = (trx: Trx, requests: RequestStore): RequestStore => ({
  ...requests,
  async add(of) {
    const request = await requests.add(of)
    if (request) await keep(trx, 'office_words', requestLine(request), true)
    return request
  },
  async save(of) {
    const saved = await requests.save(of)
    const line = answerLine(of)
    if (saved && line) await keep(trx, 'office_words', line)
    else if (saved && of.fate !== 'answered')
      await sql`delete from office_words where kind = 'answer' and thing = ${of.id}`.execute(trx)
    return saved
  },
})

type Worded = Pick<Request, 'id' | 'office' | 'sphere' | 'words' | 'fateWords'>

const requestLine = ({ id, office, sphere, words }: Worded): OfficeLine => ({
  kind: 'request',
  thing: id,
  office,
  sphere,
  text: words,
})

const answerLine = ({ id, office, sphere, fateWords }: Worded): OfficeLine | null =>
  fateWords && 'answer' in fateWords
    ? { kind: 'answer', thing: id, office, sphere, text: `${fateWords.answer.kk}\n${fateWords.answer.ru}` }
    : null

export const findableGroups = (trx: Trx, groups: GroupStore): GroupStore => ({
  ...groups,
  async open(of) {
    await groups.open(of)
    const line = groupLine(of)
    if (line) await keep(trx, 'office_words', line)
  },
  async save(of) {
    const saved = await groups.save(of)
    const line = groupLine(of)
    if (saved && line) await keep(trx, 'office_words', line)
    else if (saved) await sql`delete from office_words where kind = 'group' and thing = ${of.id}`.execute(trx)
    return saved
  },
})

const groupLine = ({ id, office, sphere, title }: RequestGroup): OfficeLine | null =>
  title && { kind: 'group', thing: id, office, sphere, text: `${title.kk}\n${title.ru}` }

export const findableProblems = (trx: Trx, problems: ProblemStore): ProblemStore => ({
  ...problems,
  async begin(of) {
    await problems.begin(of)
    await keepProblems(trx, sql`p.id = ${of.id}`)
  },
  async save(of) {
    const saved = await problems.save(of)
    if (saved) await keepProblems(trx, sql`p.id = ${of.id}`)
    return saved
  },
})

/** A version of a pool changes the quotes by which its problems are found. */
export const findablePools = (trx: Trx, pools: PoolStore): PoolStore => ({
  ...pools,
  async fix(pool) {
    await pools.fix(pool)
    await keepProblems(trx, sql`p.meeting = ${pool.meeting}`)
  },
})

/** Titles, the name of the place and the quotes of the newest version; what this one leaves out is found no more. */
async function keepProblems(trx: Trx, which: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<PublicLine & { out: boolean }>`
    select 'problem' as kind, p.id as thing, p.state = 'left-out' as out, p.office, p.sphere,
      concat_ws(E'\\n', p.title ->> 'kk', p.title ->> 'ru', u.short_kk, u.short_ru, ${quotedWords}) as text
    from problems p
    left join lateral (select short_kk, short_ru from units where code = p.unit
                       order by valid_from desc nulls last limit 1) u on true
    where ${which}`.execute(trx)
  for (const { out, ...line } of rows)
    if (out) await sql`delete from public_words where kind = 'problem' and thing = ${line.thing}`.execute(trx)
    else await keep(trx, 'public_words', line)
}

/** The quotes of problem `p` in the newest version of its pool. */
const quotes = sql`
  (select content from pools where pools.meeting = p.meeting order by number desc limit 1) v
  cross join lateral jsonb_path_query(v.content, '$.issues[*] ? (@.group == $g)', jsonb_build_object('g', p.group_id)) issue
  cross join lateral jsonb_array_elements(issue -> 'quotes') with ordinality quote (said, at)`

export const quotesOf = sql`(select coalesce(jsonb_agg(said order by at), '[]') from ${quotes})`
const quotedWords = sql`(select string_agg(said ->> 'words', E'\\n' order by at) from ${quotes})`

export const findableDemands = (trx: Trx, demands: DemandStore): DemandStore => ({
  ...demands,
  async judge(demand, judgement) {
    const judged = await demands.judge(demand, judgement)
    if (judged) await keepDemands(trx, sql`d.id = ${demand.id}`)
    return judged
  },
  async decide(demand, decision) {
    const decided = await demands.decide(demand, decision)
    if (decided) await keepDemands(trx, sql`d.id = ${demand.id}`)
    return decided
  },
})

/** Words that the office shows, and the reason of the decision. */
async function keepDemands(trx: Trx, which: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<PublicLine>`
    select 'demand' as kind, d.id as thing, d.office, null as sphere,
      concat_ws(E'\\n', case when j.shown then d.words end, e.reason ->> 'kk', e.reason ->> 'ru') as text
    from demands d
    left join demand_words_judged j on j.demand = d.id
    left join demand_decisions e on e.demand = d.id
    where ${which}`.execute(trx)
  for (const line of rows) if (line.text !== '') await keep(trx, 'public_words', line)
}

/** Makes at most so many lines of an office anew whose rules are of an earlier version; gives how many. */
export async function renewWords(trx: Trx, office: OfficeId, most: number): Promise<number> {
  type Stale = { kind: OfficeLine['kind'] | PublicLine['kind']; thing: string }
  const stale = async (table: 'office_words' | 'public_words', limit: number) =>
    (
      await sql<Stale>`
        select kind, thing from ${sql.table(table)} where office = ${office} and version < ${searchVersion}
        order by seq limit ${limit} for update skip locked`.execute(trx)
    ).rows
  const own = await stale('office_words', most)
  const ids = (list: readonly Stale[], kind: Stale['kind']) =>
    list.filter((one) => one.kind === kind).map(({ thing }) => thing)
  const requests = await sql<Worded>`
    select id, office, sphere, words, fate_words as "fateWords" from requests
    where id = any(${[...ids(own, 'request'), ...ids(own, 'answer')]})`.execute(trx)
  const answered = new Set(ids(own, 'answer'))
  const asked = new Set(ids(own, 'request'))
  for (const request of requests.rows) {
    if (asked.has(request.id)) await keep(trx, 'office_words', requestLine(request))
    const line = answered.has(request.id) && answerLine(request)
    if (line) await keep(trx, 'office_words', line)
  }
  const groups = await sql<RequestGroup>`
    select id, office, sphere, title from request_groups where id = any(${ids(own, 'group')})`.execute(trx)
  for (const group of groups.rows) {
    const line = groupLine(group)
    if (line) await keep(trx, 'office_words', line)
  }
  const open = own.length < most ? await stale('public_words', most - own.length) : []
  await keepProblems(trx, sql`p.id = any(${ids(open, 'problem')})`)
  await keepDemands(trx, sql`d.id = any(${ids(open, 'demand')})`)
  // What has no words any more is found by none.
  const dropStale = (table: 'office_words' | 'public_words', list: readonly Stale[]) =>
    sql`delete from ${sql.table(table)} where version < ${searchVersion} and thing = any(${list.map(({ thing }) => thing)})`.execute(
      trx,
    )
  await dropStale('office_words', own)
  await dropStale('public_words', open)
  return own.length + open.length
}
