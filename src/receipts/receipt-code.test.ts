import { expect, test } from 'vitest'
import { hashFor, parseReceiptCode, receiptCodeOf, spacedCode } from './receipt-code.ts'
import type { RequestKey } from './receipt.ts'

test('a form has one code, another form another; it is read as people write it', () => {
  const code = receiptCodeOf('a-form-key-1' as RequestKey)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect(receiptCodeOf('a-form-key-1' as RequestKey)).toBe(code)
  expect(receiptCodeOf('a-form-key-2' as RequestKey)).not.toBe(code)
  expect(spacedCode(code)).toMatch(/^(\w{4} ){3}\w{4}$/)
  expect(parseReceiptCode(` ${spacedCode(code).toLowerCase()} `)).toBe(code)
  expect(parseReceiptCode('OIL0 0000 0000 0000')).toBe('0110000000000000')
})

test('what is no code is none', () => {
  for (const text of ['', 'U'.repeat(16), '0'.repeat(15), '0'.repeat(17), 16, null, '0'.repeat(16) + '\0'])
    expect(parseReceiptCode(text)).toBeUndefined()
})

test('one secret has another hash for each thing', () => {
  expect(hashFor('poll.1', 'x')).not.toBe(hashFor('poll.2', 'x'))
  expect(hashFor('a', 'b c')).not.toBe(hashFor('a b', 'c'))
})
