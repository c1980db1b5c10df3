// Territory, offices and facts as the mechanisms see them: indexed, so that each verdict is a few look-ups.
import type { OfficeId, Post, UnitCode, UnitKind } from '#territory'
import type { Day } from './days.ts'
import type { Fact, FactOf, FactType } from './fact.ts'
import type { OfficeInput, PlaceInput } from './read-case.ts'

/** A fact placed in time. */
export type Placed = {
  readonly fact: Fact
  /** Its position in the list it came from: how proofs name it. */
  readonly index: number
  /** The local day; for an undated fact of a meeting the meeting's day. */
  readonly day: Day
  /** Minutes since local midnight; -1 when only the day is known. */
  readonly minute: number
}

export type Place = {
  readonly code: UnitCode
  readonly parent: Place | null
  readonly kind: UnitKind
  readonly from: Day
  readonly to: Day
  readonly children: readonly Place[]
  /** The top of the chain of parents: it decides the zone. */
  readonly region: Place
}

export type Bearer = {
  readonly id: OfficeId
  readonly post: Post
  readonly unit: Place | null
  readonly body: string | null
}

export type Meeting = {
  readonly id: string
  readonly index: number
  readonly fact: FactOf<'meeting'>
  readonly day: Day
  /** Minutes since midnight; -1 when unknown. */
  readonly start: number
  readonly visitFrom: Day
  readonly visitTo: Day
  readonly unit: Place | null
  readonly holder: Bearer
  /** Its facts by type, each list in order of time. */
  readonly facts: ReadonlyMap<FactType, readonly Placed[]>
}

export type Raised = { readonly issue: Placed; readonly meeting: Meeting }

export type World = {
  readonly places: ReadonlyMap<UnitCode, Place>
  readonly regions: readonly Place[]
  readonly offices: ReadonlyMap<OfficeId, Bearer>
  readonly officesByPost: ReadonlyMap<Post, readonly Bearer[]>
  readonly officesOfUnit: ReadonlyMap<UnitCode, readonly Bearer[]>
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly meetingsOf: ReadonlyMap<OfficeId, readonly Meeting[]>
  /** Facts of an office that belong to no meeting. */
  readonly factsOf: ReadonlyMap<OfficeId, ReadonlyMap<FactType, readonly Placed[]>>
  /** Facts that belong to no meeting, of whatever office. */
  readonly facts: ReadonlyMap<FactType, readonly Placed[]>
  /** Issues for each central body with the meetings at which they were raised, in order of time. */
  readonly forCentre: ReadonlyMap<string, readonly Raised[]>
  /** The closings of each issue, the first one first. */
  readonly closed: ReadonlyMap<string, readonly Placed[]>
}

export type WorldInput = {
  readonly territory: readonly PlaceInput[]
  readonly offices: readonly OfficeInput[]
  readonly facts: readonly Fact[]
}

const none: readonly Placed[] = []

export const meetingFacts = (meeting: Meeting, type: FactType): readonly Placed[] =>
  meeting.facts.get(type) ?? none
export const officeFacts = (world: World, office: OfficeId, type: FactType): readonly Placed[] =>
  world.factsOf.get(office)?.get(type) ?? none
export const publicFacts = (world: World, type: FactType): readonly Placed[] => world.facts.get(type) ?? none

/** Whether `place` is `object` or lies below it. */
export function isWithin(place: Place | null, object: Place): boolean {
  for (let here = place; here; here = here.parent) if (here === object) return true
  return false
}
