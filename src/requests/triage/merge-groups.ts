// Groups on one problem become one; a large merge is seen by two.
import { type Act, entryBy } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { GroupId, RequestGroup } from '../group.ts'
import type { Request } from '../request.ts'
import type { DeedId } from './deed.ts'
import {
  type Seen,
  type TriageRefusal,
  type TriageStores,
  beginDeed,
  groupSeen,
  writeDeed,
} from './write-deed.ts'

/** From so many requests that change their group on, another person has to see the merge. */
export const largeMerge = 11

type Merge = {
  readonly office: OfficeId
  readonly into: Seen<GroupId>
  readonly from: readonly Seen<GroupId>[]
}

/**
 * Merges groups into one; what the one says of itself holds. More than ten requests that change their group wait as a
 * proposal until another of the commission, or the signer, confirms it.
 *
 * Refuses: not-allowed, no-such-group, changed-meanwhile, group-pooled, nothing-to-do.
 */
export async function mergeGroups(
  stores: TriageStores,
  act: Act,
  merge: Merge,
): Promise<Result<{ readonly deed: DeedId; readonly proposed: boolean }, TriageRefusal>> {
  const begun = await beginDeed(stores, act, merge.office)
  if (!begun.ok) return begun
  const found = await groupsOf(stores, merge)
  if (!found.ok) return found
  const { into, from, requests } = found.value
  if (requests.length < largeMerge) {
    const deed = await write(stores, act, merge.office, into, from, requests)
    return deed.ok ? done({ deed: deed.value, proposed: false }) : deed
  }
  const deed = act.newId() as DeedId
  const by = act.actor.person.id
  await stores.triage.add({
    id: deed,
    office: merge.office,
    kind: 'merge',
    state: 'proposed',
    by,
    at: act.at,
    touched: {
      groups: [into, ...from].map((group) => ({
        id: group.id,
        before: group,
        looked: 0,
        revision: group.revision,
      })),
      requests: [],
    },
    endedBy: null,
  })
  await stores.journal.append([
    entryBy(act, {
      type: 'merge-proposed',
      office: merge.office,
      subject: into.id,
      payload: { groups: from.length, requests: requests.length },
    }),
  ])
  return done({ deed, proposed: true })
}

/**
 * Confirms a large merge that another person proposed, or declines it; the signer may be that other.
 *
 * Refuses: not-allowed, no-such-deed, another-member-needed, and as `mergeGroups` when the groups have changed since.
 */
export async function decideMerge(
  stores: TriageStores,
  act: Act,
  { office, deed, confirmed }: { office: OfficeId; deed: DeedId; confirmed: boolean },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office, 'decide-merge')
  if (!begun.ok) return begun
  const proposed = await stores.triage.find(deed)
  if (proposed?.office !== office || proposed.state !== 'proposed') return refuse({ code: 'no-such-deed' })
  const by = act.actor.person.id
  if (!confirmed) {
    // Who proposed it may think better of it, too.
    await stores.triage.end(deed, 'proposed', 'declined', by)
    return done(deed)
  }
  if (proposed.by === by) return refuse({ code: 'another-member-needed' })
  const [first, ...others] = proposed.touched.groups.map(({ id, revision }) => ({ id, revision }))
  const found = await groupsOf(stores, { office, into: first!, from: others })
  if (!found.ok) return found
  const { into, from, requests } = found.value
  await stores.triage.end(deed, 'proposed', 'confirmed', by)
  return write(stores, act, office, into, from, requests)
}

async function groupsOf(
  stores: TriageStores,
  { office, into, from }: Merge,
): Promise<Result<{ into: RequestGroup; from: RequestGroup[]; requests: Request[] }, TriageRefusal>> {
  if (from.length === 0 || new Set([into, ...from].map(({ id }) => id)).size <= from.length)
    return refuse({ code: 'nothing-to-do' })
  const target = await groupSeen(stores, office, into)
  if (!target.ok) return target
  const sources: RequestGroup[] = []
  const requests: Request[] = []
  for (const seen of from) {
    const source = await groupSeen(stores, office, seen)
    if (!source.ok) return source
    sources.push(source.value)
    requests.push(...(await stores.requests.heldOfGroup(seen.id)))
  }
  return done({ into: target.value, from: sources, requests })
}

const write = (
  stores: TriageStores,
  act: Act,
  office: OfficeId,
  into: RequestGroup,
  from: readonly RequestGroup[],
  requests: readonly Request[],
) =>
  writeDeed(
    stores,
    act,
    {
      office,
      kind: 'merge',
      why: 'merge',
      fact: {
        type: 'requests-merged',
        subject: into.id,
        payload: { from: from.map(({ id }) => id), requests: requests.length },
      },
    },
    {
      groups: [into, ...from].map((group) => ({ before: group, after: group })),
      requests: requests.map((before) => ({
        before,
        after: { ...before, group: into.id, fate: 'grouped' as const },
      })),
    },
  )
