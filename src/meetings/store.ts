// What meetings need remembered; storage implements it.
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Guest } from './guest.ts'
import type { MeetingForm } from './details.ts'
import type { Meeting, Notice, Place } from './meeting.ts'

/** A meeting as the newest release of its calendar has it. */
export type Planned = {
  readonly id: MeetingId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly start: string
  readonly minutes: number
  readonly form: MeetingForm
  readonly place: Place
}

/** A notice that waits for its instant. */
export type Due = { readonly meeting: MeetingId; readonly office: OfficeId; readonly signedBy: PersonId }

export type MeetingStore = {
  /** What the office has written of it; null while only the calendar speaks of it. */
  find(id: MeetingId): Promise<Meeting | null>
  /** What the newest release of its calendar says of it, whatever its office wrote since; null when it left it out. */
  planned(id: MeetingId): Promise<Planned | null>
  /** Every meeting that the office has written of, where it stands now, soonest first. */
  ofOffice(office: OfficeId): Promise<Meeting[]>
  /** Meetings of these offices, from the day on, in which something may wait for a signature. */
  unsigned(offices: readonly OfficeId[], from: LocalDate): Promise<Meeting[]>
  /** The next free number of an office and year; held until the transaction ends. */
  nextNumber(office: OfficeId, year: number): Promise<number>
  /** `false` when another one brought it to life at the same moment. */
  add(meeting: Meeting): Promise<boolean>
  /** Saves when the stored revision is still the one before; `false` when somebody was faster. */
  save(meeting: Meeting): Promise<boolean>
  /** Puts what the public may know of a meeting where the public looks. */
  show(meeting: Meeting, at: Instant): Promise<void>
  addNotice(notice: Notice): Promise<void>
  notices(meeting: MeetingId): Promise<Notice[]>
  guests(meeting: MeetingId): Promise<Guest[]>
  saveGuest(guest: Guest): Promise<void>
  /** Signed notices whose instant has come, whoever's they are. */
  due(at: Instant): Promise<Due[]>
}
