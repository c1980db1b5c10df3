// Addresses of an office's pools: `/kk/office/akim.315400000/meetings/m-1/pool`.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import type { GroupId } from '#requests'
import type { OfficeId } from '#territory'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'

export type PoolDeed = 'draft' | 'order' | 'step' | 'look' | 'approve'
export type PoolSaid = PoolDeed | 'line'

export const poolAddresses = (language: Language, office: OfficeId, meeting: MeetingId) => {
  const pool = `${meetingAddresses(language, office).meeting(meeting)}/pool`
  return {
    pool: (said?: PoolSaid, group?: GroupId) =>
      `${pool}${said ? `?said=${said}` : ''}${group ? `#${lineAnchor(group)}` : ''}`,
    deed: (deed: PoolDeed) => `${pool}/${deed}`,
    line: (group: GroupId) => `${pool}/lines/${encodeURIComponent(group)}`,
  }
}

/** Every pool of an office, by its meetings. */
export const poolsAddress = (language: Language, office: OfficeId): string =>
  `/${language}/office/${office}/pools`

export const lineAnchor = (group: GroupId): string => `line-${group}`
