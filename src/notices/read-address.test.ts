import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailOf } from './send-by-mail.ts'
import { readAddress } from './read-address.ts'
import { type SealBox, sealBox } from './seal-box.ts'

test.each([
  ['a@b.kz', 'a@b.kz'],
  ['  First.Last+tag@Mail.Example.KZ ', 'First.Last+tag@mail.example.kz'],
  ['aty@пошта.қаз', 'aty@xn--80a1acn3a.xn--80ao21a'],
])('%s is an address of mail', (typed, read) => expect(readAddress('mail', typed)).toBe(read))

test.each([
  'a@b',
  '@b.kz',
  'a@',
  'a b@c.kz',
  'a@c..kz',
  '.a@c.kz',
  'a.@c.kz',
  '"a b"@c.kz',
  'a@[10.0.0.1]',
  'Name <a@c.kz>',
  'a@c.kz, b@c.kz',
  'a@c.kz\nBcc: b@c.kz',
  `${'a'.repeat(65)}@c.kz`,
  `a@${'b'.repeat(64)}.kz`,
])('%j is none', (typed) => expect(readAddress('mail', typed)).toBeUndefined())

test.each([
  ['+7 701 123 45 67', '+77011234567'],
  ['8 (701) 123-45-67', '+77011234567'],
  ['7011234567', '+77011234567'],
  ['+7 7172 00 00 00', '+77172000000'],
  ['+49 30 123456', undefined],
  ['12', undefined],
])('%s as a telephone', (typed, read) => expect(readAddress('text', typed)).toBe(read))

test('whatever is typed, what is taken cannot break a header', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readAddress('mail', typed)
      return read === undefined || /^[\x21-\x7e]+$/.test(read)
    }),
  ))

test('no subject can add a header', () => {
  const parcel = { address: 'a@b.kz', id: 'm', text: '', token: 't', subscribed: false } as never
  const subject = 'One\r\nBcc: x@y.kz\u2028Two'
  expect(mailOf({ ...(parcel as object), subject } as never, 'https://k.example').subject).toBe(
    'One Bcc: x@y.kz Two',
  )
})

test('a box opens what it sealed, and nothing that was changed or sealed by another', () => {
  const [own, other] = [1, 2].map((n): SealBox => sealBox(new Uint8Array(32).fill(n)))
  const sealed = own!.seal('aty@mysal.kz', new Uint8Array(12))
  expect(own!.open(sealed)).toBe('aty@mysal.kz')
  expect(() => other!.open(sealed)).toThrow()
  for (const at of [0, 13, sealed.length - 1])
    expect(() => own!.open(sealed.map((byte, n) => (n === at ? byte ^ 1 : byte)))).toThrow()
  expect(own!.blind('mail', 'A@b.kz')).toBe(own!.blind('mail', 'a@b.kz'))
  expect(own!.blind('mail', 'a@b.kz')).not.toBe(other!.blind('mail', 'a@b.kz'))
})
