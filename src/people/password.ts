// Passwords are kept as slow hashes that carry their own recipe, so that the recipe can grow.
import { scrypt, timingSafeEqual } from 'node:crypto'

declare const stored: unique symbol
/** Version, cost and salt beside the key, base64url: nothing else is needed to check a password. */
export type PasswordHash = string & { readonly [stored]: true }

export type Cost = { readonly logN: number; readonly r: number; readonly p: number }

/** About 0.12 s and 64 MB a hash on two cores of 2026; measured: 2^15 61 ms, 2^16 124 ms, 2^17 248 ms. */
export const cost: Cost = { logN: 16, r: 8, p: 1 }

/** Random bytes a new hash needs. */
export const saltBytes = 16
const keyBytes = 32
const version = 1
const headBytes = 4

/** Hashes a password with a fresh random salt of 16 bytes (scrypt, RFC 7914; the name of a version says so). */
export async function hashPassword(
  password: string,
  salt: Uint8Array,
  { logN, r, p }: Cost = cost,
): Promise<PasswordHash> {
  if (salt.length !== saltBytes) throw new Error(`a salt has ${saltBytes} bytes`)
  const key = await derive(password, salt, { logN, r, p })
  return Buffer.concat([Buffer.of(version, logN, r, p), salt, key]).toString('base64url') as PasswordHash
}

/** Whether it is the password, and whether the hash should be made anew with the cost of today. */
export async function checkPassword(
  password: string,
  hash: PasswordHash,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  const bytes = Buffer.from(hash, 'base64url')
  if (bytes[0] !== version || bytes.length !== headBytes + saltBytes + keyBytes)
    throw new Error(`a password hash of unknown version ${bytes[0]}`)
  const [logN, r, p] = [bytes[1]!, bytes[2]!, bytes[3]!]
  const key = await derive(password, bytes.subarray(headBytes, headBytes + saltBytes), { logN, r, p })
  return {
    right: timingSafeEqual(key, bytes.subarray(headBytes + saltBytes)),
    outdated: logN !== cost.logN || r !== cost.r || p !== cost.p,
  }
}

/** A hash nobody knows the password of: unknown accounts are checked against it, and so take as long. */
export const nobodysHash = Buffer.concat([
  Buffer.of(version, cost.logN, cost.r, cost.p),
  Buffer.alloc(saltBytes + keyBytes),
]).toString('base64url') as PasswordHash

function derive(password: string, salt: Uint8Array, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN
  // The same letters may arrive composed or decomposed, by keyboard: one form is hashed (NIST SP 800-63B 5.1.1.2).
  const secret = password.normalize('NFKC')
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    ),
  )
}
