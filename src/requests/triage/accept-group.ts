// The commission has looked at a group and keeps it, as it is or with what has come to it since.
import type { Act } from '#calendar'
import type { Result } from '#kernel'
import type { OfficeId } from '#territory'
import type { GroupId } from '../group.ts'
import type { DeedId } from './deed.ts'
import {
  type Seen,
  type TriageRefusal,
  type TriageStores,
  beginDeed,
  groupSeen,
  writeDeed,
} from './write-deed.ts'

/**
 * Accepts a group, with its requests up to the number `upTo`; what came later is still to be looked at.
 *
 * Refuses: not-allowed, no-such-group, changed-meanwhile, group-pooled.
 */
export async function acceptGroup(
  stores: TriageStores,
  act: Act,
  { office, group, upTo }: { office: OfficeId; group: Seen<GroupId>; upTo: number },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await groupSeen(stores, office, group)
  if (!found.ok) return found
  const before = found.value
  const after = { ...before, state: 'accepted' as const }
  const written = await writeDeed(
    stores,
    act,
    {
      office,
      kind: 'accept',
      why: 'move',
      fact: { type: 'requests-accepted', subject: before.id, payload: {} },
    },
    { groups: [{ before, after }], requests: [] },
  )
  if (written.ok) await stores.groups.look(before.id, Math.min(upTo, await stores.groups.newest(before.id)))
  return written
}
