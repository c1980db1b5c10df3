// What the bench shows: the queue, what is looked at now, what it is like, and what can be done with it.
import type { Stores } from '#flows'
import type { Meeting } from '#meetings'
import {
  type AnswerTemplate,
  type CountedGroup,
  type Fate,
  type GroupId,
  type Move,
  type QueuedGroup,
  type Request,
  type RequestId,
  type TriageDeed,
} from '#requests'
import type { Unit, UnitCode } from '#territory'
import type { WebHouse } from '../../house.ts'
import type { Desk } from '../desk.ts'
import type { BenchAt } from './bench-addresses.ts'
import { benchUnits } from './bench-units.ts'

/** Groups of the queue that are read, and requests of a group that are shown at once. */
const mostQueued = 300
const mostMembers = 12
const mostCandidates = 5
const mostApart = 40

export type Looked =
  | {
      readonly kind: 'group'
      readonly group: CountedGroup
      readonly members: readonly Request[]
      /** How each member came into the group, by the member. */
      readonly arrivals: ReadonlyMap<RequestId, Move>
      /** Null: nobody knows yet; see `nearest`. */
      readonly candidates: readonly { readonly group: CountedGroup; readonly surety: number }[] | null
      /** The number of its newest request. */
      readonly upTo: number
    }
  | { readonly kind: 'request'; readonly request: Request }

export type BenchView = {
  readonly where: BenchAt
  readonly fates: Readonly<Record<Fate, number>>
  /** Groups that nobody has looked at, of those that the filter lets through. */
  readonly left: number
  readonly queue: readonly QueuedGroup[]
  readonly apart: readonly Request[]
  readonly looked: Looked | null
  readonly next: string | null
  readonly previous: string | null
  readonly merges: readonly {
    readonly deed: TriageDeed
    readonly by: string
    readonly own: boolean
    readonly groups: readonly CountedGroup[]
  }[]
  readonly undo: TriageDeed | null
  readonly templates: readonly AnswerTemplate[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly meetings: readonly Meeting[]
}

export async function readBench(
  house: WebHouse,
  stores: Stores,
  desk: Desk,
  where: BenchAt,
): Promise<BenchView> {
  const { id: office } = desk.office
  const { actor, here } = desk
  const { requests, groups, triage, people } = stores
  const { at, all, ...filter } = where
  const { groups: queue, total: left } = await groups.queue(office, {
    ...filter,
    ...(all ? { all } : {}),
    limit: mostQueued,
  })
  const isFiltered = Object.keys(filter).length > 0
  const apart = isFiltered
    ? []
    : await requests.ofOffice(office, { fate: 'waiting', problem: false, limit: mostApart })
  const order = [...queue.map(({ id }) => id as string), ...apart.map(({ id }) => id as string)]
  const asked = at ?? order[0]
  const looked =
    asked === undefined ? null : ((await lookAt(house, stores, office, asked)) ?? (await first()))
  const now =
    looked === null ? -1 : order.indexOf(looked.kind === 'group' ? looked.group.id : looked.request.id)
  const merges = []
  for (const deed of await triage.proposed(office))
    merges.push({
      deed,
      by: (await people.person(deed.by))?.name ?? deed.by,
      own: deed.by === actor.person.id,
      groups: await groups.counted(deed.touched.groups.map((one) => one.id)),
    })
  const meetings = (await stores.meetings.ofOffice(office)).filter(
    ({ state, day }) => state !== 'cancelled' && day >= here.today,
  )
  const named = [...queue, ...(looked?.kind === 'group' ? [looked.group] : [])].map(({ unit }) => unit)
  return {
    where,
    fates: await requests.fateCounts(office),
    left,
    queue,
    apart,
    looked,
    next: order[now + 1] ?? (now > 0 ? order[0]! : null),
    previous: now > 0 ? order[now - 1]! : null,
    merges,
    undo: await triage.lastOf(office, actor.person.id),
    templates: await triage.templates(office),
    units: await benchUnits(stores, desk, named),
    meetings,
  }

  /** What was asked for is gone: the first of the queue. */
  async function first(): Promise<Looked | null> {
    return order[0] === undefined ? null : lookAt(house, stores, office, order[0])
  }
}

async function lookAt(
  house: WebHouse,
  { requests, groups }: Stores,
  office: Desk['office']['id'],
  id: string,
): Promise<Looked | null> {
  const [group] = await groups.counted([id as GroupId])
  if (!group || group.office !== office) {
    const request = await requests.find(id as RequestId)
    return request?.office === office && request.group === null ? { kind: 'request', request } : null
  }
  const members = await requests.ofOffice(office, { group: group.id, limit: mostMembers })
  const arrivals = await requests.arrivals(group.id)
  const likely = members[0] ? house.intake.nearest(office, members[0].id, mostCandidates + 3) : []
  const found = await groups.counted((likely ?? []).map((one) => one.group))
  const candidates = likely?.flatMap(({ group: like, surety }) => {
    const there = found.find((one) => one.id === like && one.id !== group.id && one.state !== 'pooled')
    return there ? [{ group: there, surety }] : []
  })
  return {
    kind: 'group',
    group,
    members,
    arrivals: new Map(arrivals.map((move) => [move.request, move])),
    candidates: candidates?.slice(0, mostCandidates) ?? null,
    upTo: await groups.newest(group.id),
  }
}
