// Drafts laid over the law in force, and what they would change in a small country.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import {
  ActFault,
  type Fact,
  evaluate,
  playExample,
  prepareWorld,
  readActs,
  readDraft,
  whatIf,
} from './index.ts'

const dir = join(import.meta.dirname, '../../acts')
const drafts = join(import.meta.dirname, '../../acts-draft')
const law = readActs(dir)
const { territory, offices } = law.provision('A826-2.1.appr')!.examples[0]!.given
const world = prepareWorld({ territory, offices, facts: [] })
const shipped = (name: string) => readDraft(dir, join(drafts, name))
const owed = (name: string) => {
  const { base, law: drafted } = shipped(name)
  const rows = whatIf(base, drafted, world, { year: 2026 }).owed
  return Object.fromEntries(rows.map(({ post, now, drafted }) => [post, [now, drafted]]))
}

describe('the drafts that are shipped', () => {
  test('each loads, says what it is, and its examples hold', () => {
    expect(readdirSync(drafts).sort()).toEqual(['615-today', 'amb-08-literal', 'edition-1', 'g91'])
    for (const name of readdirSync(drafts)) {
      const draft = shipped(name)
      expect([draft.id, draft.gist.kk !== '', draft.gist.ru !== '']).toEqual([name, true, true])
      for (const provision of draft.own)
        for (const example of provision.examples)
          expect(playExample(draft.law, provision, example)).toEqual([])
    }
    expect(shipped('615-today').own).toHaveLength(3)
  })

  test('edition 1: quarters and half-years instead of half-years and years, and consent again', () => {
    expect(owed('edition-1')).toMatchObject({
      'oblast-akim': [2, 4],
      'republican-city-akim': [1, 4],
      'district-akim': [8, 16],
      'rural-okrug-akim': [4, 8],
      'district-city-akim': [2, 4],
      'village-akim': [2, 4],
      minister: [4, 4],
    })
    const { base, law: drafted } = shipped('edition-1')
    const { norms } = whatIf(base, drafted, world, { year: 2026 })
    expect(norms.map(({ was, becomes, how }) => [was, becomes, how])).toEqual(
      ['a', 'agr', 'b', 'c', 'cor.l', 'd', 'e'].map((end) => [
        `A826E2-2.1.${end}`,
        `A826-2.1.${end}@2026-01-01`,
        'restored',
      ]),
    )
    expect(norms[0]!.members).toEqual([{ path: 'period', was: 'year', becomes: 'half-year' }])
    expect(owed('g91')).toEqual(owed('edition-1'))
  })

  test('No. 615 today: one meeting a window in the own unit, whatever lies below', () => {
    expect(owed('615-today')).toMatchObject({
      'oblast-akim': [2, 1],
      'district-akim': [8, 2],
      'rural-okrug-akim': [4, 4],
      'village-akim': [2, 4],
      'city-district-akim': [2, 2],
    })
  })

  test('AMB-08 literally: each village of the okrug; the okrug is met in any of them', () => {
    expect(owed('amb-08-literal')).toMatchObject({ 'district-akim': [8, 10], 'rural-okrug-akim': [4, 4] })
    const { base, law: drafted } = shipped('amb-08-literal')
    expect(whatIf(base, drafted, world, { year: 2026 }).norms).toMatchObject([
      { was: 'A826E2-2.1.c', how: 'read-otherwise', members: [{ path: 'objects.below', becomes: true }] },
    ])
  })

  test('before its first day a draft changes nothing, and the year before keeps its verdicts', () => {
    const { base, law: drafted } = shipped('edition-1')
    expect(whatIf(base, drafted, world, { year: 2025 })).toMatchObject({ norms: [] })
    const asked = { asOf: localDate('2025-12-31') }
    expect(evaluate(drafted, world, asked)).toEqual(evaluate(base, world, asked))
  })
})

test('on given facts: results norm by norm, and who would begin or cease to comply', () => {
  const held = (id: string, unit: string, day: string) => [
    {
      type: 'meeting',
      id,
      office: 'oblast',
      unit,
      day,
      status: 'held',
      held_by: 'holder',
      form: 'visiting',
      in_calendar: true,
    },
    { type: 'notice-published', meeting: id, channel: 'media', at: '2026-01-10' },
  ]
  const facts = [...held('m1', '111000000', '2026-02-10'), ...held('m2', '113000000', '2026-02-12')] as Fact[]
  const { base, law: drafted } = shipped('edition-1')
  const result = whatIf(base, drafted, prepareWorld({ territory, offices, facts }), {
    year: 2026,
    asOf: localDate('2026-12-31'),
  })
  expect(result.norms[0]!.verdicts).toEqual({ now: { met: 2 }, drafted: { met: 2, pending: 2 } })
  const later = whatIf(base, drafted, prepareWorld({ territory, offices, facts }), {
    year: 2026,
    asOf: localDate('2027-01-01'),
  })
  expect(later.norms[0]!.verdicts).toEqual({ now: { met: 2 }, drafted: { met: 2, missed: 2 } })
  // The oblast lacks its maslikhat's notification too, so it complies under neither.
  expect(later.compliance!.byPost.find(({ post }) => post === 'oblast-akim')).toEqual({
    post: 'oblast-akim',
    offices: 1,
    now: 0,
    drafted: 0,
  })
})

