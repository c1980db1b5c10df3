// A group: requests on one and the same problem of one place, as the machine proposed it and the commission keeps it.
import type { Id, Instant } from '#kernel'
import type { Both } from '#meetings'
import type { PersonId } from '#people'
import type { Level } from '#reading'
import type { OfficeId, UnitCode } from '#territory'

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

export type GroupStore = {
  find(id: GroupId): Promise<RequestGroup | null>
  open(group: RequestGroup): Promise<void>
  /** Saves when the stored revision is still the one before. */
  save(group: RequestGroup): Promise<boolean>
  /** Groups that have requests, most voices first. */
  ofOffice(office: OfficeId, states: readonly GroupState[]): Promise<CountedGroup[]>
  counted(ids: readonly GroupId[]): Promise<CountedGroup[]>
  /** How many voices lie in a group, for a resident whose own request is among them; 0 for others. */
  voicesBeside(id: GroupId): Promise<number>
}
