// The pool approved: by another than those who drew it up, fixed as a version, and told to the law.
import { createHash } from 'node:crypto'
import type { Act, MeetingId } from '#calendar'
import { type Json, type NewEntry, canonical } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { type Meeting, instantAt, meetingEntry, meetingOf, signersOf } from '#meetings'
import { type Signed, officeThing, signing } from '#people'
import { coverHouses } from '#reading'
import type { OfficeId, Post } from '#territory'
import type { PoolRefusal, PoolStores } from './change-pool.ts'
import type { CountedGroup, GroupId } from './group.ts'
import { intakeChannelOf } from './intake-channels.ts'
import { type Pool, type PoolContent, type PoolDraft, type PoolIssue, type PoolLine } from './pool.ts'
import { wantsOf } from './pool-lines.ts'
import { type Counted, priorityOf } from './priority.ts'
import type { Request, RequestChannel } from './request.ts'

/** What is counted of the issues of a draft at the moment of its approval. */
export type CountedPool = {
  readonly counted: ReadonlyMap<GroupId, Counted>
  readonly groups: ReadonlyMap<GroupId, CountedGroup>
  readonly channels: ReadonlyMap<GroupId, readonly RequestChannel[]>
  /** Problems that each issue repeats, with those that they repeated, the newest first. */
  readonly earlier: ReadonlyMap<GroupId, readonly string[]>
  readonly sums: Pick<PoolContent, 'received' | 'answered' | 'setAside'>
}

/** SHA-256 of the canonical form of a version, hex. */
export const hashOfPool = (content: PoolContent): string =>
  createHash('sha256')
    .update(canonical(content as unknown as Json))
    .digest('hex')

/**
 * Whether the actor may approve the draft, and in which of the three ways; the limit of the law is the meeting's start.
 *
 * Refuses: not-allowed.
 */
export async function poolSignedBy(
  { people, territory }: Pick<PoolStores, 'people' | 'territory'>,
  { actor, at, today: on }: Pick<Act, 'actor' | 'at' | 'today'>,
  { office, unit, day, start }: Pick<Meeting, 'office' | 'unit' | 'day' | 'start'>,
  { editors }: Pick<PoolDraft, 'editors'>,
): Promise<Result<Signed, PoolRefusal>> {
  const signers = await signersOf(people, office, on, ['signer', 'commission-member'])
  const of = await officeThing({ territory }, office, on)
  const thing = { ...of, office, state: 'drafted' as const, editedBy: editors }
  const answer = signing(actor, 'approve-pool', thing, {
    on,
    at,
    signers,
    limit: instantAt(day, start, unit),
  })
  return answer.ok ? answer : refuse({ code: 'not-allowed', why: answer.refusal })
}

/**
 * Approves the draft that was seen: a version is fixed, its groups are pooled, and the law learns by which channels
 * requests were collected and that they were analysed. Whatever was edited after `revision` is refused.
 *
 * Law: A826-3.4.a, A826-3.4.b, A863-3.5.b. Refuses: no-such-meeting, cancelled-already, not-announced (the public does not
 * know of the meeting), changed-meanwhile, not-allowed (four eyes among the reasons), pool-empty, line-wants, nobody-asks,
 * quote-gone, nothing-new.
 */
export async function approvePool(
  stores: PoolStores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number; readonly counts: CountedPool },
): Promise<Result<Pool, PoolRefusal>> {
  const { meeting: id, revision, counts } = command
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting) return refuse({ code: 'no-such-meeting' })
  if (meeting.state === 'cancelled') return refuse({ code: 'cancelled-already' })
  if (meeting.state === 'drafted') return refuse({ code: 'not-announced' })
  const draft = await stores.pools.draft(id)
  if (!draft || draft.revision !== revision)
    return refuse({ code: 'changed-meanwhile', revision: draft?.revision ?? 0 })
  const signed = await poolSignedBy(stores, act, meeting, draft)
  if (!signed.ok) return signed
  // Whoever comes second finds another revision here, and nothing of his remains.
  if (!(await stores.pools.saveDraft({ ...draft, editors: [], revision: revision + 1 })))
    return refuse({ code: 'changed-meanwhile', revision: revision + 1 })
  const content = await contentOf(stores, meeting, draft, counts)
  if (!content.ok) return content
  const sha256 = hashOfPool(content.value)
  const before = await stores.pools.versions(id)
  const facts = await collected(stores, act, meeting, content.value)
  if (before[0]?.sha256 === sha256 && facts.length === 0) return refuse({ code: 'nothing-new' })

  for (const line of draft.lines)
    if (!line.out && !(await keepGroup(stores, counts.groups.get(line.group)!, line)))
      return refuse({ code: 'changed-meanwhile', revision: revision + 1 })
  const pool: Pool = {
    meeting: id,
    number: (before[0]?.number ?? 0) + 1,
    office: meeting.office,
    unit: meeting.unit,
    content: content.value,
    sha256,
    signed: signed.value,
    approvedAt: act.at,
  }
  await stores.pools.fix(pool)
  await stores.journal.append([
    ...facts,
    meetingEntry(act, meeting, 'pool-approved', {
      meeting: id,
      record: meeting.record,
      number: pool.number,
      sha256,
      issues: pool.content.issues.length,
      signed: pool.signed,
    }),
  ])
  return done(pool)
}

