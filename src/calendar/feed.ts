// The calendar as an iCalendar feed (RFC 5545), for the calendars of phones and offices.
import type { Instant, Language, LocalDate } from '#kernel'
import { addDays } from '#kernel'
import ical, { ICalEventStatus, type ICalEventData, escape } from 'ical-generator'
import type { MeetingId } from './calendar.ts'
import { zoneDefinition } from './feed-zone.ts'

export type FeedEvent = {
  readonly id: MeetingId
  /** Rises with each change of the meeting (RFC 5545 §3.8.7.4). */
  readonly sequence: number
  readonly status: 'confirmed' | 'cancelled'
  readonly day: LocalDate
  /** `HH:MM`, the clock of the feed's zone. */
  readonly start: string
  readonly minutes: number
  readonly summary: string
  readonly location: string
  readonly description: string
  /** The meeting's page. */
  readonly url: string
  readonly categories: readonly string[]
}

export type Feed = {
  readonly name: string
  readonly language: Language
  readonly events: readonly FeedEvent[]
  /** As `zoneName` gives it. */
  readonly zone: string
  readonly publishedAt: Instant
  /** Where the feed is found; its host stands in the ids of the events. */
  readonly url: string
}

/** Readers are asked to look again after so many seconds. */
const refreshSeconds = 6 * 3600

/**
 * The feed as text, lines of at most 75 octets ended by CRLF.
 *
 * Texts are read back as they were given, save that line ends become `\n` and characters that RFC 5545 does not
 * allow in a text are left out. Throws on a zone, address or meeting id that is none: they are ours.
 */
export function calendarFeed(feed: Feed): string {
  // Beware: the package writes name, address and ids as they are, and times of a named zone by the clock of the
  // machine. So those are made safe here, times come as walls, and only events carry the zone: with a zone on the
  // calendar DTSTAMP would be local too.
  const name = escape(clean(feed.name), false)
  const host = new URL(feed.url).host
  const calendar = ical({
    prodId: { company: 'Kezdesu', product: 'calendar', language: feed.language.toUpperCase() },
    name,
    url: address(feed.url),
    ttl: refreshSeconds,
    // An empty feed still needs one component to be a calendar; it has no DTSTAMP to spoil.
    timezone: { name: feed.events.length === 0 ? feed.zone : null, generator: zoneDefinition },
    x: feed.events.length === 0 ? {} : { 'X-WR-TIMEZONE': feed.zone },
  })
  for (const event of feed.events) calendar.createEvent(eventOf(feed, event, host))
  return `${calendar.toString()}\r\n`
}

function eventOf(feed: Feed, event: FeedEvent, host: string): ICalEventData {
  if (!/^[\w.:-]+$/.test(event.id)) throw new Error(`not the id of a meeting: ${JSON.stringify(event.id)}`)
  return {
    id: `${event.id}@${host}`,
    sequence: event.sequence,
    status: event.status === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    stamp: feed.publishedAt,
    timezone: feed.zone,
    start: wall(event.day, event.start, 0),
    end: wall(event.day, event.start, event.minutes),
    summary: clean(event.summary),
    location: clean(event.location) || null,
    description: clean(event.description) || null,
    url: address(event.url),
    categories: event.categories.flatMap((category) => (clean(category) ? [{ name: clean(category) }] : [])),
  }
}

/** A time as it hangs on the wall: the package asks a date library for its two formats and gets them. */
function wall(day: LocalDate, start: string, minutes: number) {
  const total = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes
  const date = addDays(day, Math.floor(total / 1440))
  const pad = (n: number) => String(n).padStart(2, '0')
  const time = `${pad(Math.floor((total % 1440) / 60))}${pad(total % 60)}00`
  const iso = `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:00Z`
  return {
    format: (pattern?: string) => (pattern === 'YYYYMMDD' ? date.replaceAll('-', '') : time),
    isValid: () => true,
    toDate: () => new Date(iso),
    toJSON: () => iso,
  }
}

/** Line ends as `\n`; no control but the tab, no half of a surrogate pair (RFC 5545 §3.3.11, RFC 3629). */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .toWellFormed()

/** An address with nothing in it that the format would read as its own; the package escapes it as if it were text. */
const address = (url: string): string =>
  new URL(url).href.replace(/[,;\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
