// The JSON Schema of facts, made from the same table of members as the reader.
import { factShapes, factTypes } from './fact.ts'

type Schema = { readonly [keyword: string]: unknown }

const longMonth = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])'
const shortMonth = '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)'
const february = '02-(?:0[1-9]|1[0-9]|2[0-8])'
const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
const date = `(?:[0-9]{4}-(?:${longMonth}|${shortMonth}|${february})|${leapYear}-02-29)`
const minute = '[0-5][0-9]'
const hour = '(?:[01][0-9]|2[0-3])'
const midnight = '24:00(?::00(?:[.]0{1,6})?)?'
const clock = `(?:${hour}:${minute}(?::${minute}(?:[.][0-9]{1,6})?)?|${midnight})`
const offset = `(?:Z|[+-]${hour}:${minute})`

const matching = (pattern: string): Schema => ({ type: 'string', pattern: `^${pattern}$` })
const each = (items: Schema): Schema => ({ type: 'array', items })
const lines = (names: readonly string[]): Schema =>
  each({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    additionalProperties: false,
  })

const id = matching('[A-Za-z0-9][A-Za-z0-9._-]*')
const code = matching('[0-9]{9}')

/** What a member may hold, word by word as in `factShapes`. */
const words: Readonly<Record<string, Schema>> = {
  at: matching(`${date}(?:T${clock}${offset})?`),
  day: matching(date),
  id,
  ids: each(id),
  code,
  codes: each(code),
  slug: matching('[a-z0-9][a-z0-9-]*'),
  text: { type: 'string' },
  words: each({ type: 'string', pattern: '.' }),
  flag: { type: 'boolean' },
  clock: matching(`${hour}:${minute}`),
  minutes: { type: 'number', minimum: 0 },
  year: matching('[0-9]{4}'),
  half: matching('[0-9]{4}-H[12]'),
  quarter: matching('[0-9]{4}-Q[1-4]'),
  'year-or-half': matching('[0-9]{4}(?:-H[12])?'),
  'plan-lines': lines(['issue', 'deadline', 'executor']),
  'list-lines': lines(['issue', 'solution', 'progress']),
}

/** Conditions between members that a schema can say. */
const conditions: Readonly<Record<string, Schema>> = {
  meeting: {
    anyOf: [
      { properties: { status: { enum: ['planned', 'cancelled', 'moved'] } } },
      { required: ['held_by'] },
    ],
    properties: { planned_minutes: { exclusiveMinimum: 0 } },
  },
  'issue-raised': {
    anyOf: [{ properties: { level: { enum: ['local', 'region'] } } }, { required: ['body'] }],
  },
}

/**
 * A list of facts, JSON Schema draft 2020-12. Three rules of the reader lie beyond a schema: an id occurs once, a span
 * does not run backwards, and every name leads somewhere.
 */
export const factsSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:kezdesu:facts',
  title: 'Statutory facts',
  $comment:
    'Beyond this schema: an id occurs once, visit_from … visit_to and from … to do not run backwards, and the offices, units and meetings that are named exist.',
  type: 'array',
  items: { $ref: '#/$defs/fact' },
  $defs: {
    fact: { anyOf: factTypes.map((type) => ({ $ref: `#/$defs/${type}` })) },
    ...Object.fromEntries(factTypes.map((type) => [type, factSchema(type)])),
  },
})

function factSchema(type: keyof typeof factShapes): Schema {
  const members = Object.entries(factShapes[type] as Record<string, unknown>)
  const { properties: own = {}, ...rest } = conditions[type] ?? {}
  const properties = Object.fromEntries(
    members.map(([name, word]) => {
      const bare = name.replace('?', '')
      return [bare, { ...schemaOf(word), ...(own as Record<string, object>)[bare] }]
    }),
  )
  return {
    type: 'object',
    properties: { type: { const: type }, ...properties },
    required: ['type', ...members.map(([name]) => name).filter((name) => !name.endsWith('?'))],
    additionalProperties: false,
    ...rest,
  }
}

function schemaOf(word: unknown): Schema {
  if (typeof word === 'string') return words[word]!
  return Array.isArray(word) ? { enum: word } : each({ enum: (word as { list: string[] }).list })
}
