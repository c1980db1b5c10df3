// Requests go into another group, or into one of their own: a split, or a single request that lay wrong.
import type { Act } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { GroupId, RequestGroup } from '../group.ts'
import type { Request, RequestId } from '../request.ts'
import {
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
 * Moves a request into another group, or into a new one (`to` null).
 *
 * Refuses: not-allowed, no-such-request, no-such-group, changed-meanwhile, group-pooled, wrong-fate (answered, set aside,
 * withdrawn: first taken back), nothing-to-do (it lies there).
 */
export async function moveRequest(
  stores: TriageStores,
  act: Act,
  { office, request, to }: { office: OfficeId; request: Seen<RequestId>; to: Seen<GroupId> | null },
): Promise<Result<GroupId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await requestsSeen(stores, office, [request])
  if (!found.ok) return found
  const one = found.value[0]!
  if (one.fate !== 'grouped' && one.fate !== 'waiting') return refuse({ code: 'wrong-fate', fate: one.fate })
  if (to && to.id === one.group) return refuse({ code: 'nothing-to-do' })
  const target = to && (await groupSeen(stores, office, to))
  if (target && !target.ok) return target
  const left = one.group === null ? null : await stores.groups.find(one.group)
  const goal = target ? target.value : groupFor(act, one)
  const written = await writeDeed(
    stores,
    act,
    {
      office,
      kind: 'move',
      why: 'move',
      fact: { type: 'request-moved', subject: one.id, payload: { into: goal.id } },
    },
    {
      groups: [
        ...(left ? [{ before: left, after: left }] : []),
        { before: target ? goal : null, after: goal },
      ],
      requests: [into(goal.id)(one)],
    },
  )
  return written.ok ? done(goal.id) : written
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
