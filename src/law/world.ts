// Territory, offices and facts, indexed once, so that each verdict is a few look-ups.
import { type LocalDate, parseInstant } from '#kernel'
import {
  type OfficeId,
  type Post,
  type UnitCode,
  type UnitKind,
  isRegion,
  localDay,
  localTime,
} from '#territory'
import { type Day, dayOf } from './days.ts'
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

export type World = {
  readonly places: ReadonlyMap<UnitCode, Place>
  readonly regions: readonly Place[]
  readonly offices: ReadonlyMap<OfficeId, Bearer>
  readonly officesByPost: ReadonlyMap<Post, readonly Bearer[]>
  readonly officesOfUnit: ReadonlyMap<UnitCode, readonly Bearer[]>
  readonly meetings: readonly Meeting[]
  readonly meetingsOf: ReadonlyMap<OfficeId, readonly Meeting[]>
  /** Facts of an office that belong to no meeting. */
  readonly factsOf: ReadonlyMap<OfficeId, ReadonlyMap<FactType, readonly Placed[]>>
  /** Facts that belong to no meeting, of whatever office. */
  readonly facts: ReadonlyMap<FactType, readonly Placed[]>
  /** When each issue was closed first. */
  readonly closed: ReadonlyMap<string, Placed>
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

/** Indexes facts that were read (`readFacts`, `readCase`) or that the journal vouches for. */
export function prepareWorld(input: WorldInput): World {
  const places = placesIn(input.territory)
  const offices = new Map<OfficeId, Bearer>()
  const officesByPost = new Map<Post, Bearer[]>()
  const officesOfUnit = new Map<UnitCode, Bearer[]>()
  for (const { id, post, unit, body } of input.offices) {
    const bearer: Bearer = { id, post, unit: (unit && places.get(unit)) || null, body: body ?? null }
    offices.set(id, bearer)
    gather(officesByPost, post, bearer)
    if (bearer.unit) gather(officesOfUnit, bearer.unit.code, bearer)
  }

  const meetings = new Map<string, Meeting>()
  const meetingsOf = new Map<OfficeId, Meeting[]>()
  input.facts.forEach((fact, index) => {
    if (fact.type !== 'meeting') return
    const holder = offices.get(fact.office)
    if (!holder) return
    const day = dayOf(fact.day)
    const meeting: Meeting = {
      id: fact.id,
      index,
      fact,
      day,
      start: fact.start === undefined ? -1 : minuteOf(fact.start),
      visitFrom: fact.visit_from === undefined ? day : dayOf(fact.visit_from),
      visitTo: fact.visit_to === undefined ? day : dayOf(fact.visit_to),
      unit: places.get(fact.unit) ?? null,
      holder,
      facts: new Map<FactType, Placed[]>(),
    }
    meetings.set(fact.id, meeting)
    gather(meetingsOf, fact.office, meeting)
  })

  const factsOf = new Map<OfficeId, Map<FactType, Placed[]>>()
  const facts = new Map<FactType, Placed[]>()
  const closed = new Map<string, Placed>()
  input.facts.forEach((fact, index) => {
    if (fact.type === 'meeting') return
    if ('meeting' in fact) {
      const meeting = meetings.get(fact.meeting)
      if (!meeting) return
      const region = meeting.unit?.region.code ?? null
      const placed = 'at' in fact ? moment(fact, index, fact.at, region) : undated(fact, index, meeting.day)
      gather(meeting.facts as Map<FactType, Placed[]>, fact.type, placed)
      return
    }
    const office = 'office' in fact ? fact.office : null
    const region = (office !== null && offices.get(office)?.unit?.region.code) || null
    const placed =
      fact.type === 'channel-unavailable'
        ? undated(fact, index, dayOf(fact.from))
        : moment(fact, index, fact.at, region)
    gather(facts, fact.type, placed)
    if (office !== null) {
      let own = factsOf.get(office)
      if (!own) factsOf.set(office, (own = new Map()))
      gather(own, fact.type, placed)
    }
    if (fact.type === 'issue-closed') {
      const before = closed.get(fact.issue)
      if (!before || placed.day < before.day) closed.set(fact.issue, placed)
    }
  })
  for (const meeting of meetings.values()) inOrder(meeting.facts as Map<FactType, Placed[]>)
  for (const own of factsOf.values()) inOrder(own)
  inOrder(facts)
  for (const own of meetingsOf.values()) own.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
  return {
    places,
    regions: [...places.values()].filter((place) => isRegion(place.kind)),
    offices,
    officesByPost,
    officesOfUnit,
    meetings: [...meetings.values()],
    meetingsOf,
    factsOf,
    facts,
    closed,
  }
}

function placesIn(territory: readonly PlaceInput[]): Map<UnitCode, Place> {
  type Growing = { -readonly [K in keyof Place]: Place[K] } & { children: Place[] }
  const places = new Map<UnitCode, Growing>()
  for (const { code, kind, from, to } of territory)
    places.set(code, {
      code,
      kind,
      parent: null,
      children: [],
      from: from ? dayOf(from) : -Infinity,
      to: to ? dayOf(to) : Infinity,
      region: undefined as never,
    })
  for (const { code, parent } of territory) {
    const above = parent === null ? undefined : places.get(parent)
    if (!above) continue
    places.get(code)!.parent = above
    above.children.push(places.get(code)!)
  }
  for (const place of places.values()) {
    let top: Place = place
    while (top.parent) top = top.parent
    place.region = top
    place.children.sort((a, b) => (a.code < b.code ? -1 : 1))
  }
  return places
}

/** Whether `place` is `object` or lies below it. */
export function isWithin(place: Place | null, object: Place): boolean {
  for (let here = place; here; here = here.parent) if (here === object) return true
  return false
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const undated = (fact: Fact, index: number, day: Day): Placed => ({ fact, index, day, minute: -1 })

function moment(fact: Fact, index: number, at: string, region: UnitCode | null): Placed {
  if (at.length === 10) return { fact, index, day: dayOf(at as LocalDate), minute: -1 }
  const instant = parseInstant(at)!
  return { fact, index, day: dayOf(localDay(instant, region)), minute: minuteOf(localTime(instant, region)) }
}

/** Earliest first; what happened at one moment is ordered by its words, so that no order of recording decides. */
const byTime = (a: Placed, b: Placed): number =>
  a.day - b.day || a.minute - b.minute || (canonical(a.fact) < canonical(b.fact) ? -1 : 1)

const canonical = (fact: Fact): string =>
  JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)))

function inOrder(lists: ReadonlyMap<FactType, Placed[]>): void {
  for (const list of lists.values()) if (list.length > 1) list.sort(byTime)
}

function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}
