// An office forms its commission: the noun stands with its people, the fact in the journal, where the law reads it.
import { type Act, entryBy } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import {
  type Commission,
  type CommissionId,
  type CommissionRefusal,
  type FormCommission,
  type NotAllowed,
  type PersonId,
  categoriesOf,
  categoryName,
  isSameOrder,
  may,
  nextCommission,
} from '#people'
import type { OfficeId } from '#territory'
import type { Stores } from './stores.ts'

/** Everything that forming a commission, or giving its members accounts, can be refused for. */
export type FormingRefusal =
  | CommissionRefusal
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-member' }
  | { readonly code: 'not-of-the-commission' }
  | { readonly code: 'linked-already' }

/** Only akims have one (A826-3.4). */
export const hasCommission = (office: OfficeId): boolean => office.startsWith('akim.')

/**
 * Forms the commission anew and records it for the law: of the day of its order, which was typed, unless that is today.
 * The same order written once more corrects what was recorded of it.
 *
 * Law: A826-3.4.a. Refuses: not-allowed, nobody-in-it, body-absent-and-present, order-after-today, formed-meanwhile.
 */
export async function formCommission(
  { commissions, journal }: Pick<Stores, 'commissions' | 'journal'>,
  act: Act,
  wish: Omit<FormCommission, 'id' | 'formedAt'>,
): Promise<Result<Commission, FormingRefusal>> {
  const { office } = wish
  const answer = may(act.actor, 'form-commission', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const before = await commissions.standing(office)
  const id = act.newId() as CommissionId
  const next = nextCommission(before, { ...wish, id, formedAt: act.at, today: act.today })
  if (!next.ok) return next
  const commission = next.value
  if (!(await commissions.add(commission)))
    return refuse({ code: 'formed-meanwhile', number: commission.number })
  const corrected =
    before && isSameOrder(before, commission)
      ? (await journal.entries({ subject: before.id, types: ['commission-formed'] })).at(-1)
      : undefined
  const { day } = commission.order
  await journal.append([
    {
      ...entryBy(act, {
        type: 'commission-formed',
        office,
        subject: id,
        payload: {
          office,
          members: categoriesOf(commission.members).map(({ category }) => categoryName(category)),
          ...(commission.absent.length > 0 ? { absent_bodies: commission.absent } : {}),
        },
        corrects: corrected?.id ?? null,
      }),
      ...(day === act.today ? {} : { at: day, asserted: true }),
    },
  ])
  return done(commission)
}

/**
 * Says by whose account a member works; null takes it from him. It changes nothing of what anybody may do.
 *
 * Refuses: not-allowed, no-such-member, not-of-the-commission (the person has no such role today), linked-already.
 */
export async function linkMember(
  { commissions, people }: Pick<Stores, 'commissions' | 'people'>,
  act: Act,
  { office, id, place, person }: Link,
): Promise<Result<void, FormingRefusal>> {
  const answer = may(act.actor, 'form-commission', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const standing = await commissions.standing(office)
  if (standing?.id !== id || !standing.members[place]) return refuse({ code: 'no-such-member' })
  if (standing.members.some((member, at) => at !== place && person !== null && member.person === person))
    return refuse({ code: 'linked-already' })
  const holds =
    person === null ||
    (await people.grants(person, act.today)).some(
      (grant) => grant.office === office && grant.role === 'commission-member',
    )
  if (!holds) return refuse({ code: 'not-of-the-commission' })
  return (await commissions.link(id, place, person)) ? done() : refuse({ code: 'no-such-member' })
}

type Link = {
  readonly office: OfficeId
  /** The commission that stood when the form was opened. */
  readonly id: CommissionId
  readonly place: number
  readonly person: PersonId | null
}
