// Who wants to be told of what, how, and in which language; the address is sealed before it comes near a store.
import type { Id, Instant, Language } from '#kernel'
import type { Message, MessageId, Topic, Wish } from './message.ts'

export type SubscriptionId = Id<'subscription'>

export const channels = ['mail', 'text'] as const
export type Channel = (typeof channels)[number]

/** SHA-256 of a subscription's token, hex. */
export type TokenHash = Id<'subscription-token-hash'>
/** Keyed hash of channel and address: finds a row without opening it. */
export type Blind = Id<'blind'>

export type Subscription = {
  readonly id: SubscriptionId
  readonly channel: Channel
  readonly blind: Blind
  /** The address under AES-256-GCM: nonce, text, tag. */
  readonly address: Uint8Array
  readonly topic: Topic
  readonly hears: readonly Topic[]
  readonly language: Language
  readonly wishes: readonly Wish[]
  readonly token: TokenHash
  readonly askedAt: Instant
  readonly confirmedAt: Instant | null
}

/** `confirm`: the letter that asks whether the subscription is meant. */
export const confirmation = 'confirm' as MessageId

/** One message for one subscription. */
export type Delivery = {
  readonly message: MessageId
  readonly subscription: SubscriptionId
  readonly channel: Channel
  readonly tries: number
  readonly nextAt: Instant
}

export type DeliveryCount = { readonly waiting: number; readonly sent: number; readonly givenUp: number }

/** Lies in schema `seal`; whoever asks sees the rows of one key and no others. */
export type SubscriptionStore = {
  /** `false` when this address has this topic already, asked or confirmed: nothing is changed then. */
  add(subscription: Subscription): Promise<boolean>
  /** How many subscriptions of this address wait for their confirmation. */
  waiting(blind: Blind): Promise<number>
  ofAddress(blind: Blind, topic: Topic): Promise<Subscription | null>
  byToken(token: TokenHash): Promise<Subscription | null>
  byId(id: SubscriptionId): Promise<Subscription | null>
  confirm(token: TokenHash, at: Instant): Promise<void>
  change(token: TokenHash, wish: Pick<Subscription, 'wishes' | 'language'>): Promise<void>
  end(token: TokenHash): Promise<void>
  /** Lets go of what nobody confirmed within seven days, and of addresses left with a request 400 days ago. */
  forgetOld(): Promise<number>
  /** A delivery for each confirmed subscription that hears the message and wishes it; the same again adds nothing. */
  spread(message: Pick<Message, 'id' | 'topics' | 'wish'>, at: Instant): Promise<number>
  /** A delivery for one subscription, due now; one that was sent before becomes due again. */
  deliver(delivery: Delivery): Promise<void>
  due(channels: readonly Channel[], at: Instant, limit: number): Promise<Delivery[]>
  /** Takes a delivery until then; `false` when somebody else has it. */
  take(delivery: Delivery, until: Instant): Promise<boolean>
  sent(delivery: Delivery, at: Instant): Promise<void>
  /** `nextAt` null: given up. `fault` is a code and never holds an address. */
  failed(delivery: Delivery, nextAt: Instant | null, fault: string, at: Instant): Promise<void>
  count(message: MessageId): Promise<DeliveryCount>
}
