import { expect, test } from 'vitest'
import { fingerprint, parseRequestKey } from './receipt.ts'

test('a key has 8 to 128 url-safe characters', () => {
  for (const key of ['12345678', 'a'.repeat(128), '0190a7e4-7c1c-7d3a.x_y~z'])
    expect(parseRequestKey(key)).toBe(key)
  for (const key of [
    '1234567',
    'a'.repeat(129),
    'has space',
    'кілтсөзі',
    'a/b/c/d/e',
    '12345678\n',
    '',
    null,
    12345678,
  ])
    expect(parseRequestKey(key)).toBeUndefined()
})

test('a fingerprint is the SHA-256 of the words', () => {
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(fingerprint(new TextEncoder().encode('abc'))).toBe(fingerprint('abc'))
})
