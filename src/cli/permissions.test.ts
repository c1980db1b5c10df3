import { rules } from '#people'
import { expect, test } from 'vitest'
import { permissions } from './permissions.ts'

test('every rule is a line, and its needs stand in it', () => {
  const lines: string[] = []
  permissions((line) => lines.push(line))
  expect(lines.length).toBe(rules.length + 1)
  expect(lines.find((line) => line.startsWith('signer') && line.includes('approve-calendar'))).toMatch(
    /own-office +answered +another-person-wrote, fresh-factor$/,
  )
})
