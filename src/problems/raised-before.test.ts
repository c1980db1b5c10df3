import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem, ProblemId, ProblemLink } from './problem.ts'
import { raisedBefore } from './raised-before.ts'

const id = (number: number) => `p-${number}` as ProblemId
const over = (links: readonly (readonly [number, number])[]) => ({
  find: async (one: ProblemId) => ({ id: one, openedAt: one }) as unknown as Problem,
  linksOf: async (one: ProblemId) =>
    links
      .filter((link) => link.some((number) => id(number) === one))
      .map(([problem, earlier]) => ({ problem: id(problem), earlier: id(earlier) }) as ProblemLink),
})
const ids = async (links: readonly (readonly [number, number])[], from: readonly number[]) =>
  (await raisedBefore(over(links), from.map(id))).map((one) => one.id)

test('goes back year by year, and never forward', async () => {
  const links = [[4, 3], [3, 2], [2, 1], [9, 3]] as const // prettier-ignore
  expect(await ids(links, [3])).toEqual([id(3), id(2), id(1)])
  expect(await ids(links, [1])).toEqual([id(1)])
})

test('ends, whatever leads where, and names each once', async () => {
  const number = fc.nat(8)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(number, number)), fc.array(number), async (links, from) => {
      const found = await ids(links, from)
      expect(new Set(found).size).toBe(found.length)
      for (const one of from) expect(found).toContain(id(one))
    }),
  )
})
