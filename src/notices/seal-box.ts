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
  blind(channel: Channel, address: string): Blind
  token(subscription: SubscriptionId): Token
}

/** A box under a key of 32 bytes. */
export function sealBox(key: Uint8Array): SealBox {
  if (key.length !== sealKeyBytes)
    throw new Error(`the seal key has ${key.length} bytes, not ${sealKeyBytes}`)
  const part = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `kezdesu ${use}`, 32))
  const [box, blind, token] = [
    part('addresses'),
    part('look-up of addresses'),
    part('tokens of subscriptions'),
  ]
  return {
    seal(address, nonce) {
      const cipher = createCipheriv('aes-256-gcm', box, nonce)
      return Buffer.concat([nonce, cipher.update(address, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', box, bytes.subarray(0, sealNonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      const text = [decipher.update(bytes.subarray(sealNonceBytes, -tagBytes)), decipher.final()]
      return Buffer.concat(text).toString('utf8')
    },
    blind: (channel, address) =>
      createHmac('sha256', blind).update(`${channel} ${address.toLowerCase()}`).digest('hex') as Blind,
    token: (subscription) => createHmac('sha256', token).update(subscription).digest('base64url') as Token,
  }
}
