// Search: places by nearly their name, things by their words. An office's things are reached through functions that hold
// its wall themselves: row-level security would shut the index.
import { type RawBuilder, sql } from 'kysely'
import type {
  Found,
  FoundAnswer,
  FoundDemand,
  FoundGroup,
  FoundProblem,
  FoundRequest,
  SearchReadings,
} from '#flows'
import { type SearchQuery, nearestWord, searchTerms, searchVersion } from '#reading'
import { type OfficeId, foldName, officesOf, plainWords } from '#territory'
import { quotesOf, renewWords } from './findable.ts'
import { meetingsWhere } from './public-readings.ts'
import { asked, wordQuery } from './search-words.ts'
import type { Trx } from './tables.ts'
import { type UnitRow, inForce, placesOf } from './territory-store.ts'

type Hit<Kind> = { readonly kind: Kind; readonly thing: string }

export const searchStore = (trx: Trx): SearchReadings => {
  const rowsOf = async <T>(query: RawBuilder<T>): Promise<readonly T[]> => (await query.execute(trx)).rows
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
    async open(query, { sphere, office }, limit) {
      const found = await ranked(query, limit, ({ wanted, whole, some, most }) =>
        rowsOf(sql<Hit<'problem' | 'demand'>>`
          select kind, thing from public_found(${sphere}, ${office}, ${wanted}, ${whole}, ${some}, ${most})`),
      )
      const [problems, demands] = [found('problem'), found('demand')]
      return {
        problems: await inOrder(
          problems,
          ({ id }) => id,
          (ids) =>
            rowsOf(sql<FoundProblem>`
            select p.id, p.title, p.sphere, p.state, p.voices, p.opened_at as "openedAt", p.office,
              jsonb_build_object('kk', u.name_kk, 'ru', u.name_ru, 'en', u.name_en) as unit,
              ${quotesOf} as quotes
            from problems p
            join lateral (select * from units where code = p.unit order by valid_from desc nulls last limit 1) u on true
            where p.id = any(${ids})`),
        ),
        demands: await inOrder(
          demands,
          ({ id }) => id,
          (ids) =>
            rowsOf(sql<FoundDemand>`
            select d.id, d.raised_at as "raisedAt", case when j.shown then d.words end as words, e.reason
            from demands d left join demand_words_judged j on j.demand = d.id
            left join demand_decisions e on e.demand = d.id where d.id = any(${ids})`),
        ),
      }
    },
    async ofOffice(office, query, sphere, limit) {
      const found = await ranked(query, limit, ({ wanted, whole, some, most }) =>
        rowsOf(sql<Hit<'request' | 'answer' | 'group'>>`
          select kind, thing from office_found(${office}, ${sphere}, ${wanted}, ${whole}, ${some}, ${most})`),
      )
      const [requests, groups, answers] = [found('request'), found('group'), found('answer')]
      return {
        requests: await inOrder(
          requests,
          ({ id }) => id,
          (ids) =>
            rowsOf(sql<FoundRequest>`
            select id, seq, words, received_at as "receivedAt", sphere, fate, group_id as "group", language
            from requests where id = any(${ids})`),
        ),
        groups: await inOrder(
          groups,
          ({ id }) => id,
          (ids) =>
            rowsOf(sql<FoundGroup>`
            select g.id, g.title, (select count(*)::int from requests r where r.group_id = g.id) as voices
            from request_groups g where g.id = any(${ids}) and g.title is not null`),
        ),
        answers: await inOrder(
          answers,
          ({ request }) => request,
          (ids) =>
            rowsOf(sql<FoundAnswer>`
            select id as request, fate_words -> 'answer' as answer from requests
            where id = any(${ids}) and fate_words ? 'answer'`),
        ),
      }
    },
    async knows(word, office) {
      const wanted = wordQuery(word)
      const { rows } = await sql<{ known: boolean }>`
        select exists (select from ${
          office === null
            ? sql`public_found(null, null, ${wanted}, ${wanted}, ${wanted}, 1)`
            : sql`office_found(${office}, null, ${wanted}, ${wanted}, ${wanted}, 1)`
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

type Ranked = { readonly ids: readonly string[]; readonly whole: boolean }

/**
 * Of each kind: things with all that was typed; then, where there is room, those that say it otherwise, and those with
 * some of it.
 */
async function ranked<Kind extends string>(
  query: SearchQuery,
  limit: number,
  find: (of: {
    wanted: RawBuilder<unknown>
    whole: RawBuilder<unknown>
    some: RawBuilder<unknown>
    most: number
  }) => Promise<readonly Hit<Kind>[]>,
): Promise<(kind: Kind) => Ranked> {
  if (query.length === 0) return () => ({ ids: [], whole: false })
  const { whole, said, some } = asked(query)
  const ask = (wanted: RawBuilder<unknown>, most: number) => find({ wanted, whole, some, most })
  const isFull = (hits: readonly Hit<Kind>[]) =>
    hits.length > 0 && [...Map.groupBy(hits, ({ kind }) => kind).values()].every((of) => of.length >= limit)
  const typed = await ask(whole, limit)
  const otherwise = query.some((part) => part.otherwise.length > 0)
  // What has all of it is ranked first there, too.
  const all = otherwise && !isFull(typed) ? await ask(said, limit) : typed
  const single = query.length === 1 && query[0]!.words.length === 1
  const partly = single || isFull(all) ? [] : await ask(some, limit + all.length)
  const idsOf = (hits: readonly Hit<Kind>[], kind: Kind) =>
    hits.filter((hit) => hit.kind === kind).map(({ thing }) => thing)
  return (kind) => {
    const first = idsOf(all, kind)
    return {
      ids: [...new Set([...first, ...idsOf(partly, kind)])].slice(0, limit),
      whole: first.length > 0,
    }
  }
}

/** The things themselves, in the order in which they were found; nothing is asked when nothing was. */
async function inOrder<T>(
  { ids, whole }: Ranked,
  idOf: (row: T) => string,
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<Found<T>> {
  if (ids.length === 0) return { things: [], whole }
  const byId = new Map((await read(ids)).map((row) => [idOf(row), row]))
  return { things: ids.flatMap((id) => byId.get(id) ?? []), whole }
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
