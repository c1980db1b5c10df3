// Every word is there in every language, every word is used, and no sentence stands outside the catalogues.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Words, catalogues } from './index.ts'

const web = join(import.meta.dirname, '..')

/** Groups that are read by a key of another vocabulary, which the compiler ties to them (`words.verdict[verdict]`). */
const byKey = [
  'ask.form.contact',
  'ask.kinds',
  'ask.levels',
  'ask.receipt.channels',
  'ask.receipt.fates',
  'ask.receipt.moves',
  'ask.receipt.setAside',
  'ask.refused',
  'assembly.conflict',
  'assembly.paper',
  'assembly.said',
  'assembly.states',
  'assembly.waits',
  'bench.answers',
  'bench.group.fundings',
  'bench.languages',
  'bench.reasons',
  'bench.refused',
  'bench.request.fates',
  'bench.said',
  'bench.states',
  'bench.sum.fates',
  'commission.bodies',
  'commission.refused',
  'commission.saved',
  'demands.letter.subject',
  'demands.maskedTypes',
  'demands.office.decisions',
  'demands.office.kinds',
  'demands.office.refused',
  'demands.office.said',
  'demands.receipt',
  'demands.refused',
  'demands.states',
  'demands.withhold',
  'fact',
  'files.refused',
  'kit.inLanguage',
  'kit.posters',
  'kit.texts',
  'kind',
  'law.bearers',
  'law.issuer',
  'law.kinds',
  'meeting.forms',
  'meeting.formsShort',
  'meeting.status',
  'meetings.accessFacts',
  'meetings.agendaKinds',
  'meetings.besides',
  'meetings.channels',
  'meetings.guestCategories',
  'meetings.interpreters',
  'meetings.office.behind',
  'meetings.office.cancel',
  'meetings.office.move',
  'meetings.office.moments',
  'meetings.office.nextLead',
  'meetings.office.refused',
  'meetings.office.replies',
  'meetings.office.saved',
  'meetings.office.states',
  'meetings.office.steps',
  'meetings.office.waitsFor',
  'meetings.outsideReasons',
  'meetings.spokenLanguages',
  'meetings.standings',
  'missing',
  'national.akims',
  'national.news',
  'notices.address',
  'notices.channels',
  'notices.letter.author',
  'notices.letter.subject',
  'notices.notAnAddress',
  'notices.wishes',
  'post',
  'reason',
  'record.bodyWord',
  'record.flag',
  'record.lineMember',
  'record.member',
  'record.openWord',
  'record.word',
  'rule.applies.borneBy',
  'rule.counts.maslikhats',
  'rule.counts.regions',
  'rule.each',
  'rule.topic',
  'rule.when.from',
  'rule.where.form',
  'schedule.office.field.ground',
  'schedule.office.form',
  'schedule.office.proposalStates',
  'schedule.office.refused',
  'schedule.office.said',
  'schedule.office.states',
  'schedule.office.waits',
  'schedule.office.warnings',
  'search.empty',
  'search.tooLong',
  'search.tooShort',
  'today.kinds',
  'today.open',
  'unseal.purposes',
  'unseal.refused',
  'unseal.said',
  'unseal.states',
  'verdict',
  'verdictMeaning',
  'import.assumed',
  'import.channels',
  'import.faults',
  'import.fields',
  'import.forms',
  'import.past',
  'import.refused',
  'import.statuses',
  'intake.channels',
  'intake.importing.channels',
  'intake.importing.fates',
  'intake.importing.faults',
  'intake.importing.fields',
  'intake.importing.mappings',
  'intake.importing.notImported',
  'intake.importing.refused',
  'intake.importing.zones',
  'intake.refused',
  'operator.holidays.forms',
  'operator.holidays.kinds',
  'operator.holidays.refused',
  'operator.tabs',
  'plan.breach',
  'plan.demands.limit',
  'plan.reasons',
  'plan.relaxations',
  'plan.rules',
  'plan.saidWishes',
  'plan.taken',
  'plan.ways',
  'pool.channels.names',
  'pool.columns',
  'pool.files',
  'pool.reasons',
  'pool.refused',
  'pool.saved',
  'pool.signed',
  'pool.signs',
  'pool.states',
  'pool.steps',
  'pool.wants',
  'people.refused',
  'people.role',
  'people.said',
  'office.draft',
  'office.send',
  'office.answer',
  'office.recall',
  'office.approve',
  'office.publish',
  'office.submit',
  'office.marks',
  'office.missing',
  'office.overdue',
  'office.owed',
  'office.soon',
  'office.later',
  'office.unclear',
  'office.settled',
  'office.calendars',
  'office.sessions',
  'office.warnings',
  'office.refused',
  'office.said',
  'office.states',
  'office.steps',
  'office.waitsFor',
  'office.warnings',
  'office.wrong',
]

