// npm run bench -- search [requests] [problems]: searches of an office and of the public, and making all words anew.
//
// A database of its own in a folder that is thrown away. One office has all requests, which is the worst case; their
// texts are those of test/search/corpus.ts with words of others, invented names and endings put in, seeded. Questions
// are those of the corpus too, each asked three times, misspelt ones included. Prints JSON.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { renewSearch, searchOffice, searchPublic } from '#flows'
import type { LocalDate } from '#kernel'
import { readKnowledge } from '#reading'
import { openStorage } from '#storage'
import type { OfficeId } from '#territory'
import { reachPostgres } from '../src/storage/embedded-postgres.ts'
import { corpus, questions } from '../test/search/corpus.ts'
import { drawsFrom } from './invented-requests.ts'
import { peakMemory, quantile, round } from './measure.ts'

const many = Number(process.argv[2] ?? 100_000)
const problems = Number(process.argv[3] ?? 20_000)
const office = 'akim.315400000' as OfficeId
const today = '2026-11-22' as LocalDate
const { lexicon } = readKnowledge()

const draw = drawsFrom(20261122)
const one = <T>(list: readonly T[]): T => list[draw(list.length)]!

const syllables =
  'ақ қа ра көк са ры жа ңа ой тал бұ лақ тө бе мұ нар ши лі кен ес ер бол дәу ір тас өр ал ма'.split(' ')
const endings = ['', '', 'да', 'дан', 'ға', 'ның', 'ы', 'лар', 'ында']
const invented = () => one(syllables) + one(syllables) + one(syllables) + one(endings)
const all = corpus.flatMap(({ words }) => words.split(/\s+/))

/** A text of the corpus with some words of others, and names that nobody has. */
function text(): { words: string; sphere: string } {
  const { words, sphere } = one(corpus)
  const mixed = words
    .split(' ')
    .flatMap((word) => (draw(6) === 0 ? [one(all), word] : draw(8) === 0 ? [] : [word]))
  return { words: `${invented()} ${mixed.join(' ')} ${invented()} ${invented()}`, sphere }
}

const home = mkdtempSync(join(tmpdir(), 'kezdesu-search-'))
const log = { info() {}, warn() {} }
const storage = await openStorage({ home, databaseUrl: undefined, log })
try {
  const server = await reachPostgres(join(home, 'postgres'), log)
  const owner = new Client(server.connection('owner', 'kezdesu'))
  await owner.connect()
  await fill(owner)
  const begun = performance.now()
  const renewed = await renewSearch(storage, () => true, 1000)
  const renewing = (performance.now() - begun) / 1000
  await owner.query('vacuum analyze')
  const size = async (name: string) =>
    Math.round((await owner.query(`select pg_total_relation_size($1) as n`, [name])).rows[0].n / 1e6)
  const sizes = {
    officeWordsMB: await size('office_words'),
    publicWordsMB: await size('public_words'),
    vocabulary: (await owner.query('select count(*)::int as n from office_vocabulary')).rows[0].n,
  }
  await owner.end()
  const ofOffice = await ask((typed) =>
    storage.readOffice({ person: null, offices: [office] }, (stores) =>
      searchOffice(stores, lexicon, typed, { office, sphere: null }),
    ),
  )
  const ofPublic = await ask((typed) =>
    storage.readPublic((stores) => searchPublic(stores, lexicon, typed, { today, sphere: null })),
  )
  console.log(
    JSON.stringify(
      {
        requests: many,
        problems,
        office: ofOffice,
        public: ofPublic,
        renewed: { lines: renewed, seconds: round(renewing, 1), perSecond: Math.round(renewed / renewing) },
        ...sizes,
        peakMemoryMB: peakMemory(),
        load: round(loadavg()[0]!),
      },
      null,
      2,
    ),
  )
} finally {
  await storage.close()
  rmSync(home, { recursive: true, force: true })
}

