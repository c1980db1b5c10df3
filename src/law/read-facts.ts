// The boundary of the room: unknown JSON becomes facts, or a refusal that points at the offending member.
import { type Result, done, parseInstant, parseLocalDate, refuse } from '#kernel'
import { type Fact, type FactType, factShapes, isFactType } from './fact.ts'

export type FactRefusal = {
  /** JSON pointer (RFC 6901) of the offending member, from the value that was read. */
  readonly pointer: string
  readonly reason: FactReason
  /** What was found there, shortened; what was allowed, where that can be listed. */
  readonly found?: string
  readonly allowed?: readonly string[]
}
export type FactReason =
  | 'not-json'
  | 'too-long'
  | 'not-an-object'
  | 'not-a-list'
  | 'missing'
  | 'unknown-type'
  | 'unknown-member'
  | 'not-allowed'
  | 'not-a-day'
  | 'not-a-moment'
  | 'not-a-period'
  | 'not-a-code'
  | 'not-an-id'
  | 'not-text'
  | 'not-a-number'
  | 'not-true-or-false'
  | 'not-a-clock-time'
  | 'used-twice'
  | 'names-nothing'
  | 'runs-backwards'
  | 'goes-in-a-circle'

/** Raised inside the reader and turned into a refusal at its edge. */
export class Wrong extends Error {
  readonly refusal: FactRefusal
  constructor(pointer: string, reason: FactReason, found?: unknown, allowed?: readonly string[]) {
    super(`${pointer}: ${reason}`)
    this.refusal = {
      pointer,
      reason,
      ...(found === undefined ? {} : { found: String(JSON.stringify(found)).slice(0, 80) }),
      ...(allowed ? { allowed } : {}),
    }
  }
}

export function reading<T>(read: () => T): Result<T, FactRefusal> {
  try {
    return done(read())
  } catch (problem) {
    if (problem instanceof Wrong) return refuse(problem.refusal)
    throw problem
  }
}

/** Reads a list of facts; refuses unknown types and members, impossible dates and ids used twice. */
export const readFacts = (value: unknown): Result<Fact[], FactRefusal> => reading(() => factsOf(value, ''))

export function factsOf(value: unknown, pointer: string): Fact[] {
  const list = listOf(value, pointer)
  for (let i = 0; i < list.length; i++) checkFact(list[i], `${pointer}/${i}`)
  const facts = list as Fact[]
  const ids = new Set<string>()
  for (let i = 0; i < facts.length; i++) {
    const id = (facts[i] as { id?: string }).id
    if (id === undefined) continue
    if (ids.has(id)) throw new Wrong(`${pointer}/${i}/id`, 'used-twice', id)
    ids.add(id)
  }
  return facts
}

export function listOf(value: unknown, pointer: string): unknown[] {
  if (value === undefined) throw new Wrong(pointer, 'missing')
  if (!Array.isArray(value)) throw new Wrong(pointer, 'not-a-list', value)
  return value
}

export function objectOf(value: unknown, pointer: string): Record<string, unknown> {
  if (value === undefined) throw new Wrong(pointer, 'missing')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Wrong(pointer, 'not-an-object', value)
  return value as Record<string, unknown>
}

type Check = (value: unknown, pointer: string) => void

const matching =
  (shape: RegExp, reason: FactReason): Check =>
  (value, pointer) => {
    if (typeof value !== 'string' || !shape.test(value)) throw new Wrong(pointer, reason, value)
  }
const each =
  (check: Check): Check =>
  (value, pointer) =>
    listOf(value, pointer).forEach((one, i) => check(one, `${pointer}/${i}`))
const oneOf =
  (allowed: readonly string[]): Check =>
  (value, pointer) => {
    if (!allowed.includes(value as string)) throw new Wrong(pointer, 'not-allowed', value, allowed)
  }
const text: Check = (value, pointer) => {
  if (typeof value !== 'string') throw new Wrong(pointer, 'not-text', value)
}
const lines =
  (names: readonly string[]): Check =>
  (value, pointer) =>
    listOf(value, pointer).forEach((line, i) => {
      for (const [name, member] of Object.entries(objectOf(line, `${pointer}/${i}`))) {
        if (!names.includes(name))
          throw new Wrong(`${pointer}/${i}/${escaped(name)}`, 'unknown-member', name, names)
        text(member, `${pointer}/${i}/${name}`)
      }
    })

