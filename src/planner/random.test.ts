import { expect, test } from 'vitest'
import { randomFrom } from './random.ts'

const draw = (seed: string, count: number, bound: number) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => random.below(bound))
}

test('the same seed gives the same numbers for ever', () => {
  expect(draw('akim.1:2027', 8, 1000)).toEqual(draw('akim.1:2027', 8, 1000))
  expect(draw('a', 8, 1000)).toEqual([267, 219, 119, 80, 988, 261, 299, 353])
})
test('seeds that differ by a letter, or are empty, give other numbers', () => {
  const drawn = ['', 'a', 'b', 'ab', 'ba', 'a\0', 'Ә'].map((seed) => draw(seed, 4, 1_000_000).join())
  expect(new Set(drawn).size).toBe(drawn.length)
})
test('numbers are spread: each of ten in 10,000 draws comes between 900 and 1,100 times', () => {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const number of draw('spread', 10_000, 10)) counts[number]! += 1
  expect(counts.filter((count) => count < 900 || count > 1100)).toEqual([])
})
