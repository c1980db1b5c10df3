// Search: places by nearly their name, things by their words. An office's things are reached through functions that hold
// its wall themselves: row-level security would shut the index.
import { type RawBuilder, sql } from 'kysely'
import type { FoundAnswer, FoundDemand, FoundGroup, FoundProblem, FoundRequest, SearchReadings } from '#flows'
import { type SearchQuery, nearestWord, searchTerms, searchVersion } from '#reading'
import { type OfficeId, foldName, officesOf, plainWords } from '#territory'
import { quotesOf, renewWords } from './findable.ts'
import { meetingsWhere } from './public-readings.ts'
import { type Asked, asked, wordQuery } from './search-words.ts'
import type { Trx } from './tables.ts'
import { type UnitRow, inForce, placesOf } from './territory-store.ts'

/** Ranked things of which at most so many are looked at. */
const mostRanked = 2000

export const searchStore = (trx: Trx): SearchReadings => {
  const ofPublic =
    (kind: 'problem' | 'demand', sphere: string | null, office: OfficeId | null, limit: number) =>
    async (wanted: RawBuilder<unknown>, { whole, some }: Asked): Promise<string[]> => {
      const { rows } = await sql<{ thing: string }>`
        select thing from (
          select * from public_words where kind = ${kind} and vector @@ ${wanted}
            ${sphere === null ? sql`` : sql`and sphere = ${sphere}`}
            ${office === null ? sql`` : sql`and office = ${office}`} limit ${mostRanked}) w
        order by vector @@ ${whole} desc, ts_rank('{0.1,0.3,0.5,1}', vector, ${some}) desc, seq desc
        limit ${limit}`.execute(trx)
      return rows.map(({ thing }) => thing)
    }
  const ofOffice =
    (kind: 'request' | 'answer' | 'group', office: OfficeId, sphere: string | null, limit: number) =>
    async (wanted: RawBuilder<unknown>, { whole, some }: Asked): Promise<string[]> => {
      const { rows } = await sql<{ thing: string }>`
        select thing from office_found(${office}, ${[kind]}, ${sphere}, ${wanted}, ${whole}, ${some}, ${limit}) as thing`.execute(
        trx,
      )
      return rows.map(({ thing }) => thing)
    }
  return {
    async placesNamed(typed, on, limit) {
      const keys = namesIn(typed)
      if (keys.length === 0) return []
      const { rows } = await sql<UnitRow>`
        select u.* from units u where u.whole_keys && ${keys} and ${inForce(on)}
        order by u.has_akim desc, u.code limit ${limit}`.execute(trx)
      return placesOf(trx, rows, on)
    },
    async nearPlaceName(typed) {
      const words = plainWords(typed.slice(0, 100)).slice(0, 8)
      const right: string[] = []
      let changed = false
      for (const word of words) {
        const fold = foldName(word)
        const { rows } = await sql<{ known: boolean }>`
          select exists (select from unit_words where word like ${`${fold}%`}) as known`.execute(trx)
        const near =
          fold === '' || rows[0]!.known
            ? undefined
            : nearestWord(
                fold,
                (
                  await sql<{ word: string }>`select word from unit_words_like(${fold}) as word`.execute(trx)
                ).rows.map(({ word }) => word),
              )
        changed ||= near !== undefined
        right.push(near ?? word)
      }
      return changed ? right.join(' ') : null
    },
    meetingsAhead: (places, offices, from, limit) =>
      meetingsWhere(
        trx,
        sql`(m.unit = any(${places.map(({ code }) => code)})
          or m.office = any(${[...offices, ...places.flatMap(officesOf).map(({ id }) => id)]}))
          and m.day >= ${from} and m.cancelled is null`,
        sql`limit ${limit}`,
      ),
    async problems(query, sphere, office, limit) {
      const { hits, whole } = await ranked(query, limit, ofPublic('problem', sphere, office, limit))
      const { rows } = await sql<FoundProblem>`
        select p.id, p.title, p.sphere, p.state, p.voices, p.opened_at as "openedAt", p.office,
          jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en) as unit,
          coalesce(${quotesOf}, '') as quotes
        from problems p
        join lateral (select * from units where code = p.unit order by valid_from desc nulls last limit 1) u on true
        where p.id = any(${hits})`.execute(trx)
      return { things: inOrder(hits, rows, ({ id }) => id), whole }
    },
    async demands(query, limit) {
      const { hits, whole } = await ranked(query, limit, ofPublic('demand', null, null, limit))
      const { rows } = await sql<FoundDemand>`
        select d.id, d.raised_at as "raisedAt", case when j.shown then d.words end as words, e.reason
        from demands d left join demand_words_judged j on j.demand = d.id
        left join demand_decisions e on e.demand = d.id where d.id = any(${hits})`.execute(trx)
      return { things: inOrder(hits, rows, ({ id }) => id), whole }
    },
    async requests(office, query, sphere, limit) {
      const { hits, whole } = await ranked(query, limit, ofOffice('request', office, sphere, limit))
      const { rows } = await sql<FoundRequest>`
        select id, seq, words, received_at as "receivedAt", sphere, fate, group_id as "group", language
        from requests where id = any(${hits})`.execute(trx)
      return { things: inOrder(hits, rows, ({ id }) => id), whole }
    },
    async answers(office, query, sphere, limit) {
      const { hits, whole } = await ranked(query, limit, ofOffice('answer', office, sphere, limit))
      const { rows } = await sql<FoundAnswer>`
        select id as request, fate_words -> 'answer' as answer from requests
        where id = any(${hits}) and fate_words ? 'answer'`.execute(trx)
      return { things: inOrder(hits, rows, ({ request }) => request), whole }
    },
    async groups(office, query, sphere, limit) {
      const { hits, whole } = await ranked(query, limit, ofOffice('group', office, sphere, limit))
      const { rows } = await sql<FoundGroup>`
        select g.id, g.title, (select count(*)::int from requests r where r.group_id = g.id) as voices
        from request_groups g where g.id = any(${hits}) and g.title is not null`.execute(trx)
      return { things: inOrder(hits, rows, ({ id }) => id), whole }
    },
    async knows(word, office) {
      const wanted = wordQuery(word)
      const { rows } = await sql<{ known: boolean }>`
        select exists (${
          office === null
            ? sql`select from public_words where vector @@ ${wanted}`
            : sql`select from office_found(${office}, '{request,answer,group}', null, ${wanted}, ${wanted}, ${wanted}, 1)`
        }) as known`.execute(trx)
      return rows[0]!.known
    },
    async alike(fold, office) {
      const { rows } = await sql<{ word: string }>`
        select word from ${
          office === null ? sql`public_words_like(${fold})` : sql`office_words_like(${office}, ${fold})`
        } as word`.execute(trx)
      return rows.map(({ word }) => word)
    },
    async officesToRenew() {
      const { rows } = await sql<{ office: OfficeId }>`
        select office from offices_with_words_before(${searchVersion}) as office order by office`.execute(trx)
      return rows.map(({ office }) => office)
    },
    renew: (office, most) => renewWords(trx, office, most),
  }
}

