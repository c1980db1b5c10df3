// Everybody who signs for an office today: what four eyes have to know.
import type { LocalDate } from '#kernel'
import type { PeopleStore, PersonId } from '#people'
import type { OfficeId } from '#territory'

export const signersOf = async (
  people: Pick<PeopleStore, 'grantsOf'>,
  office: OfficeId,
  on: LocalDate,
): Promise<PersonId[]> =>
  (await people.grantsOf(office)).flatMap(({ role, person, from, to, revokedAt }) =>
    role === 'signer' && revokedAt === null && from <= on && (to === null || on <= to) ? [person] : [],
  )
