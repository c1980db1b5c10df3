// Who is invited to a meeting, by the categories of the law, and what they answered.
import type { MeetingId } from '#calendar'
import type { Id, Instant } from '#kernel'
import type { OfficeId } from '#territory'

export const replies = ['none', 'coming', 'declined'] as const
export type Reply = (typeof replies)[number]

export type Guest = {
  readonly id: Id<'guest'>
  readonly meeting: MeetingId
  readonly office: OfficeId
  /** A word of the law (`maslikhat-deputies`, `parties` …) or a free one. */
  readonly category: string
  /** A person or a body; seen by the own office alone. */
  readonly name: string
  readonly invitedAt: Instant
  readonly reply: Reply
  readonly repliedAt: Instant | null
}

/**
 * Categories that are invited as a rule, beside those that the law of the day names: deputies, prosecutor, police,
 * public council, NGOs, parties, opposition, media.
 */
export const usualGuests = [
  'maslikhat-deputies',
  'public-organisations',
  'parties',
  'opposition',
  'prosecution',
  'internal-affairs',
  'public-council',
  'media',
] as const
