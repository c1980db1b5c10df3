// A broken act stops the start with file, line and reason.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { ActFault, lawWarnings, readActs } from './index.ts'

const files = {
  'doubts.yaml': `- id: AMB-01
  gist: { kk: a, ru: b, en: c }
  readings:
    - { id: lenient, gist: { kk: a, ru: b, en: c } }
    - { id: strict, gist: { kk: a, ru: b, en: c } }
  default: lenient
`,
  'examples.yaml': `territory: [{ code: "110000000", parent: null, kind: oblast }]
offices: [{ id: oblast, post: oblast-akim, unit: "110000000" }]
`,
  'one/act.yaml': `id: A1
number: "1"
date: 2024-01-01
issuer: president
gist: { kk: a, ru: b, en: c }
source: null
text: encoded
in_force: { from: 2024-01-01, until: null }
editions:
  - { id: e1, from: 2024-01-01, until: 2024-12-31 }
  - { id: e2, from: 2025-01-01, until: null }
`,
  'one/e1/2.yaml': `act: A1
edition: e1
paragraph: "2"
in_force: { from: 2024-01-01, until: 2024-12-31 }
provisions:
  - id: A1-2.a
    kind: D
    bearer: oblast-akim
    gist:
      kk: a
      ru: b
      en: c
    doubts: [{ id: AMB-01, taken: lenient }]
    rule:
      kind: fixed
      period: year
      due: { month: 1, day: 15, strict: -1, doubt: AMB-01 }
      facts: { types: [calendar-approved] }
    examples:
      - name: nothing done
        as_of: 2024-02-01
        expect: [{ bearer: oblast, period: "2024", due: 2024-01-15, verdict: missed }]
`,
  'one/e2/2.yaml': `act: A1
edition: e2
paragraph: "2"
in_force: { from: 2025-01-01, until: null }
provisions:
  - id: A1E2-2.a
    kind: D
    bearer: oblast-akim
    replaces: A1-2.a
    gist: { kk: a, ru: b, en: c }
    rule:
      kind: fixed
      period: year
      due: { month: 2, day: 1 }
      facts: { types: [calendar-approved] }
`,
}
type Name = keyof typeof files

const made: string[] = []
afterEach(() => made.splice(0).forEach((dir) => rmSync(dir, { recursive: true })))

/** The small law above, one file of it with one string changed. */
function withChange(file: Name | null, from = '', to = ''): string {
  const dir = mkdtempSync(join(tmpdir(), 'acts-'))
  made.push(dir)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    if (name === file && !text.includes(from)) throw new Error(`${from} is not in ${file}`)
    writeFileSync(join(dir, name), name === file ? text.replace(from, to) : text)
  }
  return dir
}

function faultOf(dir: string): ActFault {
  try {
    readActs(dir)
  } catch (problem) {
    if (problem instanceof ActFault) return problem
    throw problem
  }
  throw new Error('no fault')
}

test('the small law loads; its editions follow each other', () => {
  const law = readActs(withChange(null))
  expect(law.editionsOf('A1E2-2.a').map(({ id }) => id)).toEqual(['A1-2.a', 'A1E2-2.a'])
  expect(law.editionsOf('A1-2.a').map(({ id }) => id)).toEqual(['A1-2.a', 'A1E2-2.a'])
  expect(law.provision('A1-2.a')).toMatchObject({ file: 'one/e1/2.yaml', line: 6, paragraph: '2' })
})

