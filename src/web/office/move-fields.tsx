// What is typed when a meeting is moved, wherever that form stands.
import type { Entry } from '#calendar'
import type { Here } from '../here.ts'
import { Field, type Refused } from './deed-form.tsx'

/** Day, hour and reason of a meeting that is moved, in the region's draft or in an office's own part. */
export const MoveFields = ({
  here,
  entry,
  refused,
  year,
}: {
  here: Here
  entry: Pick<Entry, 'day' | 'start' | 'moveReason'>
  refused: Refused | null
  year: number
}) => {
  const words = here.words.office
  return (
    <>
      <Field
        here={here}
        id="day"
        name="day"
        label={words.moveDay}
        refused={refused}
        value={entry.day}
        input={{ type: 'date', min: `${year}-01-01`, max: `${year}-12-31` }}
      />
      <Field
        here={here}
        id="start"
        name="start"
        label={words.moveStart}
        refused={refused}
        value={entry.start}
        input={{ type: 'time' }}
      />
      <Field
        here={here}
        id="reason"
        name="reason"
        label={words.moveReason}
        hint={words.moveReasonHint}
        refused={refused}
        value={entry.moveReason ?? ''}
        input={{ maxLength: 500 }}
      />
    </>
  )
}