/** Each question three times after one that is not counted: on the clock, and of the cores of both processes. */
async function ask(search: (typed: string) => Promise<unknown>) {
  const clock: number[] = []
  const core: { typed: string; ms: number }[] = []
  for (const [typed] of questions) {
    await search(typed)
    const used = coreTime()
    for (let time = 0; time < 3; time++) {
      const begun = performance.now()
      await search(typed)
      clock.push(performance.now() - begun)
    }
    core.push({ typed, ms: (coreTime() - used) / 3 })
  }
  const part = (ms: readonly number[]) => ({
    p50: round(quantile(ms, 0.5)),
    p95: round(quantile(ms, 0.95)),
    most: round(Math.max(...ms)),
  })
  return {
    asked: clock.length,
    clock: part(clock),
    core: part(core.map(({ ms }) => ms)),
    dearest: core
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, 5)
      .map(({ typed }) => typed),
  }
}

/** Milliseconds of core that this process and the processes of the database have used (Linux). */
function coreTime(): number {
  const { user, system } = process.cpuUsage()
  const postmaster = readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]
  const ofServer = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
        return parent === postmaster
          ? Number(readFileSync(`/proc/${name}/schedstat`, 'utf8').split(' ')[0])
          : 0
      } catch {
        return 0
      }
    })
  return (user + system) / 1000 + ofServer.reduce((sum, one) => sum + one, 0) / 1e6
}

/** Requests and problems as they lie in their tables, with lines that wait for their words. */
async function fill(owner: Client) {
  await owner.query(
    `insert into units (code, parent, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim, whole_keys, plain_keys)
     select lpad((300000000 + n)::text, 9, '0'), null, 'village', name, name, name, name, name, name, false, '{}', '{}'
     from unnest($1::text[]) with ordinality u (name, n)`,
    [Array.from({ length: 15_000 }, invented)],
  )
  for (let from = 0; from < many; from += 5000) {
    const rows = Array.from({ length: Math.min(5000, many - from) }, (_, at) => ({
      id: `r${from + at}`,
      ...text(),
    }))
    await owner.query(
      `insert into requests (id, office, unit, channel, received_at, recorded_at, asserted, receipt, words, proven,
         language, kind, sphere, level, reading)
       select id, $2, '300000001', 'web', now(), now(), false, encode(sha256(id::bytea), 'hex'), words, true,
         'kk', 'request', sphere, 'okrug', '{}'
       from jsonb_to_recordset($1::jsonb) r (id text, words text, sphere text)`,
      [JSON.stringify(rows), office],
    )
    await owner.query(
      `insert into office_words (kind, thing, office, sphere, vector, version)
       select 'request', id, $2, sphere, '', 0 from jsonb_to_recordset($1::jsonb) r (id text, sphere text)`,
      [JSON.stringify(rows), office],
    )
  }
  for (let from = 0; from < problems; from += 2500) {
    const rows = Array.from({ length: Math.min(2500, problems - from) }, (_, at) => {
      const { words, sphere } = text()
      return {
        id: `p${from + at}`,
        title: { kk: words.slice(0, 90), ru: one(corpus).words.slice(0, 90) },
        sphere,
        unit: String(300000001 + draw(15_000)),
        quotes: [
          { words: text().words, language: 'kk' },
          { words: text().words, language: 'kk' },
        ],
      }
    })
    await owner.query(
      `insert into pools (meeting, number, office, unit, content, sha256, signed, approved_at)
       select 'm' || id, 1, $2, '300000001',
         jsonb_build_object('issues', jsonb_build_array(jsonb_build_object('group', 'g' || id, 'quotes', quotes))),
         repeat('0', 64), 'two-persons', now()
       from jsonb_to_recordset($1::jsonb) r (id text, quotes jsonb)`,
      [JSON.stringify(rows), office],
    )
    await owner.query(
      `with put as (
         insert into problems (id, office, unit, region, meeting, group_id, position, title, sphere, level, funding, voices,
           state, opened_at, state_at, revision)
         select id, $2, unit, '310000000', 'm' || id, 'g' || id, 1, title, sphere, 'okrug', false, 3, 'pooled', now(), now(), 1
         from jsonb_to_recordset($1::jsonb) r (id text, title jsonb, sphere text, unit text) returning id, sphere)
       insert into public_words (kind, thing, office, sphere, vector, version)
       select 'problem', id, $2, sphere, '', 0 from put`,
      [JSON.stringify(rows), office],
    )
  }
}
