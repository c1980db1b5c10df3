// The JSON Schema of facts says of every fact what the reader says of it.
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fact, factShapes, factTypes, factsSchema, readActs, readFacts } from './index.ts'

const valid = new Ajv2020({ strict: true, strictRequired: false }).compile(factsSchema())

/** Reasons that lie beyond a schema. */
const beyond = new Set(['used-twice', 'runs-backwards'])
const agree = (fact: unknown): [boolean, boolean] => {
  const read = readFacts([fact])
  return [read.ok || beyond.has(read.refusal.reason), valid([fact])]
}

const days = [
  '2024-02-29',
  '2023-02-29',
  '2000-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-12-31',
  '0000-02-29',
  '2024-13-01',
  '24-01-01',
  '2024-00-10',
  '2024-01-00',
]
const moments = [
  'T10:00Z',
  'T10:00:59+05:00',
  'T24:00Z',
  'T24:01Z',
  'T23:59:60Z',
  'T10:00',
  'T10:00:00.123456-23:59',
  'T10:00:00.1234567Z',
  'T10:00+24:00',
  ' 10:00Z',
]
const good: Readonly<Record<string, readonly unknown[]>> = {
  at: ['2024-03-01', '2024-03-01T09:30:00+05:00'],
  day: ['2024-02-29'],
  id: ['m1'],
  ids: [['m1', 'akim.113000000'], []],
  code: ['113000000'],
  codes: [['113000000']],
  slug: ['health'],
  text: ['', 'no line'],
  words: [['veterans'], []],
  flag: [true, false],
  clock: ['09:30'],
  minutes: [0, 22.5],
  year: ['2024'],
  half: ['2024-H1'],
  quarter: ['2024-Q4'],
  'year-or-half': ['2024', '2024-H2'],
  'plan-lines': [[], [{ issue: 'i1', deadline: '2024-05-01', executor: 'x' }]],
  'list-lines': [[{ solution: 'x' }]],
}
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    true,
    '',
    ' ',
    '\n',
    '09:60',
    '24:00',
    '2024-H3',
    '2024-Q0',
    '12345678',
    'Häuser',
    '-a',
    [],
    [''],
    ['\n'],
    [1],
    {},
    [{}],
    [{ wheels: 'x' }],
    [{ issue: 1 }],
    'held',
    'central',
    'holder',
  ),
  fc.constantFrom(...days),
  fc.tuple(fc.constantFrom(...days), fc.constantFrom(...moments)).map(([day, moment]) => day + moment),
  fc.string(),
)
const goodOf = (word: unknown): fc.Arbitrary<unknown> =>
  typeof word === 'string'
    ? fc.constantFrom(...good[word]!)
    : Array.isArray(word)
      ? fc.constantFrom(...(word as string[]))
      : fc.subarray((word as { list: string[] }).list)

/** A sound fact, then now and then a member gone, a strange one added, or a value that may be wrong. */
const someFact = fc
  .oneof(fc.constantFrom(...factTypes), fc.constantFrom('meeting' as const, 'issue-raised' as const))
  .chain((type) => {
    const members = Object.entries(factShapes[type] as Record<string, unknown>)
    const sound = fc.record(
      Object.fromEntries(members.map(([name, word]) => [name.replace('?', ''), goodOf(word)])),
      { requiredKeys: members.map(([name]) => name).filter((name) => !name.endsWith('?')) },
    )
    const names = fc.constantFrom(...members.map(([name]) => name.replace('?', '')), 'type', 'wheels')
    const change = fc.oneof(
      { weight: 2, arbitrary: fc.constant((fact: object) => fact) },
      {
        weight: 5,
        arbitrary: fc
          .tuple(names, odd)
          .map(([name, value]) => (fact: object) => ({ ...fact, [name]: value })),
      },
      {
        weight: 1,
        arbitrary: names.map(
          (gone) => (fact: object) =>
            Object.fromEntries(Object.entries(fact).filter(([name]) => name !== gone)),
        ),
      },
    )
    return fc.tuple(sound, change).map(([fact, changed]) => changed({ type, ...fact }))
  })

describe('the schema and the reader', () => {
  test('agree on facts drawn at random, sound and broken', () => {
    const seen = { sound: 0, broken: 0 }
    fc.assert(
      fc.property(someFact, (fact) => {
        const [read, schema] = agree(fact)
        seen[read ? 'sound' : 'broken']++
        expect([schema, fact]).toEqual([read, fact])
      }),
      { numRuns: 4_000 },
    )
    expect(Math.min(seen.sound, seen.broken)).toBeGreaterThan(500)
  })

  test('agree on every fact of the examples', () => {
    const law = readActs(join(import.meta.dirname, '../../acts'))
    const facts = law.provisions.flatMap(({ examples }) =>
      examples.flatMap(({ given }) => given.facts as Fact[]),
    )
    for (const fact of facts) expect([agree(fact), fact]).toEqual([[true, true], fact])
    expect(valid(facts)).toBe(true)
  })

  test('control: a schema that forgets a member, a condition or a type is found out', () => {
    const agreesWith = (spoil: (schema: string) => string): boolean => {
      const spoilt = new Ajv2020({ strict: true, strictRequired: false }).compile(
        JSON.parse(spoil(JSON.stringify(factsSchema()))) as object,
      )
      return !fc.check(
        fc.property(someFact, (fact) => {
          const read = readFacts([fact])
          return (read.ok || beyond.has(read.refusal.reason)) === spoilt([fact])
        }),
        { numRuns: 4_000 },
      ).failed
    }
    expect(agreesWith((schema) => schema)).toBe(true)
    expect(
      agreesWith((schema) =>
        schema.replaceAll('"additionalProperties":false', '"additionalProperties":true'),
      ),
    ).toBe(false)
    expect(agreesWith((schema) => schema.replaceAll('{"required":["held_by"]}', '{"required":["id"]}'))).toBe(
      false,
    )
    expect(agreesWith((schema) => schema.replaceAll('1[0-9]|2[0-8]', '1[0-9]|2[0-9]'))).toBe(false)
  })
})
