import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const told = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, text }) => ({ same: '', added: '+', removed: '-' })[kind] + text)

test('words that changed stand beside each other, the old ones first', () => {
  expect(told('once a half-year in each okrug', 'once a year in each okrug')).toEqual([
    'once a',
    '-half-year',
    '+year',
    'in each okrug',
  ])
  expect(told('consent of the maslikhat', 'the maslikhat is told')).toEqual([
    '-consent of',
    'the maslikhat',
    '+is told',
  ])
})

test('nothing changed, everything new, everything gone', () => {
  expect(told('a b', ' a  b ')).toEqual(['a b'])
  expect(told('', 'a b')).toEqual(['+a b'])
  expect(told('a b', '')).toEqual(['-a b'])
  expect(told('', '')).toEqual([])
})

test('both texts can be read back, and as many words stay as can', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordDiff(before.join(' '), after.join(' '))
      const without = (kind: string) =>
        changes.flatMap((change) => (change.kind === kind ? [] : change.text.split(' ')))
      expect(without('added')).toEqual(before)
      expect(without('removed')).toEqual(after)
      const kept = changes.flatMap(({ kind, text }) => (kind === 'same' ? text.split(' ') : [])).length
      expect(kept).toBe(longestCommon(before, after))
    }),
  )
})

/** By trying everything: slow and plain. */
function longestCommon([a, ...restOfA]: readonly string[], b: readonly string[]): number {
  if (a === undefined) return 0
  const at = b.indexOf(a)
  return Math.max(longestCommon(restOfA, b), at < 0 ? 0 : 1 + longestCommon(restOfA, b.slice(at + 1)))
}
