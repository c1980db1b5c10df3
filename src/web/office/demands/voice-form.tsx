// A form behind the sign-in about a demand, a poll or a risk, and the frame that their pages share.
import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { newRequestKey } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { type FormState, type Returned, Said } from '../meetings/meeting-fields.tsx'
import { voiceAddresses } from './addresses.ts'

/** The form that came back, by its name. */
export type VoiceReturned = (Returned & { readonly form: string }) | null

export type VoicePage = {
  readonly desk: Desk
  readonly csrf: string
  readonly returned: VoiceReturned
  /** What was just done, in a word of `said`. */
  readonly said: string | null
}

export const stateOf = (
  { desk, returned }: Pick<VoicePage, 'desk' | 'returned'>,
  form: string,
  values: FormState['values'] = {},
): FormState => ({ here: desk.here, values, returned: returned?.form === form ? returned : null })

type FormProps = Pick<VoicePage, 'csrf' | 'returned'> & {
  readonly name: string
  readonly action: string
  readonly button: string
  readonly revision?: number
  readonly second?: boolean
  readonly children?: ComponentChildren
}

export const VoiceForm = ({
  csrf,
  returned,
  name,
  action,
  button,
  revision,
  second,
  children,
}: FormProps) => (
  <form id={name} class="deed flow" method="post" action={action} novalidate>
    <CsrfField token={csrf} />
    <input type="hidden" name="key" value={newRequestKey()} />
    {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
    <Said returned={returned?.form === name ? returned : null} />
    {children}
    <button type="submit" {...(second ? { class: 'button-second' } : {})}>
      {button}
    </button>
  </form>
)

export function VoiceFrame({
  desk,
  csrf,
  returned,
  said,
  title,
  list = false,
  children,
}: VoicePage & { readonly title: string; readonly list?: boolean; readonly children: ComponentChildren }) {
  const { here, office } = desk
  const words = here.words.demands.office
  const done = said && Object.hasOwn(words.said, said) ? words.said[said as keyof typeof words.said] : null
  return (
    <OfficeFrame desk={desk} section="demands" title={title} csrf={csrf} refused={returned !== null}>
      {!list && (
        <p>
          <a href={voiceAddresses(here.language, office.id).all()}>{words.back}</a>
        </p>
      )}
      <h1>{title}</h1>
      {done && (
        <p class="said" role="status">
          {done}
        </p>
      )}
      {children}
    </OfficeFrame>
  )
}
