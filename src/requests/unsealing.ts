// An unsealing: somebody of an office wants to see what the masks of one request hide, and another person allows it.
import { type Id, type Instant, instantOf, milliseconds } from '#kernel'
import type { PersonId, Signed } from '#people'
import type { OfficeId } from '#territory'
import type { RequestId } from './request.ts'

export type UnsealingId = Id<'unsealing'>
/** One look at the original; the key without which the sealed schema gives nothing. */
export type LookId = Id<'unsealing-look'>

export const unsealingPurposes = ['call-back', 'find-the-place', 'danger-to-life', 'by-law'] as const
export type UnsealingPurpose = (typeof unsealingPurposes)[number]

/** How it was allowed: by a signer of the office, or of one above where the office has no two persons for it. */
export type AllowedHow = Exclude<Signed, 'one-person'>

export type Unsealing = {
  readonly id: UnsealingId
  readonly request: RequestId
  readonly office: OfficeId
  readonly purpose: UnsealingPurpose
  /** The paper that orders it; every `by-law` has one. */
  readonly basis: string | null
  readonly askedBy: PersonId
  readonly askedAt: Instant
  readonly allowedBy: PersonId | null
  readonly allowedAt: Instant | null
  readonly signed: AllowedHow | null
}

export type Look = {
  readonly id: LookId
  readonly unsealing: UnsealingId
  readonly request: RequestId
  readonly office: OfficeId
  readonly by: PersonId
  readonly at: Instant
}

/** Hours in which an asked unsealing can be allowed, and in which an allowed one can be looked at. */
export const hoursToAllow = 72
export const hoursToLook = 24

/** `asked` → `open` → `over`, or `asked` → `lapsed` when nobody allowed it in time. */
export type UnsealingState = 'asked' | 'lapsed' | 'open' | 'over'

export const stateOfUnsealing = (
  { askedAt, allowedAt }: Pick<Unsealing, 'askedAt' | 'allowedAt'>,
  at: Instant,
): UnsealingState =>
  allowedAt === null
    ? at <= hoursAfter(askedAt, hoursToAllow)
      ? 'asked'
      : 'lapsed'
    : at <= hoursAfter(allowedAt, hoursToLook)
      ? 'open'
      : 'over'

export const hoursAfter = (at: Instant, hours: number): Instant =>
  instantOf(milliseconds(at) + hours * 3_600_000)

export type UnsealingStore = {
  find(id: UnsealingId): Promise<Unsealing | null>
  /** The oldest first. Its author, acting under his receipt, sees those of his own request. */
  ofRequest(request: RequestId): Promise<Unsealing[]>
  /** Those of an office that were asked for since then and nobody has allowed. */
  waiting(office: OfficeId, since: Instant): Promise<Unsealing[]>
  /** As `waiting`, of many offices at once: for whoever stands above them. */
  waitingAt(offices: readonly OfficeId[], since: Instant): Promise<Unsealing[]>
  /** Those that this person asked for in an office, allowed since then, and he has not looked yet. */
  unseen(office: OfficeId, askedBy: PersonId, since: Instant): Promise<Unsealing[]>
  ask(unsealing: Unsealing): Promise<void>
  /** `false` when somebody else was quicker. */
  allow(id: UnsealingId, by: PersonId, at: Instant, signed: AllowedHow): Promise<boolean>
  look(look: Look): Promise<void>
  looks(request: RequestId): Promise<Look[]>
}

/** In the sealed schema: what a written look opens, and letting go of what is old. */
export type OriginalStore = {
  /** The sealed words of the request that was looked at; null when they were erased or have grown old. */
  ofLook(look: LookId): Promise<Uint8Array | null>
  /** Drops what is older than 400 days; returns how many. */
  forgetOld(): Promise<number>
}

/** What was sealed of a request. */
export type Original = {
  /** As typed; null where the masks hid nothing. */
  readonly words: string | null
  /** As told to an office by who came or called. */
  readonly name: string | null
  readonly contact: string | null
}

/** Reads what `receiveRequest` sealed, once it is opened. */
export function readOriginal(json: string): Original {
  const { words = null, name = null, contact = null } = JSON.parse(json) as Partial<Original>
  return { words, name, contact }
}
