// By when the notice must be out, in both readings, and how much time is left.
import { daysBetween } from '#kernel'
import type { Desk } from '../desk.ts'
import type { MeetingView } from './read-meeting.ts'

export function NoticeClock({ desk, view }: { desk: Desk; view: MeetingView }) {
  const { here } = desk
  const words = here.words.meetings.office
  const { term, meeting, elsewhere } = view
  const left = term ? daysBetween(here.today, term.due) : 0
  return (
    <section class="clock">
      <h2>{words.clockTitle}</h2>
      {!term && <p>{words.clockNone}</p>}
      {term && (
        <>
          <p class="clock-by">{words.clockBy(here.format.fullDay(term.due))}</p>
          {term.dueStrict !== term.due && (
            <p class="soft">{words.clockStrict(here.format.fullDay(term.dueStrict))}</p>
          )}
        </>
      )}
      {meeting.announced === meeting.record ? (
        <p>{words.clockMet}</p>
      ) : elsewhere ? (
        <p>{here.words.meetings.announcedElsewhere}</p>
      ) : (
        term &&
        // A day that is over is not announced any more.
        here.today <= meeting.day && (
          <p class={left < 0 ? 'warn' : ''}>{left < 0 ? words.clockOver : words.clockLeft(left)}</p>
        )
      )}
    </section>
  )
}
