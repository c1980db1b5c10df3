// Makes a world from facts, and changes it fact by fact: what came in any order looks as if it had come in order.
import { type LocalDate, parseInstant } from '#kernel'
import { type OfficeId, type Post, type UnitCode, isRegion, localDay, localTime } from '#territory'
import { type Day, dayOf } from './days.ts'
import type { Fact, FactOf, FactType } from './fact.ts'
import { placesOf } from './places.ts'
import type { Bearer, Meeting, Placed, Raised, World, WorldInput } from './world.ts'

type Lists = Map<FactType, Placed[]>

/** Indexes facts that were read (`readFacts`, `readCase`) or that the journal vouches for. */
export function prepareWorld(input: WorldInput): World {
  return growingWorld(input).world
}

export type GrowingWorld = {
  readonly world: World
  /** Puts a fact into its place; a fact about a meeting that is not there waits for it. */
  readonly put: (fact: Fact, index: number) => void
  /** Takes out the fact that was put with this index. */
  readonly take: (fact: Fact, index: number) => void
}

/** A world that can change; whoever holds it sees to it that nobody looks while it does. */
export function growingWorld(input: WorldInput): GrowingWorld {
  const places = placesOf(input.territory)
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
  const forCentre = new Map<string, Raised[]>()
  const factsOf = new Map<OfficeId, Lists>()
  const facts: Lists = new Map()
  const closed = new Map<string, Placed[]>()
  /** Facts whose meeting is not there. */
  const waiting = new Map<string, Map<number, Fact>>()
  /** While the first facts come in, lists are only filled; they are sorted once at the end. */
  let filling = true

  const enter = <K>(lists: Map<K, Placed[]>, key: K, placed: Placed): void => {
    const list = lists.get(key)
    if (!list) lists.set(key, [placed])
    else if (filling) list.push(placed)
    else list.splice(firstAfter(list, placed), 0, placed)
  }

  const putMeeting = (fact: FactOf<'meeting'>, index: number): void => {
    const holder = offices.get(fact.office)
    if (!holder) return
    const meeting = meetingOf(fact, index, holder, places.get(fact.unit) ?? null)
    meetings.set(fact.id, meeting)
    const own = meetingsOf.get(holder.id)
    if (!own) meetingsOf.set(holder.id, [meeting])
    else {
      own.push(meeting)
      if (!filling) own.sort(byDay)
    }
    const waited = waiting.get(fact.id)
    waiting.delete(fact.id)
    for (const [position, one] of waited ?? []) put(one, position)
  }

  const takeMeeting = ({ id, office }: FactOf<'meeting'>, index: number): void => {
    const meeting = meetings.get(id)
    if (meeting?.index !== index) return
    meetings.delete(id)
    const own = meetingsOf.get(office)!
    own.splice(own.indexOf(meeting), 1)
    for (const list of meeting.facts.values())
      for (const { fact, index } of list) {
        leaveCentre(fact, index)
        wait(id, fact, index)
      }
  }

  const wait = (meeting: string, fact: Fact, index: number): void => {
    const others = waiting.get(meeting)
    if (others) others.set(index, fact)
    else waiting.set(meeting, new Map([[index, fact]]))
  }

  const placeOffice = (
    fact: Exclude<Fact, { meeting: string } | { type: 'meeting' }>,
    index: number,
  ): Placed => {
    if (fact.type === 'channel-unavailable') return undated(fact, index, dayOf(fact.from))
    const office = 'office' in fact ? offices.get(fact.office) : undefined
    return moment(fact, index, fact.at, office?.unit?.region.code ?? null)
  }

  const enterCentre = (fact: Fact, raised: Raised): void => {
    if (!isForCentre(fact)) return
    const others = forCentre.get(fact.body!)
    if (!others) forCentre.set(fact.body!, [raised])
    else {
      others.push(raised)
      if (!filling) others.sort(byRaised)
    }
  }

  const leaveCentre = (fact: Fact, index: number): void => {
    if (!isForCentre(fact)) return
    const others = forCentre.get(fact.body!)!.filter(({ issue }) => issue.index !== index)
    if (others.length > 0) forCentre.set(fact.body!, others)
    else forCentre.delete(fact.body!)
  }

  const put = (fact: Fact, index: number): void => {
    if (fact.type === 'meeting') return putMeeting(fact, index)
    if ('meeting' in fact) {
      const meeting = meetings.get(fact.meeting)
      if (!meeting) return wait(fact.meeting, fact, index)
      const placed = placeAtMeeting(fact, index, meeting)
      enter(meeting.facts as Lists, fact.type, placed)
      enterCentre(fact, { issue: placed, meeting })
      return
    }
    const placed = placeOffice(fact, index)
    enter(facts, fact.type, placed)
    if (fact.type === 'issue-closed') enter(closed, fact.issue, placed)
    if (!('office' in fact)) return
    let own = factsOf.get(fact.office)
    if (!own) factsOf.set(fact.office, (own = new Map()))
    enter(own, fact.type, placed)
  }

  const take = (fact: Fact, index: number): void => {
    if (fact.type === 'meeting') return takeMeeting(fact, index)
    if ('meeting' in fact) {
      const meeting = meetings.get(fact.meeting)
      if (!meeting) return void waiting.get(fact.meeting)?.delete(index)
      leave(meeting.facts as Lists, fact.type, placeAtMeeting(fact, index, meeting))
      leaveCentre(fact, index)
      return
    }
    const placed = placeOffice(fact, index)
    leave(facts, fact.type, placed)
    if (fact.type === 'issue-closed') leave(closed, fact.issue, placed)
    if ('office' in fact) leave(factsOf.get(fact.office)!, fact.type, placed)
  }

  input.facts.forEach((fact, index) => {
    if (fact.type === 'meeting') put(fact, index)
  })
  input.facts.forEach((fact, index) => {
    if (fact.type !== 'meeting') put(fact, index)
  })
  for (const meeting of meetings.values()) inOrder(meeting.facts as Lists)
  for (const own of factsOf.values()) inOrder(own)
  for (const own of meetingsOf.values()) own.sort(byDay)
  inOrder(facts)
  inOrder(closed)
  for (const raised of forCentre.values()) raised.sort(byRaised)
  filling = false

  const regions = [...places.values()].filter((place) => isRegion(place.kind))
  const world: World = {
    places,
    regions,
    offices,
    officesByPost,
    officesOfUnit,
    meetings,
    meetingsOf,
    forCentre,
    factsOf,
    facts,
    closed,
  }
  return { world, put, take }
}

