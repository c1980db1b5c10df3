// The inbox of a person at a desk: everything that waits for him there, each kind of thing in a file of its own.
import type { Instant } from '#kernel'
import type { Books } from '../propose-calendar.ts'
import type { Stores } from '../stores.ts'
import { ofDeliveries, ofOwnParts, ofRegionCalendars } from './of-calendars.ts'
import { ofMeetings } from './of-meetings.ts'
import { ofOfficesBelow } from './of-offices-below.ts'
import { ofPools } from './of-pools.ts'
import { ofBench, ofUnsealings } from './of-requests.ts'
import { ofDemands, ofPolls } from './of-residents.ts'
import { ofSchedules } from './of-schedules.ts'
import { type AtDesk, type Waiting, waitingKinds } from './waiting.ts'

type Source = (stores: Stores, books: Books, desk: AtDesk, at: Instant) => Promise<Waiting[]>

const sources: readonly Source[] = [
  ofMeetings,
  (stores, _, desk) => ofOwnParts(stores, desk),
  (stores, _, desk) => ofRegionCalendars(stores, desk),
  (stores, _, desk) => ofDeliveries(stores, desk),
  (stores, _, desk) => ofSchedules(stores, desk),
  (stores, _, desk) => ofDemands(stores, desk),
  (stores, _, desk, at) => ofPolls(stores, desk, at),
  (stores, _, desk) => ofBench(stores, desk),
  (stores, _, desk, at) => ofUnsealings(stores, desk, at),
  (stores, _, desk) => ofPools(stores, desk),
  (stores, _, desk, at) => ofOfficesBelow(stores, desk, at),
]

/** What waits for the actor at the desk: only what `may` lets him do now; the soonest day first, then what has none. */
export async function inboxOf(stores: Stores, books: Books, desk: AtDesk, at: Instant): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const source of sources) found.push(...(await source(stores, books, desk, at)))
  const order = ({ by, kind, day }: Waiting) =>
    `${by ?? '9999'} ${String(waitingKinds.indexOf(kind)).padStart(2, '0')} ${day ?? ''}`
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
