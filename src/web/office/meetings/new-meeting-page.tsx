// A meeting outside the calendar begins: where, when and why.
import { outsideReasons } from '#meetings'
import type { Unit } from '#territory'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { newRequestKey } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { meetingAddresses } from './meeting-addresses.ts'
import { Area, Choice, type FormState, type Returned, Said, TextField } from './meeting-fields.tsx'
import { unitChoices } from '../unit-choices.ts'

type Props = {
  readonly desk: Desk
  /** The office's own unit and what lies below it. */
  readonly units: readonly Unit[]
  readonly csrf: string
  readonly returned: Returned | null
}

export function NewMeetingPage({ desk, units, csrf, returned }: Props) {
  const { here, office } = desk
  const { meetings } = here.words
  const words = meetings.office
  const to = meetingAddresses(here.language, office.id)
  const form: FormState = { here, values: { start: '15:00', minutes: '90' }, returned }
  return (
    <OfficeFrame
      desk={desk}
      section="meetings"
      title={words.newTitle}
      csrf={csrf}
      refused={returned !== null}
    >
      <p>
        <a href={to.all()}>{words.backToList}</a>
      </p>
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newLead}</p>
      <form class="deed flow" method="post" action={to.create()} novalidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="key" value={newRequestKey()} />
        <Said returned={returned} />
        <Choice form={form} name="unit" label={words.unit} options={unitChoices(units, here.language)} />
        <div class="pair">
          <TextField form={form} name="day" label={words.day} input={{ type: 'date', min: here.today }} />
          <TextField form={form} name="start" label={words.start} input={{ type: 'time' }} />
        </div>
        <TextField form={form} name="minutes" label={words.minutes} input={{ inputMode: 'numeric' }} />
        <Choice
          form={form}
          name="outside"
          label={words.outside}
          options={outsideReasons.map((one) => [one, meetings.outsideReasons[one]] as const)}
        />
        <div class="pair">
          <Area form={form} name="reason.kk" label={words.inKk(words.reasonLabel)} rows={3} lang="kk" />
          <Area form={form} name="reason.ru" label={words.inRu(words.reasonLabel)} rows={3} lang="ru" />
        </div>
        <TextField form={form} name="answers" label={words.answers} hint={words.answersHint} />
        <button type="submit">{words.create}</button>
      </form>
    </OfficeFrame>
  )
}
