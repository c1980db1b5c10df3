// Addresses as they are typed: an e-mail that cannot break a header, a telephone of the country.
import { domainToASCII } from 'node:url'
import type { Channel } from './subscription.ts'

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** `undefined` when it is none. A mail address keeps its letters before the @; a telephone becomes `+7…`. */
export const readAddress = (channel: Channel, typed: string): string | undefined =>
  channel === 'mail' ? readMail(typed.trim()) : readTelephone(typed)

/** The dot-atom form of RFC 5321 §4.1.2, at most 254 characters; names of domains in any script. */
function readMail(typed: string): string | undefined {
  const at = typed.lastIndexOf('@')
  if (at < 1 || typed.length > 254) return undefined
  const [before, after] = [typed.slice(0, at), domainToASCII(typed.slice(at + 1))]
  return before.length <= 64 && local.test(before) && domain.test(after) ? `${before}@${after}` : undefined
}

/** A mobile number of Kazakhstan, however it is spaced: `8 701 …`, `+7 (701) …`. */
function readTelephone(typed: string): string | undefined {
  if (!/^[\d\s()+.-]{10,24}$/.test(typed)) return undefined
  const digits = typed.replace(/\D/g, '')
  const number = digits.length === 10 ? `7${digits}` : digits.replace(/^8/, '7')
  return /^7[67]\d{9}$/.test(number) ? `+${number}` : undefined
}
