// What a kit tells of a meeting: its published notice for the present date, in both languages or not at all.
import type { MeetingId } from '#calendar'
import type { PublicMeeting, Stores } from '#flows'
import { type Both, type Notice, type NoticeContent, hashOfNotice, meetingOf } from '#meetings'
import { addresses } from '../address.ts'
import type { Desk } from '../office/desk.ts'
import { placeLine } from '../parts/place-line.ts'
import { catalogues } from '../words/index.ts'
import type { KitFacts } from '../words/kit/told.ts'

export type Kit = { readonly kk: KitFacts; readonly ru: KitFacts }

/** The notice that stands for the present date of a meeting which is to take place; null where there is none. */
export const currentNotice = (meeting: PublicMeeting, notices: readonly Notice[]): Notice | null =>
  meeting.status === 'cancelled'
    ? null
    : (notices.findLast(({ record }) => record === meeting.record) ?? null)

/** What of a meeting a kit tells beside the words of its notice. */
export type Subject = Pick<PublicMeeting, 'id' | 'office' | 'unit' | 'above' | 'day' | 'start'>
export type Found = { readonly meeting: Subject; readonly kit: Kit }
type Words = Pick<NoticeContent, 'details' | 'text' | 'day' | 'start'>

/** The kit of a meeting; null until its notice is published, and again when it is moved or cancelled. */
export async function readKit(
  { readings, meetings }: Pick<Stores, 'readings' | 'meetings'>,
  id: MeetingId,
  origin: string,
): Promise<Found | null> {
  const meeting = await readings.meeting(id)
  const notice = meeting && currentNotice(meeting, await meetings.notices(id))
  if (!notice) return null
  return { meeting, kit: kitOf(meeting, notice.content, origin, await readings.isDemonstration()) }
}

/** The kit of a notice that is signed and waits for its hour: for its own office, which prints in advance. */
export async function readSignedKit(
  { meetings, territory }: Pick<Stores, 'meetings' | 'territory'>,
  { office, here }: Desk,
  id: MeetingId,
  origin: string,
): Promise<Found | null> {
  const meeting = await meetingOf(meetings, id)
  if (!meeting?.signature || meeting.office !== office.id || meeting.state === 'cancelled') return null
  // Other words than the signed ones are not announced.
  if (hashOfNotice(meeting) !== meeting.signature.hash) return null
  const [unit, ...above] = await territory.lineage(meeting.unit, meeting.day)
  if (!unit) return null
  const { day, start, details, notice } = meeting
  const subject = { id, office, unit, above, day, start }
  return {
    meeting: subject,
    kit: kitOf(subject, { day, start, details, text: notice }, origin, here.demonstration),
  }
}

const kitOf = (meeting: Subject, words: Words, origin: string, demonstration: boolean): Kit => ({
  kk: factsIn('kk', meeting, words, origin, demonstration),
  ru: factsIn('ru', meeting, words, origin, demonstration),
})

function factsIn(
  language: keyof Kit,
  meeting: Subject,
  { details, text, day, start }: Words,
  origin: string,
  demonstration: boolean,
): KitFacts {
  const words = catalogues[language]
  const told = words.meetings
  const { venue, beside } = details
  const own = (both: Both) => both[language]
  return {
    who: meeting.office.name[language],
    where: placeLine({ language, words }, meeting, true),
    venue: own(venue.name),
    address: own(venue.address),
    online: details.form === 'online',
    day,
    start,
    access: venue.access.map((fact) => told.accessFacts[fact]),
    interpreters: details.interpreters.map((one) => told.interpreters[one]),
    spoken: details.languages.map((one) => told.spokenLanguages[one]),
    broadcasts: [...new Set(details.broadcasts.map((link) => new URL(link).host))],
    sites: details.sites,
    reception: beside.reception && { ...beside.reception, place: own(beside.reception.place) },
    notice: own(text),
    url: `${origin}${addresses[language].meeting(meeting.id)}`,
    host: new URL(origin).host,
    demonstration,
  }
}
