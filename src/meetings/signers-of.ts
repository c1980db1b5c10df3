// Everybody who signs for an office today: what four eyes have to know.
import type { LocalDate } from '#kernel'
import type { PeopleStore, PersonId, Role } from '#people'
import type { OfficeId } from '#territory'

/** Persons who hold one of these roles at the office on a day, each as often as he holds one. */
export const signersOf = async (
  people: Pick<PeopleStore, 'grantsOf'>,
  office: OfficeId,
  on: LocalDate,
  roles: readonly Role[] = ['signer'],
): Promise<PersonId[]> =>
  (await people.grantsOf(office)).flatMap(({ role, person, from, to, revokedAt }) =>
    roles.includes(role) && revokedAt === null && from <= on && (to === null || on <= to) ? [person] : [],
  )
