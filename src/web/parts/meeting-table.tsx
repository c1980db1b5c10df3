// Meetings as a table: a row each; on a phone a row becomes a small card.
import type { PublicMeeting } from '#flows'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { ChangeMark } from './change-mark.tsx'
import { placeLine, timeLine } from './place-line.ts'

/** `region`: the region is named too, for lists of the whole country. */
type Props = { here: Here; meetings: readonly PublicMeeting[]; caption: string; region?: boolean }

export function MeetingTable({ here, meetings, caption, region = false }: Props) {
  const { words, language, format } = here
  return (
    <table class="table meetings">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.day}</th>
          <th scope="col">{words.table.time}</th>
          <th scope="col">{words.table.who}</th>
          <th scope="col">{words.table.place}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id} {...(meeting.day < here.today ? { class: 'row-past' } : {})}>
            <th scope="row" class="numbers">
              <a href={addresses[language].meeting(meeting.id)}>{format.dayOfYear(meeting.day)}</a>{' '}
              <span class="soft small">{format.weekday(meeting.day)}</span>
            </th>
            <td class="numbers">{timeLine(here, meeting)}</td>
            <td>{meeting.office.name[language]}</td>
            <td>
              {placeLine(here, meeting, region)} <ChangeMark here={here} meeting={meeting} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
