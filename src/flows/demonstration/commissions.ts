// Commissions of the demonstration: that of the region, and that of the district in which residents write.
import type { Act } from '#calendar'
import { type LocalDate, type Result, done } from '#kernel'
import type { Category, PersonId } from '#people'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { demonstrationSeats } from './year.ts'
import { formCommission } from '../form-commission.ts'
import type { Stores } from '../stores.ts'

/** The offices whose commissions have members; of all others only the fact is known. */
export const withCommissions: readonly OfficeId[] = ['310000000', '315400000'].map((code) =>
  akimOffice(code as UnitCode),
)

const veterans: Category = { name: { kk: 'ардагерлер кеңесі', ru: 'совет ветеранов' } }
const seats: readonly (readonly [Category, number])[] = [
  [{ word: 'community-assembly' }, 3],
  [{ word: 'public-council' }, 2],
  [veterans, 1],
]

/** Forms them by an order of `day`. The first member is whoever has the account; all are marked as invented. */
export async function demonstrateCommissions(
  stores: Stores,
  actOf: (office: OfficeId) => Act,
  day: LocalDate,
): Promise<Result<void, unknown>> {
  for (const office of withCommissions) {
    const members = seats
      .flatMap(([category, count]) => Array.from({ length: count }, () => category))
      .map((category, place) => ({ category, name: place === 0 ? nameOf(office) : numbered(place + 1) }))
    const formed = await formCommission(stores, actOf(office), {
      office,
      order: { number: '1-ө', day },
      members,
      absent: [],
      seen: 0,
    })
    if (!formed.ok) return formed
  }
  return done()
}

/** Links the member who has an account to it, once there is one. */
export async function linkDemonstrationMember(
  { commissions }: Pick<Stores, 'commissions'>,
  office: OfficeId,
  person: PersonId,
): Promise<void> {
  const standing = await commissions.standing(office)
  const place = standing?.members.findIndex(({ name }) => name === nameOf(office)) ?? -1
  if (standing && place >= 0) await commissions.link(standing.id, place, person)
}

const nameOf = (office: OfficeId): string =>
  demonstrationSeats.find((seat) => seat.role === 'commission-member' && seat.office === office)!.name
const numbered = (place: number) => `${place}-мүше (көрсетілім)`
