// Requests that need no place in the pool: answered in words, or set aside with a reason; and taken back again.
import type { Act } from '#calendar'
import { type Result, refuse } from '#kernel'
import type { Both } from '#meetings'
import type { OfficeId } from '#territory'
import type { GroupId } from '../group.ts'
import type { FateWords, Request, RequestId, SetAsideReason } from '../request.ts'
import type { DeedId, DeedKind } from './deed.ts'
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

/** Which requests: a group as a whole, or some by themselves. */
export type Chosen = { readonly group: Seen<GroupId> } | { readonly requests: readonly Seen<RequestId>[] }

/**
 * Answers requests in the words of the office, which their authors read on their receipts.
 *
 * Refuses: words-wanted, not-allowed, no-such-group, no-such-request, changed-meanwhile, group-pooled, wrong-fate,
 * nothing-to-do.
 */
export async function answerRequests(
  stores: TriageStores,
  act: Act,
  { office, chosen, words }: { office: OfficeId; chosen: Chosen; words: Both },
): Promise<Result<DeedId, TriageRefusal>> {
  if (words.kk.trim() === '' || words.ru.trim() === '') return refuse({ code: 'words-wanted' })
  return close(stores, act, office, chosen, 'answer', { answer: words })
}

/**
 * Sets requests aside, for a reason that their authors read.
 *
 * Refuses: as `answerRequests`, without words-wanted.
 */
export const setAside = (
  stores: TriageStores,
  act: Act,
  { office, chosen, reason, note }: SettingAside,
): Promise<Result<DeedId, TriageRefusal>> =>
  close(stores, act, office, chosen, 'set-aside', { reason, note: note?.trim() ? note.trim() : null })

type SettingAside = {
  readonly office: OfficeId
  readonly chosen: Chosen
  readonly reason: SetAsideReason
  readonly note: string | null
}

/**
 * Lets a request wait again that was answered or set aside; it finds its group anew.
 *
 * Refuses: not-allowed, no-such-request, changed-meanwhile, wrong-fate.
 */
export async function takeBack(
  stores: TriageStores,
  act: Act,
  { office, request }: { office: OfficeId; request: Seen<RequestId> },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await requestsSeen(stores, office, [request])
  if (!found.ok) return found
  const before = found.value[0]!
  const { fate } = before
  if (fate !== 'answered' && fate !== 'set-aside') return refuse({ code: 'wrong-fate', fate })
  const after: Request = { ...before, fate: 'waiting', fateWords: null, fateAt: act.at }
  const fact = { type: 'request-taken-back', subject: before.id, payload: { from: fate } }
  return writeDeed(
    stores,
    act,
    { office, kind: 'take-back', why: 'fate', fact },
    { groups: [], requests: [{ before, after }] },
  )
}

async function close(
  stores: TriageStores,
  act: Act,
  office: OfficeId,
  chosen: Chosen,
  kind: Extract<DeedKind, 'answer' | 'set-aside'>,
  fateWords: FateWords,
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  let requests: Request[]
  if ('group' in chosen) {
    const group = await groupSeen(stores, office, chosen.group)
    if (!group.ok) return group
    requests = await stores.requests.heldOfGroup(chosen.group.id)
  } else {
    const found = await requestsSeen(stores, office, chosen.requests)
    if (!found.ok) return found
    requests = found.value
  }
  if (requests.length === 0) return refuse({ code: 'nothing-to-do' })
  const over = requests.find(({ fate }) => fate !== 'waiting' && fate !== 'grouped')
  if (over) return refuse({ code: 'wrong-fate', fate: over.fate })
  const groups: GroupChange[] = []
  for (const id of new Set(requests.flatMap(({ group }) => group ?? []))) {
    const group = (await stores.groups.find(id))!
    groups.push({ before: group, after: group })
  }
  const fate = kind === 'answer' ? ('answered' as const) : ('set-aside' as const)
  return writeDeed(
    stores,
    act,
    {
      office,
      kind,
      why: 'fate',
      fact: {
        type: kind === 'answer' ? 'requests-answered' : 'requests-set-aside',
        subject: 'group' in chosen ? chosen.group.id : requests[0]!.id,
        payload: {
          requests: requests.length,
          ...('reason' in fateWords ? { reason: fateWords.reason } : {}),
        },
      },
    },
    {
      groups,
      requests: requests.map((before) => ({
        before,
        after: { ...before, group: null, fate, fateWords, fateAt: act.at },
      })),
    },
  )
}