const goodDays = new Set<string>()
export const day: Check = (value, pointer) => {
  if (typeof value === 'string' && goodDays.has(value)) return
  if (parseLocalDate(value) === undefined) throw new Wrong(pointer, 'not-a-day', value)
  goodDays.add(value as string)
}
export const id = matching(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'not-an-id')
export const code = matching(/^[0-9]{9}$/, 'not-a-code')
export const slug = matching(/^[a-z0-9][a-z0-9-]*$/, 'not-an-id')

const checks: Record<string, Check> = {
  at: (value, pointer) => {
    if (typeof value === 'string' && value.length === 10) day(value, pointer)
    else if (parseInstant(value) === undefined) throw new Wrong(pointer, 'not-a-moment', value)
  },
  day,
  id,
  ids: each(id),
  code,
  codes: each(code),
  slug,
  text,
  words: each(matching(/./, 'not-text')),
  flag: (value, pointer) => {
    if (typeof value !== 'boolean') throw new Wrong(pointer, 'not-true-or-false', value)
  },
  clock: matching(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'not-a-clock-time'),
  minutes: (value, pointer) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new Wrong(pointer, 'not-a-number', value)
  },
  year: matching(/^[0-9]{4}$/, 'not-a-period'),
  half: matching(/^[0-9]{4}-H[12]$/, 'not-a-period'),
  quarter: matching(/^[0-9]{4}-Q[1-4]$/, 'not-a-period'),
  'year-or-half': matching(/^[0-9]{4}(?:-H[12])?$/, 'not-a-period'),
  'plan-lines': lines(['issue', 'deadline', 'executor']),
  'list-lines': lines(['issue', 'solution', 'progress']),
}

type Reader = { readonly required: readonly string[]; readonly members: ReadonlyMap<string, Check> }

const readers = new Map<FactType, Reader>(
  Object.entries(factShapes).map(([type, shape]) => {
    const members = new Map<string, Check>()
    const required: string[] = []
    for (const [name, word] of Object.entries(shape as Record<string, unknown>)) {
      const bare = name.replace('?', '')
      if (bare === name) required.push(name)
      members.set(
        bare,
        typeof word === 'string'
          ? checks[word]!
          : Array.isArray(word)
            ? oneOf(word)
            : each(oneOf((word as { list: string[] }).list)),
      )
    }
    return [type as FactType, { required, members }]
  }),
)

export function checkFact(value: unknown, pointer: string): void {
  const fact = objectOf(value, pointer)
  const type = fact['type']
  if (type === undefined) throw new Wrong(`${pointer}/type`, 'missing')
  if (!isFactType(type)) throw new Wrong(`${pointer}/type`, 'unknown-type', type)
  const { required, members } = readers.get(type)!
  for (const name in fact) {
    if (name === 'type') continue
    const check = members.get(name)
    if (!check) throw new Wrong(`${pointer}/${escaped(name)}`, 'unknown-member', name, [...members.keys()])
    check(fact[name], `${pointer}/${name}`)
  }
  for (const name of required) if (fact[name] === undefined) throw new Wrong(`${pointer}/${name}`, 'missing')
  if (type === 'meeting') checkMeeting(fact, pointer)
  if (type === 'issue-raised' && fact['level'] === 'central' && fact['body'] === undefined)
    throw new Wrong(`${pointer}/body`, 'missing')
  if (type === 'channel-unavailable') ordered(fact, 'from', 'to', pointer)
}

function checkMeeting(fact: Record<string, unknown>, pointer: string): void {
  if (fact['status'] === 'held' && fact['held_by'] === undefined)
    throw new Wrong(`${pointer}/held_by`, 'missing')
  if (fact['planned_minutes'] === 0) throw new Wrong(`${pointer}/planned_minutes`, 'not-a-number', 0)
  ordered(fact, 'visit_from', 'visit_to', pointer)
}

export function ordered(of: Record<string, unknown>, from: string, to: string, pointer: string): void {
  const [first, last] = [of[from], of[to]]
  if (typeof first === 'string' && typeof last === 'string' && last < first)
    throw new Wrong(`${pointer}/${to}`, 'runs-backwards', last)
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
