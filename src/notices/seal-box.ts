// The box in which addresses lie: one key of the installation, from which all others follow.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Id } from '#kernel'
import type { Blind, Channel, SubscriptionId, TokenHash } from './subscription.ts'

export const sealKeyBytes = 32
export const sealNonceBytes = 12
const tagBytes = 16

/** What opens the page of one subscription: 43 url-safe characters. */
export type Token = Id<'subscription-token'>
export const isToken = (text: unknown): text is Token =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text)
export const hashOf = (token: Token): TokenHash =>
  createHash('sha256').update(token).digest('hex') as TokenHash

export type SealBox = {
  /** The nonce must never be used twice: 12 bytes of chance. */
  seal(address: string, nonce: Uint8Array): Uint8Array
  /** Throws when it was sealed under another key or was changed. */
  open(sealed: Uint8Array): string
  /** As `seal` and `open`, under a part of the key of its own: words of citizens before masking, with who wrote them. */
  sealOriginal(words: string, nonce: Uint8Array): Uint8Array
  openOriginal(sealed: Uint8Array): string
  /** As they, for bytes: what one-time codes are made of. */
  sealSecret(secret: Uint8Array, nonce: Uint8Array): Uint8Array
  openSecret(sealed: Uint8Array): Uint8Array
  blind(channel: Channel, address: string): Blind
  /** What stands for words without betraying them to who has no key: 43 url-safe characters, the same for the same words. */
  mark(words: string): string
  token(subscription: SubscriptionId): Token
  /** Signs the challenges of proofs of work. */
  readonly workSecret: string
}

/** A box under a key of 32 bytes. */
export function sealBox(key: Uint8Array): SealBox {
  if (key.length !== sealKeyBytes)
    throw new Error(`the seal key has ${key.length} bytes, not ${sealKeyBytes}`)
  const part = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `kezdesu ${use}`, 32))
  const [box, originals, secrets, blind, token, marks, work] = [
    part('addresses'),
    part('originals of requests'),
    part('secrets of one-time codes'),
    part('look-up of addresses'),
    part('tokens of subscriptions'),
    part('marks of requests'),
    part('proofs of work'),
  ]
  return {
    seal: (address, nonce) => sealUnder(box, Buffer.from(address), nonce),
    open: (sealed) => openUnder(box, sealed).toString(),
    sealOriginal: (words, nonce) => sealUnder(originals, Buffer.from(words), nonce),
    openOriginal: (sealed) => openUnder(originals, sealed).toString(),
    sealSecret: (secret, nonce) => sealUnder(secrets, secret, nonce),
    openSecret: (sealed) => openUnder(secrets, sealed),
    blind: (channel, address) =>
      createHmac('sha256', blind).update(`${channel} ${address.toLowerCase()}`).digest('hex') as Blind,
    mark: (words) => createHmac('sha256', marks).update(words).digest('base64url'),
    token: (subscription) => createHmac('sha256', token).update(subscription).digest('base64url') as Token,
    workSecret: work.toString('hex'),
  }
}

function sealUnder(key: Uint8Array, plain: Uint8Array, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openUnder(key: Uint8Array, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, sealNonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(sealNonceBytes, -tagBytes)), decipher.final()])
}