test('who met every unit of the lower tier would fail under the literal reading, and the other way round', () => {
  const units = ['113030100', '113040000', '113050000', '113070000']
  const facts = units.flatMap((unit, i) =>
    ['2026-03-01', '2026-09-01'].flatMap((day, half) => {
      const id = `m${i}-${half}`
      const meeting = {
        type: 'meeting',
        id,
        office: 'district',
        unit,
        day,
        status: 'held',
        held_by: 'holder',
      }
      return [
        { ...meeting, form: 'visiting', in_calendar: true },
        { type: 'notice-published', meeting: id, channel: 'media', at: '2026-01-10' },
      ]
    }),
  ) as Fact[]
  const { base, law: drafted } = shipped('amb-08-literal')
  const met = prepareWorld({ territory, offices, facts })
  const asked = { year: 2026, asOf: localDate('2027-01-01') }
  expect(whatIf(base, drafted, met, asked).compliance).toEqual({
    byPost: [{ post: 'district-akim', offices: 1, now: 1, drafted: 0 }],
    gained: [],
    lost: ['district'],
  })
  expect(whatIf(drafted, base, met, asked).compliance).toMatchObject({ gained: ['district'], lost: [] })
})

const made = mkdtempSync(join(tmpdir(), 'draft-'))
afterAll(() => rmSync(made, { recursive: true }))
let count = 0
const withFiles = (files: Readonly<Record<string, string>>): string => {
  const folder = join(made, `d${count++}`)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}
const faultOf = (files: Readonly<Record<string, string>>): string => {
  try {
    readDraft(dir, withFiles(files))
  } catch (problem) {
    if (problem instanceof ActFault) return problem.message
    throw problem
  }
  return 'no fault'
}
const gist = 'gist: { kk: a, ru: b, en: c }\n'

describe('a draft that cannot be', () => {
  test.each([
    ['without its file', {}, 'draft.yaml:1:1: missing'],
    ['that changes nothing', { 'draft.yaml': gist }, 'draft.yaml:1:1: the draft changes nothing'],
    [
      'without its first day',
      { 'draft.yaml': `${gist}ends: [A826-1.a]\n` },
      'draft.yaml:1:1: from: a draft that changes provisions needs its first day',
    ],
    [
      'that ends what is not there',
      { 'draft.yaml': `${gist}from: 2026-01-01\nends: [A826-9]\n` },
      'draft.yaml:3:8: ends.0: there is no norm A826-9',
    ],
    [
      'that ends what has ended',
      { 'draft.yaml': `${gist}from: 2026-01-01\nends: [A826-2.1.a]\n` },
      'draft.yaml:3:8: ends.0: A826-2.1.a is not in force on 2026-01-01',
    ],
    [
      'that restores what is in force',
      { 'draft.yaml': `${gist}from: 2026-01-01\nrestores: [A826-1.a]\n` },
      'draft.yaml:3:12: restores.0: A826-1.a is in force on 2026-01-01; nothing to restore',
    ],
    [
      'with a reading nobody offers',
      { 'draft.yaml': gist, 'readings.yaml': 'AMB-08: loose\n' },
      'readings.yaml:1:1: AMB-08: loose is none of the readings of AMB-08 (lower-tier, literal)',
    ],
  ])('%s', (_, files, message) => expect(faultOf(files)).toBe(message))

  test('a provision of a draft replaces one in force, with the loader as strict as ever', () => {
    const act =
      'id: D1\nnumber: null\ndate: null\nissuer: president\ngist: { kk: a, ru: b, en: c }\nsource: null\ntext: encoded\nin_force: { from: 2026-07-01, until: null }\n'
    const provision = (replaces: string) =>
      `act: D1\nedition: e1\nparagraph: "1"\nin_force: { from: 2026-07-01, until: null }\nprovisions:\n  - id: D1-1\n    kind: D\n    bearer: upper-akims\n    replaces: ${replaces}\n    gist: { kk: a, ru: b, en: c }\n    rule: { kind: fixed, period: year, due: { month: 3, day: 1 }, facts: { types: [calendar-approved] } }\n`
    const files = (replaces: string) => ({
      'draft.yaml': `${gist}from: 2026-07-01\n`,
      'one/act.yaml': act,
      'one/e1/1.yaml': provision(replaces),
    })
    const draft = readDraft(dir, withFiles(files('A826-2.1.appr')))
    expect(draft.law.provision('A826-2.1.appr')!.inForce.until).toBe('2026-06-30')
    expect(draft.base.provision('A826-2.1.appr')!.inForce.until).toBe(null)
    expect(draft.law.editionsOf('D1-1').map(({ id }) => id)).toEqual(['A826-2.1.appr', 'D1-1'])
    expect(faultOf(files('A826-2.1.a'))).toBe(
      'one/e1/1.yaml:9:5: provisions.0.replaces: A826-2.1.a is not in force on 2026-07-01',
    )
    expect(faultOf(files('A826-99'))).toMatch(/there is no norm A826-99/)
  })

  test('a copy of the acts is checked like the acts themselves', () => {
    const copy = join(made, 'acts')
    cpSync(dir, copy, { recursive: true })
    rmSync(join(copy, 'doubts.yaml'))
    expect(() => readDraft(copy, join(drafts, 'edition-1'))).toThrow('doubts.yaml:1:1: missing')
  })
})
