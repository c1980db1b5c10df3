// A provision made ready to judge, and what a mechanism is asked.
import type { Period } from '#kernel'
import type { Post } from '#territory'
import type { NormId } from '../act.ts'
import type { Day } from '../days.ts'
import type { Bearer, Meeting, World } from '../world.ts'
import type { Inquiry, Outcome } from './outcome.ts'

export type Norm = {
  readonly id: NormId
  readonly paragraph: string
  readonly posts: ReadonlySet<Post>
  /** The days of the act, and of this edition of the provision; `Infinity` while open. */
  readonly actFrom: Day
  readonly actTo: Day
  readonly from: Day
  readonly until: Day
  readonly exemptions: readonly { readonly by: NormId; readonly bodies: ReadonlySet<string> }[]
  readonly doubts: readonly { readonly id: string; readonly taken: string }[]
}

/** Takes one result of an office; it exists from the day `from` on. */
export type Emit = (subject: string | null, period: Period | null, from: Day, outcome: Outcome) => void

export type MeetingJudge = {
  readonly scope: 'meeting'
  /** Posts of those whose meetings are judged. */
  readonly of: ReadonlySet<Post>
  /** Whether the bearer is the meeting's holder. */
  readonly byHolder: boolean
  readonly bearers: (world: World, meeting: Meeting) => readonly Bearer[]
  readonly when: ((world: World, meeting: Meeting, asOf: Day) => boolean) | null
  readonly judge: (q: Inquiry, meeting: Meeting, bearer: Bearer) => Outcome | null
}

export type OfficeJudge = {
  readonly scope: 'office'
  readonly judge: (q: Inquiry, norm: Norm, bearer: Bearer, emit: Emit) => void
}

export type Judge = MeetingJudge | OfficeJudge

/** The norm by which the bearer's body is exempt, if it is. */
export function exemption(norm: Norm, bearer: Bearer): NormId | null {
  const { body } = bearer
  if (body === null) return null
  return norm.exemptions.find(({ bodies }) => bodies.has(body))?.by ?? null
}
