// Where else a notice was carried, with the proof of it. Statutory: the notice on that channel; beside it the proof.
import type { Act, MeetingId } from '#calendar'
import type { Attachment, Clean, FileId, FileStore } from '#files'
import { type Entry, type EntryId, type Payload } from '#journal'
import { type Instant, type Result, done, refuse } from '#kernel'
import { type MeetingRefusal, type MeetingStores, meetingEntry, meetingFor } from './change-meeting.ts'

/** The channels of the decree (A826-3.4.c), in the order of the checklist. */
export const noticeChannels = [
  'official-site',
  'egov-portal',
  'open-data-portal',
  'media',
  'print',
  'radio',
  'social',
  'public-place',
] as const
export type NoticeChannel = (typeof noticeChannels)[number]

export type RecordChannel = {
  readonly meeting: MeetingId
  readonly channel: NoticeChannel
  /** When it was carried, as the office says. */
  readonly at: Instant
  /** An address, or an empty text where there is none. */
  readonly link: string
  readonly note: string
  /** A photo or a paper, made harmless; it is shown to everybody. */
  readonly file: Clean | null
}

/** A channel with its proof, as anyone may read it. */
export type Carried = {
  readonly entry: EntryId
  readonly record: string
  readonly channel: NoticeChannel
  readonly at: string
  readonly link: string
  readonly note: string
  readonly file: Attachment | null
}

/**
 * Records that a channel carried the notice. The time is typed, so the fact is marked as asserted; it cannot lie before
 * the notice itself, for what was said before the signature was not this notice.
 *
 * Law: A826-3.4.c. Refuses: no-such-meeting, not-allowed, cancelled-already, not-announced, before-the-notice,
 * in-the-future.
 */
export async function recordChannel(
  stores: MeetingStores & { readonly files: Pick<FileStore, 'add'> },
  act: Act,
  { channel, at, link, note, file, meeting: id }: RecordChannel,
): Promise<Result<Carried, MeetingRefusal>> {
  const found = await meetingFor(stores, act, { meeting: id, revision: null }, 'record-channel')
  if (!found.ok) return found
  const meeting = found.value
  const notice = (await stores.meetings.notices(id)).find(({ record }) => record === meeting.record)
  if (!notice) return refuse({ code: 'not-announced' })
  // A typed minute has no seconds: the minute of the notice itself is good.
  if (at.slice(0, 16) < notice.publishedAt.slice(0, 16)) return refuse({ code: 'before-the-notice' })
  if (at > act.at) return refuse({ code: 'in-the-future' })
  const about = { office: meeting.office, subject: id, at: act.at }
  const kept = file && (await stores.files.add(file, { id: act.newId() as FileId, ...about }))
  const fact = meetingEntry(act, meeting, 'notice-published', { meeting: meeting.record, channel })
  const proof = meetingEntry(act, meeting, 'channel-recorded', {
    record: meeting.record,
    channel,
    link,
    note,
    ...(kept ? { file: kept } : {}),
  })
  await stores.journal.append([fact, proof].map((entry) => ({ ...entry, at, asserted: true })))
  return done(carriedOf(proof.id, at, proof.payload))
}

/** The proofs among the entries of a meeting, the earliest first. */
export const carriedIn = (entries: readonly Entry[]): Carried[] =>
  entries
    .filter(({ type }) => type === 'channel-recorded')
    .map(({ id, at, payload }) => carriedOf(id, at, payload))

const carriedOf = (entry: EntryId, at: string, payload: Payload): Carried => ({
  entry,
  record: payload['record'] as string,
  channel: payload['channel'] as NoticeChannel,
  at,
  link: payload['link'] as string,
  note: payload['note'] as string,
  file: (payload['file'] as Attachment | undefined) ?? null,
})
