// The notice: signed by another than its author, published at once or at a set instant, never changed afterwards.
import { createHash } from 'node:crypto'
import type { Act, MeetingId } from '#calendar'
import { type Json, canonical } from '#journal'
import { type Instant, type Result, done, refuse } from '#kernel'
import type { Signed } from '#people'
import {
  type MeetingRefusal,
  type MeetingStores,
  keepRecord,
  meetingEntry,
  meetingFor,
  meetingToSign,
  saveNext,
  signedBy,
} from './change-meeting.ts'
import { missingWords } from './details.ts'
import type { Meeting, Notice, NoticeContent } from './meeting.ts'
import { type NoticeTerm, noticeClock, standingOf, withinHours } from './notice-clock.ts'

/** A signature given beforehand holds so many hours. Source: four eyes, one signature for one text. */
export const signatureHours = 72

/** What would be announced now. */
export const noticeContent = ({
  id,
  record,
  office,
  unit,
  day,
  start,
  details,
  notice,
}: Meeting): NoticeContent => ({
  meeting: id,
  record,
  office,
  unit,
  day,
  start,
  details,
  text: { kk: notice.kk, ru: notice.ru },
})

/** SHA-256 of the canonical form, hex: what a signature is bound to. */
export const hashOfNotice = (meeting: Meeting): string =>
  createHash('sha256')
    .update(canonical(noticeContent(meeting) as unknown as Json))
    .digest('hex')

/** What keeps a notice from going out, save who may publish it; null when nothing does. */
export function obstacle(meeting: Meeting, today: Act['today']): MeetingRefusal | null {
  const { kk, ru, behind } = meeting.notice
  if (meeting.day < today) return { code: 'past-day', day: meeting.day }
  if (kk === '' || ru === '') return { code: 'text-missing' }
  if (behind) return { code: 'text-behind', language: behind }
  const what = missingWords(meeting.details)
  return what.length > 0 ? { code: 'details-missing', what } : null
}

/** The last minute that the law leaves for a notice. */
const limitBy =
  (term: NoticeTerm | null) =>
  ({ unit }: Meeting): Instant | null =>
    term && noticeClock(term, unit).last

type Publish = {
  readonly meeting: MeetingId
  readonly revision: number
  /** What the law sets for this meeting; null where no act does. */
  readonly term: NoticeTerm | null
}

/**
 * Publishes the notice now. A late one is published too; it is marked and stays so.
 *
 * Law: A826-3.4.d. Refuses: no-such-meeting, not-allowed (four eyes among the reasons), changed-meanwhile,
 * cancelled-already, past-day, text-missing, text-behind, details-missing, nothing-new.
 */
export async function publishNotice(
  stores: MeetingStores,
  act: Act,
  { term, ...command }: Publish,
): Promise<Result<Notice, MeetingRefusal>> {
  const found = await meetingToSign(stores, act, command, 'publish-notice', limitBy(term))
  return found.ok ? publish(stores, act, found.value.meeting, term, found.value.signed) : found
}

/**
 * Signs the notice now, to be published at a set instant. Any later edit voids the signature.
 *
 * Refuses as `publishNotice` does; too-far-ahead when the instant lies more than 72 hours ahead.
 */
export async function signNotice(
  stores: MeetingStores,
  act: Act,
  { publishAt, term, ...command }: Publish & { readonly publishAt: Instant },
): Promise<Result<Meeting, MeetingRefusal>> {
  const found = await meetingToSign(stores, act, command, 'publish-notice', limitBy(term))
  if (!found.ok) return found
  const { meeting } = found.value
  const no = obstacle(meeting, act.today)
  if (no) return refuse(no)
  if (publishAt <= act.at) return refuse({ code: 'past-day', day: act.today })
  if (!withinHours(act.at, publishAt, signatureHours))
    return refuse({ code: 'too-far-ahead', hours: signatureHours })
  const hash = hashOfNotice(meeting)
  const signed = await saveNext(stores, meeting, {
    signature: { by: act.actor.person.id, at: act.at, hash, publishAt },
  })
  if (signed.ok)
    await stores.journal.append([
      meetingEntry(act, meeting, 'notice-signed', {
        record: meeting.record,
        sha256: hash,
        publish_at: publishAt,
      }),
    ])
  return signed
}

