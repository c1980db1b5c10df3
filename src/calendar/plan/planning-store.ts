// What planning needs remembered beside the calendar itself: the wishes of offices and the locks of entries.
import type { Instant } from '#kernel'
import type { JournalStore } from '#journal'
import type { PersonId } from '#people'
import type { UnitCode } from '#territory'
import type { CalendarId, MeetingId } from '../calendar.ts'
import type { PartStores } from '../part.ts'
import type { OfficeWishes } from './wishes.ts'

export type Lock = {
  readonly meeting: MeetingId
  readonly calendar: CalendarId
  readonly lockedBy: PersonId
  readonly lockedAt: Instant
}

export type PlanningStore = {
  wishes(region: UnitCode, year: number): Promise<OfficeWishes[]>
  /** `false` when somebody was faster. */
  saveWishes(wishes: OfficeWishes): Promise<boolean>
  locks(calendar: CalendarId): Promise<Lock[]>
  /** Locks once: a second lock changes nothing. */
  lock(lock: Lock): Promise<void>
  unlock(meeting: MeetingId): Promise<void>
}

export type PlanningStores = PartStores & {
  readonly planning: PlanningStore
  readonly journal: JournalStore
}
