// The lock of a date, one button: the planner leaves a locked date where it is.
import type { MeetingId } from '#calendar'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { planAddresses } from './plan-addresses.ts'

type Props = {
  readonly desk: Desk
  readonly year: number
  readonly meeting: MeetingId
  readonly locked: boolean
  readonly csrf: string
}

export function LockForm({ desk: { here, office }, year, meeting, locked, csrf }: Props) {
  const words = here.words.plan
  return (
    <form class="deed" method="post" action={planAddresses(here.language, office.id, year).lock(meeting)}>
      <HiddenFields csrf={csrf} revision={null} />
      <input type="hidden" name="locked" value={locked ? '0' : '1'} />
      <p class="hint">{words.lockHint}</p>
      <button type="submit" class="button-second">
        {locked ? words.unlock : words.lock}
      </button>
    </form>
  )
}
