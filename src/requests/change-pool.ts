// The commission's work on a pool: lines proposed, written and put in order; each edit knows what it saw.
import type { Act, MeetingId } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import { type MeetingStore, meetingOf } from '#meetings'
import { type NotAllowed, type PeopleStore, may } from '#people'
import type { JournalStore } from '#journal'
import type { TerritoryStore } from '#territory'
import type { GroupId, GroupStore } from './group.ts'
import type { PoolDraft, PoolLine, PoolStore } from './pool.ts'
import { type Candidate, type Step, type Want, freshLines, inOrder, stepped } from './pool-lines.ts'
import type { RequestStore } from './request.ts'

export type PoolStores = {
  readonly meetings: MeetingStore
  readonly pools: PoolStore
  readonly groups: GroupStore
  readonly requests: RequestStore
  readonly journal: JournalStore
  readonly people: Pick<PeopleStore, 'grantsOf'>
  readonly territory: Pick<TerritoryStore, 'unit' | 'office' | 'lineage'>
}

/** Every way in which a pool says no. */
export type PoolRefusal =
  | { readonly code: 'no-such-meeting' }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'cancelled-already' }
  | { readonly code: 'not-announced' }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'no-such-line' }
  | { readonly code: 'pool-empty' }
  | { readonly code: 'line-wants'; readonly group: GroupId; readonly wants: readonly Want[] }
  | { readonly code: 'nobody-asks'; readonly group: GroupId }
  | { readonly code: 'quote-gone'; readonly group: GroupId }
  | { readonly code: 'nothing-new' }
  | { readonly code: 'no-such-channel' }
  | { readonly code: 'recorded-already' }
  | { readonly code: 'past-day'; readonly day: string }

/**
 * Draws up the pool of a meeting, or brings its draft up to date: what is there keeps its place and its words.
 *
 * Law: A826-3.4.a. Refuses: no-such-meeting, cancelled-already, not-allowed, changed-meanwhile.
 */
export const draftPool = (
  stores: PoolStores,
  act: Act,
  { meeting, candidates }: { readonly meeting: MeetingId; readonly candidates: readonly Candidate[] },
): Promise<Result<PoolDraft, PoolRefusal>> =>
  changeDraft(stores, act, meeting, (before) => done(freshLines(before?.lines ?? [], candidates)))

/**
 * Moves a line by one, takes it in or leaves it out.
 *
 * Refuses as `draftPool`, and: no-such-line; changed-meanwhile when the draft is no longer the one that was seen.
 */
export const stepLine = (
  stores: PoolStores,
  act: Act,
  command: Seen & { readonly group: GroupId; readonly step: Step },
): Promise<Result<PoolDraft, PoolRefusal>> =>
  changeDraft(stores, act, command.meeting, (before) => {
    const seen = asSeen(before, command)
    if (!seen.ok) return seen
    return seen.value.some(({ group }) => group === command.group)
      ? done(stepped(seen.value, command.group, command.step))
      : refuse({ code: 'no-such-line' })
  })

/** Puts all lines in the order of their priority; refuses as `stepLine`. */
export const orderLines = (
  stores: PoolStores,
  act: Act,
  command: Seen & { readonly priority: ReadonlyMap<GroupId, number> },
): Promise<Result<PoolDraft, PoolRefusal>> =>
  changeDraft(stores, act, command.meeting, (before) => {
    const seen = asSeen(before, command)
    return seen.ok ? done(inOrder(seen.value, command.priority)) : seen
  })

export type LineWords = Omit<PoolLine, 'group' | 'revision'>

/**
 * Writes one line; others may work on other lines at the same time.
 *
 * Refuses as `draftPool`, and: no-such-line, quote-gone (a quoted request lies elsewhere by now), changed-meanwhile when
 * this line is no longer the one that was seen.
 */
export async function writeLine(
  stores: PoolStores,
  act: Act,
  {
    meeting,
    group,
    seen,
    words,
  }: {
    readonly meeting: MeetingId
    readonly group: GroupId
    /** The revision of the line that was edited. */
    readonly seen: number
    readonly words: LineWords
  },
): Promise<Result<PoolDraft, PoolRefusal>> {
  for (const quote of words.quotes)
    if ((await stores.requests.find(quote))?.group !== group) return refuse({ code: 'quote-gone', group })
  return changeDraft(stores, act, meeting, (before) => {
    const line = before?.lines.find((one) => one.group === group)
    if (!before || !line) return refuse({ code: 'no-such-line' })
    if (line.revision !== seen) return refuse({ code: 'changed-meanwhile', revision: line.revision })
    const { priority } = words
    // Whose reason it is, is said by who wrote it first.
    const kept =
      priority && line.priority?.value === priority.value && line.priority.reason === priority.reason
        ? line.priority
        : priority
    const next = { ...words, priority: kept, group, revision: seen + 1 }
    return done(before.lines.map((one) => (one === line ? next : one)))
  })
}

type Seen = {
  readonly meeting: MeetingId
  /** The revision of the draft that was seen. */
  readonly revision: number
}

const asSeen = (before: PoolDraft | null, { revision }: Seen): Result<readonly PoolLine[], PoolRefusal> =>
  before === null || before.revision !== revision
    ? refuse({ code: 'changed-meanwhile', revision: before?.revision ?? 0 })
    : done(before.lines)

async function changeDraft(
  stores: PoolStores,
  act: Act,
  id: MeetingId,
  change: (before: PoolDraft | null) => Result<readonly PoolLine[], PoolRefusal>,
): Promise<Result<PoolDraft, PoolRefusal>> {
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting) return refuse({ code: 'no-such-meeting' })
  const answer = may(act.actor, 'triage-requests', { office: meeting.office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (meeting.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  const before = await stores.pools.draft(id)
  const lines = change(before)
  if (!lines.ok) return lines
  const next: PoolDraft = {
    meeting: id,
    office: meeting.office,
    lines: lines.value,
    editors: [...new Set([...(before?.editors ?? []), act.actor.person.id])],
    revision: (before?.revision ?? 0) + 1,
  }
  return (await stores.pools.saveDraft(next))
    ? done(next)
    : refuse({ code: 'changed-meanwhile', revision: next.revision })
}
