// Invitations: a link that is good once and for a few days brings a person to a role in an office.
import { createHash } from 'node:crypto'
import { type Instant, type LocalDate, type Result, done, instantOf, milliseconds, refuse } from '#kernel'
import type { OfficeId } from '#territory'
import type { Grant, PersonId, Role } from './person.ts'

declare const link: unique symbol
/** 32 random bytes, base64url: stands in the link alone. */
export type InvitationToken = string & { readonly [link]: true }
/** SHA-256 of a token, hex. */
export type InvitationHash = string & { readonly [link]: 'hash' }

export const invitationBytes = 32
/** Days that an invitation can be taken. */
export const invitationDays = 7

export const isInvitationToken = (text: unknown): text is InvitationToken =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text)

export const invitationHash = (of: InvitationToken): InvitationHash =>
  createHash('sha256').update(of).digest('hex') as InvitationHash

export type Invitation = {
  readonly hash: InvitationHash
  readonly office: OfficeId
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
  /** For whom it is meant, in the words of the one who invites. */
  readonly name: string
  readonly invitedBy: PersonId
  readonly invitedAt: Instant
  readonly expiresAt: Instant
  readonly takenAt: Instant | null
  readonly withdrawnAt: Instant | null
}

export const expiryOf = (invitedAt: Instant): Instant =>
  instantOf(milliseconds(invitedAt) + invitationDays * 86_400_000)

export type InvitationRefusal =
  | { readonly code: 'no-such-invitation' }
  | { readonly code: 'invitation-taken' }
  | { readonly code: 'invitation-expired' }
  | { readonly code: 'grant-to-oneself' }

/** The grant that the invitation makes of a person who takes it now. Refuses: `InvitationRefusal`. */
export function grantOf(
  invitation: Invitation | null,
  person: PersonId,
  at: Instant,
): Result<Grant, InvitationRefusal> {
  if (!invitation) return refuse({ code: 'no-such-invitation' })
  const { office, role, from, to, expiresAt, takenAt, withdrawnAt, invitedBy } = invitation
  if (takenAt) return refuse({ code: 'invitation-taken' })
  if (withdrawnAt || expiresAt <= at) return refuse({ code: 'invitation-expired' })
  if (invitedBy === person) return refuse({ code: 'grant-to-oneself' })
  return done({ person, office, role, from, to })
}
