import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonPasswords, isCommon } from './common-passwords.ts'
import { refusalOfPassword } from './new-password.ts'
import { checkPassword, cost, hashPassword, nobodysHash } from './password.ts'

const salt = new Uint8Array(16).map((_, at) => at * 7)
const quick = { logN: 10, r: 8, p: 1 }

describe('the hash', () => {
  test('costs what it should: scrypt with N of 2^15 to 2^17 and r 8', () => {
    expect([15, 16, 17]).toContain(cost.logN)
    expect([cost.r, cost.p]).toEqual([8, 1])
  })
  test('carries version, parameters and salt, and no trace of the password', async () => {
    const bytes = Buffer.from(await hashPassword('ақ бас атан балапан', salt), 'base64url')
    expect([...bytes.subarray(0, 4)]).toEqual([1, cost.logN, cost.r, cost.p])
    expect([...bytes.subarray(4, 20)]).toEqual([...salt])
    expect(bytes.length).toBe(52)
  })
  test('is right for the password alone, however its letters were composed', async () => {
    const hash = await hashPassword('\u0439ошкин дом 17', salt, quick)
    expect(await checkPassword('\u0438\u0306ошкин дом 17', hash)).toEqual({ right: true, outdated: true })
    expect(await checkPassword('\u0438ошкин дом 17', hash)).toEqual({ right: false, outdated: true })
    expect((await checkPassword('ақ бас атан', await hashPassword('ақ бас атан', salt))).outdated).toBe(false)
  })
  test('of an unknown version is a fault, not a wrong password', async () => {
    const bytes = Buffer.from(await hashPassword('x', salt, quick), 'base64url')
    bytes[0] = 2
    await expect(checkPassword('x', bytes.toString('base64url') as typeof nobodysHash)).rejects.toThrow(
      'unknown version 2',
    )
  })
  test('of nobody has the cost of today and takes no password', async () => {
    expect(await checkPassword('', nobodysHash)).toEqual({ right: false, outdated: false })
  })
  test('agrees with the vector of RFC 7914 §12 for scrypt', async () => {
    const { scryptSync } = await import('node:crypto')
    expect(scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex').slice(0, 32)).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe',
    )
  })
})

describe('a new password', () => {
  const refused = (password: string, login = 'orken') => refusalOfPassword(password, login)?.code ?? null
  test('is long; nothing is asked of its signs', () => {
    expect(refused('қыс-жаз-күзг')).toBe(null)
    expect(refused('қыс-жаз-күз')).toBe('password-too-short')
    expect(refused('сары ала қаз')).toBe(null)
    expect(refused('э'.repeat(3) + 'ю'.repeat(198))).toBe('password-too-long')
    expect(refused('ə𐍈'.repeat(6), 'x')).toBe('password-common')
  })
  test.each([
    'password2026!',
    'Passw0rd-2026',
    '123456789012',
    '111111111111',
    'qwertyuiop[]',
    'QWERTYUIOP12',
    'ytrewqytrewq',
    'йцукенгшщзхъ',
    'ЙЦУКЕНЙЦУКЕН',
    'фывапролджэ1',
    'пароль123456',
    'парольпароль',
    'Gfhjkmgfhjkm',
    'құпиясөз2026',
    'қазақстан-1991',
    'abcabcabcabc',
    'correct horse battery staple',
    'әіңғ12345678',
    'Kazakhstan-30',
  ])('is not one that everybody tries: %s', (password) => expect(refused(password)).toBe('password-common'))
  test('does not contain the login', () =>
    expect(refused('bul-Merke.avtor-2', 'merke.avtor')).toBe('password-has-login'))
  test('of ordinary words is taken', () => {
    for (const password of [
      'бес ақсақал тау асты',
      'seven grey horses',
      'x7#kQ0!vLm2z',
      'Астана ішінде төрт қаз',
    ])
      expect(refused(password)).toBe(null)
  })
  test('the list is about two hundred words, lower case, each refused, whatever digits surround it', () => {
    expect(commonPasswords.size).toBeGreaterThan(190)
    for (const word of commonPasswords) {
      expect(word).toBe(word.toLowerCase())
      expect(isCommon(word), word).toBe(true)
      if (/^\p{L}.*\p{L}$/u.test(word)) expect(isCommon(`20${word.toUpperCase()}26!`), word).toBe(true)
    }
  })
  test('random letters are not taken for common', () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 14, maxLength: 40, unit: fc.constantFrom(...'ақбвгдtyuxm37') }),
        (text) => {
          fc.pre(new Set(text).size > 6)
          return !isCommon(text)
        },
      ),
    ))
})
