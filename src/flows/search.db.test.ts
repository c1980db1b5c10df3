import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeetingId } from '#calendar'
import { type Instant, type LocalDate, done } from '#kernel'
import { readKnowledge } from '#reading'
import type { GroupId, Pool, ReceiptHash, Request, RequestGroup, RequestId } from '#requests'
import type { Problem, ProblemId } from '#problems'
import type { OfficeId, UnitCode } from '#territory'
import { corpus, questions } from '../../test/search/corpus.ts'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { renewSearch } from './renew-search.ts'
import { searchOffice, searchPublic } from './search.ts'

const { lexicon } = readKnowledge()
const office = 'akim.315400000' as OfficeId
const other = 'akim.310000000' as OfficeId
const unit = '315430100' as UnitCode
const at = '2026-11-22T06:00:00.000Z' as Instant
const today = '2026-11-22' as LocalDate

let house: FreshDatabase
beforeAll(async () => void (house = await freshDatabase()))
afterAll(() => house?.close())

const requestOf = (
  id: string,
  words: string,
  sphere = 'other',
  of = office,
): Parameters<typeof addAs>[1] => ({
  id: id as RequestId,
  office: of,
  unit,
  meeting: null,
  channel: 'web',
  receivedAt: at,
  recordedAt: at,
  asserted: false,
  enteredBy: null,
  receipt: Buffer.from(id.padEnd(32, '.').slice(0, 32)).toString('hex') as ReceiptHash,
  source: null,
  externalId: null,
  words,
  proven: true,
  language: 'kk',
  kind: 'request',
  sphere,
  level: 'okrug',
  reading: {} as Request['reading'],
  corrected: [],
  group: null,
  fate: 'waiting',
  fateWords: null,
  fateAt: null,
  revision: 1,
})
type NewRequest = Omit<Request, 'seq'>
const acting = (of: OfficeId) => ({ person: null, offices: [of] })
const addAs = (who: { person: string | null; offices: string[] }, request: NewRequest) =>
  house.storage.transaction(who, async (stores) => done(await stores.requests.add(request)))
const find = (typed: string, of = office, sphere: string | null = null) =>
  house.storage.readOffice(acting(of), (stores) =>
    searchOffice(stores, lexicon, typed, { office: of, sphere }),
  )
const findPublic = (typed: string, sphere: string | null = null) =>
  house.storage.readPublic((stores) => searchPublic(stores, lexicon, typed, { today, sphere }))
const ids = async (typed: string, of = office) => (await find(typed, of)).requests.things.map(({ id }) => id)

