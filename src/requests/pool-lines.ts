// The lines of a draft: brought up to date with the groups, moved by hand, and what each still wants. Pure.
import type { CountedGroup, GroupId } from './group.ts'
import type { PoolLine } from './pool.ts'

/** A group that may come into a pool, and its priority now. */
export type Candidate = { readonly group: CountedGroup; readonly priority: number }

/** What was looked at comes before what was not, and more priority before less. */
export const byPriority = (a: Candidate, b: Candidate): number =>
  rank(a) - rank(b) || b.priority - a.priority || b.group.voices - a.group.voices || order(a, b)

const rank = ({ group }: Candidate): number => (group.state === 'open' ? 1 : 0)
const order = (a: Candidate, b: Candidate): number => (a.group.id < b.group.id ? -1 : 1)

/**
 * A line as the group stands. What nobody has looked at stays out until somebody takes it in, and a title that a program
 * proposed is none until somebody writes it.
 */
export const lineOf = ({ group }: Candidate): PoolLine => ({
  group: group.id,
  out: group.state === 'open',
  title: (group.corrected.includes('title') && group.title) || { kk: '', ru: '' },
  unit: group.unit,
  sphere: group.sphere,
  level: group.level,
  body: group.body,
  funding: group.funding,
  priority: group.priority,
  quotes: [],
  earlier: [],
  revision: 1,
})

/** Lines for these groups: those that are there keep their place and words, new ones follow, what has no requests goes. */
export function freshLines(lines: readonly PoolLine[], candidates: readonly Candidate[]): PoolLine[] {
  const there = new Set(candidates.map(({ group }) => group.id))
  const kept = lines.filter(({ group }) => there.has(group))
  const known = new Set(kept.map(({ group }) => group))
  const added = candidates.filter(({ group }) => !known.has(group.id)).toSorted(byPriority)
  return [...kept, ...added.map(lineOf)]
}

export const steps = ['up', 'down', 'in', 'out'] as const
export type Step = (typeof steps)[number]

/** One place up or down past the next line that stands on the same side, or into the pool and out of it. */
export function stepped(lines: readonly PoolLine[], group: GroupId, step: Step): PoolLine[] {
  const at = lines.findIndex((line) => line.group === group)
  const line = lines[at]
  if (!line) return [...lines]
  if (step === 'in' || step === 'out')
    return lines.map((one) => (one === line ? { ...one, out: step === 'out' } : one))
  const same = (one: PoolLine) => one.out === line.out
  const other =
    step === 'up'
      ? lines.findLastIndex((one, index) => index < at && same(one))
      : lines.findIndex((one, index) => index > at && same(one))
  if (other < 0) return [...lines]
  const next = [...lines]
  next.splice(at, 1)
  next.splice(other, 0, line)
  return next
}

/** In the order of their priority, whatever the hand has done. */
export function inOrder(lines: readonly PoolLine[], priority: ReadonlyMap<GroupId, number>): PoolLine[] {
  const of = ({ group }: PoolLine) => priority.get(group) ?? 0
  return lines.toSorted((a, b) => of(b) - of(a))
}

/** What a line wants before it can be public. */
export const wants = ['title.kk', 'title.ru', 'level', 'body', 'funding'] as const
export type Want = (typeof wants)[number]

export const wantsOf = ({ title, level, body, funding }: PoolLine): Want[] =>
  wants.filter(
    (want) =>
      ({
        'title.kk': title.kk === '',
        'title.ru': title.ru === '',
        level: level === null,
        body: level === 'central' && body === null,
        funding: funding === null,
      })[want],
  )
