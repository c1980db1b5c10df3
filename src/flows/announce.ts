// Announced, moved, cancelled: what a meeting says to the law, and what its subscribers hear of it.
import { type Act, type MeetingId } from '#calendar'
import { type LocalDate, type Result, addDays } from '#kernel'
import { type Law, noticeDays } from '#law'
import {
  type Both,
  type Meeting,
  type MeetingRefusal,
  type Notice,
  type NoticeTerm,
  cancelMeeting,
  meetingOf,
  moveMeeting,
  publishNotice,
} from '#meetings'
import { keepCollected } from '#requests'
import type { Books } from './propose-calendar.ts'
import type { Stores } from './stores.ts'
import { tellSubscribers } from './tell-subscribers.ts'

/** The last good days of a notice by the law in force; null where no act sets a term. */
export async function noticeTermOf(
  { territory }: Pick<Stores, 'territory'>,
  law: Law,
  { office: id, unit: code, day }: Pick<Meeting, 'office' | 'unit' | 'day'>,
): Promise<NoticeTerm | null> {
  const office = await territory.office(id)
  const unit = await territory.unit(code, day)
  const term = office && noticeDays(law, office.post, day, unit?.kind ?? null)
  return term ? { due: addDays(day, -term.days), dueStrict: addDays(day, -term.strict) } : null
}

/** Publishes the notice of a meeting now and tells its subscribers; refuses as `publishNotice` does. */
export async function announceMeeting(
  stores: Stores,
  books: Pick<Books, 'law'>,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<Notice, MeetingRefusal>> {
  const meeting = await meetingOf(stores.meetings, command.meeting)
  const term = meeting && (await noticeTermOf(stores, books.law, meeting))
  const published = await publishNotice(stores, act, { ...command, term })
  if (published.ok) await tellOfNotice(stores, act, published.value)
  return published
}

export const tellOfNotice = (stores: Stores, { at }: Act, { content }: Notice): Promise<void> =>
  tellSubscribers(stores, at, {
    event: 'announced',
    meeting: content.meeting,
    office: content.office,
    unit: content.unit,
    day: content.day,
    start: content.start,
  })

/**
 * Moves a meeting and tells its subscribers where it stood before; what was collected for it holds for the new date.
 *
 * Refuses as `moveMeeting` does.
 */
export async function moveAndTell(
  stores: Stores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<Meeting, MeetingRefusal>> {
  const moved = await moveMeeting(stores, act, command)
  const was = moved.ok ? moved.value.earlier.at(-1) : undefined
  if (moved.ok && was) {
    await keepCollected(stores, act, moved.value, was.record)
    await tellOfChange(stores, act, moved.value, 'moved', was.reason, was)
  }
  return moved
}

/** Cancels a meeting and tells its subscribers why; refuses as `cancelMeeting` does. */
export async function cancelAndTell(
  stores: Stores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<Meeting, MeetingRefusal>> {
  const cancelled = await cancelMeeting(stores, act, command)
  // A draft that nobody knew of ends in silence.
  if (cancelled.ok && (cancelled.value.place || cancelled.value.notices > 0))
    await tellOfChange(stores, act, cancelled.value, 'cancelled', cancelled.value.cancelled!.reason, null)
  return cancelled
}

const tellOfChange = (
  stores: Stores,
  { at }: Act,
  { id, office, unit, day, start }: Meeting,
  event: 'moved' | 'cancelled',
  { kk, ru }: Both,
  was: { readonly day: LocalDate; readonly start: string } | null,
): Promise<void> =>
  tellSubscribers(stores, at, {
    event,
    meeting: id,
    office,
    unit,
    day,
    start,
    was: was && { day: was.day, start: was.start },
    reason: kk === ru ? kk : `${kk} / ${ru}`,
  })
