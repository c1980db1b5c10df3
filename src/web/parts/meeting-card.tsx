// A meeting in a list: the leaf, who comes where and when, and why on this day.
import type { ComponentChildren } from 'preact'
import { type LocalDate, daysBetween } from '#kernel'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import type { PublicMeeting } from '#flows'
import { ChangeMark } from './change-mark.tsx'
import { DateLeaf } from './date-leaf.tsx'
import { Icon } from './icon.tsx'
import { placeLine, timeLine } from './place-line.ts'

type Props = { here: Here; meeting: PublicMeeting; children?: ComponentChildren; level?: 3 | 4 }

export function MeetingCard({ here, meeting, children, level = 3 }: Props) {
  const { words, language } = here
  const Heading = level === 3 ? 'h3' : 'h4'
  const over = meeting.status === 'held' || meeting.status === 'cancelled' || meeting.day < here.today
  return (
    <article class="card">
      <DateLeaf here={here} day={meeting.day} past={over} />
      <div class="card-body">
        <Heading>
          <a href={addresses[language].meeting(meeting.id)}>{meeting.office.name[language]}</a>
        </Heading>
        <p>
          <Icon name="place" /> {placeLine(here, meeting)}
        </p>
        <p class="soft numbers">
          <Icon name="clock" /> {timeLine(here, meeting)}, {words.meeting.formsShort[meeting.form]}
        </p>
        <ChangeMark here={here} meeting={meeting} />
        {children}
      </div>
    </article>
  )
}

/** Today, tomorrow, in so many days; empty for days gone by. */
export function distance({ words, today }: Here, day: LocalDate): string {
  const days = daysBetween(today, day)
  if (days < 0) return ''
  if (days === 0) return words.meeting.today
  return days === 1 ? words.meeting.tomorrow : words.meeting.inDays(days)
}

/** Where the reader learns why: the duty behind the meeting, at its calendar page. */
export const WhyLink = ({ here, meeting }: { here: Here; meeting: PublicMeeting }) => (
  <a class="why" href={`${addresses[here.language].meeting(meeting.id)}#why`}>
    {here.words.meeting.whyDay}
  </a>
)

export const MeetingList = ({
  here,
  meetings,
  level,
}: {
  here: Here
  meetings: readonly PublicMeeting[]
  level: 3 | 4
}) => (
  <ul class="plain cards">
    {meetings.map((meeting) => (
      <li key={meeting.id}>
        <MeetingCard here={here} meeting={meeting} level={level}>
          <WhyLink here={here} meeting={meeting} />
        </MeetingCard>
      </li>
    ))}
  </ul>
)
