// From a posted form of a meeting to the verb of the room, or to what is wrong with its fields.
import type { Act, MeetingId } from '#calendar'
import { type Books, type Stores, announceMeeting, cancelAndTell, moveAndTell, noticeTermOf } from '#flows'
import type { Clean } from '#files'
import { type Result, refuse } from '#kernel'
import {
  type MeetingRefusal,
  dropChange,
  instantAt,
  inviteGuests,
  meetingOf,
  noticeChannels,
  openMeeting,
  outsideReasons,
  proposeChange,
  recordChannel,
  recordReply,
  replies,
  signNotice,
  withdrawSignature,
  writeDetails,
  writeNotice,
} from '#meetings'
import type { OfficeId, UnitCode } from '#territory'
import type { Typed } from '../deed-form.tsx'
import type { Read } from '../read-deed.ts'
import type { MeetingDeed } from './meeting-addresses.ts'
import { FormReader, type FormWords, readDetails, readNotice } from './read-meeting-forms.ts'

export type MeetingVerb = (stores: Stores, act: Act) => Promise<Result<unknown, MeetingRefusal>>

/** The verb of a form, with what was typed read; nothing typed is trusted before it. */
export function verbOf(
  books: Books,
  deed: MeetingDeed,
  typed: Typed,
  words: FormWords,
  command: { readonly meeting: MeetingId; readonly revision: number; readonly file: Clean | null },
): Read<MeetingVerb> {
  const form = new FormReader(typed, words)
  const { meeting: id, file } = command
  const verb = (one: MeetingVerb) => form.done(one)
  switch (deed) {
    case 'details': {
      const read = readDetails(typed, words)
      return read.ok
        ? { ok: true, value: (stores, act) => writeDetails(stores, act, { ...command, ...read.value }) }
        : read
    }
    case 'notice': {
      const read = readNotice(typed, words)
      return read.ok
        ? { ok: true, value: (stores, act) => writeNotice(stores, act, { ...command, ...read.value }) }
        : read
    }
    case 'publish':
      return verb((stores, act) => announceMeeting(stores, books, act, command))
    case 'sign': {
      const [day, start] = [form.day('day'), form.clock('start')]
      return verb(async (stores, act) => {
        const meeting = await meetingOf(stores.meetings, id)
        if (!meeting) return refuse({ code: 'no-such-meeting' })
        const term = await noticeTermOf(stores, books.law, meeting)
        return signNotice(stores, act, { ...command, term, publishAt: instantAt(day, start, meeting.unit) })
      })
    }
    case 'withdraw':
      return verb((stores, act) => withdrawSignature(stores, act, command))
    case 'channels': {
      const channel = form.choice('channel', noticeChannels)
      const [day, start] = [form.day('day'), form.clock('start')]
      const [link, note] = [form.link('link'), form.text('note')]
      if (link === '' && note === '' && !file) form.wrong['note'] = words.meetings.office.wrong.proof
      return verb(async (stores, act) => {
        const unit = (await meetingOf(stores.meetings, id))?.unit ?? null
        return recordChannel(stores, act, {
          meeting: id,
          channel,
          link,
          note,
          file,
          at: instantAt(day, start, unit),
        })
      })
    }
    case 'guests': {
      const category = form.text('category', { most: 60, needed: true })
      const names = form.lines('names')
      if (names.length === 0) form.wrong['names'] ??= words.meetings.office.wrong.text
      return verb((stores, act) => inviteGuests(stores, act, { meeting: id, category, names }))
    }
    case 'reply': {
      const [guest, reply] = [form.text('guest', { needed: true }), form.choice('reply', replies)]
      return verb((stores, act) => recordReply(stores, act, { meeting: id, guest, reply }))
    }
    case 'move': {
      const [day, start] = [form.day('day'), form.clock('start')]
      const reason = form.both('reason', { most: 500, needed: true })
      return verb((stores, act) =>
        proposeChange(stores, act, { ...command, change: { kind: 'move', day, start, reason } }),
      )
    }
    case 'cancel': {
      const reason = form.both('reason', { most: 500, needed: true })
      return verb((stores, act) =>
        proposeChange(stores, act, { ...command, change: { kind: 'cancel', reason } }),
      )
    }
    case 'sign-change':
      return verb(async (stores, act) => {
        const change = (await meetingOf(stores.meetings, id))?.change
        return change?.kind === 'cancel'
          ? cancelAndTell(stores, act, command)
          : moveAndTell(stores, act, command)
      })
    case 'drop-change':
      return verb((stores, act) => dropChange(stores, act, command))
  }
}

/** The verb that opens a meeting outside the calendar. */
export function openerOf(typed: Typed, words: FormWords, office: OfficeId): Read<MeetingVerb> {
  const form = new FormReader(typed, words)
  const unit = form.text('unit', { needed: true }) as UnitCode
  const [day, start] = [form.day('day'), form.clock('start')]
  const minutes = form.neededNumber('minutes', 10, 720)
  const reason = form.choice('outside', outsideReasons)
  const told = form.both('reason', { most: 500, needed: true })
  const answers = form
    .text('answers')
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
  if (answers.some((one) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(one)))
    form.wrong['answers'] = words.meetings.office.wrong.answers
  const outside = { reason, words: told, answers }
  return form.done((stores: Stores, act: Act) =>
    openMeeting(stores, act, { office, unit, day, start, minutes, outside }),
  )
}
