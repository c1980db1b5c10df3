// Polls and demands: what residents decide on, and what subscribers of the place hear of it.
import type { Act, MeetingId } from '#calendar'
import type { Instant, LocalDate, Result, Text } from '#kernel'
import {
  type Both,
  type Demand,
  type DemandDecision,
  type DemandRefusal,
  type Poll,
  type PollDecision,
  type PollRefusal,
  decideDemand,
  decidePoll,
  openPoll,
} from '#meetings'
import type { MessageId } from '#notices'
import { localDay } from '#territory'
import type { Stores } from './stores.ts'
import { topicsOfMeeting } from './tell-subscribers.ts'

export const residentsEvents = ['poll-opened', 'poll-decided', 'demand-accepted', 'demand-refused'] as const

export type ResidentsTold = {
  readonly event: (typeof residentsEvents)[number]
  /** Of the poll or demand. */
  readonly about: string
  readonly office: Text
  /** The place and what it lies in, nearest first, without the region. */
  readonly place: readonly Text[]
  /** The last day of a vote that has begun. */
  readonly until: LocalDate | null
  readonly chosen: { readonly day: LocalDate; readonly start: string } | null
  readonly reason: string | null
}

type News = Pick<ResidentsTold, 'event' | 'until' | 'chosen'> & { readonly reason: Both | null }

/** Opens a poll and tells the subscribers of its place; refuses as `openPoll` does. */
export async function openPollAndTell(
  stores: Stores,
  act: Act,
  command: Parameters<typeof openPoll>[2],
): Promise<Result<Poll, PollRefusal>> {
  const opened = await openPoll(stores, act, command)
  if (opened.ok) {
    const until = localDay(opened.value.closesAt, opened.value.unit)
    await tell(stores, act.at, opened.value, { event: 'poll-opened', until, chosen: null, reason: null })
  }
  return opened
}

/** Decides a poll and tells the subscribers of its place; refuses as `decidePoll` does. */
export async function decidePollAndTell(
  stores: Stores,
  act: Act,
  command: Parameters<typeof decidePoll>[2],
): Promise<Result<PollDecision, PollRefusal>> {
  const poll = await stores.polls.find(command.poll)
  const decided = await decidePoll(stores, act, command)
  if (decided.ok && poll) {
    const { option, reason } = decided.value
    const chosen = option === null ? null : poll.options[option]!
    await tell(stores, act.at, poll, { event: 'poll-decided', until: null, chosen, reason })
  }
  return decided
}

/** Decides a demand and tells the subscribers of its place; refuses as `decideDemand` does. */
export async function decideDemandAndTell(
  stores: Stores,
  act: Act,
  command: Parameters<typeof decideDemand>[2],
): Promise<Result<DemandDecision, DemandRefusal>> {
  const decided = await decideDemand(stores, act, command)
  const demand = decided.ok ? await stores.demands.find(command.demand) : null
  if (decided.ok && demand) {
    const { decision, reason } = decided.value
    await tell(stores, act.at, demand, { event: `demand-${decision}`, until: null, chosen: null, reason })
  }
  return decided
}

async function tell(
  { territory, outbox }: Pick<Stores, 'territory' | 'outbox'>,
  at: Instant,
  { id, office: officeId, unit }: Pick<Poll | Demand, 'id' | 'office' | 'unit'>,
  { reason, ...news }: News,
): Promise<void> {
  const lineage = await territory.lineage(unit, localDay(at, unit))
  const office = await territory.office(officeId)
  if (!office || lineage.length === 0) return
  const told: ResidentsTold = {
    ...news,
    about: id,
    office: office.name,
    place: lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ name }) => name),
    reason: reason && reason.kk !== '' ? [...new Set([reason.kk, reason.ru])].join(' / ') : null,
  }
  await outbox.write({
    id: `${news.event}.${id}` as MessageId,
    // Whoever follows the akim or the place hears of it; there is no meeting yet to follow.
    topics: topicsOfMeeting(id as string as MeetingId, officeId, lineage).slice(1),
    wish: 'changes',
    office: officeId,
    payload: told,
    at,
  })
}
