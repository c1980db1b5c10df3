// How many days ahead an office must announce a meeting, for those who plan one.
import type { LocalDate } from '#kernel'
import type { Post } from '#territory'
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

/** The announcement rule for a meeting held by this post on this day; `undefined` where no act sets one. */
export function noticeDays(law: Law, post: Post, meetingDay: LocalDate): NoticeDays | undefined {
  const day = dayOf(meetingDay)
  for (const { norm, provision } of law.ofMeetings.get(post) ?? []) {
    if (provision.rule.kind !== 'notice' || !norm.posts.has(post) || !reachesDay(norm, day)) continue
    const { due } = provision.rule
    return { norm: norm.id, days: day - dueFrom(due, day), strict: day - strictFrom(due, day) }
  }
  return undefined
}
