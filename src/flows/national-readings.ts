// What the calendar of the country is asked: meetings of all regions, by day, by keys and never by page numbers.
import type { MeetingId } from '#calendar'
import type { LocalDate } from '#kernel'
import type { OfficeId, Unit, UnitCode, UnitKind } from '#territory'
import type { PublicMeeting } from './readings.ts'

/** Which meetings: all conditions given must hold. */
export type NationalFilter = {
  readonly from: LocalDate
  readonly to?: LocalDate | undefined
  /** In this unit or anywhere below it. */
  readonly within?: UnitCode | undefined
  /** At one of exactly these units. */
  readonly at?: readonly UnitCode[] | undefined
  /** Of akims of units of this kind. */
  readonly akimOf?: UnitKind | undefined
  readonly office?: OfficeId | undefined
  /** Whose pool has an issue of this sphere. */
  readonly sphere?: string | undefined
}

/** Where a list goes on: meetings stand in the order of day, start and id. */
export type ListKey = { readonly day: LocalDate; readonly start: string; readonly id: MeetingId }

export type ListPage = {
  readonly meetings: readonly PublicMeeting[]
  /** Whether more stand before the first and after the last. */
  readonly before: boolean
  readonly after: boolean
}

/** How many meetings of a day, and the first few of them. */
export type DayCount = {
  readonly day: LocalDate
  readonly count: number
  readonly first: readonly { readonly id: MeetingId; readonly start: string; readonly unit: UnitCode }[]
}

/** A word that was published of a meeting: what the feeds of news tell. */
export type MeetingChange = {
  /** The entry of the journal. */
  readonly id: string
  readonly type: 'notice-published' | 'meeting-moved' | 'meeting-cancelled'
  readonly at: string
  readonly meeting: PublicMeeting
}

export type NationalReadings = {
  /** A page of the list, after a key, before one, or from the beginning. */
  list(
    filter: NationalFilter,
    where: { readonly after?: ListKey | undefined; readonly before?: ListKey | undefined },
    limit: number,
  ): Promise<ListPage>
  /** The days of the filter that have meetings; of each day at most `most` are named. */
  days(filter: NationalFilter, most: number): Promise<DayCount[]>
  /** How many meetings each region has. */
  regionCounts(filter: NationalFilter): Promise<ReadonlyMap<UnitCode, number>>
  /** Every meeting of a day, for reminders. */
  meetingsOn(day: LocalDate): Promise<PublicMeeting[]>
  /** Units by their codes, as of the day; what is not there is left out. */
  units(codes: readonly UnitCode[], on: LocalDate): Promise<Unit[]>
  /** Units whose point is known to lie within so many kilometres of this one's. */
  within(unit: UnitCode, km: number): Promise<UnitCode[]>
  /** The newest words published of meetings, latest first. */
  changes(filter: NationalFilter, limit: number): Promise<MeetingChange[]>
}
