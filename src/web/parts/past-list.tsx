// Meetings gone by, one line each, with how their announcement is judged; the older ones behind a fold.
import type { PublicMeeting } from '#flows'
import type { Verdict } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { WhyLink } from './meeting-card.tsx'
import { placeLine } from './place-line.ts'
import { VerdictBadge } from './verdict-badge.tsx'

type Notices = ReadonlyMap<string, Verdict>
type Props = { here: Here; meetings: readonly PublicMeeting[]; notices: Notices }

/** So many are shown before the fold. */
const open = 6

export function PastList({ here, meetings, notices }: Props) {
  const older = meetings.slice(open)
  return (
    <>
      <Lines here={here} meetings={meetings.slice(0, open)} notices={notices} />
      {older.length > 0 && (
        <details>
          <summary>{here.words.place.older(older.length)}</summary>
          <Lines here={here} meetings={older} notices={notices} />
        </details>
      )}
    </>
  )
}

const Lines = ({ here, meetings, notices }: Props) => (
  <ul class="plain past">
    {meetings.map((meeting) => (
      <Line key={meeting.id} here={here} meeting={meeting} notice={notices.get(meeting.id)} />
    ))}
  </ul>
)

type LineProps = { here: Here; meeting: PublicMeeting; notice: Verdict | undefined }

function Line({ here, meeting, notice }: LineProps) {
  const { words, format, language } = here
  const { id, day, office, status } = meeting
  return (
    <li>
      <time class="past-day" dateTime={day}>
        {format.dayOfYear(day)}
      </time>
      <div>
        <p>
          <a href={addresses[language].meeting(id)}>{office.name[language]}</a>, {placeLine(here, meeting)}
        </p>
        <p class="past-state small">
          <span class="soft">
            {status === 'planned' ? words.meeting.statusUnknown : words.meeting.status[status]}
            {meeting.outside?.imported && `, ${words.meetings.asserted}`}
          </span>
          {notice && (
            <span>
              <span class="soft">{words.place.notice}:</span>{' '}
              <VerdictBadge here={here} verdict={notice.verdict} />
            </span>
          )}
          <WhyLink here={here} meeting={meeting} />
        </p>
      </div>
    </li>
  )
}
