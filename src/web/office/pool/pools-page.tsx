// The pools of an office, meeting by meeting: how far each is, the soonest meeting first.
import type { MeetingId } from '#calendar'
import type { LocalDate } from '#kernel'
import type { Unit } from '#territory'
import { OfficeFrame } from '../frame.tsx'
import type { Desk } from '../desk.ts'
import { poolAddresses } from './pool-addresses.ts'

export type ListedPool = {
  readonly id: MeetingId
  readonly day: LocalDate
  readonly start: string
  readonly unit: Unit | null
  /** The newest approved version; null when there is none. */
  readonly version: number | null
  /** A draft waits for its approval. */
  readonly waits: boolean
}

/** So many of the coming meetings are seen at once. */
const soon = 10

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly coming: readonly ListedPool[]
  readonly past: readonly ListedPool[]
}

export function PoolsPage({ desk, csrf, coming, past }: Props) {
  const { here } = desk
  const words = here.words.pool
  return (
    <OfficeFrame desk={desk} section="pools" title={words.section} csrf={csrf}>
      <h1>{words.section}</h1>
      <p class="lead">{words.listLead}</p>
      {coming.length === 0 ? <p>{words.noMeetings}</p> : <List desk={desk} pools={coming.slice(0, soon)} />}
      {coming.length > soon && (
        <details>
          <summary>{words.laterMeetings}</summary>
          <List desk={desk} pools={coming.slice(soon)} />
        </details>
      )}
      {past.length > 0 && (
        <details>
          <summary>{words.past}</summary>
          <List desk={desk} pools={past} />
        </details>
      )}
    </OfficeFrame>
  )
}

const List = ({ desk, pools }: { desk: Desk; pools: readonly ListedPool[] }) => {
  const { here, office } = desk
  const words = here.words.pool
  return (
    <ul class="plain rows">
      {pools.map((pool) => (
        <li key={pool.id}>
          <a class="row-name" href={poolAddresses(here.language, office.id, pool.id).pool()}>
            {here.format.weekdayOfYear(pool.day)}, {pool.start}
          </a>
          <span>{pool.unit?.name[here.language]}</span>
          <span class="soft">
            {pool.version !== null ? words.approvedVersion(pool.version) : words.noPool}
            {pool.waits && ` · ${words.waiting}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
