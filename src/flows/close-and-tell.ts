// Answers and reasons reach the authors of requests who left an address: that there is something to read, in the same deed.
import type { Act } from '#calendar'
import type { Result } from '#kernel'
import { type DeedId, type RequestId, type TriageRefusal, answerRequests, setAside } from '#requests'
import type { Stores } from './stores.ts'
import { type AuthorsEvent, tellAuthors } from './tell-authors.ts'

type Closing = Promise<Result<DeedId, TriageRefusal>>

/** Refuses: as `answerRequests`. */
export const answerAndTell = (
  stores: Stores,
  act: Act,
  answer: Parameters<typeof answerRequests>[2],
): Closing => told(stores, act, 'request-answered', answerRequests(stores, act, answer))

/** Refuses: as `setAside`. */
export const setAsideAndTell = (stores: Stores, act: Act, wish: Parameters<typeof setAside>[2]): Closing =>
  told(stores, act, 'request-set-aside', setAside(stores, act, wish))

async function told(stores: Stores, act: Act, event: AuthorsEvent, closing: Closing): Closing {
  const closed = await closing
  if (!closed.ok) return closed
  const { office, touched } = (await stores.triage.find(closed.value))!
  const requests: RequestId[] = touched.requests.map(({ before }) => before.id)
  await tellAuthors(stores, act.at, { office, requests, event })
  return closed
}
