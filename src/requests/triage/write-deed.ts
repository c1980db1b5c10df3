// What all deeds on requests share: who may, what is held, and that change, lineage, fact and the way back are one.
import { type Act, entryBy } from '#calendar'
import type { JournalStore, Payload } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { type NotAllowed, may } from '#people'
import type { OfficeId, TerritoryStore } from '#territory'
import type { GroupId, GroupStore, RequestGroup } from '../group.ts'
import type { Fate, Move, Request, RequestId, RequestStore } from '../request.ts'
import { type DeedId, type DeedKind, type TriageStore, keptOf } from './deed.ts'

export type TriageRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-request' }
  | { readonly code: 'no-such-group' }
  | { readonly code: 'no-such-deed' }
  | { readonly code: 'no-such-unit' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'group-pooled' }
  | { readonly code: 'nothing-to-do' }
  | { readonly code: 'wrong-fate'; readonly fate: Fate }
  | { readonly code: 'words-wanted' }
  | { readonly code: 'body-without-centre' }
  | { readonly code: 'moved-since' }
  | { readonly code: 'another-member-needed' }
  | { readonly code: 'template-there' }
  | { readonly code: 'no-such-template' }

export type TriageStores = {
  readonly requests: RequestStore
  readonly groups: GroupStore
  readonly triage: TriageStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'unit'>
}

/** A thing as it was seen: what has another revision by now was changed by somebody else. */
export type Seen<T> = { readonly id: T; readonly revision: number }

export type Change<T> = { readonly before: T; readonly after: T }
export type GroupChange = { readonly before: RequestGroup | null; readonly after: RequestGroup }
export type Changes = {
  readonly groups: readonly GroupChange[]
  readonly requests: readonly Change<Request>[]
}
export type Deed = {
  readonly office: OfficeId
  readonly kind: DeedKind
  /** Why requests move, in the lineage. */
  readonly why: Move['why']
  readonly fact: { readonly type: string; readonly subject: string; readonly payload: Payload }
}

/** Lets the actor triage or do `verb`, and holds the groups of the office until the transaction ends. Refuses: not-allowed. */
export async function beginDeed(
  { requests }: Pick<TriageStores, 'requests'>,
  act: Act,
  office: OfficeId,
  verb: 'triage-requests' | 'decide-merge' = 'triage-requests',
): Promise<Result<void, TriageRefusal>> {
  const answer = may(act.actor, verb, { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  await requests.hold(office)
  return done()
}

/** Refuses: no-such-group, changed-meanwhile, group-pooled. */
export async function groupSeen(
  { groups }: Pick<TriageStores, 'groups'>,
  office: OfficeId,
  { id, revision }: Seen<GroupId>,
): Promise<Result<RequestGroup, TriageRefusal>> {
  const group = await groups.find(id)
  if (!group || group.office !== office) return refuse({ code: 'no-such-group' })
  if (group.state === 'pooled') return refuse({ code: 'group-pooled' })
  return group.revision === revision ? done(group) : refuse({ code: 'changed-meanwhile' })
}

/** Refuses: no-such-request, changed-meanwhile, group-pooled. */
export async function requestsSeen(
  { requests, groups }: Pick<TriageStores, 'requests' | 'groups'>,
  office: OfficeId,
  seen: readonly Seen<RequestId>[],
): Promise<Result<Request[], TriageRefusal>> {
  const found = await requests.heldById(seen.map(({ id }) => id))
  const own = found.filter((request) => request.office === office)
  if (own.length < new Set(seen.map(({ id }) => id)).size) return refuse({ code: 'no-such-request' })
  const revisions = new Map(seen.map(({ id, revision }) => [id, revision]))
  if (own.some(({ id, revision }) => revisions.get(id) !== revision))
    return refuse({ code: 'changed-meanwhile' })
  for (const group of new Set(own.flatMap((request) => request.group ?? [])))
    if ((await groups.find(group))?.state === 'pooled') return refuse({ code: 'group-pooled' })
  return done(own)
}

/** Does all changes of one deed, with lineage, fact and what is needed to take it back. Refuses: changed-meanwhile. */
export async function writeDeed(
  stores: TriageStores,
  act: Act,
  { office, kind, why, fact }: Deed,
  { groups, requests }: Changes,
): Promise<Result<DeedId, TriageRefusal>> {
  const id = act.newId() as DeedId
  const by = act.actor.person.id
  const touchedGroups = []
  for (const { before, after } of groups) {
    const revision = before ? before.revision + 1 : 1
    const looked = before ? await stores.groups.looked(before.id) : 0
    if (before) {
      if (!(await stores.groups.save({ ...after, revision }))) return refuse({ code: 'changed-meanwhile' })
    } else await stores.groups.open({ ...after, revision })
    touchedGroups.push({ id: after.id, before, looked, revision })
  }
  const seen = await groupsWithoutNews(stores, groups)
  await stores.requests.move(
    requests
      .filter(({ before, after }) => before.group !== after.group)
      .map(({ before, after }) => ({
        office,
        request: before.id,
        from: before.group,
        to: after.group,
        why,
        deed: id,
        reasons: [],
        by,
        at: act.at,
      })),
  )
  // What somebody puts into a group that was looked at, he has looked at.
  for (const group of seen) await stores.groups.look(group, await stores.groups.newest(group))
  const touchedRequests = []
  for (const { before, after } of requests) {
    let { revision } = before
    if (before.group !== after.group) revision++
    if (isMore(before, after)) {
      revision++
      if (!(await stores.requests.save({ ...after, revision }))) return refuse({ code: 'changed-meanwhile' })
    }
    touchedRequests.push({ before: keptOf(before), revision })
  }
  await stores.triage.add({
    id,
    office,
    kind,
    state: 'done',
    by,
    at: act.at,
    touched: { groups: touchedGroups, requests: touchedRequests },
    endedBy: null,
  })
  await stores.journal.append([entryBy(act, { ...fact, office })])
  return done(id)
}

async function groupsWithoutNews(
  { groups }: Pick<TriageStores, 'groups'>,
  changes: readonly GroupChange[],
): Promise<GroupId[]> {
  const found: GroupId[] = []
  for (const { before } of changes)
    if (before?.state === 'accepted' && (await groups.newest(before.id)) <= (await groups.looked(before.id)))
      found.push(before.id)
  return found
}

/** Whether more changes than the group, which the move itself takes along with the fates that go with groups. */
function isMore(before: Request, after: Request): boolean {
  const moved = before.group === after.group ? before.fate : after.group ? 'grouped' : 'waiting'
  return after.fate !== moved || after.fateAt !== before.fateAt || restOf(after) !== restOf(before)
}

const restOf = ({ fateWords, kind, sphere, level, unit, corrected }: Request): string =>
  JSON.stringify([fateWords, kind, sphere, level, unit, corrected])
