// Requests go into another group, or into one of their own: a split, or a single request that lay wrong.
import type { Act } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { GroupId, RequestGroup } from '../group.ts'
import type { Request, RequestId } from '../request.ts'
import {
  type GroupChange,
  type Seen,
  type TriageRefusal,
  type TriageStores,
  beginDeed,
  groupSeen,
  requestsSeen,
  writeDeed,
} from './write-deed.ts'

/**
 * Splits requests off a group into a new one, whose id is given back; the rest stays.
 *
 * Refuses: not-allowed, no-such-group, no-such-request, changed-meanwhile, group-pooled, nothing-to-do (none, or all).
 */
export async function splitGroup(
  stores: TriageStores,
  act: Act,
  { office, group, requests }: { office: OfficeId; group: Seen<GroupId>; requests: readonly RequestId[] },
): Promise<Result<GroupId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await groupSeen(stores, office, group)
  if (!found.ok) return found
  const members = await stores.requests.heldOfGroup(group.id)
  const chosen = members.filter(({ id }) => requests.includes(id))
  if (chosen.length < new Set(requests).size) return refuse({ code: 'no-such-request' })
  if (chosen.length === 0 || chosen.length === members.length) return refuse({ code: 'nothing-to-do' })
  const opened = groupFor(act, chosen[0]!)
  const before = found.value
  const written = await writeDeed(
    stores,
    act,
    {
      office,
      kind: 'split',
      why: 'split',
      fact: {
        type: 'requests-split',
        subject: before.id,
        payload: { into: opened.id, requests: chosen.length },
      },
    },
    {
      groups: [
        { before, after: before },
        { before: null, after: opened },
      ],
      requests: chosen.map(into(opened.id)),
    },
  )
  return written.ok ? done(opened.id) : written
}

/**
 * Moves requests into another group, or into a new one (`to` null), whose id is given back.
 *
 * Refuses: not-allowed, no-such-request, no-such-group, changed-meanwhile, group-pooled, wrong-fate (answered, set aside,
 * withdrawn: first taken back), nothing-to-do (they lie there).
 */
export async function moveRequests(
  stores: TriageStores,
  act: Act,
  { office, requests, to }: Moving,
): Promise<Result<GroupId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await requestsSeen(stores, office, requests)
  if (!found.ok) return found
  const moving = found.value.filter(({ group }) => to === null || group !== to.id)
  if (moving.length === 0) return refuse({ code: 'nothing-to-do' })
  const over = moving.find(({ fate }) => fate !== 'grouped' && fate !== 'waiting')
  if (over) return refuse({ code: 'wrong-fate', fate: over.fate })
  const target = to && (await groupSeen(stores, office, to))
  if (target && !target.ok) return target
  const goal = target ? target.value : groupFor(act, moving[0]!)
  const groups: GroupChange[] = [{ before: target ? goal : null, after: goal }]
  for (const id of new Set(moving.flatMap(({ group }) => group ?? []))) {
    const left = (await stores.groups.find(id))!
    groups.push({ before: left, after: left })
  }
  const written = await writeDeed(
    stores,
    act,
    {
      office,
      kind: 'move',
      why: 'move',
      fact: {
        type: 'requests-moved',
        subject: goal.id,
        payload: { requests: moving.length },
      },
    },
    { groups, requests: moving.map(into(goal.id)) },
  )
  return written.ok ? done(goal.id) : written
}

type Moving = {
  readonly office: OfficeId
  readonly requests: readonly Seen<RequestId>[]
  readonly to: Seen<GroupId> | null
}

const into = (group: GroupId) => (before: Request) => ({
  before,
  after: { ...before, group, fate: 'grouped' as const },
})

/** A new group around a request, open until somebody accepts it. */
const groupFor = (act: Act, { office, unit, sphere, level }: Request): RequestGroup => ({
  id: act.newId() as GroupId,
  office,
  unit,
  sphere,
  level,
  body: null,
  funding: null,
  title: null,
  priority: null,
  state: 'open',
  corrected: [],
  openedAt: act.at,
  revision: 1,
})
