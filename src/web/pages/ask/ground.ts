// Where a request may go from a page: to which offices, about which places, for which meeting.
import type { MeetingId } from '#calendar'
import type { PublicMeeting, Stores } from '#flows'
import type { LocalDate } from '#kernel'
import {
  type Office,
  type OfficeId,
  type Unit,
  type UnitCode,
  akimOffice,
  foldName,
  officesOf,
  unitOfOffice,
} from '#territory'

/** From the page of a place, or from that of a meeting. */
export type From = { readonly unit: UnitCode } | { readonly meeting: MeetingId }

export type Ground = {
  readonly from: From
  /** The place of the page, and what it lies in. */
  readonly lineage: readonly Unit[]
  /** Nearest first. */
  readonly offices: readonly Office[]
  /** Those of them that sort requests: with the others words would wait until somebody comes. */
  readonly sorting: ReadonlySet<OfficeId>
  /** To choose from, the place of the page first; alone where there are too many for a list. */
  readonly places: readonly Unit[]
  /** The one it goes to, while that is still to come. */
  readonly meeting: PublicMeeting | null
  /** It was asked from a meeting that is over: what is written goes to an office of its place. */
  readonly over: boolean
}

/** So many places fit a list that one can look through. */
const mostPlaces = 120
/** So many places of one name are told apart by what they lie in. */
export const mostFound = 12

/** Null when there is no such place or meeting, or nobody there to write to. */
export async function readGround(
  { readings, territory }: Pick<Stores, 'readings' | 'territory'>,
  from: From,
  today: LocalDate,
): Promise<Ground | null> {
  const asked = 'meeting' in from ? await readings.meeting(from.meeting) : null
  if ('meeting' in from && !asked) return null
  const over =
    asked !== null && (asked.status === 'held' || asked.status === 'cancelled' || asked.day < today)
  const meeting = over ? null : asked
  const lineage = await readings.lineage(asked?.unit.code ?? (from as { unit: UnitCode }).unit, today)
  const [unit] = lineage
  if (!unit) return null
  const offices = meeting
    ? [meeting.office]
    : lineage.flatMap((one) => officesOf(one).filter(({ id }) => id === akimOffice(one.code)))
  if (offices.length === 0) return null
  const sorting = await readings.thatSort(
    offices.map(({ id }) => id),
    today,
  )
  const within = await territory.subtree(unit.code, today)
  const places = within.length > mostPlaces ? [unit] : within
  return { from: over ? { unit: unit.code } : from, lineage, offices, sorting, places, meeting, over }
}

/** Whether an office answers for a place: those of the country do for every place there is. */
export async function answersFor(
  { readings }: Pick<Stores, 'readings'>,
  office: OfficeId,
  unit: UnitCode,
  today: LocalDate,
): Promise<boolean> {
  const own = unitOfOffice(office)
  const lineage = await readings.lineage(unit, today)
  return lineage.some(({ code }) => own === undefined || code === own)
}

export type FoundPlace = { readonly unit: Unit; readonly above: readonly Unit[] }

/** Places of an office whose name begins as typed, whole names first; one more than `mostFound` when there are more. */
export async function findPlaces(
  { readings, territory }: Pick<Stores, 'readings' | 'territory'>,
  office: OfficeId,
  typed: string,
  today: LocalDate,
): Promise<FoundPlace[]> {
  const asked = foldName(typed)
  if (asked === '') return []
  const own = unitOfOffice(office)
  if (!own) return readings.search(typed, today, mostFound + 1)
  const all = await territory.subtree(own, today)
  const byCode = new Map(all.map((unit) => [unit.code, unit]))
  const aboveOf = (unit: Unit): Unit[] => {
    const parent = unit.parent === null ? undefined : byCode.get(unit.parent)
    return parent ? [parent, ...aboveOf(parent)] : []
  }
  const names = (unit: Unit) => [...Object.values(unit.short), ...Object.values(unit.name)].map(foldName)
  const whole = (unit: Unit) => names(unit).includes(asked)
  return all
    .filter((unit) => names(unit).some((name) => name.startsWith(asked)))
    .toSorted((a, b) => Number(whole(b)) - Number(whole(a)))
    .slice(0, mostFound + 1)
    .map((unit) => ({ unit, above: aboveOf(unit) }))
}
