// What a resident keeps instead of an account: a code, of which this house knows only a hash for each thing it was used on.
import { createHash } from 'node:crypto'
import type { Id } from '#kernel'
import type { RequestKey } from './receipt.ts'

/** 16 signs of Crockford's base 32 (no I, L, O, U): 80 bits. */
export type ReceiptCode = Id<'receipt-code'>

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** The code that belongs to a form: the same form sent again gets the same code, and so does nothing twice. */
export const receiptCodeOf = (key: RequestKey): ReceiptCode =>
  [...createHash('sha256').update(`receipt code ${key}`).digest().subarray(0, length)]
    .map((byte) => signs[byte % 32])
    .join('') as ReceiptCode

/** Reads a code as people write it: small letters, spaces, O for 0, I and L for 1. `undefined` when it is none. */
export function parseReceiptCode(text: unknown): ReceiptCode | undefined {
  if (typeof text !== 'string' || text.length > 60) return undefined
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === length && [...code].every((sign) => signs.includes(sign))
    ? (code as ReceiptCode)
    : undefined
}

/** In groups of four, for eyes and pencils. */
export const spacedCode = (code: ReceiptCode): string => code.match(/.{4}/g)!.join(' ')

/** How a code or the mark of a device is kept: another hash for each thing, so that no two things can be joined. */
export const hashFor = (thing: string, secret: string): string =>
  createHash('sha256')
    .update(JSON.stringify([thing, secret]))
    .digest('hex')
