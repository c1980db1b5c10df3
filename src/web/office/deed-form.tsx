// One deed on a calendar as a form: what it does, the one thing to write, and a button.
import { randomBytes } from 'node:crypto'
import type { InputHTMLAttributes } from 'preact'
import type { Calendar } from '#calendar'
import { CsrfField } from '../parts/csrf-field.tsx'
import type { Here } from '../here.ts'
import { type AssemblyDeed, type Deed, officeAddresses } from './addresses.ts'
import type { Desk } from './desk.ts'

/** What was typed and what was wrong with it, when a form comes back. */
export type Typed = { readonly [field: string]: string | undefined }
export type Refused = {
  /** The form that was sent. */
  readonly deed: Deed | AssemblyDeed | 'move'
  readonly typed: Typed
  readonly wrong: { readonly [field: string]: string | undefined }
  /** A refusal of the whole, beside the fields. */
  readonly sentence: string | null
}

/** A key of its own for each form that is shown: sending it twice does it once. */
export const newRequestKey = (): string => randomBytes(18).toString('base64url')

export const HiddenFields = ({ csrf, revision }: { csrf: string; revision: number | null }) => (
  <>
    <CsrfField token={csrf} />
    <input type="hidden" name="key" value={newRequestKey()} />
    {revision !== null && <input type="hidden" name="revision" value={revision} />}
  </>
)

type FieldProps = {
  readonly here: Here
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly refused?: Refused | null | undefined
  readonly value?: string
  readonly input?: InputHTMLAttributes<HTMLInputElement>
}

/** A label, a hint, what was wrong, and the field with what was typed. */
export function Field({ here, id, name, label, hint, refused, value, input }: FieldProps) {
  const wrong = refused?.wrong[name]
  const about = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-error`} class="error">
          <span class="unseen">{here.words.form.error}</span> {wrong}
        </p>
      )}
      <input
        id={id}
        name={name}
        required
        value={refused?.typed[name] ?? value ?? ''}
        {...input}
        {...(about ? { 'aria-describedby': about } : {})}
        {...(wrong ? { 'aria-invalid': 'true' as const } : {})}
      />
    </div>
  )
}

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly year: number
  readonly calendar: Calendar | null
  readonly deed: Deed
  readonly title: string
  readonly lead: string
  readonly button: string
  /** The one thing to write: the number of a document, or a reason. */
  readonly field?: { readonly name: 'number' | 'reason'; readonly label: string }
  readonly refused: Refused | null
  readonly second?: boolean
}

export function DeedForm({
  desk,
  csrf,
  year,
  calendar,
  deed,
  title,
  lead,
  button,
  field,
  refused,
  second,
}: Props) {
  const { here, office } = desk
  const own = refused?.deed === deed ? refused : null
  return (
    <form
      id={deed}
      class="deed flow"
      method="post"
      action={officeAddresses(here.language, office.id).deed(year, deed)}
      novalidate
    >
      <HiddenFields csrf={csrf} revision={calendar?.revision ?? null} />
      <h3>{title}</h3>
      <p>{lead}</p>
      {own?.sentence && (
        <p class="error" role="alert">
          {own.sentence}
        </p>
      )}
      {field && (
        <Field
          here={here}
          id={`${deed}-${field.name}`}
          name={field.name}
          label={field.label}
          refused={own}
          input={{ maxLength: field.name === 'number' ? 60 : 500 }}
        />
      )}
      <button type="submit" {...(second ? { class: 'button-second' } : {})}>
        {button}
      </button>
    </form>
  )
}
