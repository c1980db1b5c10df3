// Persons, and the grants by which they act for an office.
import type { Id, Instant, LocalDate } from '#kernel'
import type { OfficeId } from '#territory'

export type PersonId = Id<'person'>

/** A human being: one person may have several accounts, and is still one pair of eyes. */
export type Person = { readonly id: PersonId; readonly name: string }

/** What a person may be in an office; what each role may do stands in `policy.ts`. */
export const roles = [
  'author',
  'signer',
  'commission-member',
  'maslikhat-secretary',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The body that runs this installation; its administrators keep the register of the whole country. */
export const operatorOffice = 'operator' as OfficeId

/** A role of a person in an office from `from` to `to`, both days included (null: until it is revoked). */
export type Grant = {
  readonly person: PersonId
  readonly office: OfficeId
  readonly role: Role
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** A signed-in person with the grants that hold today. */
export type Actor = {
  readonly person: Person
  readonly grants: readonly Grant[]
  readonly signedInAt: Instant
  /** Whether the person has a second factor, and whether it was shown a short while ago. */
  readonly factor?: 'none' | 'fresh' | 'stale'
}