describe('requests of an office', () => {
  beforeAll(async () => {
    for (const { id, words, sphere } of corpus) await addAs(acting(office), requestOf(id, words, sphere))
  })

  test('what people type finds what they mean, among the first five, nine times of ten', async () => {
    const missed: string[] = []
    for (const [typed, wanted, how] of questions) {
      const found = (await ids(typed)).slice(0, 5)
      if (!wanted.some((id) => found.includes(id as RequestId)))
        missed.push(`${typed} (${how}): ${wanted} not in [${found}]`)
    }
    process.stdout.write(
      `search: ${questions.length - missed.length} of ${questions.length} found\n${missed.join('\n')}\n`,
    )
    expect(missed.length / questions.length).toBeLessThanOrEqual(0.1)
  })

  test('nothing of another office is found, whoever asks and however', async () => {
    await addAs(acting(other), requestOf('theirs', 'Құбыр жарылды: жалғызсөз', 'water', other))
    expect(await ids('жалғызсөз', other)).toEqual(['theirs'])
    expect(await ids('жалғызсөз')).toEqual([])
    expect(await ids('құбыр')).not.toContain('theirs')
    // Asked of the other office by somebody who does not act for it, of all of storage.
    const asked = await house.storage.readOffice(acting(office), async (stores) => ({
      found: await searchOffice(stores, lexicon, 'құбыр', { office: other, sphere: null }),
      alike: await stores.search.alike('жалгизсоз', other),
    }))
    expect(asked).toMatchObject({ found: { requests: { things: [] } }, alike: [] })
    const openly = await house.storage.readPublic((stores) => stores.search.alike('жалгизсоз', null))
    expect(openly).toEqual([])
  })

  test('control: without its wall the function would give them', async () => {
    const ask = async () =>
      (
        await house.owner.query(
          `select thing from office_found($1, null, 'жалгизсоз', 'жалгизсоз', 'жалгизсоз', 9) as thing`,
          [other],
        )
      ).rows
    expect(await ask()).toEqual([])
    await house.owner.query('begin')
    try {
      const { rows } = await house.owner.query(`select pg_get_functiondef('office_found'::regproc) as words`)
      const open = rows[0].words.replace(/\(office_found\.of_office = ANY \(acting_offices\(\)\)\)/, 'true')
      expect(open).not.toBe(rows[0].words)
      await house.owner.query(open)
      expect(await ask()).toEqual([{ thing: 'theirs' }])
    } finally {
      await house.owner.query('rollback')
    }
  })

  test('an office is searched by the index, which row-level security alone would shut', async () => {
    const { owner } = house
    const scans = async () => {
      await owner.query('select pg_stat_force_next_flush()')
      const { rows } = await owner.query(
        `select indexrelname as name, idx_scan::int as n from pg_stat_user_indexes
         where indexrelname in ('requests_by_words', 'problems_by_words') order by 1 desc`,
      )
      return rows.map(({ n }) => n as number)
    }
    const before = await scans()
    await owner.query(`select set_config('kezdesu.offices', $1, false)`, [office])
    const { rows } = await owner.query(`select * from office_found($1, null, $2, 'кубир', 'кубир', 9)`, [
      office,
      `'кубир' | 'су'`,
    ])
    await owner.query(`select * from public_found(null, null, 'кубир', 'кубир', 'кубир', 9)`)
    await owner.query(`select set_config('kezdesu.offices', '', false)`)
    expect(rows.length).toBeGreaterThan(0)
    expect(await scans()).toEqual(before.map((n) => n + 1))
  })

  test('its sphere as corrected narrows; what its author took back is not found', async () => {
    await addAs(acting(office), requestOf('moved', 'Бірегейсөз туралы', 'other'))
    const change = (to: Partial<Request>) =>
      house.storage.transaction(acting(office), async ({ requests }) => {
        const now = (await requests.find('moved' as RequestId))!
        return done(await requests.save({ ...now, ...to, revision: now.revision + 1 }))
      })
    const inSphere = async (sphere: string) =>
      (await find('бірегейсөз', office, sphere)).requests.things.map(({ id }) => id)
    expect(await inSphere('water')).toEqual([])
    await change({ sphere: 'water' })
    expect(await inSphere('water')).toEqual(['moved'])
    await change({ fate: 'answered', fateWords: { answer: { kk: 'Жауапсөз берілді', ru: 'Дан ответ' } } })
    expect((await find('жауапсөз')).answers.things).toMatchObject([{ request: 'moved' }])
    await change({ fate: 'withdrawn', fateWords: null })
    expect(await ids('бірегейсөз')).toEqual([])
    expect((await find('жауапсөз')).answers.things).toEqual([])
  })

  test('its author puts a request in and can look for nothing', async () => {
    const own = requestOf('by-author', 'Авторсөз деген сөз')
    expect(await addAs({ person: own.receipt, offices: [] }, own)).toMatchObject({ ok: true })
    expect(await ids('авторсөз')).toEqual(['by-author'])
    const seen = await house.storage.readOffice({ person: own.receipt, offices: [] }, (stores) =>
      searchOffice(stores, lexicon, 'авторсөз', { office, sphere: null }),
    )
    expect(seen.requests.things).toEqual([])
  })

  test('whatever words a request has, each that says something finds it', async () => {
    const letters = 'аәбвгғдежзийкқлмнңоөпрстуұүфхшыіэюя'
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 14 })
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), async (words, at) => {
        const id = `random-${++number}`
        const joints = [' ', ', ', ' «', '» — ', '\n', '; ']
        await addAs(acting(office), requestOf(id, words.join(joints[at % joints.length]!)))
        for (const one of [words[at % words.length]!, words.join(' ').toUpperCase()])
          if (one.length <= 80) expect(await ids(one)).toContain(id)
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    `' or 1=1; drop table requests; --`,
    `'құбыр':* & !'су' | <->`,
    '"су" OR (жол',
    '😀😀😀',
    '\u202eқұбыр\u202c \u0000 \u200b',
    '%_\\%',
    'ы'.repeat(100_000),
    'су '.repeat(50_000),
    '𐀀\ud800',
    '1 2 3 4 5 6 7 8 9 10 11',
    `<script>alert(1)</script>`,
    '--',
    'и',
    'в на и',
  ])('%.30s breaks nothing', async (typed) => {
    await find(typed)
    await findPublic(typed)
  })

  test('lines of earlier rules are made anew, office by office, and are found as before', async () => {
    await house.owner.query(`update office_words set vector = '', version = 0 where office = $1`, [office])
    expect(await ids('құбыр')).toEqual([])
    expect(
      await house.storage.readPublic(({ search }) => search.officesToRenew()).catch(() => 'closed'),
    ).toBe('closed')
    expect(await renewSearch(house.storage, () => false)).toBe(0)
    await renewSearch(house.storage, () => true, 25)
    expect(await ids('құбыр')).toContain('pipe-kk')
    const stale = `select count(*)::int as n from office_words where version = 0`
    expect((await house.owner.query(stale)).rows).toEqual([{ n: 0 }])
    // A line of what is no longer there goes.
    await house.owner.query(
      `insert into office_words (kind, thing, office, sphere, vector, version) values ('group', 'gone', $1, 'other', '', 0)`,
      [office],
    )
    expect(await renewSearch(house.storage)).toBe(1)
    expect((await house.owner.query(stale)).rows).toEqual([{ n: 0 }])
  })
})