/** Things with all that was typed, said in some way; then, if there is room, those with some of it. */
async function ranked(
  query: SearchQuery,
  limit: number,
  find: (wanted: RawBuilder<unknown>, of: Asked) => Promise<string[]>,
): Promise<{ hits: string[]; whole: boolean }> {
  if (query.length === 0) return { hits: [], whole: false }
  const of = asked(query)
  const said = await find(of.said, of)
  const single = query.length === 1 && query[0]!.words.length === 1
  const some = said.length < limit && !single ? await find(sql`(${of.some} && !!${of.said})`, of) : []
  return { hits: [...said, ...some].slice(0, limit), whole: said.length > 0 }
}

const inOrder = <T>(ids: readonly string[], rows: readonly T[], idOf: (row: T) => string): T[] => {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What might be a whole name: up to three words in a row, the last of them without its endings too. */
function namesIn(typed: string): string[] {
  const words = searchTerms(typed.slice(0, 200)).map(({ fold, stems }) => ({
    whole: foldName(fold),
    bare: stems.map(foldName),
  }))
  const keys = words.flatMap((_, from) =>
    [1, 2, 3].flatMap((count) => {
      const row = words.slice(from, from + count)
      if (row.length < count) return []
      const before = row.slice(0, -1).map(({ whole }) => whole)
      const last = row.at(-1)!
      return [last.whole, ...last.bare].map((end) => [...before, end].join('').replaceAll(' ', ''))
    }),
  )
  return [...new Set(keys)].filter((key) => key.length >= 3)
}
