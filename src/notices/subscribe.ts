// Asking to be told, meaning it, and having had enough.
import { type Instant, type Language, type Result, done, instantOf, milliseconds, refuse } from '#kernel'
import type { Topic, Wish } from './message.ts'
import { readAddress } from './read-address.ts'
import { type SealBox, type Token, hashOf } from './seal-box.ts'
import { type Channel, type SubscriptionId, type SubscriptionStore, confirmation } from './subscription.ts'

export type Asking = {
  readonly channel: Channel
  /** As typed. */
  readonly address: string
  readonly topic: Topic
  readonly hears: readonly Topic[]
  readonly language: Language
  readonly wishes: readonly Wish[]
  readonly id: SubscriptionId
  /** 12 bytes of chance. */
  readonly nonce: Uint8Array
  readonly at: Instant
}

export type AskingRefusal = { readonly code: 'not-an-address' } | { readonly code: 'no-wish' }

/** An address may have so many unanswered letters of ours. */
const mostUnanswered = 5
/** So long after a letter a new one is not sent for the same subscription. */
const patience = 3600_000

/**
 * Keeps the wish and has the letter sent that asks whether it is meant.
 *
 * The answer is the same for an address that is known, unknown or pestered, so that it tells nothing.
 */
export async function subscribe(
  store: SubscriptionStore,
  box: SealBox,
  asking: Asking,
): Promise<Result<void, AskingRefusal>> {
  const { channel, topic, hears, language, wishes, id, nonce, at } = asking
  const address = readAddress(channel, asking.address)
  if (address === undefined) return refuse({ code: 'not-an-address' })
  if (wishes.length === 0) return refuse({ code: 'no-wish' })
  const blind = box.blind(channel, address)
  const known = await store.ofAddress(blind, topic)
  if (known) {
    const again = instantOf(milliseconds(known.askedAt) + patience)
    if (known.confirmedAt === null && again <= at)
      await store.deliver({ message: confirmation, subscription: known.id, channel, tries: 0, nextAt: at })
    return done()
  }
  if ((await store.waiting(blind)) >= mostUnanswered) return done()
  const added = await store.add({
    id,
    channel,
    blind,
    address: box.seal(address, nonce),
    topic,
    hears,
    language,
    wishes,
    token: hashOf(box.token(id)),
    askedAt: at,
    confirmedAt: null,
  })
  if (added) await store.deliver({ message: confirmation, subscription: id, channel, tries: 0, nextAt: at })
  return done()
}

export type TokenRefusal = { readonly code: 'no-such-subscription' }

/** From now on it is told. A second press changes nothing. */
export async function confirm(
  store: SubscriptionStore,
  token: Token,
  at: Instant,
): Promise<Result<void, TokenRefusal>> {
  const found = await store.byToken(hashOf(token))
  if (!found) return refuse({ code: 'no-such-subscription' })
  if (found.confirmedAt === null) await store.confirm(found.token, at)
  return done()
}

/** Deletes the subscription and its address; gladly once more. */
export const unsubscribe = (store: SubscriptionStore, token: Token): Promise<void> => store.end(hashOf(token))
