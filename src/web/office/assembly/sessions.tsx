// Days on which a maslikhat sits, entered by its secretary: akims' offices see them as clashes.
import type { Session } from '#calendar'
import { officeAddresses } from '../addresses.ts'
import { Field, HiddenFields, type Refused } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { type Said, SaidLine } from './part.tsx'
import { SmallForm, refusedOf } from './small-form.tsx'

type Props = {
  readonly desk: Desk
  readonly sessions: readonly Session[]
  readonly csrf: string
  readonly said: Said
  readonly refused: Refused | null
}

export function SessionsPage({ desk, sessions, csrf, said, refused }: Props) {
  const { here, office } = desk
  const words = here.words.assembly
  const action = officeAddresses(here.language, office.id).sessions()
  return (
    <OfficeFrame
      desk={desk}
      section="sessions"
      title={words.sessionsTitle}
      csrf={csrf}
      refused={refused !== null}
    >
      <h1>{words.sessionsTitle}</h1>
      <SaidLine here={here} said={said} />
      <p class="lead">{words.sessionsLead}</p>
      {sessions.length === 0 && <p class="soft">{words.sessionsNone}</p>}
      <ul class="rows plain">
        {sessions.map(({ day }) => (
          <li key={day}>
            <span class="row-name">{here.format.fullDay(day)}</span>
            <form method="post" action={action}>
              <HiddenFields csrf={csrf} revision={null} />
              <input type="hidden" name="deed" value="unnote" />
              <input type="hidden" name="day" value={day} />
              <button type="submit" class="button-second">
                {words.session.drop}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <section class="next-step flow">
        <SmallForm {...{ csrf, refused, action }} deed="note" revision={null} button={words.session.button}>
          <input type="hidden" name="deed" value="note" />
          <Field
            here={here}
            id="session-day"
            name="day"
            label={words.session.day}
            refused={refusedOf(refused, 'note')}
            input={{ type: 'date', min: here.today }}
          />
        </SmallForm>
      </section>
    </OfficeFrame>
  )
}
