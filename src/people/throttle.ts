// Guessing gets slower and slower, and nobody is locked out by another's guesses: what is slowed down is a login
// *from one place*, and a place as a whole. A limit on the login alone would be a switch with which anybody could
// shut out an official on the day of a deadline (see README).
import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'
import { type Instant, milliseconds } from '#kernel'

/** Failures that cost nothing, and the longest delay in seconds; between them the delay doubles from one second. */
export type Pace = { readonly free: number; readonly longest: number }

export const paces = {
  /** One login from one place. */
  login: { free: 5, longest: 300 },
  /** Any login from one place: a village office shares one address, so it is wide. */
  place: { free: 50, longest: 30 },
} as const satisfies Record<string, Pace>

/** A counter: how often it failed, when last, and whether it has succeeded today. */
export type Counter = { readonly failures: number; readonly last: Instant; readonly known: boolean }

/** Whole seconds until an attempt is heard; 0 when it is heard now. */
export function secondsToWait(pace: Pace, { failures, last }: Omit<Counter, 'known'>, at: Instant): number {
  if (failures < pace.free) return 0
  const delay = Math.min(pace.longest, 2 ** Math.min(failures - pace.free, 30))
  return Math.max(0, Math.ceil((milliseconds(last) - milliseconds(at)) / 1000 + delay))
}

/** The longer of both waits; who signed in from here today does not wait for his neighbours. */
export const secondsUntilHeard = (
  { login, place }: { readonly login: Counter; readonly place: Counter },
  at: Instant,
): number =>
  Math.max(secondsToWait(paces.login, login, at), login.known ? 0 : secondsToWait(paces.place, place, at))

/** Where somebody signs in from, coarsely: 24 bits of IPv4, 56 of IPv6, `elsewhere` for what is no address. */
export function placeOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(bare)) return bare.split('.').slice(0, 3).join('.')
  if (!isIPv6(bare)) return 'elsewhere'
  const [left = '', right = ''] = bare.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === '' ? [] : right.split(':')
  const all = [
    ...head,
    ...Array<string>(bare.includes('::') ? 8 - head.length - tail.length : 0).fill('0'),
    ...tail,
  ]
  const [a, b, c, d] = all.map((group) => group.toLowerCase().padStart(4, '0'))
  return `${a}:${b}:${c}:${d!.slice(0, 2)}`
}

/** The counters of a day: as many as fit a table that can never grow beyond them. */
export const buckets = 2 ** 18

/**
 * The counter of a login from a place (or of a place, when the login is null).
 *
 * Keyed by a secret of the day, so that yesterday's rows say nothing once that secret is gone. Two may share a
 * counter; to fill a noticeable part of them costs more hashing than a day has.
 */
export const bucketOf = (secretOfDay: Uint8Array, place: string, login: string | null): number =>
  createHmac('sha256', secretOfDay)
    .update(JSON.stringify([place, login]))
    .digest()
    .readUInt32BE(0) % buckets
