// A deed taken back: everything it touched is as it was before, unless somebody has touched it since.
import type { Act } from '#calendar'
import { type Result, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { GroupChange } from './write-deed.ts'
import type { DeedId } from './deed.ts'
import { type TriageRefusal, type TriageStores, beginDeed, writeDeed } from './write-deed.ts'

/**
 * Takes a deed back, whoever did it, while nothing that it touched has been touched again.
 *
 * Refuses: not-allowed, no-such-deed (taken back already, too), moved-since, group-pooled.
 */
export async function undoDeed(
  stores: TriageStores,
  act: Act,
  { office, deed: id }: { office: OfficeId; deed: DeedId },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const deed = await stores.triage.find(id)
  if (deed?.office !== office || deed.state !== 'done' || deed.kind === 'undo')
    return refuse({ code: 'no-such-deed' })
  const { groups, requests } = deed.touched
  const changes: GroupChange[] = []
  for (const { id: group, before, revision } of groups) {
    const now = await stores.groups.find(group)
    if (now?.state === 'pooled') return refuse({ code: 'group-pooled' })
    if (now?.revision !== revision) return refuse({ code: 'moved-since' })
    changes.push({ before: now, after: before ? { ...before } : now })
  }
  const now = await stores.requests.heldById(requests.map(({ before }) => before.id))
  const kept = new Map(requests.map((one) => [one.before.id, one]))
  if (now.length < kept.size || now.some((one) => kept.get(one.id)!.revision !== one.revision))
    return refuse({ code: 'moved-since' })
  // Groups that the deed opened are empty again, unless the machine has put something in since.
  for (const { id: group, before } of groups)
    if (
      !before &&
      (await stores.requests.ofOffice(office, { group, limit: now.length + 1 })).length > now.length
    )
      return refuse({ code: 'moved-since' })
  const written = await writeDeed(
    stores,
    act,
    {
      office,
      kind: 'undo',
      why: 'undo',
      fact: { type: 'triage-undone', subject: id, payload: { deed: deed.kind } },
    },
    {
      groups: changes,
      requests: now.map((before) => ({ before, after: { ...before, ...kept.get(before.id)!.before } })),
    },
  )
  if (!written.ok) return written
  for (const { id: group, looked } of groups) await stores.groups.look(group, looked)
  await stores.triage.end(id, 'done', 'undone', act.actor.person.id)
  return written
}
