import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as fc from 'fast-check'
import { instantOf } from '#kernel'
import { describe, expect, test } from 'vitest'
import { base32, codeOf, recoveryCodeOf, recoveryHash, stepOf, stepTyped } from './one-time-code.ts'

const secret = Buffer.from('12345678901234567890')

describe('one-time codes', () => {
  // RFC 6238 appendix B, SHA-1; of its eight digits the last six.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d s the code is %s', (seconds, code) => {
    expect(codeOf(secret, stepOf(instantOf(seconds * 1000)))).toBe(code)
  })
  test('are taken of the neighbouring half minutes too, once each, and never an older one afterwards', () => {
    const at = instantOf(2_000_000_000_000)
    const now = stepOf(at)
    const typed = (step: number, last = 0) => stepTyped(secret, codeOf(secret, step), at, last)
    expect([-2, -1, 0, 1, 2].map((off) => typed(now + off))).toEqual([null, now - 1, now, now + 1, null])
    expect([typed(now, now), typed(now - 1, now), typed(now + 1, now)]).toEqual([null, null, now + 1])
    expect(['', '12345', '1234567', 'абвгде'].map((word) => stepTyped(secret, word, at, 0))).toEqual(
      Array(4).fill(null),
    )
    expect(stepTyped(secret, ` ${codeOf(secret, now).replace(/(...)/, '$1 ')} `, at, 0)).toBe(now)
  })
  test.skipIf(!existsSync('/usr/bin/oathtool'))('are those of another program', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        fc.integer({ min: 0, max: 4e9 }),
        (secret, seconds) => {
          const theirs = execFileSync('oathtool', [
            '--totp',
            '-b',
            base32(secret),
            `--now=@${seconds}`,
          ]).toString()
          expect(codeOf(secret, Math.floor(seconds / 30))).toBe(theirs.trim())
        },
      ),
      { numRuns: 20 },
    )
  })
  test('have a secret that is written in base32 (RFC 4648 §10)', () => {
    expect(
      ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text))),
    ).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
  })
})

test('a recovery code is found however it is typed', () => {
  const code = recoveryCodeOf(Buffer.from('0123456789'))
  expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  expect(recoveryHash(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(recoveryHash(code))
  expect(recoveryHash('not a code')).toBe(null)
})
