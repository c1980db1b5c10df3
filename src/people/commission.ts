// The commission of an office: it collects what residents ask and forms the pool of problem issues (A826-3.4.a).
import {
  type Disguise,
  type Id,
  type Instant,
  type LocalDate,
  type Result,
  disguiseOf,
  done,
  refuse,
} from '#kernel'
import type { OfficeId } from '#territory'
import type { PersonId } from './person.ts'

export type CommissionId = Id<'commission'>

/** Whom members stand for: a body by its word in the law (`public-council`), any other by its name. */
export type Category =
  { readonly word: string } | { readonly name: { readonly kk: string; readonly ru: string } }

export type CommissionMember = {
  readonly name: string
  readonly category: Category
  /** By whose account the member works here; null while he has none. */
  readonly person: PersonId | null
}

/** The order by which the akim formed it. */
export type Order = { readonly number: string; readonly day: LocalDate }

export type Commission = {
  readonly id: CommissionId
  readonly office: OfficeId
  /** 1 for the first of its office. */
  readonly number: number
  readonly order: Order
  readonly formedAt: Instant
  /** Together by category, and in each as they were written. */
  readonly members: readonly CommissionMember[]
  /** Bodies of the law that the unit does not have. */
  readonly absent: readonly string[]
}

/** What of a commission everybody may read: whom its members stand for and how many they are, no name. */
export type PublicCommission = Pick<Commission, 'order' | 'formedAt' | 'absent'> & {
  readonly categories: readonly CategoryCount[]
}
export type CategoryCount = { readonly category: Category; readonly members: number }

/** Every way in which a commission says no. */
export type CommissionRefusal =
  | { readonly code: 'nobody-in-it' }
  | { readonly code: 'body-absent-and-present'; readonly body: string }
  | { readonly code: 'order-after-today'; readonly day: LocalDate }
  | { readonly code: 'formed-meanwhile'; readonly number: number }
  | Disguise

/** One name for a category in the facts of the law: its word, or else its name in Kazakh. */
export const categoryName = (category: Category): string =>
  'word' in category ? category.word : category.name.kk

/** Categories with their members counted: bodies of the law first, in an order that no form decides. */
export function categoriesOf(members: readonly Pick<CommissionMember, 'category'>[]): CategoryCount[] {
  const counts = new Map<string, CategoryCount>()
  for (const { category } of members) {
    const key = sortKey(category)
    counts.set(key, { category, members: (counts.get(key)?.members ?? 0) + 1 })
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

/**
 * The commission that stands from now on. `before` is the one that stood so far: it stays as it was, and whoever works
 * by an account goes on by it.
 *
 * One per akim, standing until the next is formed (AMB-18). Refuses: nobody-in-it, body-absent-and-present,
 * order-after-today, formed-meanwhile, letters-mixed, letters-hidden.
 */
export function nextCommission(
  before: Commission | null,
  { today, seen, ...wish }: FormCommission & { readonly today: LocalDate },
): Result<Commission, CommissionRefusal> {
  const number = before?.number ?? 0
  if (seen !== number) return refuse({ code: 'formed-meanwhile', number })
  if (wish.order.day > today) return refuse({ code: 'order-after-today', day: wish.order.day })
  if (wish.members.length === 0) return refuse({ code: 'nobody-in-it' })
  for (const { name, category } of wish.members)
    for (const one of [name, ...('name' in category ? [category.name.kk, category.name.ru] : [])]) {
      const disguise = disguiseOf(one)
      if (disguise) return refuse(disguise)
    }
  const absent = [...new Set(wish.absent)].sort()
  const both = absent.find((body) =>
    wish.members.some(({ category }) => 'word' in category && category.word === body),
  )
  if (both !== undefined) return refuse({ code: 'body-absent-and-present', body: both })
  const known = [...(before?.members ?? [])]
  const members = wish.members.map((member) => {
    const at = known.findIndex(({ name, person }) => person !== null && name === member.name)
    return { ...member, person: at < 0 ? null : known.splice(at, 1)[0]!.person }
  })
  const order = (one: CommissionMember) => sortKey(one.category)
  members.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
  return done({ ...wish, number: number + 1, members, absent })
}

export type FormCommission = Pick<Commission, 'id' | 'office' | 'order' | 'formedAt' | 'absent'> & {
  readonly members: readonly Pick<CommissionMember, 'name' | 'category'>[]
  /** The number of the commission that stood when the form was opened; 0 where there was none. */
  readonly seen: number
}

/** Whether the later one only corrects how the same order was written down. */
export const isSameOrder = (a: Pick<Commission, 'order'>, b: Pick<Commission, 'order'>): boolean =>
  a.order.number === b.order.number && a.order.day === b.order.day

/** Bodies of the law before all others. */
const sortKey = (category: Category): string =>
  `${'word' in category ? 0 : 1} ${categoryName(category)} ${'name' in category ? category.name.ru : ''}`

export type CommissionStore = {
  /** Every commission of the office with its members, the standing one first. */
  ofOffice(office: OfficeId): Promise<Commission[]>
  standing(office: OfficeId): Promise<Commission | null>
  /** `false` when another one was formed meanwhile. */
  add(commission: Commission): Promise<boolean>
  /** By whose account the member at this place, from 0, works; `false` when there is no such member. */
  link(commission: CommissionId, place: number, person: PersonId | null): Promise<boolean>
}
