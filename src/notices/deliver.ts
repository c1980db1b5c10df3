// Deliveries, one at a time: taken for a while, sent, marked. What dies in between is sent again, never lost.
import { type Instant, instantOf, milliseconds } from '#kernel'
import type { Message } from './message.ts'
import type { Token } from './seal-box.ts'
import type { Channel, Delivery, Subscription } from './subscription.ts'

/** What goes out, in words. */
export type Letter = { readonly subject: string; readonly text: string }

export type Parcel = Letter & {
  readonly address: string
  /** The same for every try: `<message>.<subscription>`, without a host. */
  readonly id: string
  readonly token: Token
  /** Letters that were asked for by no subscription yet carry no way to end one. */
  readonly subscribed: boolean
}

/** Sends one parcel; throws a `SendFault` or anything else when it did not go. */
export type Sender = (parcel: Parcel) => Promise<void>

/** Why it did not go: a code that holds no address; `forGood`: another try would end the same. */
export class SendFault extends Error {
  readonly forGood: boolean
  constructor(code: string, forGood: boolean) {
    super(code)
    this.forGood = forGood
  }
}

/** Minutes until the next try, after the first, the second …; then it is given up. */
const waits = [1, 5, 15, 60, 180, 720, 1440, 1440]
/** A delivery that was taken and not marked is free again after so many minutes. */
const lease = 5

export const later = (at: Instant, minutes: number): Instant => instantOf(milliseconds(at) + minutes * 60_000)

export const takenUntil = (at: Instant): Instant => later(at, lease)

/** When to try again after so many tries, or null. */
export const nextTry = ({ tries }: Delivery, at: Instant, fault: unknown): Instant | null => {
  const wait = fault instanceof SendFault && fault.forGood ? undefined : waits[tries]
  return wait === undefined ? null : later(at, wait)
}

/** What may be written down of a fault: its code. Messages of mail servers repeat the address. */
export const codeOf = (fault: unknown): string =>
  fault instanceof SendFault
    ? fault.message
    : String((fault as { code?: unknown }).code ?? 'fault')
        .replace(/[^\w-]/g, '')
        .slice(0, 40)

export type Post = {
  readonly senders: Partial<Record<Channel, Sender>>
  /** Puts a message into words; null is the question whether the subscription is meant. */
  readonly write: (message: Message | null, subscription: Subscription, token: Token) => Promise<Letter>
}

export const parcelId = ({ message, subscription }: Delivery): string =>
  `${message}.${subscription}`.replace(/[^A-Za-z0-9._-]/g, '-')