/**
 * Takes a signature back before its instant: an author, or the one who gave it.
 *
 * Refuses: no-such-meeting, not-allowed, changed-meanwhile, not-signed.
 */
export async function withdrawSignature(
  stores: MeetingStores,
  act: Act,
  command: { readonly meeting: MeetingId; readonly revision: number },
): Promise<Result<Meeting, MeetingRefusal>> {
  const signature = (await stores.meetings.find(command.meeting))?.signature
  const own = signature?.by === act.actor.person.id
  const found = await meetingFor(stores, act, command, own ? 'publish-notice' : 'write-notice')
  if (!found.ok) return found
  return found.value.signature
    ? saveNext(stores, found.value, { signature: null })
    : refuse({ code: 'not-signed' })
}

/**
 * Publishes what was signed beforehand, on behalf of the one who signed. What is not signed any more, or not by
 * somebody who still may, loses its signature and waits for a new one.
 *
 * Refuses: no-such-meeting, not-signed (its instant has not come, or somebody was faster).
 */
export async function publishSigned(
  stores: MeetingStores,
  act: Act,
  { meeting: id, term }: Omit<Publish, 'revision'>,
): Promise<Result<Notice | null, MeetingRefusal>> {
  const meeting = await stores.meetings.find(id)
  if (!meeting) return refuse({ code: 'no-such-meeting' })
  const { signature } = meeting
  if (!signature || signature.publishAt > act.at) return refuse({ code: 'not-signed' })
  const holds =
    signature.by === act.actor.person.id &&
    signature.hash === hashOfNotice(meeting) &&
    withinHours(signature.at, act.at, signatureHours) &&
    meeting.state !== 'cancelled'
  // A second factor was shown when it was signed; nobody shows one to the clock.
  const asThen = { ...act, actor: { ...act.actor, factor: 'fresh' as const } }
  const signed = await signedBy(stores, asThen, meeting, 'publish-notice', limitBy(term)(meeting))
  if (holds && signed.ok) {
    const published = await publish(stores, act, meeting, term, signed.value)
    if (published.ok || published.refusal.code === 'changed-meanwhile') return published
  }
  const voided = await saveNext(stores, meeting, { signature: null })
  if (!voided.ok) return voided
  await stores.journal.append([
    meetingEntry(act, meeting, 'notice-signature-lapsed', { record: meeting.record, sha256: signature.hash }),
  ])
  return done(null)
}

async function publish(
  stores: MeetingStores,
  act: Act,
  meeting: Meeting,
  term: NoticeTerm | null,
  signed: Signed,
): Promise<Result<Notice, MeetingRefusal>> {
  const no = obstacle(meeting, act.today)
  if (no) return refuse(no)
  const hash = hashOfNotice(meeting)
  const earlier = (await stores.meetings.notices(meeting.id)).at(-1)
  if (earlier?.hash === hash) return refuse({ code: 'nothing-new' })
  const notice: Notice = {
    meeting: meeting.id,
    number: meeting.notices + 1,
    record: meeting.record,
    publishedAt: act.at,
    standing: standingOf(term, act.at, meeting.unit),
    signed,
    due: term?.due ?? null,
    dueStrict: term?.dueStrict ?? null,
    hash,
    content: noticeContent(meeting),
  }
  const saved = await saveNext(stores, meeting, {
    state: 'planned',
    signature: null,
    notices: notice.number,
    announced: meeting.record,
    editors: [],
    sequence: meeting.notices === 0 && meeting.state === 'drafted' ? 0 : meeting.sequence + 1,
  })
  if (!saved.ok) return saved
  await stores.meetings.addNotice(notice)
  await stores.meetings.show(saved.value, act.at)
  await keepRecord(stores, act, saved.value)
  await stores.journal.append([
    // The page of the meeting bears the name of the place and its akim: an official page (AMB-40).
    meetingEntry(act, meeting, 'notice-published', { meeting: meeting.record, channel: 'official-site' }),
    meetingEntry(act, meeting, 'notice-put-up', {
      record: meeting.record,
      notice: notice.number,
      sha256: hash,
      standing: notice.standing,
      signed,
    }),
  ])
  return done(notice)
}