const e1: Name = 'one/e1/2.yaml'
test.each<[string, Name, string, string, number, RegExp]>([
  ['no YAML', e1, 'kind: D', 'kind: [D', 8, /not YAML/],
  ['a key twice', e1, 'kind: D', 'kind: D\n    kind: L', 8, /not YAML/],
  ['a missing language', e1, '      ru: b\n', '', 9, /gist\.ru/],
  ['an unknown post', e1, 'bearer: oblast-akim', 'bearer: oblast-akin', 8, /bearer/],
  ['an unknown kind of rule', e1, 'kind: fixed', 'kind: fixt', 15, /rule\.kind/],
  ['a rule without its parameters', e1, '      period: year\n', '', 14, /rule\.period/],
  ['a parameter nobody knows', e1, 'period: year', 'period: year\n      often: true', 14, /often/],
  [
    'a kind that cannot have the rule',
    e1,
    'kind: D',
    'kind: F',
    15,
    /kind F cannot have a rule of kind fixed/,
  ],
  ['a duty without a bearer', e1, 'bearer: oblast-akim', 'bearer: null', 8, /needs its bearer/],
  ['an unknown type of fact', e1, 'calendar-approved', 'calendar-aproved', 18, /types/],
  [
    'a member the facts do not have',
    e1,
    '[calendar-approved]',
    '[calendar-approved], where: { to: x }',
    18,
    /no member to/,
  ],
  ['an unknown doubt', e1, 'doubts: [{ id: AMB-01', 'doubts: [{ id: AMB-02', 13, /no doubt AMB-02/],
  ['a reading nobody offers', e1, 'taken: lenient', 'taken: mild', 13, /none of the readings/],
  [
    'a reading that is not the default',
    e1,
    'taken: lenient',
    'taken: strict',
    13,
    /the default of AMB-01 is lenient/,
  ],
  [
    'a strict day without its doubt',
    e1,
    ', doubt: AMB-01 }\n      facts',
    ' }\n      facts',
    17,
    /needs the doubt/,
  ],
  ['a day that does not exist', e1, 'until: 2024-12-31', 'until: 2024-02-30', 4, /not a day that exists/],
  [
    'an example with an unknown office',
    e1,
    'as_of: 2024-02-01',
    'as_of: 2024-02-01\n        facts: [{ type: calendar-approved, office: nobody, period: "2024", at: 2024-01-02 }]',
    22,
    /facts\.0\.office: names nothing "nobody"/,
  ],
  ['an id of another act', e1, 'id: A1-2.a', 'id: A2-2.a', 6, /does not belong to A1/],
  ['an id twice', 'one/e2/2.yaml', 'id: A1E2-2.a', 'id: A1-2.a', 6, /is there twice/],
  ['an unknown norm replaced', 'one/e2/2.yaml', 'replaces: A1-2.a', 'replaces: A1-2.b', 9, /no norm A1-2\.b/],
  [
    'a gap between provisions',
    'one/e2/2.yaml',
    'from: 2025-01-01',
    'from: 2025-02-01',
    6,
    /gap: nothing is in force from 2025-01-01/,
  ],
  [
    'an overlap of provisions',
    'one/e2/2.yaml',
    'from: 2025-01-01',
    'from: 2024-12-31',
    6,
    /overlap: what comes before runs to 2024-12-31/,
  ],
  [
    'a gap between editions',
    'one/act.yaml',
    'id: e2, from: 2025-01-01',
    'id: e2, from: 2025-01-02',
    11,
    /gap/,
  ],
  ['an overlap of editions', 'one/act.yaml', 'until: 2024-12-31', 'until: 2025-06-30', 11, /overlap/],
  [
    'an edition that ends with no null',
    'one/act.yaml',
    'from: 2025-01-01, until: null',
    'from: 2025-01-01',
    11,
    /until/,
  ],
  [
    'an act that repeals the unknown',
    'one/act.yaml',
    'source: null',
    'source: null\nrepealed_by: A9',
    7,
    /no act A9/,
  ],
  [
    'a doubt twice',
    'doubts.yaml',
    '  default: lenient',
    '  default: lenient\n- { id: AMB-01, gist: { kk: a, ru: b, en: c }, readings: [{ id: x, gist: { kk: a, ru: b, en: c } }], default: x }',
    7,
    /there twice/,
  ],
  ['a default nobody offers', 'doubts.yaml', 'default: lenient', 'default: mild', 6, /none of the readings/],
  [
    'a reading that changes nothing and does not say so',
    'doubts.yaml',
    'id: strict, gist: { kk: a, ru: b, en: c } }',
    'id: strict, gist: { kk: a, ru: b, en: c } }\n    - { id: third, gist: { kk: a, ru: b, en: c } }',
    6,
    /no rule says what third would change/,
  ],
  [
    'a reading that changes a rule and denies it',
    'doubts.yaml',
    'id: strict, gist: { kk: a, ru: b, en: c } }',
    'id: strict, gist: { kk: a, ru: b, en: c }, changes_nothing: { kk: a, ru: b, en: c } }',
    5,
    /says that it changes nothing/,
  ],
  [
    'a reading that makes no rule',
    e1,
    'taken: lenient }]',
    'taken: lenient, instead: { strict: { period: decade } } }]',
    13,
    /makes no rule/,
  ],
  [
    'a reading that names facts nobody has',
    e1,
    'taken: lenient }]',
    'taken: lenient, instead: { strict: { facts: { filled: [wheels] } } } }]',
    13,
    /no member wheels/,
  ],
  [
    'a change for a reading nobody offers',
    e1,
    'taken: lenient }]',
    'taken: lenient, instead: { mild: {} } }]',
    13,
    /mild is none of the readings/,
  ],
  [
    'a doubt in the rule alone',
    e1,
    '    doubts: [{ id: AMB-01, taken: lenient }]\n',
    '',
    13,
    /not among the doubts/,
  ],
  [
    'another first day under a doubt the act does not have',
    'one/act.yaml',
    'source: null',
    'source: null\nbegins: { AMB-01: { strict: 2024-02-01 } }',
    7,
    /not among the doubts of A1/,
  ],
  [
    'an example under a reading nobody offers',
    e1,
    'as_of: 2024-02-01',
    'as_of: 2024-02-01\n        readings: { AMB-01: mild }',
    22,
    /no reading mild of AMB-01/,
  ],
  [
    'a post misspelt',
    e1,
    'bearer: oblast-akim',
    'bearer: oblast-akin',
    8,
    /"oblast-akin" is not known here; did you mean oblast-akim\?/,
  ],
  [
    'a word nobody would guess',
    e1,
    'period: year',
    'period: decade',
    16,
    /"decade" is not known here; one of year, half-year, quarter$/,
  ],
  [
    'a member left out',
    e1,
    '      period: year\n',
    '',
    14,
    /rule\.period: missing; one of year, half-year, quarter$/,
  ],
  ['a number for a text', e1, 'paragraph: "2"', 'paragraph: 2', 3, /text belongs here, not 2/],
  [
    'a list that is none',
    e1,
    'types: [calendar-approved]',
    'types: calendar-approved',
    18,
    /a list belongs here, not "calendar-approved"/,
  ],
  [
    'an end that was forgotten',
    e1,
    'until: 2024-12-31',
    'until: ',
    4,
    /until: nothing stands here; write null where nothing is meant/,
  ],
  [
    'a member of no rule',
    e1,
    'period: year',
    'period: year\n      often: true',
    14,
    /there is no member often here/,
  ],
  ['a file in the wrong folder', e1, 'edition: e1', 'edition: e2', 2, /the folder is e1/],
])('%s', (_, file, from, to, line, reason) => {
  const fault = faultOf(withChange(file, from, to))
  expect({ file: fault.file, line: fault.line }).toEqual({ file, line })
  expect(fault.reason).toMatch(reason)
  expect(fault.message).toBe(`${file}:${line}:${fault.column}: ${fault.reason}`)
})

test('a provision that outlives its end without a successor is named, once its end is past', () => {
  const dir = withChange('one/e2/2.yaml', '    replaces: A1-2.a\n', '')
  const ended = { warning: 'ended-without-successor', norm: 'A1-2.a', until: '2024-12-31' }
  expect(lawWarnings(readActs(dir), localDate('2024-12-31'))).not.toContainEqual(ended)
  expect(lawWarnings(readActs(dir), localDate('2025-01-01'))).toContainEqual(ended)
  expect(lawWarnings(readActs(withChange(null)), localDate('2030-01-01'))).not.toContainEqual(ended)
})