type Leaf = { readonly path: string; readonly value: unknown }
const leavesOf = (words: object, above = ''): Leaf[] =>
  Object.entries(words).flatMap(([key, value]): Leaf[] => {
    const path = above ? `${above}.${key}` : key
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value, path)
      : [{ path, value }]
  })

const sourcesOf = (folder: string): { name: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/test\.tsx?$/.test(name) && !name.startsWith('words/'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** A word is used where one file names its groups and then asks for it. */
function unused(words: object, sources: readonly { text: string }[], readByKey: readonly string[]): string[] {
  const names = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text)
  return leavesOf(words)
    .filter(({ path }) => {
      if (readByKey.some((group) => path === group || path.startsWith(`${group}.`))) return false
      const parts = path.split('.')
      const last = parts.at(-1)!
      return !sources.some(
        ({ text }) =>
          parts.slice(0, -1).every((part) => names(text, part)) &&
          (new RegExp(`\\.${last}\\b`).test(text) ||
            new RegExp(`[{,]\\s*${last}\\b[^}]*\\}\\s*[=:]`).test(text)),
      )
    })
    .map(({ path }) => path)
}

/** Sentences in code: Cyrillic anywhere, or letters standing between tags. */
const sentencesIn = (text: string): string[] => {
  const code = text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '').replace(/\{\/\*.*?\*\/\}/g, '')
  return [
    ...[...code.matchAll(/[^\n]*\p{Script=Cyrillic}[^\n]*/gu)].map(([line]) => line.trim()),
    ...[...code.matchAll(/<\/?[a-zA-Z](?:[^<>]*[^=<>])?>\s*(\p{L}[^<>{}=;()]*?\p{L})\s*<\/?[a-z]/gu)].map(
      (match) => match[1]!,
    ),
  ]
}

describe('words', () => {
  test('every language has the same words, none of them empty', () => {
    const paths = (words: Words) => leavesOf(words).map(({ path, value }) => `${path}: ${typeof value}`)
    expect(paths(catalogues.ru)).toEqual(paths(catalogues.kk))
    expect(paths(catalogues.en)).toEqual(paths(catalogues.kk))
    for (const words of Object.values(catalogues))
      expect(leavesOf(words).filter(({ value }) => value === '')).toEqual([])
  })

  test('every word is used', () => {
    expect(unused(catalogues.kk, sourcesOf(web), byKey)).toEqual([])
  })

  test('control: a word that nobody asks for is found', () => {
    const words = { home: { title: 'a', forgotten: 'b' }, kind: { oblast: 'c' } }
    expect(unused(words, [{ text: 'words.home.title + words.kind[unit.kind]' }], ['kind'])).toEqual([
      'home.forgotten',
    ])
  })

  test('no sentence stands in code outside the catalogues', () => {
    const found = sourcesOf(web).flatMap(({ name, text }) =>
      sentencesIn(text).map((line) => `${name}: ${line}`),
    )
    expect(found).toEqual([])
  })

  test('control: sentences in code are found', () => {
    expect(sentencesIn('return <p>Nothing here</p>')).toEqual(['Nothing here'])
    expect(sentencesIn("const title = 'Күнтізбе'")).toEqual(["const title = 'Күнтізбе'"])
    expect(sentencesIn('// Ақтоған\nreturn <p>{words.home.title}</p>')).toEqual([])
  })
})