const meetingOf = (
  fact: FactOf<'meeting'>,
  index: number,
  holder: Bearer,
  unit: Meeting['unit'],
): Meeting => {
  const day = dayOf(fact.day)
  return {
    id: fact.id,
    index,
    fact,
    day,
    start: fact.start === undefined ? -1 : minuteOf(fact.start),
    visitFrom: fact.visit_from === undefined ? day : dayOf(fact.visit_from),
    visitTo: fact.visit_to === undefined ? day : dayOf(fact.visit_to),
    unit,
    holder,
    facts: new Map<FactType, Placed[]>(),
  }
}

const byDay = (a: Meeting, b: Meeting): number => a.day - b.day || (a.id < b.id ? -1 : 1)

/** An issue that waits for a central body. */
export const isForCentre = (fact: Fact): fact is FactOf<'issue-raised'> =>
  fact.type === 'issue-raised' && fact.level === 'central' && fact.body !== undefined

const byRaised = (a: Raised, b: Raised): number =>
  a.meeting.day - b.meeting.day || (a.meeting.id < b.meeting.id ? -1 : 1)

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

function placeAtMeeting(fact: Fact, index: number, meeting: Meeting): Placed {
  return 'at' in fact
    ? moment(fact, index, fact.at, meeting.unit?.region.code ?? null)
    : undated(fact, index, meeting.day)
}

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

function inOrder<K>(lists: ReadonlyMap<K, Placed[]>): void {
  for (const list of lists.values()) if (list.length > 1) list.sort(byTime)
}

/** Where a fact belongs in a list that is in order. */
function firstAfter(list: readonly Placed[], placed: Placed): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (byTime(list[middle]!, placed) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function leave<K>(lists: Map<K, Placed[]>, key: K, { day, minute, index }: Placed): void {
  const list = lists.get(key)!
  let [at, to] = [0, list.length]
  while (at < to) {
    const middle = (at + to) >> 1
    const { day: there, minute: then } = list[middle]!
    if ((there - day || then - minute) < 0) at = middle + 1
    else to = middle
  }
  while (list[at]!.index !== index) at++
  if (list.length === 1) lists.delete(key)
  else list.splice(at, 1)
}

function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}
