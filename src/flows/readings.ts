// What the public pages ask of the house, named after their questions; storage answers. Reading only.
import type { Instant, LocalDate, Period } from '#kernel'
import type { PublicCommission } from '#people'
import type { Border, Holder, Office, OfficeId, Unit, UnitCode, UnitPoint } from '#territory'
import type { MeetingId } from '#calendar'
import type { EarlierDate, Meeting, MeetingForm, Outside } from '#meetings'

/** A meeting that the public knows of, as it stands now, with the names a page needs. */
export type PublicMeeting = {
  readonly id: MeetingId
  readonly office: Office
  /** The place it is held in, and everything above it up to the region, nearest first. */
  readonly unit: Unit
  readonly above: readonly Unit[]
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  readonly plannedMinutes: number
  readonly form: MeetingForm
  readonly status: 'planned' | 'held' | 'moved' | 'cancelled'
  /** What the law calls its present date; the id itself until it is moved (AMB-14). */
  readonly record: string
  /** How often the public was told something new of it (RFC 5545 SEQUENCE). */
  readonly sequence: number
  /** Its number in its office and year; null while its office has not written of it. */
  readonly ownNumber: string | null
  readonly earlier: readonly EarlierDate[]
  readonly cancelled: Meeting['cancelled']
  /** Why it stands outside the calendar; null when it stands in it. */
  readonly outside: Outside | null
  /** The frequency norm that asks for it, and the period it is asked for in; null outside the calendar. */
  readonly norm: string | null
  readonly period: Period | null
  /** Where the planner had put it, and why a person moved it. */
  readonly proposedDay: LocalDate
  readonly moveReason: string | null
  /** The calendar it stands in. */
  readonly region: UnitCode
  readonly year: number
  /** The number of the release it was read from. */
  readonly release: number
  readonly publishedAt: Instant
}

export type PublishedCalendar = {
  readonly region: Unit
  readonly year: number
  readonly approvedAt: Instant
  readonly publishedAt: Instant
  readonly submittedAt: Instant | null
  /** The number of the release, 1 for the first, and the SHA-256 of its content. */
  readonly release: number
  readonly hash: string
}

/** Which meetings of a calendar: of one akim, at one place or below it, in one month (1–12). */
export type CalendarFilter = {
  readonly office?: OfficeId | undefined
  readonly unit?: UnitCode | undefined
  readonly month?: number | undefined
}

/** Whose meetings a feed tells: those at these units, of this office, or of the akims of a region. */
export type FeedScope = { readonly years: readonly number[] } & (
  { readonly units: readonly UnitCode[] } | { readonly office: OfficeId } | { readonly region: UnitCode }
)

export type PublicReadings = {
  /** Whether the register and its calendars are the demonstration. */
  isDemonstration(): Promise<boolean>
  unit(code: UnitCode, on: LocalDate): Promise<Unit | null>
  /** The unit first, then everything above it up to its region. */
  lineage(code: UnitCode, on: LocalDate): Promise<Unit[]>
  children(code: UnitCode | null, on: LocalDate): Promise<Unit[]>
  search(words: string, on: LocalDate, limit: number): Promise<{ unit: Unit; above: Unit[] }[]>
  /** The borders of what stands directly below the unit, of the regions when it is null: those that are known. */
  borders(below: UnitCode | null, on: LocalDate): Promise<Border[]>
  /** Where those units lie whose point is known. */
  points(units: readonly UnitCode[]): Promise<ReadonlyMap<UnitCode, UnitPoint>>
  /** Everything directly below any of these units. */
  childrenOf(codes: readonly UnitCode[], on: LocalDate): Promise<Unit[]>
  /** Who acts in each of these offices on the day, where somebody is known. */
  holders(offices: readonly OfficeId[], on: LocalDate): Promise<ReadonlyMap<OfficeId, Holder>>
  office(id: OfficeId): Promise<Office | null>
  /** Which of these offices have somebody who sorts requests on the day. */
  thatSort(offices: readonly OfficeId[], on: LocalDate): Promise<ReadonlySet<OfficeId>>
  holder(office: OfficeId, on: LocalDate): Promise<Holder | null>
  /** Planned meetings of published calendars from the day on, soonest first. */
  nextMeetings(from: LocalDate, limit: number): Promise<PublicMeeting[]>
  /** Meetings of the year held at one of exactly these units, or by this office wherever they are, by day. */
  meetingsOfPlace(units: readonly UnitCode[], office: OfficeId, year: number): Promise<PublicMeeting[]>
  /** Meetings of the year held at one of exactly these units, by day. */
  meetingsAt(units: readonly UnitCode[], year: number): Promise<PublicMeeting[]>
  /** Meetings of the year that this office holds, by day. */
  meetingsOf(office: OfficeId, year: number): Promise<PublicMeeting[]>
  meeting(id: MeetingId): Promise<PublicMeeting | null>
  /** The years for which the region has a published calendar, latest first. */
  publishedYears(region: UnitCode): Promise<number[]>
  publishedCalendar(region: UnitCode, year: number): Promise<PublishedCalendar | null>
  /** Meetings of a published calendar by day, and how many there are in all. */
  calendarMeetings(
    region: UnitCode,
    year: number,
    filter: CalendarFilter,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ meetings: PublicMeeting[]; total: number }>
  /** The first meetings of a published calendar from the day on, soonest first. */
  nextOfCalendar(region: UnitCode, year: number, from: LocalDate, limit: number): Promise<PublicMeeting[]>
  /** The standing commission of an office; null when none was recorded here. */
  commissionOf(office: OfficeId): Promise<PublicCommission | null>
  /** Tells one state of a feed from another without reading it: changes with any meeting in it. */
  feedMark(scope: FeedScope): Promise<string>
  /** The choices of the filters: offices and places that occur in the calendar. */
  calendarChoices(region: UnitCode, year: number): Promise<{ offices: Office[]; units: Unit[] }>
}
