// What a version of a pool changed of the one before it. Pure.
import type { Pool, PoolIssue } from './pool.ts'

export type PoolDiff = {
  readonly added: readonly PoolIssue[]
  readonly removed: readonly PoolIssue[]
  /** Issues that stayed, with other words or another place, sphere, level, body, need of money, quotes, earlier problems. */
  readonly changed: readonly { readonly before: PoolIssue; readonly after: PoolIssue }[]
  /** Issues that stayed and have other counts. */
  readonly counted: number
  /** Those that stayed follow each other in another order. */
  readonly reordered: boolean
}

export function poolDiff(before: Pick<Pool, 'content'>, after: Pick<Pool, 'content'>): PoolDiff {
  const [old, now] = [before.content.issues, after.content.issues]
  const was = new Map(old.map((issue) => [issue.group, issue]))
  const is = new Set(now.map(({ group }) => group))
  const stayed = now.flatMap((issue) => {
    const earlier = was.get(issue.group)
    return earlier ? [{ before: earlier, after: issue }] : []
  })
  const kept = old.filter(({ group }) => is.has(group)).map(({ group }) => group)
  return {
    added: now.filter(({ group }) => !was.has(group)),
    removed: old.filter(({ group }) => !is.has(group)),
    changed: stayed.filter((one) => saidOf(one.before) !== saidOf(one.after)),
    counted: stayed.filter((one) => countsOf(one.before) !== countsOf(one.after)).length,
    reordered: stayed.some(({ after: { group } }, at) => kept[at] !== group),
  }
}

const saidOf = ({ title, unit, sphere, level, body, funding, quotes, earlier }: PoolIssue): string =>
  JSON.stringify([
    [title.kk, title.ru, unit, sphere, level, body, funding],
    quotes.map(({ words }) => words),
    earlier,
  ])

const countsOf = ({ voices, channels, priority, first, last }: PoolIssue): string =>
  JSON.stringify([voices, channels, priority, first, last])
