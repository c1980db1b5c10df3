// What the public reads of a pool: every version, the problems that came of it, the places of both, earlier problems.
import type { MeetingId } from '#calendar'
import type { PublicMeeting, Stores } from '#flows'
import type { Problem, ProblemId } from '#problems'
import type { Pool } from '#requests'
import { type LocalDate } from '#kernel'
import type { Unit, UnitCode } from '#territory'
import { type MapReading, readMap } from '../parts/map/place-map.tsx'

export type PublicPool = {
  readonly meeting: PublicMeeting
  /** The version that is shown, and all there are, the newest first. */
  readonly pool: Pool
  readonly versions: readonly Pool[]
  /** By their groups. */
  readonly problems: ReadonlyMap<string, Problem>
  readonly earlier: ReadonlyMap<ProblemId, Problem>
  readonly units: ReadonlyMap<UnitCode, Unit>
}

/** The pool of a meeting; null when none was approved, or not in this version. */
export async function readPublicPool(
  { readings, pools, problems, national }: Pick<Stores, 'readings' | 'pools' | 'problems' | 'national'>,
  id: MeetingId,
  number: number | null,
  today: LocalDate,
): Promise<PublicPool | null> {
  const meeting = await readings.meeting(id)
  const versions = meeting ? await pools.versions(id) : []
  const pool = versions.find((one) => number === null || one.number === number)
  if (!meeting || !pool) return null
  const shown = versions.flatMap(({ content }) => content.issues)
  const ids = [...new Set(pool.content.issues.flatMap(({ earlier }) => earlier))]
  const before = await Array.fromAsync(ids, (one) => problems.find(one as ProblemId))
  const units = await national.units([...new Set(shown.map(({ unit }) => unit))], today)
  return {
    meeting,
    pool,
    versions,
    problems: new Map((await problems.ofMeeting(id)).map((one) => [one.group as string, one])),
    earlier: new Map(before.flatMap((one) => (one ? [[one.id, one]] : []))),
    units: new Map(units.map((unit) => [unit.code, unit])),
  }
}

/** The map of the region with the places of a pool. */
export const readPoolMap = (
  { readings }: Pick<Stores, 'readings'>,
  { meeting, units }: PublicPool,
  today: LocalDate,
): Promise<MapReading> => readMap(readings, meeting.region, [...units.keys()], today)
