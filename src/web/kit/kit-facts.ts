// What a kit tells of a meeting: its published notice for the present date, in both languages or not at all.
import type { MeetingId } from '#calendar'
import type { PublicMeeting, Stores } from '#flows'
import type { Both, Notice } from '#meetings'
import { addresses } from '../address.ts'
import { placeLine } from '../parts/place-line.ts'
import { catalogues } from '../words/index.ts'
import type { KitFacts } from '../words/kit/told.ts'

export type Kit = { readonly kk: KitFacts; readonly ru: KitFacts }

/** The notice that stands for the present date of a meeting which is to take place; null where there is none. */
export const currentNotice = (meeting: PublicMeeting, notices: readonly Notice[]): Notice | null =>
  meeting.status === 'cancelled'
    ? null
    : (notices.findLast(({ record }) => record === meeting.record) ?? null)

/** The kit of a meeting; null until its notice is published, and again when it is moved or cancelled. */
export async function readKit(
  { readings, meetings }: Pick<Stores, 'readings' | 'meetings'>,
  id: MeetingId,
  origin: string,
): Promise<{ readonly meeting: PublicMeeting; readonly kit: Kit } | null> {
  const meeting = await readings.meeting(id)
  const notice = meeting && currentNotice(meeting, await meetings.notices(id))
  if (!notice) return null
  const demonstration = await readings.isDemonstration()
  const told = (language: keyof Kit) => factsIn(language, meeting, notice, origin, demonstration)
  return { meeting, kit: { kk: told('kk'), ru: told('ru') } }
}

function factsIn(
  language: keyof Kit,
  meeting: PublicMeeting,
  { content: { details, text, day, start } }: Notice,
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
