// Persons, their accounts, and the grants by which they act for an office.
import type { Id, Instant, LocalDate } from '#kernel'
import type { OfficeId } from '#territory'

export type PersonId = Id<'person'>

export type Person = { readonly id: PersonId; readonly name: string }

/** What a person may be in an office (trust: roles of the decrees). */
export const roles = ['author', 'signer', 'maslikhat-secretary', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Grant = {
  readonly person: PersonId
  readonly office: OfficeId
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** A signed-in person with the grants that hold today. */
export type Actor = { readonly person: Person; readonly grants: readonly Grant[]; readonly signedInAt: Instant }
