// One-time codes by the clock (TOTP, RFC 6238, SHA-1 and six digits, as every authenticator reads them), and the codes
// for the day the phone is lost.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Instant, milliseconds } from '#kernel'

/** Random bytes of a new secret (RFC 4226: at least 16, 20 recommended). */
export const secretBytes = 20

declare const sealed: unique symbol
/** A secret as it lies in the database, under the key of the installation. */
export type SealedSecret = Uint8Array & { readonly [sealed]: true }

/** Seals secrets and opens them. It is given by who wires the house: no room has the key. */
export type SecretBox = {
  seal(secret: Uint8Array): SealedSecret
  /** Throws when it was sealed under another key or was changed. */
  open(secret: SealedSecret): Uint8Array
}

const period = 30
const digits = 6

/** The step of the clock that an instant lies in. */
export const stepOf = (at: Instant): number => Math.floor(milliseconds(at) / 1000 / period)

/** The code of a step (RFC 4226 §5.3 with the step as counter). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const number = hash.readUInt32BE(hash.at(-1)! & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code was typed: of now or of a neighbour, and later than the last one used; null when it is wrong. */
export function stepTyped(secret: Uint8Array, typed: string, at: Instant, last: number): number | null {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const now = stepOf(at)
  return (
    [now, now - 1, now + 1].find(
      (step) => step > last && timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)),
    ) ?? null
  )
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding: what a person types into an authenticator. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The address that authenticators read from a QR code or a link. */
export const authenticatorUri = (secret: Uint8Array, issuer: string, login: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${login}`)}?${new URLSearchParams({
    secret: base32(secret),
    issuer,
  })}`

/** How many recovery codes a person gets, and random bytes of each: 80 bits, 16 signs. */
export const recoveryCodes = 8
export const recoveryBytes = 10

/** A recovery code as it is written down: four groups of four. */
export const recoveryCodeOf = (bytes: Uint8Array): string =>
  base32(bytes).match(/.{4}/g)!.join('-').toLowerCase()

declare const kept: unique symbol
/** SHA-256 of a recovery code, hex: 80 random bits need no slow hash. */
export type RecoveryHash = string & { readonly [kept]: true }

/** The hash of what was typed as a recovery code, or null where it can be none. */
export function recoveryHash(typed: string): RecoveryHash | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-7]{16}$/.test(code)
    ? (createHash('sha256').update(code).digest('hex') as RecoveryHash)
    : null
}
