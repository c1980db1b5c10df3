// Two persons for one unsealing: who may ask and who may allow in an office, and who stands in where it has not two.
import type { Act } from '#calendar'
import { type LocalDate, type Result, done, refuse } from '#kernel'
import { signersOf } from '#meetings'
import { type NotAllowed, type PeopleStore, type PersonId, may, officeThing, signing } from '#people'
import type { OfficeId, TerritoryStore } from '#territory'
import type { AllowedHow, Unsealing } from './unsealing.ts'

export type HandsStores = {
  readonly people: Pick<PeopleStore, 'grantsOf'>
  readonly territory: Pick<TerritoryStore, 'office' | 'lineage'>
}

/** Who may ask and who may allow in an office today. */
export async function handsOf({ people }: Pick<HandsStores, 'people'>, office: OfficeId, on: LocalDate) {
  const signers = await signersOf(people, office, on)
  const askers = await signersOf(people, office, on, ['author', 'commission-member'])
  return { signers, hasTwo: signers.some((signer) => askers.some((asker) => asker !== signer)) }
}

/** Whether the office has two persons for an unsealing, one who asks and one who allows. */
export const unsealsByItself = async (
  stores: Pick<HandsStores, 'people'>,
  office: OfficeId,
  on: LocalDate,
): Promise<boolean> => (await handsOf(stores, office, on)).hasTwo

/**
 * Whether the actor may allow what was asked for, and how: a signer of an office above only where the office itself has no
 * two persons. The database holds the same rule. Refuses: `NotAllowed`, as `may` does.
 */
export async function unsealingSignedBy(
  stores: HandsStores,
  { actor, at, today: on }: Pick<Act, 'actor' | 'at' | 'today'>,
  { office, askedBy }: Pick<Unsealing, 'office' | 'askedBy'>,
): Promise<Result<AllowedHow, NotAllowed>> {
  const place = await officeThing(stores, office, on)
  const thing = { ...place, office, state: 'open' as const, editedBy: [askedBy] }
  const plain = may(actor, 'unseal', thing, on)
  if (plain.yes) return done('two-persons')
  const { signers, hasTwo } = await handsOf(stores, office, on)
  if (hasTwo) return refuse(plain.no)
  // No law sets a limit, so nobody ever allows alone.
  const answer = signing(actor, 'unseal', thing, { on, at, signers, limit: null })
  return answer.ok ? done(answer.value as AllowedHow) : answer
}

/** Who asked, and who allowed it in the office itself. */
export const mayLook = ({ askedBy, allowedBy, signed }: Unsealing, person: PersonId): boolean =>
  person === askedBy || (person === allowedBy && signed === 'two-persons')
