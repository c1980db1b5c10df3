// By which channels of the law requests came: the decree names some for akims and others for heads of central bodies.
import type { Post } from '#territory'
import { type ImportChannel, importChannels } from './import/mapping.ts'
import type { RequestChannel } from './request.ts'

/** Channels of the decree. Law: A826-3.4.b.1–3, A863-3.5.b.1–4; `other` takes in e-Otinish, 109 and the like (AMB-19). */
export const intakeChannels = [
  'open-data-portal',
  'akims-blog',
  'official-site',
  'ministers-blog',
  'akims-meetings',
  'other',
] as const
export type IntakeChannel = (typeof intakeChannels)[number]

/** At the head of a central body: a minister, or the head of another. */
export const isCentral = (post: Post): boolean => post === 'minister' || post === 'central-body-head'

/** The channels that the decree asks this post to collect from. */
export const channelsAskedOf = (post: Post): readonly IntakeChannel[] =>
  isCentral(post)
    ? ['official-site', 'ministers-blog', 'akims-meetings', 'other']
    : ['open-data-portal', 'akims-blog', 'other']

/** By which ways what was collected elsewhere comes to this post. */
export const importChannelsOf = (post: Post): readonly ImportChannel[] =>
  importChannels.filter((channel) => !isCentral(post) || channel !== 'akims-blog')

/** What the law calls the channel of a request; the form of this house is a page of the body itself (AMB-40). */
export function intakeChannelOf(channel: RequestChannel, post: Post): IntakeChannel {
  const asked: readonly string[] = channelsAskedOf(post)
  if (channel === 'web' && isCentral(post)) return 'official-site'
  return asked.includes(channel) ? (channel as IntakeChannel) : 'other'
}
