// What is to be told, before it is known to whom; why is the business of whoever writes it.
import type { Id, Instant } from '#kernel'

export type MessageId = Id<'outbox-message'>
/** A word that messages carry and subscriptions hear: no spaces, at most 120 characters. */
export type Topic = Id<'topic'>

/** Which of a subscriber's wishes lets a message through. */
export const wishes = ['changes', 'week', 'day'] as const
export type Wish = (typeof wishes)[number]

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type Message = {
  readonly id: MessageId
  readonly topics: readonly Topic[]
  readonly wish: Wish
  /** The office on whose behalf it is told; it may look at it. */
  readonly office: string | null
  /** For whoever puts it into words. */
  readonly payload: { readonly [key: string]: Json }
  readonly at: Instant
}

/** Messages are written with the change that they tell of: this port is open in every transaction. */
export type OutboxStore = {
  /** A message of an id that is there already changes nothing. */
  write(message: Message): Promise<void>
  find(id: MessageId): Promise<Message | null>
  /** Those that have not become deliveries yet, the oldest first. */
  unspread(limit: number): Promise<Message[]>
  spread(id: MessageId, at: Instant): Promise<void>
  /** The newest first; of these offices, or of all. */
  recent(offices: readonly string[] | 'all', limit: number): Promise<Message[]>
}

const shape = /^[a-z]+:[A-Za-z0-9._:-]{1,110}$/

export const isTopic = (text: unknown): text is Topic => typeof text === 'string' && shape.test(text)

/** A topic known to the programmer; throws when it is none. */
export function topic(text: string): Topic {
  if (!isTopic(text)) throw new Error(`not a topic: ${JSON.stringify(text)}`)
  return text
}
