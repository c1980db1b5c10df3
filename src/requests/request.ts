// A request: what one citizen wrote or said, masked; how it was read, where it lies, and what became of it.
import type { MeetingId } from '#calendar'
import type { Id, Instant } from '#kernel'
import type { Both } from '#meetings'
import type { PersonId } from '#people'
import type { GroupReason, Kind, Level, RequestLanguage } from '#reading'
import type { OfficeId, UnitCode } from '#territory'
import type { GroupId } from './group.ts'

export type RequestId = Id<'request'>
/** `hashFor('request', code)` of the receipt code: the only thing by which its author is known. */
export type ReceiptHash = Id<'request-receipt-hash'>

/** By which way it came. `web` came by itself; all others were entered or imported by somebody of the office. */
export const requestChannels = [
  'web',
  'phone',
  'desk',
  'paper',
  'floor',
  'hotline-109',
  'e-otinish',
  'open-data-portal',
  'akims-blog',
  'ministers-blog',
  'social',
  'akims-meetings',
  'other',
] as const
export type RequestChannel = (typeof requestChannels)[number]

/** Every request has exactly one: received = waiting + grouped + answered + set aside + withdrawn. */
export const fates = ['waiting', 'grouped', 'answered', 'set-aside', 'withdrawn'] as const
export type Fate = (typeof fates)[number]

export const setAsideReasons = ['spam', 'abuse', 'not-of-this-office', 'formal-appeal', 'empty'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** What an office said with the fate: an answer in its words, or why it was set aside. */
export type FateWords =
  { readonly answer: Both } | { readonly reason: SetAsideReason; readonly note: string | null }

/** What the machine proposed and by which signs; corrections never change it. */
export type AsRead = {
  readonly kind: Kind
  readonly sphere: string
  readonly level: Level | null
  /** From 0 to 1. */
  readonly surety: number
  readonly place: string | null
  readonly streets: readonly string[]
  readonly institutions: readonly string[]
  /** The words that spoke for the sphere, strongest first, at most five. */
  readonly words: readonly string[]
  /** Types of the personal data that were masked. */
  readonly masked: readonly string[]
}

/** Thanks, spam and abuse lie in no group. */
export const isProblem = (kind: Kind): boolean => kind !== 'thanks' && kind !== 'spam' && kind !== 'abuse'

export type CorrectedField = 'kind' | 'sphere' | 'level' | 'unit'

export type Request = {
  /** The order of arrival in the house. */
  readonly seq: number
  readonly id: RequestId
  readonly office: OfficeId
  /** The place it speaks of or was sent from. */
  readonly unit: UnitCode
  /** The meeting it was sent to; null: to the office. */
  readonly meeting: MeetingId | null
  readonly channel: RequestChannel
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  /** True where `receivedAt` was typed or imported. */
  readonly asserted: boolean
  readonly enteredBy: PersonId | null
  readonly receipt: ReceiptHash
  /** The system it was imported from and its id there. */
  readonly source: string | null
  readonly externalId: string | null
  /** Masked. */
  readonly words: string
  /** False for what came without script and so without proof of work: looked at first. */
  readonly proven: boolean
  readonly language: RequestLanguage
  readonly kind: Kind
  readonly sphere: string
  readonly level: Level | null
  readonly reading: AsRead
  readonly corrected: readonly CorrectedField[]
  readonly group: GroupId | null
  readonly fate: Fate
  readonly fateWords: FateWords | null
  readonly fateAt: Instant | null
  readonly revision: number
}

/** One step of a request from group to group. */
export type Move = {
  readonly seq: number
  readonly office: OfficeId
  readonly request: RequestId
  readonly from: GroupId | null
  readonly to: GroupId | null
  readonly why: 'proposal' | 'merge' | 'split' | 'move' | 'undo' | 'fate'
  /** Moves of one deed carry one id. */
  readonly deed: string
  readonly reasons: readonly GroupReason[]
  /** Null: the machine proposed it. */
  readonly by: PersonId | null
  readonly at: Instant
}
export type NewMove = Omit<Move, 'seq'>

/** A move as groups are made anew by it. */
export type MoveRead = Pick<Move, 'seq' | 'request' | 'from' | 'to'> & {
  /** Where the request lies now. */
  readonly now: GroupId | null
  /** What that version of the reader has read in its words; null when it has to read them. */
  readonly packed: string | null
}
export type PackedReading = { readonly request: RequestId; readonly packed: string }

export type RequestFilter = {
  readonly fate?: Fate
  readonly meeting?: MeetingId
  readonly group?: GroupId
  /** Only those that speak of a problem, or only the others. */
  readonly problem?: boolean
  /** Only those that somebody corrected. */
  readonly corrected?: true
  /** Only those that came after. */
  readonly after?: number
  readonly limit: number
}

export type RequestStore = {
  find(id: RequestId): Promise<Request | null>
  /** Seen by whoever acts under this hash, or by the office. */
  byReceipt(receipt: ReceiptHash): Promise<Request | null>
  byExternal(office: OfficeId, source: string, externalId: string): Promise<Request | null>
  /** `null` when this id, or this row of another system, is there already: nothing is changed then. */
  add(request: Omit<Request, 'seq'>): Promise<Request | null>
  /** Lays what masks hide into the sealed schema, in the same transaction; nobody in this role reads it again. */
  seal(request: RequestId, office: OfficeId, sealed: Uint8Array, at: Instant): Promise<void>
  /** Whether anything is sealed of it, for its office and its author. */
  holdsOriginal(request: RequestId): Promise<boolean>
  /** By its author alone: what was sealed goes, and the address at which he wished to hear of it. */
  eraseOriginal(request: RequestId): Promise<void>
  /** Oldest first. */
  ofOffice(office: OfficeId, filter: RequestFilter): Promise<Request[]>
  byIds(ids: readonly RequestId[]): Promise<Request[]>
  /** Held until the transaction ends, so that nobody else changes them; oldest first. */
  heldById(ids: readonly RequestId[]): Promise<Request[]>
  heldOfGroup(group: GroupId): Promise<Request[]>
  /** Saves kind, sphere, level, reading, unit, meeting, corrected and fate when the stored revision is still the one before. */
  save(request: Request): Promise<boolean>
  /** Writes lineage, holding the grouping of the office, and sets the group of each request to where its move leads. */
  move(moves: readonly NewMove[]): Promise<void>
  movesOfRequest(id: RequestId): Promise<Move[]>
  /** The last move of each request that ever came into a group, into it. */
  arrivals(group: GroupId): Promise<Move[]>
  movesOfDeed(deed: string): Promise<Move[]>
  /** Moves of an office after a place in their order, oldest first, with what a version of the reader has read. */
  movesRead(
    office: OfficeId,
    of: { readonly after: number; readonly version: string; readonly limit: number },
  ): Promise<MoveRead[]>
  /** Keeps what a version of the reader has read, in place of what another has. */
  keepReadings(office: OfficeId, version: string, readings: readonly PackedReading[]): Promise<void>
  /** Holds the grouping of an office until the transaction ends. */
  hold(office: OfficeId): Promise<void>
  /** How many requests of an office wait; light where few do. */
  waiting(office: OfficeId): Promise<number>
  /** How many requests of an office have each fate. */
  fateCounts(office: OfficeId): Promise<Readonly<Record<Fate, number>>>
}