describe('what is public', () => {
  const meeting = 'm-1' as MeetingId
  const problem: Problem = {
    id: 'p-1' as ProblemId,
    office,
    unit,
    region: '310000000' as UnitCode,
    meeting,
    group: 'g-1' as GroupId,
    position: 1,
    title: { kk: 'Қосқұдық ауылындағы су құбыры тозған', ru: 'Изношен водопровод в селе Коскудык' },
    sphere: 'water',
    level: 'district',
    body: null,
    funding: true,
    voices: 12,
    state: 'pooled',
    openedAt: at,
    stateAt: at,
    revision: 1,
  }
  const pool = (number: number, words: string): Pool => ({
    meeting,
    number,
    office,
    unit,
    content: {
      issues: [{ group: 'g-1', quotes: [{ words, language: 'kk' }] }],
    } as unknown as Pool['content'],
    sha256: '0'.repeat(64),
    signed: 'two-persons',
    approvedAt: at,
  })
  const group = {
    id: 'g-1',
    office,
    unit,
    sphere: 'water',
    level: 'district',
    body: null,
    funding: null,
  } as const
  beforeAll(async () => {
    await house.owner.query(
      `insert into units (code, parent, kind, name_kk, name_ru, name_en, short_kk, short_ru, short_en, has_akim, whole_keys, plain_keys)
       values ($1, null, 'rural-okrug', 'Ойтал ауылдық округі', 'Ойталский сельский округ', 'Oital rural okrug',
               'Ойтал', 'Ойтал', 'Oital', true, '{oital}', '{ойтал}')`,
      [unit],
    )
    await house.owner.query(`insert into unit_words select id, 'oital' from units where code = $1`, [unit])
    await house.storage.transaction(acting(office), async (stores) => {
      await stores.groups.open({
        ...group,
        title: { kk: 'Топсөз құбыр', ru: 'Группа' },
        priority: null,
        state: 'open',
        corrected: [],
        openedAt: at,
        revision: 1,
      } as unknown as RequestGroup)
      await stores.pools.fix(pool(1, 'Ескісөз үш күн су жоқ'))
      await stores.problems.begin(problem)
      return done()
    })
  })

  const found = async (typed: string, sphere: string | null = null) =>
    (await findPublic(typed, sphere)).problems.things.map(({ id }) => id)

  test('a problem is found by its titles, its quotes, its place, in both languages and by what is meant', async () => {
    for (const typed of [
      'құбыры тозған',
      'vodoprovod',
      'Ойтал су',
      'ескісөз',
      'водопровод Ойтал',
      'сантехник құбырлар',
      'вадопровод',
    ])
      expect([typed, await found(typed)]).toEqual([typed, ['p-1']])
    expect(await found('водопровод', 'roads')).toEqual([])
    expect(await found('электр')).toEqual([])
  })

  test('a new version of the pool changes the quotes that count', async () => {
    await house.storage.transaction(acting(office), async ({ pools }) =>
      done(await pools.fix(pool(2, 'Жаңасөз бар'))),
    )
    expect(await found('жаңасөз')).toEqual(['p-1'])
    expect(await found('ескісөз')).toEqual([])
  })

  test('what the newest version leaves out is not found, and is again when it comes back', async () => {
    const become = (state: 'left-out' | 'pooled') =>
      house.storage.transaction(acting(office), async ({ problems }) => {
        const now = (await problems.find(problem.id))!
        return done(await problems.save({ ...now, state, revision: now.revision + 1 }))
      })
    await become('left-out')
    expect(await found('жаңасөз')).toEqual([])
    await become('pooled')
    expect(await found('жаңасөз')).toEqual(['p-1'])
  })

  test('the public finds no request and no group, and no word that stands in them alone is suggested', async () => {
    await addAs(acting(office), requestOf('secret', 'Жасырынсөз туралы өтініш'))
    const typed = 'жасырынсоз топсөзз жасырынсөзі'
    const shown = await findPublic(typed)
    expect(shown).toMatchObject({ corrected: false, problems: { things: [] }, demands: { things: [] } })
    const { rows } = await house.owner.query(
      `select word from public_vocabulary where word like 'жасир%' or word like 'топсоз%'`,
    )
    expect(rows).toEqual([])
    // The office itself is helped.
    expect(await find('жасырынсөс')).toMatchObject({
      corrected: true,
      requests: { things: [{ id: 'secret' }] },
    })
    expect((await find('топсөз')).groups.things).toMatchObject([{ id: 'g-1' }])
  })

  test('places come first: by name, by a name among other words, and by one that is misspelt', async () => {
    const places = async (typed: string) => {
      const { places, nearPlaces } = await findPublic(typed)
      return [places.map(({ unit }) => unit.code), nearPlaces]
    }
    expect(await places('ойт')).toEqual([[unit], false])
    expect(await places('Ойталда су жоқ')).toEqual([[unit], false])
    expect(await places('Отйал')).toEqual([[unit], true])
    expect(await places('мүлдембасқа')).toEqual([[], false])
  })
})
