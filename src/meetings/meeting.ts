// A meeting from its place in the calendar to the day its doors open: what is planned, said and changed.
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate, Period } from '#kernel'
import type { PersonId, Signed } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Details } from './details.ts'

/** A text that everybody reads: in both state languages or not at all. */
export type Both = { readonly kk: string; readonly ru: string }

/**
 * `drafted`: outside the calendar and not announced, seen by its own office alone. `planned`: the public knows of it,
 * from the calendar or from its notice. `cancelled`: it will not take place.
 */
export const meetingStates = ['drafted', 'planned', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Why a meeting stands outside the calendar. Law: A826-3.1.a, A826-3.1.b, A863-3.1, G24-1.4. */
export const outsideReasons = ['demand', 'necessity', 'risk', 'other'] as const
export type OutsideReason = (typeof outsideReasons)[number]
export type Outside = {
  readonly reason: OutsideReason
  readonly words: Both
  /** Ids of the demands, necessities or risks that it answers. */
  readonly answers: readonly string[]
  /** Brought from the office's own list: what the list says of a calendar that was approved before this house. */
  readonly imported?: { readonly inCalendar: boolean }
}

/** A date that a meeting had. */
export type EarlierDate = {
  /** The record of the law that bore this date. */
  readonly record: string
  readonly day: LocalDate
  readonly start: string
  readonly reason: Both
  readonly changedAt: Instant
}

/** The words of the announcement, and which of the two fell behind the other. */
export type NoticeText = Both & { readonly behind: 'kk' | 'ru' | null }

/** Given beforehand: who signed which words, and when they go out. */
export type Signature = {
  readonly by: PersonId
  readonly at: Instant
  /** SHA-256 of the notice that was signed; other words are not signed. */
  readonly hash: string
  readonly publishAt: Instant
}

/** What its author wants to change; a signer decides. */
export type Change = { readonly by: PersonId; readonly at: Instant; readonly reason: Both } & (
  { readonly kind: 'move'; readonly day: LocalDate; readonly start: string } | { readonly kind: 'cancel' }
)

/** Where the meeting stands in a published calendar. */
export type Place = {
  readonly region: UnitCode
  readonly year: number
  readonly calendar: string
  readonly release: number
  readonly publishedAt: Instant
  readonly norm: string
  readonly period: Period
  readonly proposedDay: LocalDate
  readonly moveReason: string | null
}

export type Meeting = {
  /** The same as that of its entry in the calendar; the UID of every feed. */
  readonly id: MeetingId
  /** The number among the meetings of its office and year, from 1. */
  readonly number: number
  readonly year: number
  /** Who holds it. */
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly region: UnitCode
  readonly state: MeetingState
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  /** The record of the law for the present date: the id, and after a move `id.2`, `id.3` (AMB-14). */
  readonly record: string
  readonly earlier: readonly EarlierDate[]
  readonly cancelled: { readonly reason: Both; readonly at: Instant } | null
  /** Its place in the calendar, or why it stands outside. */
  readonly place: Place | null
  readonly outside: Outside | null
  readonly details: Details
  readonly notice: NoticeText
  readonly signature: Signature | null
  readonly change: Change | null
  /** Notices published so far, of all dates. */
  readonly notices: number
  /** The record that the newest notice announced; null again when it is moved. */
  readonly announced: string | null
  /** All who wrote since the last notice: none of them may publish the next one (four eyes). */
  readonly editors: readonly PersonId[]
  /** Rises with each change; an edit names the revision that it saw. */
  readonly revision: number
  /** Rises with each change that the public sees (RFC 5545 SEQUENCE). */
  readonly sequence: number
}

/** How the day of publication stands to the law's last good day, kept with the notice for ever. */
export const noticeStandings = ['in-time', 'boundary', 'late', 'no-term'] as const
export type NoticeStanding = (typeof noticeStandings)[number]

/** What was announced, word for word; never changed afterwards. */
export type Notice = {
  readonly meeting: MeetingId
  readonly number: number
  readonly record: string
  readonly publishedAt: Instant
  readonly standing: NoticeStanding
  /** By whom it was signed: `one-person` is shown with it for good. */
  readonly signed: Signed
  /** The last good day and the strict one, as the law stood; null where no act sets a term. */
  readonly due: LocalDate | null
  readonly dueStrict: LocalDate | null
  /** SHA-256 of the canonical form of `content`, hex. */
  readonly hash: string
  readonly content: NoticeContent
}

export type NoticeContent = {
  readonly meeting: MeetingId
  readonly record: string
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly start: string
  readonly details: Details
  readonly text: Both
}
