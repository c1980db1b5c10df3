// Somebody of the office writes down what a person said on the phone, at the desk, on paper or on the floor of a meeting.
import type { Act, MeetingId } from '#calendar'
import { type Instant, type Result, instantOf, milliseconds, refuse } from '#kernel'
import type { MeetingStore } from '#meetings'
import { may } from '#people'
import { type OfficeId, type UnitCode, localDay, unitOfOffice } from '#territory'
import {
  type Incoming,
  type IntakeHouse,
  type IntakeRefusal,
  type IntakeStores,
  receiveRequest,
} from './receive-request.ts'
import type { Request } from './request.ts'

/** By which way somebody of the office heard it. */
export const enteredChannels = ['phone', 'desk', 'paper', 'floor'] as const
export type EnteredChannel = (typeof enteredChannels)[number]

/** What was received earlier than this many days ago is a slip of the pen. */
export const mostDaysLate = 400

export type EntryRefusal =
  | IntakeRefusal
  | { readonly code: 'not-below-office'; readonly unit: UnitCode }
  | { readonly code: 'no-such-meeting'; readonly meeting: MeetingId }
  | { readonly code: 'meeting-wanted' }
  | { readonly code: 'received-long-ago'; readonly most: number }

export type EntryStores = IntakeStores & { readonly meetings: Pick<MeetingStore, 'find' | 'planned'> }

export type Entry = Pick<Incoming, 'id' | 'office' | 'unit' | 'meeting' | 'words' | 'receipt' | 'from'> & {
  readonly channel: EnteredChannel
  readonly receivedAt: Instant
}

/**
 * Enters a request on behalf of who said it; the time of receipt is asserted, the name and the contact lie sealed.
 *
 * Refuses: not-allowed, not-below-office, meeting-wanted (said on the floor of which?), no-such-meeting (of this office,
 * or it was cancelled), received-long-ago, and as `receiveRequest`.
 */
export async function enterRequest(
  stores: EntryStores,
  act: Act,
  house: Pick<IntakeHouse, 'reader' | 'seal'>,
  entry: Entry,
): Promise<Result<{ readonly request: Request; readonly fresh: boolean }, EntryRefusal>> {
  const { office, unit, meeting, receivedAt } = entry
  const answer = may(act.actor, 'enter-request', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const home = unitOfOffice(office)
  const above = await stores.territory.lineage(unit, localDay(act.at, unit))
  if (home && above.length > 0 && !above.some(({ code }) => code === home))
    return refuse({ code: 'not-below-office', unit })
  if (entry.channel === 'floor' && meeting === null) return refuse({ code: 'meeting-wanted' })
  if (meeting !== null && !(await isMeetingOf(stores, meeting, office)))
    return refuse({ code: 'no-such-meeting', meeting })
  if (receivedAt < instantOf(milliseconds(act.at) - mostDaysLate * 86_400_000))
    return refuse({ code: 'received-long-ago', most: mostDaysLate })
  return receiveRequest(
    stores,
    { ...house, at: act.at, newId: act.newId, newSalt: act.newSalt },
    {
      ...entry,
      asserted: true,
      enteredBy: act.actor.person.id,
      source: null,
      externalId: null,
      proven: true,
    },
  )
}

/** Whether requests can be for this meeting of the office: it is known, and was not cancelled. */
export async function isMeetingOf(
  { meetings }: Pick<EntryStores, 'meetings'>,
  id: MeetingId,
  office: OfficeId,
): Promise<boolean> {
  const own = await meetings.find(id)
  if (own) return own.office === office && own.state !== 'cancelled'
  return (await meetings.planned(id))?.office === office
}