async function contentOf(
  { requests }: Pick<PoolStores, 'requests'>,
  { id, office, unit }: Meeting,
  { lines }: PoolDraft,
  counts: CountedPool,
): Promise<Result<PoolContent, PoolRefusal>> {
  const issues: PoolIssue[] = []
  for (const line of lines.filter(({ out }) => !out)) {
    const wanted = wantsOf(line)
    if (wanted.length > 0) return refuse({ code: 'line-wants', group: line.group, wants: wanted })
    if (!counts.groups.has(line.group)) return refuse({ code: 'nobody-asks', group: line.group })
    const quoted = await Array.fromAsync(line.quotes, (quote) => requests.find(quote))
    if (quoted.some((quote) => quote?.group !== line.group))
      return refuse({ code: 'quote-gone', group: line.group })
    issues.push(issueOf(line, counts, quoted as Request[]))
  }
  return issues.length === 0
    ? refuse({ code: 'pool-empty' })
    : done({ meeting: id, office, unit, issues, ...counts.sums })
}

/** A line as the public reads it; it must want nothing, and somebody must ask for it. */
export function issueOf(
  { group: id, title, unit, sphere, level, body, funding, priority }: PoolLine,
  { groups, counted, channels, earlier }: CountedPool,
  quoted: readonly Request[],
): PoolIssue {
  const { voices, firstAt, lastAt } = groups.get(id)!
  return {
    group: id,
    title,
    unit,
    sphere,
    level: level!,
    body,
    funding: funding!,
    voices,
    channels: [...(channels.get(id) ?? [])].sort(),
    first: firstAt.slice(0, 7),
    last: lastAt.slice(0, 7),
    ...priorityOf(counted.get(id)!, priority),
    quotes: quoted.map(({ words, language }) => ({ words: coverHouses(words), language })),
    earlier: earlier.get(id) ?? [],
  }
}

/** The group goes on as the pool has it. */
const keepGroup = (
  { groups }: Pick<PoolStores, 'groups'>,
  group: CountedGroup,
  { title, unit, sphere, level, body, funding, priority }: PoolLine,
): Promise<boolean> =>
  groups.save({
    ...group,
    title,
    unit,
    sphere,
    level,
    body,
    funding,
    priority,
    state: 'pooled',
    revision: group.revision + 1,
  })

/** What the law does not know yet of how requests for this date of the meeting were collected and analysed. */
async function collected(
  { journal, territory }: Pick<PoolStores, 'journal' | 'territory'>,
  act: Act,
  meeting: Meeting,
  { issues }: PoolContent,
): Promise<NewEntry[]> {
  const known = await collectedOf({ journal }, meeting)
  const post = await postOf({ territory }, meeting.office)
  const met = new Set(issues.flatMap(({ channels }) => channels.map((one) => intakeChannelOf(one, post))))
  return [
    ...[...met]
      .filter((channel) => !known.channels.includes(channel))
      .map((channel) =>
        meetingEntry(act, meeting, 'requests-collected', { meeting: meeting.record, channel }),
      ),
    ...(known.analysed ? [] : [meetingEntry(act, meeting, 'requests-analysed', { meeting: meeting.record })]),
  ]
}

export type Collected = { readonly channels: readonly string[]; readonly analysed: boolean }

/** What was recorded of collecting requests for the present date of a meeting. */
export async function collectedOf(
  { journal }: Pick<PoolStores, 'journal'>,
  { id, record }: Pick<Meeting, 'id' | 'record'>,
): Promise<Collected> {
  const types = ['requests-collected', 'requests-analysed']
  const own = (await journal.entries({ subject: id, types })).filter(
    ({ payload }) => payload['meeting'] === record,
  )
  return {
    channels: own.flatMap(({ type, payload }) =>
      type === 'requests-collected' ? [payload['channel'] as string] : [],
    ),
    analysed: own.some(({ type }) => type === 'requests-analysed'),
  }
}

export const postOf = async ({ territory }: Pick<PoolStores, 'territory'>, office: OfficeId): Promise<Post> =>
  (await territory.office(office))!.post
