// The pool of a meeting: what is counted of its groups, and what follows when it is approved.
import type { Act, MeetingId } from '#calendar'
import { type Instant, type Result, addDays, done, milliseconds, refuse } from '#kernel'
import { type Meeting, meetingOf } from '#meetings'
import { type Problem, type ProblemId, keepProblems, promised, raisedBefore } from '#problems'
import {
  type Candidate,
  type Counted,
  type CountedGroup,
  type CountedPool,
  type GroupId,
  type GroupWords,
  type Pool,
  type PoolDraft,
  type PoolRefusal,
  approvePool,
  draftPool,
  orderLines,
  priorityOf,
  speaksOfDanger,
} from '#requests'
import { localDay } from '#territory'
import type { Stores } from './stores.ts'
import { tellAuthors } from './tell-authors.ts'

/** So many requests of a group are searched for words of danger. */
const mostRead = 40
/** A group of more is told of by the page of the meeting. */
const mostTold = 20_000
/** Risks that were registered longer ago count no more. */
const riskDays = 365

export type MeetingPool = CountedPool & {
  readonly meeting: Meeting
  readonly draft: PoolDraft | null
  /** Groups that may stand in the pool. */
  readonly candidates: readonly Candidate[]
  readonly words: ReadonlyMap<GroupId, readonly GroupWords[]>
}

/** Everything that a pool is made of, counted now; null when there is no such meeting. */
export async function readMeetingPool(
  stores: Stores,
  id: MeetingId,
  at: Instant,
): Promise<MeetingPool | null> {
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting) return null
  const { office, unit } = meeting
  const today = localDay(at, null)
  const units = (await stores.territory.subtree(unit, today)).map(({ code }) => code)
  const versions = await stores.pools.versions(id)
  const pooledHere = new Set(versions.flatMap(({ content }) => content.issues.map(({ group }) => group)))
  const ids = await stores.pools.groupsFor(office, id, [unit, ...units])
  const draft = await stores.pools.draft(id)
  const drafted = new Map((draft?.lines ?? []).map((line) => [line.group, line]))
  // What stands in the pool of another meeting is a problem already.
  const groups = (
    await stores.groups.counted([...new Set([...ids, ...pooledHere, ...drafted.keys()])])
  ).filter(({ id: group, state }) => state !== 'pooled' || pooledHere.has(group))
  const among = groups.map((group) => group.id)
  const words = Map.groupBy(await stores.pools.wordsOf(among, mostRead), ({ group }) => group)
  const channels = await stores.pools.channelsOf(among)
  const since = addDays(today, -riskDays)
  const risks = (await stores.risks.ofOffice(office)).filter((risk) => localDay(risk.at, null) >= since)
  const counted = new Map<GroupId, Counted>()
  const earlier = new Map<GroupId, readonly ProblemId[]>()
  for (const group of groups) {
    const around = new Set((await stores.territory.lineage(group.unit, today)).map(({ code }) => code))
    const ticked = (drafted.get(group.id)?.earlier ?? []).map(({ problem }) => problem as ProblemId)
    const before = await raisedBefore(stores.problems, ticked)
    earlier.set(
      group.id,
      before.map(({ id: one }) => one),
    )
    counted.set(group.id, {
      voices: group.voices,
      channels: channels.get(group.id)?.length ?? 0,
      again: before.length,
      promise: before.filter(({ state }) => promised.includes(state)).length,
      danger: (words.get(group.id) ?? []).filter((one) => speaksOfDanger(one.words)).length,
      risk: risks.filter((risk) => around.has(risk.unit)).length,
      age: Math.floor((milliseconds(at) - milliseconds(group.firstAt)) / 86_400_000),
    })
  }
  const priority = (group: CountedGroup) =>
    priorityOf(counted.get(group.id)!, (drafted.get(group.id) ?? group).priority).priority
  const fates = await stores.pools.fatesFor(office, id, among)
  return {
    meeting,
    draft,
    candidates: groups.map((group) => ({ group, priority: priority(group) })),
    words,
    counted,
    groups: new Map(groups.map((group) => [group.id, group])),
    channels,
    earlier,
    sums: {
      received: Object.values(fates).reduce((sum, n) => sum + n, 0),
      answered: fates.answered,
      setAside: fates['set-aside'],
    },
  }
}

/** Draws up the pool of a meeting from the groups of today; refuses as `draftPool`. */
export async function drawUpPool(
  stores: Stores,
  act: Act,
  { meeting }: { readonly meeting: MeetingId },
): Promise<Result<PoolDraft, PoolRefusal>> {
  const pool = await readMeetingPool(stores, meeting, act.at)
  return pool
    ? draftPool(stores, act, { meeting, candidates: pool.candidates })
    : refuse({ code: 'no-such-meeting' })
}

/** Puts the lines of a draft in the order of their priority now; refuses as `orderLines`. */
export async function orderPool(
  stores: Stores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<PoolDraft, PoolRefusal>> {
  const pool = await readMeetingPool(stores, command.meeting, act.at)
  if (!pool) return refuse({ code: 'no-such-meeting' })
  const priority = new Map(pool.candidates.map(({ group, priority }) => [group.id, priority]))
  return orderLines(stores, act, { ...command, priority })
}

export type ApprovedPool = { readonly pool: Pool; readonly problems: readonly Problem[] }

/** Approves the draft that was seen and begins its problems, all or nothing; refuses as `approvePool`. */
export async function approveMeetingPool(
  stores: Stores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<ApprovedPool, PoolRefusal>> {
  const counts = await readMeetingPool(stores, command.meeting, act.at)
  if (!counts) return refuse({ code: 'no-such-meeting' })
  const approved = await approvePool(stores, act, { ...command, counts })
  if (!approved.ok) return approved
  const pool = approved.value
  const earlier = new Map(
    (counts.draft?.lines ?? []).map((line) => [
      line.group as string,
      line.earlier.map(({ problem, why }) => ({ earlier: problem as ProblemId, why })),
    ]),
  )
  const problems = await keepProblems(stores.problems, act, { pool, region: counts.meeting.region, earlier })
  await tellOfNew(stores, act, problems)
  return done({ pool, problems })
}

/** Authors of requests hear once that their problem came into a pool. */
async function tellOfNew(stores: Stores, { at }: Act, problems: readonly Problem[]): Promise<void> {
  for (const { office, group } of problems.filter(({ revision }) => revision === 1)) {
    const requests = (await stores.requests.ofOffice(office, { group, limit: mostTold })).map(({ id }) => id)
    await tellAuthors(stores, at, { office, requests, event: 'request-in-pool' })
  }
}
