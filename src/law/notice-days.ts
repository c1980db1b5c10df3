// How many days ahead an office must announce a meeting, for those who plan one.
import type { LocalDate } from '#kernel'
import type { Post, UnitKind } from '#territory'
import type { NormId } from './act.ts'
import type { Law } from './compile.ts'
import { dayOf } from './days.ts'
import { reachesDay } from './mechanisms/in-force.ts'
import { dueFrom, strictFrom } from './mechanisms/term.ts'

export type NoticeDays = {
  readonly norm: NormId
  /** Days before the meeting, lenient and strict reading (AMB-04). */
  readonly days: number
  readonly strict: number
}

/**
 * The announcement rule for a meeting held by this post on this day; `undefined` where no act sets one.
 *
 * The kind of the unit decides only under AMB-05 `level-of-the-place`; without it the first rule of the post is given.
 */
export function noticeDays(
  law: Law,
  post: Post,
  meetingDay: LocalDate,
  unit: UnitKind | null = null,
): NoticeDays | undefined {
  const day = dayOf(meetingDay)
  for (const { norm, provision } of law.ofMeetings.get(post) ?? []) {
    const { rule } = provision
    if (rule.kind !== 'notice' || !reachesDay(norm, day)) continue
    // Under another reading of AMB-05 each of the two rules speaks of every post, and the place tells them apart.
    const kinds = rule.when?.unit_kinds
    if (kinds ? unit !== null && !kinds.includes(unit) : !norm.posts.has(post)) continue
    return { norm: norm.id, days: day - dueFrom(rule.due, day), strict: day - strictFrom(rule.due, day) }
  }
  return undefined
}
