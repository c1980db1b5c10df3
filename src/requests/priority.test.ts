import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '#people'
import { type Counted, computedPriority, pointsTable, priorityOf, speaksOfDanger } from './priority.ts'

const count = fc.nat({ max: 300 })
const anyCounted: fc.Arbitrary<Counted> = fc.record({
  voices: fc.integer({ min: 1, max: 5000 }),
  channels: fc.nat({ max: 13 }),
  again: count,
  promise: count,
  danger: count,
  risk: count,
  age: fc.nat({ max: 2000 }),
})
const kinds = Object.keys(pointsTable) as (keyof Counted)[]

describe('priority', () => {
  test('is the sum of its reasons and lies between 0 and 100', () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const { priority, reasons } = computedPriority(counted)
        expect(priority).toBe(reasons.reduce((sum, { points }) => sum + points, 0))
        expect(priority).toBeGreaterThanOrEqual(0)
        expect(priority).toBeLessThanOrEqual(100)
        for (const { kind, of } of reasons) expect(of).toBe(counted[kind as keyof Counted])
      }),
    )
  })
  test('never falls when more speaks for it', () => {
    fc.assert(
      fc.property(anyCounted, fc.constantFrom(...kinds), fc.nat({ max: 500 }), (counted, kind, more) => {
        const higher = computedPriority({ ...counted, [kind]: counted[kind] + more })
        expect(higher.priority).toBeGreaterThanOrEqual(computedPriority(counted).priority)
      }),
    )
  })
  test('reaches 100 when everything speaks for it, by a table whose steps rise', () => {
    expect(Object.values(pointsTable).reduce((sum, steps) => sum + steps.at(-1)![1], 0)).toBe(100)
    for (const steps of Object.values(pointsTable))
      for (const [at, [from, points]] of steps.entries())
        if (at > 0) {
          expect(from).toBeGreaterThan(steps[at - 1]![0])
          expect(points).toBeGreaterThan(steps[at - 1]![1])
        }
  })
  test('set by hand, is what was set, with its reason alone', () => {
    const byHand = { value: 95, reason: 'балабақша жанында', by: 'p' as PersonId }
    fc.assert(
      fc.property(anyCounted, (counted) => {
        expect(priorityOf(counted, byHand)).toEqual({
          priority: 95,
          reasons: [{ kind: 'by-hand', points: 95, of: 'балабақша жанында' }],
        })
      }),
    )
  })
})

test.each([
  ['Мектеп жанында ашық құдық бар, балаларға қауіпті', true],
  ['Мектеп жанында ашык кудык бар, балаларга кауипти', true],
  ['В подъезде запах газа, боимся взрыва', true],
  ['Опасный перекрёсток у школы', true],
  ['Қауіпсіздік бөліміне рахмет', false],
  ['Безопасность и порядок, спасибо', false],
  ['Қазақстан көшесінде жарық жанбайды', false],
])('words of danger: %s', (words, danger) => expect(speaksOfDanger(words)).toBe(danger))
