import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitCode } from '#territory'
import { hashOfPool } from './approve-pool.ts'
import type { GroupId } from './group.ts'
import type { PoolContent, PoolIssue } from './pool.ts'
import { poolDiff } from './pool-diff.ts'

const issue = fc
  .record({
    number: fc.nat(8),
    title: fc.constantFrom('Су', 'Жол', 'Газ'),
    voices: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ number, title, voices }): PoolIssue => ({
    group: `g-${number}` as GroupId,
    title: { kk: title, ru: title },
    unit: '315430000' as UnitCode,
    sphere: 'water',
    level: 'okrug',
    body: null,
    funding: true,
    voices,
    channels: ['web'],
    first: '2027-01',
    last: '2027-02',
    priority: voices,
    reasons: [{ kind: 'voices', points: voices, of: voices }],
    quotes: [],
    earlier: [],
  }))
const content = fc
  .uniqueArray(issue, { selector: ({ group }) => group, maxLength: 8 })
  .map((issues) => ({ content: { issues, received: 9, answered: 0, setAside: 0 } as unknown as PoolContent }))
const ids = (issues: readonly PoolIssue[]) => issues.map(({ group }) => group).toSorted()

describe('what a version changed', () => {
  test('is nothing between a version and itself', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(poolDiff(one, structuredClone(one))).toEqual({
          added: [],
          removed: [],
          changed: [],
          counted: 0,
          reordered: false,
        })
      }),
    )
  })
  test('read backwards, swaps what came and what went', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const [there, back] = [poolDiff(before, after), poolDiff(after, before)]
        expect(ids(there.added)).toEqual(ids(back.removed))
        expect(ids(there.removed)).toEqual(ids(back.added))
        expect(there.changed.length).toBe(back.changed.length)
        expect(there.counted).toBe(back.counted)
        expect(there.reordered).toBe(back.reordered)
        expect(
          ids([
            ...before.content.issues.filter(({ group }) => !ids(there.removed).includes(group)),
            ...there.added,
          ]),
        ).toEqual(ids(after.content.issues))
      }),
    )
  })
})

test('the hash of a version does not hang on the order in which fields were written, and on everything else', () => {
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([name, of]) => [name, shuffled(of)]),
          )
        : value
  fc.assert(
    fc.property(content, (one) => {
      expect(hashOfPool(shuffled(one.content) as PoolContent)).toBe(hashOfPool(one.content))
      expect(hashOfPool({ ...one.content, received: 10 })).not.toBe(hashOfPool(one.content))
    }),
  )
})
