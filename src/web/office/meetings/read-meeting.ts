// What the page of a meeting shows its office: how far it is prepared, what the law asks, what comes next.
import type { MeetingId } from '#calendar'
import { type Books, type Stores, dutiesOf, noticeTermOf } from '#flows'
import { localDate, yearOf } from '#kernel'
import { type Component, type VerdictWord, componentsOf } from '#law'
import {
  type Carried,
  type Guest,
  type Meeting,
  type Notice,
  type NoticeTerm,
  type Planned,
  type ShareLimit,
  carriedIn,
  meetingOf,
  missingWords,
  noticeChannels,
  usualGuests,
} from '#meetings'
import type { Unit } from '#territory'
import type { Desk } from '../desk.ts'

export type MeetingView = {
  readonly meeting: Meeting
  /** The place it is held in, and what it lies in up to the region. */
  readonly lineage: readonly Unit[]
  readonly term: NoticeTerm | null
  /** A notice is on record, whose words are not here: it was recorded before its office came. */
  readonly elsewhere: boolean
  readonly components: readonly Component[]
  /** The verdict of today on each of them, where the law knows of the meeting. */
  readonly verdicts: ReadonlyMap<string, VerdictWord>
  readonly share: ShareLimit | null
  readonly notices: readonly Notice[]
  readonly carried: readonly Carried[]
  readonly guests: readonly Guest[]
  /** Categories that the law of the day asks for, then those that are usual. */
  readonly categories: { readonly byLaw: readonly string[]; readonly usual: readonly string[] }
  /** The newest release of the calendar, where it has another date than the office. */
  readonly corrected: Planned | null
  readonly stage: Stage
}

/** What comes next. */
export type Stage = 'details' | 'notice' | 'publish' | 'channels' | 'guests' | 'done' | 'cancelled' | 'passed'

export async function readMeeting(
  stores: Stores,
  books: Books,
  { office, here }: Desk,
  id: MeetingId,
): Promise<MeetingView | null> {
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting || meeting.office !== office.id) return null
  const { law } = books
  const lineage = await stores.territory.lineage(meeting.unit, meeting.day)
  const components = componentsOf(
    law,
    {
      post: office.post,
      unit: lineage[0]?.kind ?? null,
      inCalendar: meeting.place !== null,
      videoconference: meeting.details.sites.length > 0,
    },
    meeting.day,
  ).filter(({ ofHolder }) => ofHolder)
  const entries = await stores.journal.entries({
    subject: id,
    types: ['channel-recorded', 'notice-published'],
  })
  const guests = await stores.meetings.guests(id)
  const term = await noticeTermOf(stores, law, meeting)
  const notices = await stores.meetings.notices(id)
  const planned = meeting.place ? await stores.meetings.planned(id) : null
  const byLaw = [
    ...new Set(
      components
        .filter(({ facts }) => facts.includes('guests-present') || facts.includes('guests-invited'))
        .flatMap(({ words }) => words?.of ?? []),
    ),
  ]
  const most = components.find(({ share }) => share?.most)?.share ?? null
  const carried = carriedIn(entries).filter(({ record }) => record === meeting.record)
  const view = {
    meeting,
    lineage,
    term,
    elsewhere:
      meeting.announced !== meeting.record &&
      entries.some(
        ({ type, payload }) => type === 'notice-published' && payload['meeting'] === meeting.record,
      ),
    components,
    verdicts: await verdictsOn(stores, books, meeting, here.today),
    share: most && { part: most.part, of: most.of, leaveOut: most.leaveOut },
    notices,
    carried,
    guests,
    categories: { byLaw, usual: usualGuests.filter((one) => !byLaw.includes(one)) },
    corrected:
      planned && meeting.place && planned.place.release > meeting.place.release && planned.day !== meeting.day
        ? planned
        : null,
  }
  return { ...view, stage: stageOf(view, here.today) }
}

async function verdictsOn(
  stores: Stores,
  { law }: Books,
  { office, record, day }: Meeting,
  asOf: Desk['here']['today'],
): Promise<ReadonlyMap<string, VerdictWord>> {
  const horizon = localDate(`${Math.max(yearOf(day), yearOf(asOf))}-12-31`)
  const duties = await dutiesOf(stores, law, office, { asOf, horizon })
  return new Map(
    (duties?.verdicts ?? [])
      .filter(({ subject }) => subject === record)
      .map(({ norm, verdict }) => [norm as string, verdict]),
  )
}

/** Whether the public has read everything that the office has written. */
export const isOut = ({ announced, record, editors }: Meeting): boolean =>
  announced === record && editors.length === 0

export function stageOf(
  {
    meeting,
    carried,
    guests,
    categories,
  }: Pick<MeetingView, 'meeting' | 'carried' | 'guests' | 'categories'>,
  today: string,
): Stage {
  const { notice, editors } = meeting
  if (meeting.state === 'cancelled') return 'cancelled'
  if (meeting.day < today) return 'passed'
  if (missingWords(meeting.details).length > 0) return 'details'
  if (notice.kk === '' || notice.ru === '' || notice.behind) return 'notice'
  if (!isOut(meeting)) return editors.length === 0 ? 'notice' : 'publish'
  // Guests come first: they need time to answer.
  if (categories.byLaw.some((one) => !guests.some(({ category }) => category === one))) return 'guests'
  const open = noticeChannels.some(
    (one) => one !== 'official-site' && !carried.some(({ channel }) => channel === one),
  )
  return open ? 'channels' : 'done'
}
