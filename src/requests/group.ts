// A group: requests on one and the same problem of one place, as the machine proposed it and the commission keeps it.
import type { Id, Instant } from '#kernel'
import type { Both } from '#meetings'
import type { PersonId } from '#people'
import type { Level } from '#reading'
import type { OfficeId, UnitCode } from '#territory'
import type { MeetingId } from '#calendar'
import type { RequestChannel } from './request.ts'

export type GroupId = Id<'request-group'>

/** `open`: as proposed; `accepted`: the commission looked at it; `pooled`: it stands in an approved pool. */
export type GroupState = 'open' | 'accepted' | 'pooled'

/** What the commission set by hand, with its reason; null: the computed priority holds. */
export type PriorityByHand = {
  /** From 0 to 100. */
  readonly value: number
  readonly reason: string
  readonly by: PersonId
}

export type GroupField = 'unit' | 'sphere' | 'level' | 'body' | 'funding' | 'title' | 'priority'

export type RequestGroup = {
  readonly id: GroupId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly sphere: string
  readonly level: Level | null
  /** The central body that can solve it; only with level `central`. */
  readonly body: string | null
  /** Whether money is needed; null: nobody has said. */
  readonly funding: boolean | null
  readonly title: Both | null
  readonly priority: PriorityByHand | null
  readonly state: GroupState
  readonly corrected: readonly GroupField[]
  readonly openedAt: Instant
  readonly revision: number
}

/** A group with what is counted of its requests. */
export type CountedGroup = RequestGroup & {
  readonly voices: number
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** Which groups stand in the queue of the bench; all conditions hold. */
export type QueueFilter = {
  readonly meeting?: MeetingId
  readonly sphere?: string
  readonly unit?: UnitCode
  readonly channel?: RequestChannel
  /** Accepted groups without news, too. */
  readonly all?: boolean
  readonly limit: number
}

export type QueuedGroup = CountedGroup & {
  /** Requests that nobody has looked at. */
  readonly fresh: number
  /** Came without proof of work. */
  readonly unproven: boolean
  /** The least sure reading in it, from 0 to 1. */
  readonly surety: number
  /** The newest request, by its number. */
  readonly newest: number
}

export type GroupStore = {
  find(id: GroupId): Promise<RequestGroup | null>
  open(group: RequestGroup): Promise<void>
  /** Saves when the stored revision is still the one before. */
  save(group: RequestGroup): Promise<boolean>
  /** Groups that have requests, most voices first. */
  ofOffice(office: OfficeId, states: readonly GroupState[]): Promise<CountedGroup[]>
  counted(ids: readonly GroupId[]): Promise<CountedGroup[]>
  /** The commission has looked at the group up to this request, by its number. */
  look(id: GroupId, upTo: number): Promise<void>
  looked(id: GroupId): Promise<number>
  /** The newest request of a group, by its number; 0 where there is none. */
  newest(id: GroupId): Promise<number>
  /** Gives open groups, where nobody corrected it, the sphere and level that most of their requests have. */
  agree(ids: readonly GroupId[]): Promise<void>
  /** How many groups the queue has when nothing is filtered; light. */
  left(office: OfficeId): Promise<number>
  /** Groups with requests that nobody has looked at: those that need eyes most first. */
  queue(
    office: OfficeId,
    filter: QueueFilter,
  ): Promise<{ readonly groups: readonly QueuedGroup[]; readonly total: number }>
  pooled(office: OfficeId): Promise<GroupId[]>
  /** How many voices lie in a group, for a resident whose own request is among them; 0 for others. */
  voicesBeside(id: GroupId): Promise<number>
}
