// What the readings taken make of the files: each provision with its rule, its bearer and its days as they are read here.
import type { LocalDate } from '#kernel'
import type { z } from 'zod'
import type { Act, Doubt, Provision, ProvisionFile } from './act.ts'
import { plainFault } from './plain-fault.ts'
import type { Path, Source } from './read-yaml.ts'
import type { Located, SourceFile } from './read-sources.ts'
import { type Bearers, type Rule, rule as ruleSchema } from './rule.ts'

/** Readings taken instead of the defaults: doubt → reading. */
export type Readings = Readonly<Record<string, string>>

type Part = ProvisionFile['provisions'][number]
type Group = NonNullable<Doubt['readings'][number]['group']>
/** The doubts by id; empty where the register is not at hand. */
type Doubts = ReadonlyMap<string, Doubt>

/** An act whose first day a doubt leaves open begins on the day of the reading taken (AMB-37). */
export function actAsRead(act: Act, readings: Readings): Act {
  const from = beginOf(act, readings)
  if (!from || !act.in_force) return act
  const begin = <T extends { readonly from: LocalDate }>(of: T): T =>
    of.from === act.in_force!.from ? { ...of, from } : of
  return { ...act, in_force: begin(act.in_force), editions: act.editions.map(begin) }
}

const beginOf = ({ begins }: Act, readings: Readings): LocalDate | undefined =>
  Object.entries(begins ?? {})
    .map(([doubt, days]) => days[readings[doubt] ?? ''])
    .find((day) => day !== undefined)

/** The provisions of a file under these readings. */
export function provisionsOf(
  { act, file, source, examples }: SourceFile,
  readings: Readings,
  doubts: Doubts,
): Located<Provision>[] {
  const { value, fault, lineOf } = source
  const from = beginOf(act, readings)
  return value.provisions.map((part, i) => {
    const at: Path = ['provisions', i]
    const { in_force, doubts: own, examples: _, ...rest } = part
    const inForce = in_force ?? value.in_force
    const groups = groupsTaken(readings, doubts)
    const provision: Provision = {
      ...rest,
      act: act.id,
      edition: value.edition,
      paragraph: value.paragraph,
      source: value.source ?? act.source,
      inForce: from && inForce.from === act.in_force?.from ? { ...inForce, from } : inForce,
      bearer: rest.bearer === null ? null : bearersAsRead(rest.bearer, groups),
      doubts: (own ?? []).map(({ id, taken, instead }) => ({
        id,
        taken: readings[id] ?? taken,
        changes: changesOf(part, id, instead, doubts),
      })),
      rule: ruleAsRead(part, at, source, readings, groups),
      examples: examples[i]!,
      file,
      line: lineOf(at),
    }
    return { value: provision, fault: (path, reason) => fault([...at, ...path], reason) }
  })
}

const groupsTaken = (readings: Readings, doubts: Doubts): Group =>
  Object.assign(
    {},
    ...Object.entries(readings).map(
      ([id, taken]) => doubts.get(id)?.readings.find((one) => one.id === taken)?.group,
    ),
  ) as Group

const bearersAsRead = (of: Bearers, groups: Group): Bearers =>
  (typeof of === 'string' ? groups[of as keyof Group] : undefined) ?? of

/** The readings of a doubt that change this provision. */
function changesOf(part: Part, id: string, instead: object | undefined, doubts: Doubts): readonly string[] {
  const speaksOf = new Set([part.bearer, 'meetings' in part.rule ? part.rule.meetings?.of : undefined])
  const byGroup = (doubts.get(id)?.readings ?? [])
    .filter(({ group }) => Object.keys(group ?? {}).some((name) => speaksOf.has(name as 'heads')))
    .map((reading) => reading.id)
  return [...(hasStrictDay(part.rule, id) ? ['strict'] : []), ...Object.keys(instead ?? {}), ...byGroup]
}

const hasStrictDay = (value: unknown, doubt: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('strict' in value && (value as { doubt?: string }).doubt === doubt) ||
    Object.values(value).some((one) => hasStrictDay(one, doubt)))

/** The rule with the parameters of the readings that are taken. */
function ruleAsRead(
  { rule, doubts }: Part,
  at: Path,
  { fault }: Source<unknown>,
  readings: Readings,
  groups: Group,
): Rule {
  let read: unknown = rule
  for (const [n, { id, instead }] of (doubts ?? []).entries()) {
    const change = instead?.[readings[id] ?? '']
    if (!change) continue
    const changed = ruleSchema.safeParse(merged(read, change))
    if (!changed.success)
      return fault([...at, 'doubts', n, 'instead', readings[id]!], told(changed.error, merged(read, change)))
    read = changed.data
  }
  const marked = withReadings(read, readings) as Rule
  return 'meetings' in marked && marked.meetings
    ? ({
        ...marked,
        meetings: { ...marked.meetings, of: bearersAsRead(marked.meetings.of, groups) },
      } as Rule)
    : marked
}

/** Every rule that a reading offered by the provision would make, with the place where it is written. */
export function* otherRules({
  rule,
  doubts,
}: Part): Generator<{ path: Path; rule: Rule } | { path: Path; wrong: string }> {
  for (const [n, { instead }] of (doubts ?? []).entries())
    for (const [reading, change] of Object.entries(instead ?? {})) {
      const path: Path = ['doubts', n, 'instead', reading]
      const changed = ruleSchema.safeParse(merged(rule, change))
      yield changed.success
        ? { path, rule: changed.data }
        : { path, wrong: `makes no rule: ${told(changed.error, merged(rule, change))}` }
    }
}

function told({ issues }: z.ZodError, rule: unknown): string {
  const { path, reason } = plainFault(issues, rule)
  return `${path.join('.')}: ${reason}`
}

/** A change laid over a rule: members are merged, lists replaced, and `null` takes a member away (RFC 7396). */
function merged(of: unknown, change: unknown): unknown {
  if (!isMap(change)) return change
  const result: Record<string, unknown> = isMap(of) ? { ...of } : {}
  for (const [name, value] of Object.entries(change))
    if (value === null) delete result[name]
    else result[name] = merged(result[name], value)
  return result
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Marks the due days whose doubt is read otherwise than leniently. */
function withReadings(value: unknown, readings: Readings): unknown {
  if (Array.isArray(value)) return value.map((one) => withReadings(one, readings))
  if (!isMap(value)) return value
  const read = Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withReadings(one, readings)]),
  )
  const taken = typeof read['doubt'] === 'string' && 'strict' in read ? readings[read['doubt']] : undefined
  if (taken === undefined || taken === 'lenient') return read
  return taken === 'strict' ? { ...read, strictly: true } : { ...read, taken }
}
