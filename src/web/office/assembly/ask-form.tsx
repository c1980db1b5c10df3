// The region asks the offices below for their parts, instead of filling the whole year at once.
import { addDays } from '#kernel'
import { officeAddresses } from '../addresses.ts'
import { Field, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { mayHere } from '../next-step.tsx'
import type { CalendarView } from '../read-calendar.ts'
import { SmallForm, refusedOf } from './small-form.tsx'

type Props = {
  readonly desk: Desk
  readonly view: CalendarView
  readonly csrf: string
  readonly refused: Refused | null
}

/** Nothing where there is a calendar already. */
export function AskForm({ desk, view, csrf, refused }: Props) {
  const { here, office } = desk
  const words = here.words.assembly.ask
  if (view.calendar || !mayHere(desk, view, 'draft-calendar')) return null
  return (
    <SmallForm
      {...{ csrf, refused }}
      deed="ask"
      action={officeAddresses(here.language, office.id).assembly(view.year, 'ask')}
      revision={null}
      title={words.title}
      lead={words.lead}
      button={words.button}
      second
    >
      <Field
        here={here}
        id="ask-day"
        name="day"
        label={words.until}
        hint={words.hint}
        refused={refusedOf(refused, 'ask')}
        value={view.year > Number(here.today.slice(0, 4)) ? `${view.year - 1}-12-15` : addDays(here.today, 3)}
        input={{ type: 'date', min: here.today, max: `${view.year}-01-14` }}
      />
    </SmallForm>
  )
}
