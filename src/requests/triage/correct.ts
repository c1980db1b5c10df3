// What the machine read wrong is set right by hand, and stays so; later proposals of this office learn from it.
import type { Act } from '#calendar'
import { type Result, refuse } from '#kernel'
import type { Both } from '#meetings'
import type { Kind, Level } from '#reading'
import type { OfficeId, UnitCode } from '#territory'
import type { GroupField, GroupId, RequestGroup } from '../group.ts'
import { type CorrectedField, type Request, type RequestId, isProblem } from '../request.ts'
import type { DeedId } from './deed.ts'
import {
  type Change,
  type GroupChange,
  type Seen,
  type TriageRefusal,
  type TriageStores,
  beginDeed,
  groupSeen,
  requestsSeen,
  writeDeed,
} from './write-deed.ts'

export type RequestCorrection = {
  readonly kind?: Kind
  readonly sphere?: string
  readonly level?: Level
  readonly unit?: UnitCode
}

/**
 * Corrects how requests were read; those that say so already stay as they are. What turns out to be thanks, spam or abuse
 * leaves its group; what turns out to be a problem finds one at the next turn.
 *
 * Refuses: not-allowed, no-such-request, changed-meanwhile, group-pooled, no-such-unit, nothing-to-do.
 */
export async function correctRequests(
  stores: TriageStores,
  act: Act,
  { office, requests, to }: { office: OfficeId; requests: readonly Seen<RequestId>[]; to: RequestCorrection },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await requestsSeen(stores, office, requests)
  if (!found.ok) return found
  if (to.unit !== undefined && !(await stores.territory.unit(to.unit, act.today)))
    return refuse({ code: 'no-such-unit' })
  const changes = found.value.flatMap((before): Change<Request>[] => {
    const after = corrected(before, to)
    return after ? [{ before, after: isProblem(after.kind) ? after : outside(after) }] : []
  })
  const [first] = changes
  if (!first) return refuse({ code: 'nothing-to-do' })
  const groups: GroupChange[] = []
  const leaving = changes.filter(({ after }) => after.group === null)
  for (const id of new Set(leaving.flatMap(({ before }) => before.group ?? []))) {
    const left = (await stores.groups.find(id))!
    groups.push({ before: left, after: left })
  }
  return writeDeed(
    stores,
    act,
    {
      office,
      kind: 'correct-request',
      why: 'fate',
      fact: {
        type: 'request-corrected',
        subject: first.before.id,
        payload: { fields: Object.keys(to), requests: changes.length },
      },
    },
    { groups, requests: changes },
  )
}

/** In no group any more; what was answered or set aside stays so. */
const outside = (request: Request): Request =>
  request.group === null ? request : { ...request, group: null, fate: 'waiting' }

export type GroupCorrection = {
  readonly unit?: UnitCode
  readonly sphere?: string
  readonly level?: Level
  /** The central body that can solve it; only with level `central`. */
  readonly body?: string | null
  readonly funding?: boolean
  readonly title?: Both
  /** Null: the computed one holds again. */
  readonly priority?: { readonly value: number; readonly reason: string } | null
}

/**
 * Corrects what a group says of itself. A sphere or level is a lesson, too: the oldest request of the group carries it, so
 * that a correction counts once, however many requests there are.
 *
 * Refuses: not-allowed, no-such-group, changed-meanwhile, group-pooled, no-such-unit, words-wanted, body-without-centre,
 * nothing-to-do.
 */
export async function correctGroup(
  stores: TriageStores,
  act: Act,
  { office, group, to }: { office: OfficeId; group: Seen<GroupId>; to: GroupCorrection },
): Promise<Result<DeedId, TriageRefusal>> {
  const begun = await beginDeed(stores, act, office)
  if (!begun.ok) return begun
  const found = await groupSeen(stores, office, group)
  if (!found.ok) return found
  const before = found.value
  if (to.unit !== undefined && !(await stores.territory.unit(to.unit, act.today)))
    return refuse({ code: 'no-such-unit' })
  if (to.title && (to.title.kk.trim() === '' || to.title.ru.trim() === ''))
    return refuse({ code: 'words-wanted' })
  if (to.priority && to.priority.reason.trim() === '') return refuse({ code: 'words-wanted' })
  const level = to.level ?? before.level
  if (to.body && level !== 'central') return refuse({ code: 'body-without-centre' })
  const fields = (Object.keys(to) as GroupField[]).filter((field) => !isSame(before, field, to))
  const after: RequestGroup = {
    ...before,
    ...to,
    body: level === 'central' ? (to.body === undefined ? before.body : to.body) : null,
    priority:
      to.priority === undefined
        ? before.priority
        : to.priority && { ...to.priority, by: act.actor.person.id },
    corrected: [...new Set([...before.corrected, ...fields])],
  }
  if (fields.length === 0) return refuse({ code: 'nothing-to-do' })
  const groups: GroupChange[] = [{ before, after }]
  return writeDeed(
    stores,
    act,
    {
      office,
      kind: 'correct-group',
      why: 'fate',
      fact: { type: 'request-group-corrected', subject: before.id, payload: { fields } },
    },
    { groups, requests: await lessonOf(stores, before, to) },
  )
}

function isSame(before: RequestGroup, field: GroupField, to: GroupCorrection): boolean {
  if (field !== 'priority' || !to.priority || !before.priority)
    return JSON.stringify(before[field]) === JSON.stringify(to[field])
  return before.priority.value === to.priority.value && before.priority.reason === to.priority.reason
}

async function lessonOf(
  { requests }: TriageStores,
  group: RequestGroup,
  { sphere, level }: GroupCorrection,
): Promise<Change<Request>[]> {
  if (sphere === undefined && level === undefined) return []
  const [first] = await requests.ofOffice(group.office, { group: group.id, limit: 1 })
  const [before] = first ? await requests.heldById([first.id]) : []
  const after = before && corrected(before, { ...(sphere && { sphere }), ...(level && { level }) })
  return before && after ? [{ before, after }] : []
}

/** Null when nothing changes. */
function corrected(before: Request, to: RequestCorrection): Request | null {
  const fields = (Object.keys(to) as CorrectedField[]).filter((field) => to[field] !== before[field])
  if (fields.length === 0) return null
  return { ...before, ...to, corrected: [...new Set([...before.corrected, ...fields])] }
}
