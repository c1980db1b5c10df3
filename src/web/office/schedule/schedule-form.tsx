// One deed on a schedule as a form: a title, what it does, its fields, and a button; a refusal stands in its form.
import type { ComponentChildren } from 'preact'
import type { Here } from '../../here.ts'
import { HiddenFields } from '../deed-form.tsx'
import { type FormState, type Returned, Said } from '../meetings/meeting-fields.tsx'
import type { Typed } from '../deed-form.tsx'
import type { ScheduleForm } from './schedule-addresses.ts'

/** A form that came back, and which one it was. */
export type Back = (Returned & { readonly form: ScheduleForm }) | null

type Props = {
  readonly csrf: string
  readonly form: ScheduleForm
  readonly action: string
  readonly revision: number
  readonly back: Back
  readonly title?: string
  readonly lead?: string
  readonly button: string
  readonly second?: boolean
  readonly children?: ComponentChildren
}

export const DeedForm = ({
  csrf,
  form,
  action,
  revision,
  back,
  title,
  lead,
  button,
  second,
  children,
}: Props) => (
  <form id={form} class="deed flow" method="post" action={action} novalidate>
    <HiddenFields csrf={csrf} revision={revision} />
    {title && <h3>{title}</h3>}
    {lead && <p>{lead}</p>}
    <Said returned={back?.form === form ? back : null} />
    {children}
    <button type="submit" {...(second ? { class: 'button-second' } : {})}>
      {button}
    </button>
  </form>
)

/** The fields of a form, with what was typed when it came back. */
export const fieldsOf = (here: Here, back: Back, form: ScheduleForm, values: Typed = {}): FormState => ({
  here,
  values,
  returned: back?.form === form ? back : null,
})
