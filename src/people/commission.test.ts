import * as fc from 'fast-check'
import { type Instant, localDate } from '#kernel'
import type { OfficeId } from '#territory'
import { describe, expect, test } from 'vitest'
import {
  type Category,
  type Commission,
  type CommissionId,
  type FormCommission,
  categoriesOf,
  categoryName,
  nextCommission,
} from './commission.ts'
import type { PersonId } from './person.ts'

const today = localDate('2026-11-22')
const council: Category = { word: 'public-council' }
const veterans: Category = { name: { kk: 'Ардагерлер кеңесі', ru: 'Совет ветеранов' } }
const wish = (change: Partial<FormCommission> = {}) => ({
  id: 'c-1' as CommissionId,
  office: 'akim.315400000' as OfficeId,
  order: { number: '12-ө', day: today },
  formedAt: '2026-11-22T05:00:00.000Z' as Instant,
  members: [
    { name: 'Бірінші', category: veterans },
    { name: 'Екінші', category: council },
  ],
  absent: ['community-assembly'],
  seen: 0,
  today,
  ...change,
})
const first = (change: Partial<FormCommission> = {}): Commission => {
  const outcome = nextCommission(null, wish(change))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const code = (outcome: ReturnType<typeof nextCommission>) => (outcome.ok ? 'ok' : outcome.refusal.code)

describe('forming', () => {
  test('what cannot be a commission is refused, each by its name', () => {
    expect(code(nextCommission(null, wish({ members: [] })))).toBe('nobody-in-it')
    expect(code(nextCommission(null, wish({ absent: ['public-council'] })))).toBe('body-absent-and-present')
    expect(code(nextCommission(null, wish({ order: { number: '1', day: localDate('2026-11-23') } })))).toBe(
      'order-after-today',
    )
    expect(code(nextCommission(first(), wish()))).toBe('formed-meanwhile')
    expect(code(nextCommission(null, wish({ seen: 1 })))).toBe('formed-meanwhile')
    const posing = [{ name: 'Cаpa Ахметова', category: council }]
    expect(code(nextCommission(null, wish({ members: posing, absent: [] })))).toBe('letters-mixed')
    const hiding = [{ name: 'Сара', category: { name: { kk: 'Кеңес\u200b', ru: 'Совет' } } }]
    expect(code(nextCommission(null, wish({ members: hiding })))).toBe('letters-hidden')
  })
  test('whoever had an account keeps it in the next one, and nobody else gets it', () => {
    const one = first()
    const person = 'p' as PersonId
    const linked = {
      ...one,
      members: one.members.map((m) => (m.name === 'Екінші' ? { ...m, person } : m)),
    }
    const twice = ['Екінші', 'Екінші', 'Үшінші'].map((name) => ({ name, category: veterans }))
    const next = nextCommission(linked, wish({ seen: 1, members: twice }))
    expect(next.ok && next.value.members.map(({ person }) => person)).toEqual([person, null, null])
    expect(next.ok && next.value.number).toBe(2)
  })
})

const letters = fc.string({ unit: fc.constantFrom(...'Әбвқ '), maxLength: 6 })
const category = fc.oneof(
  fc.constantFrom('community-assembly', 'public-council').map((word): Category => ({ word })),
  fc.record({ kk: letters, ru: letters }).map((name): Category => ({ name })),
)
const members = fc.array(fc.record({ name: letters, category }), {
  minLength: 1,
  maxLength: 12,
})
const shuffled = members.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
)

describe('in whatever order', () => {
  const isOrderless = (tell: typeof categoriesOf) =>
    fc.check(
      fc.property(shuffled, ([list, other]) => {
        expect(tell(other)).toEqual(tell(list))
      }),
    )
  test('members are written, the categories and their counts are the same, and nobody is lost', () => {
    expect(isOrderless(categoriesOf).failed).toBe(false)
    fc.assert(
      fc.property(members, (list) => {
        expect(categoriesOf(list).reduce((sum, one) => sum + one.members, 0)).toBe(list.length)
        const made = first({ members: list, absent: [] })
        const names = (all: readonly { name: string; category: Category }[]) =>
          all.map((one) => `${categoryName(one.category)}\u0000${one.name}`).sort()
        expect(names(made.members)).toEqual(names(list))
      }),
    )
  })
  test('control: counted as they come, the order shows', () => {
    const asTheyCome: typeof categoriesOf = (list) =>
      [...Map.groupBy(list, ({ category }) => categoryName(category)).values()].map((of) => ({
        category: of[0]!.category,
        members: of.length,
      }))
    expect(isOrderless(asTheyCome).failed).toBe(true)
  })
})
