// Meetings gone by, one line each, with how their announcement is judged.
import type { PublicMeeting } from '#flows'
import type { Verdict } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { placeLine } from './meeting-card.tsx'
import { VerdictBadge } from './verdict-badge.tsx'

type Props = { here: Here; meetings: readonly PublicMeeting[]; notices: ReadonlyMap<string, Verdict> }

export const PastList = ({ here, meetings, notices }: Props) => (
  <ul class="plain past">
    {meetings.map((meeting) => {
      const { id, day, office, status } = meeting
      const notice = notices.get(id)
      return (
        <li key={id}>
          <time class="past-day" dateTime={day}>
            {here.format.dayOfYear(day)}
          </time>
          <div>
            <p>
              <a href={addresses[here.language].meeting(id)}>{office.name[here.language]}</a>,{' '}
              {placeLine(here, meeting)}
            </p>
            <p class="past-state small">
              <span class="soft">
                {status === 'planned' ? here.words.meeting.statusUnknown : here.words.meeting.status[status]}
              </span>
              {notice && (
                <span>
                  <span class="soft">{here.words.place.notice}:</span>{' '}
                  <VerdictBadge here={here} verdict={notice.verdict} />
                </span>
              )}
            </p>
          </div>
        </li>
      )
    })}
  </ul>
)
