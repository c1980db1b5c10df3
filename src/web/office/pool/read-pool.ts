// What the pages of a pool show its office: its lines as they stand, what each wants, and who may do what next.
import type { MeetingId } from '#calendar'
import { type MeetingPool, type Stores, readMeetingPool } from '#flows'
import type { Both } from '#meetings'
import { type Signed, may } from '#people'
import {
  type Collected,
  type IntakeChannel,
  type Pool,
  type PoolIssue,
  type PoolLine,
  type Priority,
  type Request,
  type Want,
  channelsAskedOf,
  collectedOf,
  issueOf,
  poolSignedBy,
  priorityOf,
  wantsOf,
} from '#requests'
import type { Unit, UnitCode } from '#territory'
import type { WebHouse } from '../../house.ts'
import { type Desk, actNow } from '../desk.ts'

export type LineView = {
  readonly line: PoolLine
  readonly voices: number
  /** The title that the bench goes by, which nobody may have written. */
  readonly proposed: Both | null
  /** Nobody has looked at the group on the bench. */
  readonly unseen: boolean
  readonly priority: Priority
  readonly wants: readonly Want[]
  /** As the public will read it; null while something is wanting. */
  readonly issue: PoolIssue | null
  /** The longest of its requests, masked. */
  readonly sample: string
}

export type PoolView = {
  readonly pool: MeetingPool
  readonly lines: readonly LineView[]
  /** Groups that came since the draft was drawn up. */
  readonly fresh: number
  readonly versions: readonly Pool[]
  /** Whether the draft is what stands approved. */
  readonly settled: boolean
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly asked: readonly IntakeChannel[]
  readonly collected: Collected
  readonly edits: boolean
  readonly looks: boolean
  /** How this person would sign; null when he may not, or nothing waits. */
  readonly signs: Signed | null
  /** He wrote of it himself, and somebody else has to approve. */
  readonly wroteIt: boolean
}

export async function readPool(
  house: WebHouse,
  stores: Stores,
  { office, actor, here }: Desk,
  id: MeetingId,
): Promise<PoolView | null> {
  const act = actNow(house, actor)
  const pool = await readMeetingPool(stores, id, act.at)
  if (!pool || pool.meeting.office !== office.id) return null
  const { draft, meeting } = pool
  const lines = await Array.fromAsync(
    (draft?.lines ?? []).filter(({ group }) => pool.groups.has(group)),
    (line) => viewOf(stores, pool, line),
  )
  const known = new Set((draft?.lines ?? []).map(({ group }) => group))
  const codes = [...new Set([meeting.unit, ...lines.map(({ line }) => line.unit)])]
  const units = await Array.fromAsync(codes, (code) => stores.territory.unit(code, here.today))
  const allows = (verb: 'triage-requests' | 'record-collection') =>
    may(actor, verb, { office: office.id }, here.today).yes
  const signed = draft ? await poolSignedBy(stores, act, meeting, draft) : null
  return {
    pool,
    lines,
    fresh: pool.candidates.filter(({ group }) => !known.has(group.id)).length,
    versions: await stores.pools.versions(id),
    settled: draft !== null && draft.editors.length === 0,
    units: new Map(units.flatMap((unit) => (unit ? [[unit.code, unit]] : []))),
    asked: channelsAskedOf(office.post),
    collected: await collectedOf(stores, meeting),
    edits: allows('triage-requests') && meeting.state !== 'cancelled',
    looks: allows('record-collection') && meeting.state === 'planned' && meeting.day >= here.today,
    signs: signed?.ok ? signed.value : null,
    wroteIt:
      signed?.ok === false &&
      signed.refusal.code === 'not-allowed' &&
      signed.refusal.why.code === 'another-person-needed',
  }
}

async function viewOf({ requests }: Stores, pool: MeetingPool, line: PoolLine): Promise<LineView> {
  const group = pool.groups.get(line.group)!
  const counted = pool.counted.get(line.group)!
  const wants = wantsOf(line)
  const quoted = (await Array.fromAsync(line.quotes, (quote) => requests.find(quote))).filter(
    (one): one is Request => one?.group === line.group,
  )
  return {
    line,
    voices: group.voices,
    proposed: group.title,
    unseen: group.state === 'open' && line.revision === 1,
    priority: priorityOf(counted, line.priority),
    wants,
    issue: wants.length === 0 ? issueOf(line, pool, quoted) : null,
    sample: pool.words.get(line.group)?.[0]?.words ?? '',
  }
}
