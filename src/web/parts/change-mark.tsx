// In a list: that a meeting will not take place, or that its day has changed; sign and word, never colour alone.
import type { PublicMeeting } from '#flows'
import type { Here } from '../here.ts'
import { Icon } from './icon.tsx'

export function ChangeMark({ here, meeting }: { here: Here; meeting: PublicMeeting }) {
  const { meetings } = here.words
  if (meeting.status === 'cancelled')
    return (
      <span class="warn">
        <Icon name="missed" /> {meetings.cancelledTitle}
      </span>
    )
  if (meeting.earlier.length > 0 && meeting.day >= here.today)
    return (
      <span class="warn">
        <Icon name="alert" /> {meetings.movedTitle}
      </span>
    )
  return null
}
