// Which results a fact can change: found through what each norm looks at, never by judging everything again.
import type { OfficeId } from '#territory'
import type { NormId } from './act.ts'
import { isForCentre } from './build-world.ts'
import type { JudgedNorm, Law } from './compile.ts'
import type { Fact, FactType } from './fact.ts'
import type { Judge } from './mechanisms/norm.ts'
import { type Reads, type Whence, readsOf } from './mechanisms/reads.ts'
import type { Bearer, Meeting, World } from './world.ts'

export type Reader = { readonly id: NormId; readonly judge: Judge; readonly norm: JudgedNorm['norm'] } & Pick<
  Reads,
  'link' | 'concerns'
>

/** The norms that look for facts of a type somewhere, by `whence type`. */
export type Readers = ReadonlyMap<string, readonly Reader[]>

export function readersOf(law: Pick<Law, 'norms'>): Readers {
  const readers = new Map<string, Reader[]>()
  for (const { norm, provision, judge } of law.norms.values())
    for (const { whence, types, link, concerns } of readsOf(provision.rule))
      for (const type of new Set(types)) {
        const key = `${whence} ${type}`
        const reader: Reader = {
          id: norm.id,
          judge,
          norm,
          ...(link === undefined ? {} : { link }),
          ...(concerns ? { concerns } : {}),
        }
        readers.set(key, [...(readers.get(key) ?? []), reader])
      }
  return readers
}

/** What must be judged again: norms of offices, and of meetings (`null`: all of them). */
export type Tasks = {
  readonly offices: Map<OfficeId, Set<NormId>>
  readonly meetings: Map<string, Set<NormId> | null>
}

export const noTasks = (): Tasks => ({ offices: new Map(), meetings: new Map() })

/**
 * Adds the results that a fact can change to the tasks. Asked while the fact is in the world: after it was put there,
 * before it is taken out. `named` finds a fact by its id.
 */
export function addAffected(
  tasks: Tasks,
  fact: Fact,
  world: World,
  readers: Readers,
  named: (id: string) => Fact | undefined,
): void {
  const who = (whence: Whence, type: FactType) => readers.get(`${whence} ${type}`) ?? []

  if (fact.type === 'meeting') {
    const meeting = world.meetings.get(fact.id)
    if (!meeting) return
    tasks.meetings.set(meeting.id, null)
    ofMeeting(meeting, 'meeting')
    if (meeting.facts.get('issue-raised')?.some((one) => isForCentre(one.fact)))
      for (const reader of who('central', 'meeting')) everyBearer(reader)
    for (const reader of who('lower', 'meeting')) meetingsAbove(meeting, reader)
  } else if ('meeting' in fact) {
    const meeting = world.meetings.get(fact.meeting)
    if (!meeting) return
    for (const reader of who('meeting', fact.type)) ofOneMeeting(meeting, reader)
    ofMeeting(meeting, fact.type)
    if (isForCentre(fact)) for (const reader of who('central', fact.type)) everyBearer(reader)
  } else {
    if ('office' in fact) {
      const office = world.offices.get(fact.office)
      if (office) for (const reader of who('office', fact.type)) ofOffice(office, reader)
    }
    for (const reader of who('public', fact.type)) everyBearer(reader, fact)
    for (const reader of who('named', fact.type)) ofNamed(namedBy(fact, reader), reader)
    for (const reader of who('central', fact.type)) {
      const issue = namedBy(fact, reader)
      if (issue && isForCentre(issue)) everyBearer(reader)
    }
  }

  function ofMeeting({ holder }: Meeting, type: FactType): void {
    for (const reader of who('own', type)) ofOffice(holder, reader)
    if (holder.body !== null) for (const reader of who('bodies', type)) everyBearer(reader)
  }

  function ofOneMeeting(meeting: Meeting, { id, judge }: Reader): void {
    if (judge.scope !== 'meeting' || !judge.of.has(meeting.holder.post)) return
    const norms = tasks.meetings.get(meeting.id)
    if (norms === undefined) tasks.meetings.set(meeting.id, new Set([id]))
    else norms?.add(id)
  }

  function ofOffice(office: Bearer, reader: Reader): void {
    const { id, norm, judge } = reader
    if (judge.scope === 'meeting') {
      for (const meeting of judge.byHolder ? (world.meetingsOf.get(office.id) ?? []) : meetingsOfNorm(reader))
        if (judge.byHolder || judge.bearers(world, meeting).includes(office)) ofOneMeeting(meeting, reader)
    } else if (norm.posts.has(office.post)) {
      const norms = tasks.offices.get(office.id)
      if (norms) norms.add(id)
      else tasks.offices.set(office.id, new Set([id]))
    }
  }

  function everyBearer(reader: Reader, fact?: Fact): void {
    if (reader.judge.scope === 'meeting') {
      for (const meeting of meetingsOfNorm(reader))
        if (!fact || !reader.concerns || reader.concerns(fact, meeting)) ofOneMeeting(meeting, reader)
    } else
      for (const post of reader.norm.posts)
        for (const office of world.officesByPost.get(post) ?? []) ofOffice(office, reader)
  }

  function* meetingsOfNorm({ judge }: Reader): Generator<Meeting> {
    if (judge.scope !== 'meeting') return
    for (const post of judge.of)
      for (const { id } of world.officesByPost.get(post) ?? []) yield* world.meetingsOf.get(id) ?? []
  }

  function meetingsAbove({ holder }: Meeting, reader: Reader): void {
    for (let place = holder.unit; place; place = place.parent)
      for (const office of world.officesOfUnit.get(place.code) ?? [])
        if (office !== holder)
          for (const meeting of world.meetingsOf.get(office.id) ?? []) ofOneMeeting(meeting, reader)
  }

  function namedBy(fact: Fact, { link }: Reader): Fact | undefined {
    const id = link && (fact as { readonly [member: string]: unknown })[link]
    return typeof id === 'string' ? named(id) : undefined
  }

  function ofNamed(other: Fact | undefined, reader: Reader): void {
    if (!other) return
    const office =
      'meeting' in other
        ? world.meetings.get(other.meeting)?.holder
        : 'office' in other
          ? world.offices.get(other.office)
          : undefined
    if (office) ofOffice(office, reader)
  }
}
