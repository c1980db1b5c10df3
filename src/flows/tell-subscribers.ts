// A meeting was announced, moved or cancelled: what subscribers are told, written with the change itself.
import type { MeetingId } from '#calendar'
import type { Instant, LocalDate, Text } from '#kernel'
import { type MessageId, type Topic, topic } from '#notices'
import type { Office, OfficeId, Unit, UnitCode } from '#territory'
import type { Stores } from './stores.ts'

export type MeetingTold = {
  readonly event: 'announced' | 'moved' | 'cancelled' | 'week-before' | 'day-before'
  readonly meeting: MeetingId
  readonly office: Text
  /** The place and what it lies in, nearest first, without the region. */
  readonly place: readonly Text[]
  readonly day: LocalDate
  /** `HH:MM`, local. */
  readonly start: string
  /** Where a moved meeting stood before. */
  readonly was: { readonly day: LocalDate; readonly start: string } | null
  /** In the words of the office. */
  readonly reason: string | null
}

/** What is to be told of a meeting; names are taken as of its day. */
export type MeetingNews = {
  readonly event: MeetingTold['event']
  readonly meeting: MeetingId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly start: string
  readonly was?: { readonly day: LocalDate; readonly start: string } | null
  readonly reason?: string | null
}

/** Writes the message for whoever hears it; the same news of the same day again is not written twice. */
export async function tellSubscribers(
  { territory, outbox }: Pick<Stores, 'territory' | 'outbox'>,
  at: Instant,
  news: MeetingNews,
): Promise<void> {
  const lineage = await territory.lineage(news.unit, news.day)
  const office = await territory.office(news.office)
  if (!office || lineage.length === 0) return
  await outbox.write(messageOf(at, news, office, lineage))
}

/** The message of a meeting whose office and places are known. */
export function messageOf(at: Instant, news: MeetingNews, office: Office, lineage: readonly Unit[]) {
  const { event, meeting, day, start, was = null, reason = null } = news
  const told: MeetingTold = {
    event,
    meeting,
    office: office.name,
    place: lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ name }) => name),
    day,
    start,
    was,
    reason,
  }
  const stamp = event === 'week-before' || event === 'day-before' ? day : at.replaceAll(':', '')
  return {
    id: `${event}.${meeting}.${stamp}` as MessageId,
    topics: topicsOfMeeting(meeting, news.office, lineage),
    wish:
      ({ 'week-before': 'week', 'day-before': 'day' } as const)[event as 'day-before'] ??
      ('changes' as const),
    office: news.office,
    payload: told,
    at,
  }
}

/** The words that messages of a meeting carry: itself, its akim, where it is held, and all that this lies in. */
export const topicsOfMeeting = (meeting: MeetingId, office: OfficeId, lineage: readonly Unit[]): Topic[] => [
  topic(`meeting:${meeting}`),
  topic(`office:${office}`),
  ...(lineage[0] ? [topic(`at:${lineage[0].code}`)] : []),
  ...lineage.map(({ code }) => topic(`region:${code}`)),
]

/** What one hears who asked for a place: meetings held there or in what it lies in, short of the region. */
export const heardAtPlace = (lineage: readonly Unit[]): Topic[] =>
  lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ code }) => topic(`at:${code}`))
