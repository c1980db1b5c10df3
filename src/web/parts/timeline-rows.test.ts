import { expect, test } from 'vitest'
import { localDate } from '#kernel'
import { placesOf } from './timeline-rows.ts'

const day = localDate

test('days stand in their order, a day apart can be seen beside a year, and nothing leaves the picture', () => {
  const days = [day('2026-01-15'), day('2025-01-01'), day('2026-01-14'), day('2025-01-01')]
  const places = placesOf(days)
  const [first, strict, lenient] = ['2025-01-01', '2026-01-14', '2026-01-15'].map((one) =>
    places.get(day(one))!,
  )
  expect([places.size, first, lenient]).toEqual([3, 5, 95])
  expect(lenient! - strict!).toBeGreaterThan(4)
})

test('one day alone stands in the middle', () => {
  expect(placesOf([day('2026-01-15')]).get(day('2026-01-15'))).toBe(50)
})
