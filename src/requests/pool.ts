// The pool of a meeting: problem issues in order, drafted by one of the commission, approved by another, fixed for ever.
import type { MeetingId } from '#calendar'
import type { Instant } from '#kernel'
import type { Both } from '#meetings'
import type { PersonId, Signed } from '#people'
import type { GroupReason, Level } from '#reading'
import type { OfficeId, UnitCode } from '#territory'
import type { GroupId, PriorityByHand } from './group.ts'
import type { Fate, RequestChannel, RequestId } from './request.ts'

/** A line of a draft: a group, and what the public will read of it. */
export type PoolLine = {
  readonly group: GroupId
  /** Left out: it stays in the draft and is not in the pool. */
  readonly out: boolean
  /** Empty while nobody has written it. */
  readonly title: Both
  readonly unit: UnitCode
  readonly sphere: string
  readonly level: Level | null
  /** The central body that can solve it; only with level `central`. */
  readonly body: string | null
  readonly funding: boolean | null
  readonly priority: PriorityByHand | null
  /** Requests whose masked words are quoted. */
  readonly quotes: readonly RequestId[]
  /** Earlier problems that this one repeats, as the commission has confirmed. */
  readonly earlier: readonly Earlier[]
  /** Rises with each edit of the line; an edit names the one that it saw. */
  readonly revision: number
}

/** An earlier problem and the signs by which it is the same. */
export type Earlier = { readonly problem: string; readonly why: readonly GroupReason[] }

export type PoolDraft = {
  readonly meeting: MeetingId
  readonly office: OfficeId
  /** In the order of the pool. */
  readonly lines: readonly PoolLine[]
  readonly editors: readonly PersonId[]
  readonly revision: number
}

/** Why an issue stands where it stands: each reason with its points. */
export type PriorityReason = {
  readonly kind: 'voices' | 'channels' | 'again' | 'danger' | 'risk' | 'age' | 'promise' | 'by-hand'
  readonly points: number
  /** What was counted: people, channels, earlier problems, requests, risks, days; or the words of the commission. */
  readonly of: number | string
}

export type PoolIssue = {
  readonly group: GroupId
  readonly title: Both
  readonly unit: UnitCode
  readonly sphere: string
  readonly level: Level
  readonly body: string | null
  readonly funding: boolean
  readonly voices: number
  readonly channels: readonly RequestChannel[]
  /** Months, `YYYY-MM`, of the first and the last request: no nearer than that. */
  readonly first: string
  readonly last: string
  readonly priority: number
  readonly reasons: readonly PriorityReason[]
  readonly quotes: readonly { readonly words: string; readonly language: string }[]
  /** Earlier problems that this one repeats. */
  readonly earlier: readonly string[]
}

/** What is fixed by a version; its SHA-256 is of the canonical form. */
export type PoolContent = {
  readonly meeting: MeetingId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly issues: readonly PoolIssue[]
  /** Requests by fate when it was fixed, of all that were counted for this meeting. */
  readonly received: number
  readonly answered: number
  readonly setAside: number
}

export type Pool = {
  readonly meeting: MeetingId
  readonly number: number
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly content: PoolContent
  readonly sha256: string
  readonly signed: Signed
  readonly approvedAt: Instant
}

export type PoolStore = {
  draft(meeting: MeetingId): Promise<PoolDraft | null>
  /** Saves when the stored revision is still the one before; the first has revision 1. */
  saveDraft(draft: PoolDraft): Promise<boolean>
  dropDraft(meeting: MeetingId): Promise<void>
  /** Drafts of an office. */
  drafts(office: OfficeId): Promise<PoolDraft[]>
  /** Drafts of these offices, whosever they are, that somebody wrote of since the last approval. */
  unapproved(offices: readonly OfficeId[]): Promise<Pick<PoolDraft, 'meeting' | 'office' | 'editors'>[]>
  /** All versions of the pool of a meeting, the newest first. */
  versions(meeting: MeetingId): Promise<Pool[]>
  fix(pool: Pool): Promise<void>
  /** Groups of the office that have requests sent to the meeting, or lie in one of these units. */
  groupsFor(office: OfficeId, meeting: MeetingId, units: readonly UnitCode[]): Promise<GroupId[]>
  /** By which channels the requests of each group came. */
  channelsOf(groups: readonly GroupId[]): Promise<ReadonlyMap<GroupId, readonly RequestChannel[]>>
  /** Masked words of each group, at most so many a group, the longest first. */
  wordsOf(groups: readonly GroupId[], most: number): Promise<readonly GroupWords[]>
  /** How many requests have each fate, of those that were sent to the meeting or lie in these groups. */
  fatesFor(
    office: OfficeId,
    meeting: MeetingId,
    groups: readonly GroupId[],
  ): Promise<Readonly<Record<Fate, number>>>
}

export type GroupWords = {
  readonly group: GroupId
  readonly request: RequestId
  readonly words: string
  readonly language: string
}
