// What became of a request is told to its author, if he left an address: that something happened, never what was said.
import type { Instant, Text } from '#kernel'
import { type MessageId, type Topic, topic } from '#notices'
import type { RequestId } from '#requests'
import type { OfficeId } from '#territory'
import type { Stores } from './stores.ts'

export const authorsEvents = [
  'request-answered',
  'request-set-aside',
  'request-in-pool',
  'problem-answered',
] as const
export type AuthorsEvent = (typeof authorsEvents)[number]

export type AuthorTold = { readonly event: AuthorsEvent; readonly office: Text }

const requestTopic = 'request:'

/** The topic under which the contact of a request is subscribed; whoever asks for it must know the request. */
export const topicOfRequest = (request: RequestId): Topic => topic(`${requestTopic}${request}`)

export const isTopicOfRequest = (of: Topic): boolean => of.startsWith(requestTopic)

/** Null: another topic. */
export const requestOfTopic = (of: Topic): RequestId | null =>
  isTopicOfRequest(of) ? (of.slice(requestTopic.length) as RequestId) : null

/** One message reaches so many; each of them hears it alone. */
const mostTopics = 50

/**
 * Writes, in the transaction of the change itself, what the authors of these requests are told.
 *
 * Call it once for a deed, with the requests that it changed: those that are answered or set aside now, or whose groups
 * came into an approved pool with this version and stood in none before. The letter names the office and links to the page
 * that asks for the receipt code; no word of a request and no code is in it.
 */
export async function tellAuthors(
  { territory, outbox }: Pick<Stores, 'territory' | 'outbox'>,
  at: Instant,
  {
    office: id,
    requests,
    event,
  }: { readonly office: OfficeId; readonly requests: readonly RequestId[]; readonly event: AuthorsEvent },
): Promise<void> {
  const office = requests.length > 0 ? await territory.office(id) : null
  if (!office) return
  const told: AuthorTold = { event, office: office.name }
  for (let from = 0; from < requests.length; from += mostTopics)
    await outbox.write({
      id: `${event}.${requests[from]}.${at.replaceAll(':', '')}` as MessageId,
      topics: requests.slice(from, from + mostTopics).map(topicOfRequest),
      wish: 'changes',
      office: id,
      payload: told,
      at,
    })
}
