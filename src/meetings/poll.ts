// A poll of dates: what an office offers, how residents choose, what was made of it.
import type { MeetingId } from '#calendar'
import { type Id, type Instant, type LocalDate, milliseconds } from '#kernel'
import type { NotAllowed, PersonId, Signed } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import type { Both } from './meeting.ts'

export type PollId = Id<'poll'>

/** A date that is offered; `start` is `HH:MM`, local. */
export type PollOption = { readonly day: LocalDate; readonly start: string }

/** How many chose each option, in their order, and how many voted at all: one may choose several. */
export type Tally = { readonly votes: readonly number[]; readonly voters: number }

export type PollDecision = {
  /** The place of the chosen option; null when the office will take another date. */
  readonly option: number | null
  /** Empty where the office follows the votes and has nothing to add. */
  readonly reason: Both
  readonly tally: Tally
  readonly decidedAt: Instant
  readonly signed: Signed
}

export type Poll = {
  readonly id: PollId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly region: UnitCode
  /** What the meeting will be about. */
  readonly about: Both
  /** The meeting whose date is asked for, where there is one already. */
  readonly meeting: MeetingId | null
  readonly options: readonly PollOption[]
  readonly openedAt: Instant
  readonly closesAt: Instant
  readonly decision: PollDecision | null
}

export type PollState = 'open' | 'closed' | 'decided'

export const stateOfPoll = ({ decision, closesAt }: Poll, at: Instant): PollState =>
  decision ? 'decided' : at < closesAt ? 'open' : 'closed'

/** The places of the options with the most votes; none while nobody has voted. */
export function leading({ votes }: Tally): number[] {
  const most = Math.max(0, ...votes)
  return most === 0 ? [] : votes.flatMap((count, at) => (count === most ? [at] : []))
}

/** Choosing one of the leading dates needs no reason; anything else does. */
export const needsReason = (option: number | null, tally: Tally): boolean =>
  option === null || (tally.voters > 0 && !leading(tally).includes(option))

/** The first instant at which a poll may close that is opened now. */
export const shortestPoll = (at: Instant): number => milliseconds(at) + 3_600_000

/** Every way in which a poll says no. */
export type PollRefusal =
  | { readonly code: 'no-such-poll' }
  | { readonly code: 'no-such-office'; readonly office: OfficeId }
  | { readonly code: 'no-such-unit'; readonly unit: UnitCode; readonly day: LocalDate }
  | { readonly code: 'not-your-territory'; readonly unit: UnitCode }
  | { readonly code: 'no-such-meeting' }
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'options-wanted' }
  | { readonly code: 'same-option-twice' }
  | { readonly code: 'closes-too-soon' }
  | { readonly code: 'closes-after-a-date' }
  | { readonly code: 'reason-wanted' }
  | { readonly code: 'decided-already' }

export type VoteRefusal =
  | { readonly code: 'no-such-poll' }
  | { readonly code: 'poll-closed'; readonly closedAt: Instant }
  | { readonly code: 'no-choice' }
  | { readonly code: 'device-has-voted' }
  | { readonly code: 'no-such-code' }

/** A vote as it is kept: hashes made for this poll alone. */
export type Vote = {
  readonly poll: PollId
  readonly code: string
  readonly device: string
  /** Places of options, ascending, each once. */
  readonly choice: readonly number[]
  readonly at: Instant
}

export type PollStore = {
  find(id: PollId): Promise<Poll | null>
  /** Who opened it; for offices alone. */
  openedBy(id: PollId): Promise<PersonId | null>
  ofOffice(office: OfficeId): Promise<Poll[]>
  /** Polls about meetings at one of exactly these units that are not long over, newest first. */
  ofUnits(units: readonly UnitCode[], since: Instant): Promise<Poll[]>
  add(poll: Poll, openedBy: PersonId): Promise<void>
  /** `device-has-voted` when another code voted from this device; the same code again replaces its vote. */
  cast(vote: Vote): Promise<'cast' | 'replaced' | 'device-has-voted'>
  /** Changes the vote of a code; `false` when no vote has this code. */
  recast(vote: Omit<Vote, 'device'>): Promise<boolean>
  tally(poll: Pick<Poll, 'id' | 'options'>): Promise<Tally>
  /** `false` when it was decided before. */
  decide(poll: Poll, decision: PollDecision): Promise<boolean>
}
