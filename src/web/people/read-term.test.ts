import { expect, test } from 'vitest'
import { readTerm, readableName } from './read-term.ts'

test('a term has a first day and may be open', () => {
  const read = (from: string, to: string) => readTerm({ from, to }, { day: 'wrong' })
  expect(read('2026-11-22', '')).toEqual({ ok: true, value: { from: '2026-11-22', to: null } })
  expect(read('2026-11-22', '2026-12-01')).toEqual({
    ok: true,
    value: { from: '2026-11-22', to: '2026-12-01' },
  })
  expect(read('2026-02-30', '30 feb')).toEqual({ ok: false, wrong: { from: 'wrong', to: 'wrong' } })
})

test('a name is letters that stand where they seem to stand', () => {
  expect(readableName('  Серік Нұрлан ')).toBe('Серік Нұрлан')
  expect(['', ' ', 'a\u0000', 'x'.repeat(121)].map(readableName)).toEqual(Array(4).fill(null))
})
