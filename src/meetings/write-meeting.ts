// The author's work: what a visitor has to know, and the words of the notice in both languages.
import type { Act, MeetingId } from '#calendar'
import { type LocalDate, type Result, refuse } from '#kernel'
import {
  type MeetingRefusal,
  type MeetingStores,
  meetingFor,
  saveNext,
  withEditor,
} from './change-meeting.ts'
import type { Details } from './details.ts'
import type { Both, Meeting, NoticeText } from './meeting.ts'

type Edit = { readonly meeting: MeetingId; readonly revision: number }

/**
 * Writes what a visitor has to know. A signature given beforehand lapses: it was for other words.
 *
 * A draft outside the calendar may change its day and hour here; what the public knows of is moved (`moveMeeting`).
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, cancelled-already, needs-a-move, past-day, no-such-unit.
 */
export async function writeDetails(
  stores: MeetingStores,
  act: Act,
  command: Edit & { readonly details: Details; readonly day?: LocalDate; readonly start?: string },
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'draft-meeting')
  if (!found.ok) return found
  const meeting = found.value
  const { details, day = meeting.day, start = meeting.start } = command
  if (day !== meeting.day || start !== meeting.start) {
    if (meeting.state !== 'drafted') return refuse({ code: 'needs-a-move' })
    if (day < act.today) return refuse({ code: 'past-day', day })
    if (!(await stores.territory.unit(meeting.unit, day)))
      return refuse({ code: 'no-such-unit', unit: meeting.unit, day })
  }
  return saveNext(stores, meeting, {
    details,
    day,
    start,
    signature: null,
    editors: withEditor(meeting, act.actor.person.id),
  })
}

/**
 * Writes the words of the notice. When one language changes alone, the other one falls behind until it changes too or
 * somebody says that both tell the same.
 *
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, cancelled-already.
 */
export async function writeNotice(
  stores: MeetingStores,
  act: Act,
  command: Edit & { readonly text: Both; readonly sayTheSame: boolean },
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingFor(stores, act, command, 'write-notice')
  if (!found.ok) return found
  const meeting = found.value
  return saveNext(stores, meeting, {
    notice: textAfter(meeting.notice, command.text, command.sayTheSame),
    signature: null,
    editors: withEditor(meeting, act.actor.person.id),
  })
}

/** The text after an edit: which language is behind now. */
export function textAfter(before: NoticeText, { kk, ru }: Both, sayTheSame: boolean): NoticeText {
  const [kkNew, ruNew] = [kk !== before.kk, ru !== before.ru]
  if (sayTheSame || (kkNew && ruNew) || kk === '' || ru === '') return { kk, ru, behind: null }
  if (kkNew) return { kk, ru, behind: before.behind === 'kk' ? null : 'ru' }
  if (ruNew) return { kk, ru, behind: before.behind === 'ru' ? null : 'kk' }
  return { kk, ru, behind: before.behind }
}
