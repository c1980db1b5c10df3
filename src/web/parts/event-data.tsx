// The meeting for machines that read pages: schema.org Event as JSON-LD, and what a shared link shows (Open Graph).
import { type LocalDate, addDays, instantOf } from '#kernel'
import type { PublicMeeting } from '#flows'
import { type UnitCode, offsetHours } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { clockAfter } from '../words/format.ts'
import { formLine, placeLine } from './place-line.ts'

type Props = { here: Here; origin: string; meeting: PublicMeeting }

const modes = {
  visiting: 'OfflineEventAttendanceMode',
  stationary: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const satisfies Record<PublicMeeting['form'], string>

/** A time of day with the offset of its place (ISO 8601). */
export function zonedTime(day: LocalDate, clock: string, region: UnitCode): string {
  const hours = offsetHours(region, instantOf(Date.parse(`${day}T${clock}:00Z`)))
  return `${day}T${clock}:00+${String(hours).padStart(2, '0')}:00`
}

export function eventOf({ here, origin, meeting }: Props): object {
  const { words, language } = here
  const { unit, above, office, day, start, plannedMinutes, region, earlier, form, status } = meeting
  const url = `${origin}${addresses[language].meeting(meeting.id)}`
  const end = clockAfter(start, plannedMinutes)
  const moved = earlier.at(-1)
  const place = {
    '@type': 'Place',
    name: unit.name[language],
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'KZ',
      addressRegion: (above.at(-1) ?? unit).name[language],
      addressLocality: unit.name[language],
    },
  }
  const online = { '@type': 'VirtualLocation', url }
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: words.meeting.title(office.name[language]),
    description: formLine(words, meeting),
    inLanguage: language,
    startDate: zonedTime(day, start, region),
    endDate: zonedTime(end < start ? addDays(day, 1) : day, end, region),
    ...(moved ? { previousStartDate: zonedTime(moved.day, moved.start, region) } : {}),
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : moved ? 'EventRescheduled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${modes[form]}`,
    location: form === 'online' ? online : form === 'hybrid' ? [place, online] : place,
    organizer: {
      '@type': 'GovernmentOrganization',
      name: office.name[language],
      ...(office.unit ? { url: `${origin}${addresses[language].place(office.unit)}` } : {}),
    },
    isAccessibleForFree: true,
  }
}

/** Goes into the head. The block of data is no script: browsers do not run it, and the policy of the page lets it be. */
export function EventData({ here, origin, meeting }: Props) {
  const { words, language, format } = here
  const title = `${words.meeting.title(meeting.office.name[language])}, ${format.day(meeting.day)}`
  // Beware: `</script>` in a text would end the block.
  const data = JSON.stringify(eventOf({ here, origin, meeting })).replace(/</g, '\\u003c')
  return (
    <>
      <OpenGraph
        here={here}
        url={`${origin}${addresses[language].meeting(meeting.id)}`}
        title={title}
        description={`${format.fullDay(meeting.day)}, ${meeting.start}. ${placeLine(here, meeting, true)}`}
      />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
    </>
  )
}

const locales = { kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB' } as const

/** What other sites and messengers show of a link to this page. */
export const OpenGraph = ({
  here,
  url,
  title,
  description,
}: {
  here: Here
  url: string
  title: string
  description: string
}) => (
  <>
    <meta property="og:site_name" content={here.words.site.name} />
    <meta property="og:type" content="website" />
    <meta property="og:locale" content={locales[here.language]} />
    <meta property="og:url" content={url} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
  </>
)
