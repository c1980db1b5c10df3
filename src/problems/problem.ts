// A problem issue: what an approved pool became, its state, and the earlier problems that it repeats.
import type { MeetingId } from '#calendar'
import type { Id, Instant } from '#kernel'
import type { Both } from '#meetings'
import type { GroupReason, Level } from '#reading'
import type { GroupId } from '#requests'
import type { OfficeId, UnitCode } from '#territory'
import type { ProblemState } from './states.ts'

export type ProblemId = Id<'problem'>

export type Problem = {
  readonly id: ProblemId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly region: UnitCode
  readonly meeting: MeetingId
  readonly group: GroupId
  /** Its place in the newest version of the pool. */
  readonly position: number
  readonly title: Both
  readonly sphere: string
  readonly level: Level
  readonly body: string | null
  readonly funding: boolean
  readonly voices: number
  readonly state: ProblemState
  readonly openedAt: Instant
  readonly stateAt: Instant
  readonly revision: number
}

/** Why one problem is taken for the return of another. */
export type ProblemLink = {
  readonly problem: ProblemId
  readonly earlier: ProblemId
  readonly why: readonly GroupReason[]
  readonly at: Instant
}

export type ProblemFilter = {
  /** In exactly these. */
  readonly units?: readonly UnitCode[]
  readonly sphere?: string
  readonly state?: ProblemState
  /** Those after this one in the list; newest first. */
  readonly after?: { readonly openedAt: Instant; readonly id: ProblemId }
  readonly limit: number
}
export type SphereCount = { readonly region: UnitCode; readonly sphere: string; readonly open: number }

export type ProblemStore = {
  find(id: ProblemId): Promise<Problem | null>
  ofGroup(group: GroupId): Promise<Problem | null>
  /** In the order of the pool. */
  ofMeeting(meeting: MeetingId): Promise<Problem[]>
  /** Newest first. */
  ofOffice(office: OfficeId, limit: number): Promise<Problem[]>
  ofUnits(units: readonly UnitCode[], limit: number): Promise<Problem[]>
  /** What is not left out, newest first. */
  listed(filter: ProblemFilter): Promise<Problem[]>
  /** How many are open in each region, by sphere. */
  openCounts(): Promise<SphereCount[]>
  begin(problem: Problem): Promise<void>
  /** Saves when the stored revision is still the one before. */
  save(problem: Problem): Promise<boolean>
  link(link: ProblemLink): Promise<void>
  /** Links that begin at, or lead to, the problem. */
  linksOf(id: ProblemId): Promise<ProblemLink[]>
}
