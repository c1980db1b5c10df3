// The pool of a meeting as files, and their addresses; they hold their own languages.
import type { MeetingId } from '#calendar'

export const poolFiles = ['pool-kk.pdf', 'pool-ru.pdf', 'pool.xlsx', 'pool.csv'] as const
export type PoolFile = (typeof poolFiles)[number]

export const poolFile = (meeting: MeetingId, name: PoolFile): string =>
  `/meetings/${encodeURIComponent(meeting)}/${name}`
