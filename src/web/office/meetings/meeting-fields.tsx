// Fields of the meeting forms: label, hint, what was wrong, and what stands now where another officer was faster.
import type { ComponentChildren, InputHTMLAttributes, TextareaHTMLAttributes } from 'preact'
import type { Here } from '../../here.ts'
import type { Typed } from '../deed-form.tsx'

/** A form that came back: what was typed, what was wrong, and what another one has written meanwhile. */
export type Returned = {
  readonly typed: Typed
  readonly wrong: { readonly [field: string]: string | undefined }
  /** A refusal of the whole. */
  readonly sentence: string | null
  /** Set when the meeting has changed since the form was opened: the present values by field. */
  readonly stands: Typed | null
}

export type FormState = {
  readonly here: Here
  /** Values as they are stored. */
  readonly values: Typed
  readonly returned: Returned | null
}

type Props = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
}

/** What the field shows: what was typed when it came back, else what is stored. */
export const valueOf = ({ values, returned }: FormState, name: string): string =>
  (returned ? returned.typed[name] : values[name]) ?? ''

function About({ form, name, hint }: Props) {
  const { here, returned } = form
  const wrong = returned?.wrong[name]
  const stands = standsOf(form, name)
  const words = here.words.meetings.office
  return (
    <>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${name}-error`} class="error">
          <span class="unseen">{here.words.form.error}</span> {wrong}
        </p>
      )}
      {stands !== null && (
        <p id={`${name}-stands`} class="warn stands">
          {words.stands(stands === '' ? words.standsEmpty : stands)}
        </p>
      )}
    </>
  )
}

function standsOf({ returned }: FormState, name: string): string | null {
  if (!returned?.stands) return null
  const now = returned.stands[name] ?? ''
  return now === (returned.typed[name] ?? '') ? null : now
}

function attributesOf({ form, name, hint }: Props) {
  const wrong = form.returned?.wrong[name] !== undefined
  const about = [
    hint && `${name}-hint`,
    wrong && `${name}-error`,
    standsOf(form, name) !== null && `${name}-stands`,
  ].filter(Boolean)
  return {
    id: name,
    name,
    ...(about.length > 0 ? { 'aria-describedby': about.join(' ') } : {}),
    ...(wrong ? { 'aria-invalid': 'true' as const } : {}),
  }
}

export const TextField = ({
  input,
  ...props
}: Props & { readonly input?: InputHTMLAttributes<HTMLInputElement> }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <About {...props} />
    <input value={valueOf(props.form, props.name)} {...input} {...attributesOf(props)} />
  </div>
)

export const Area = ({
  rows = 4,
  lang,
  area,
  ...props
}: Props & { rows?: number; lang?: string; area?: TextareaHTMLAttributes<HTMLTextAreaElement> }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <About {...props} />
    <textarea rows={rows} {...(lang ? { lang } : {})} {...area} {...attributesOf(props)}>
      {valueOf(props.form, props.name)}
    </textarea>
  </div>
)

export const Choice = ({
  options,
  ...props
}: Props & { readonly options: readonly (readonly [value: string, words: string])[] }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <About {...props} />
    <select {...attributesOf(props)}>
      {options.map(([value, words]) => (
        <option key={value} value={value} selected={value === valueOf(props.form, props.name)}>
          {words}
        </option>
      ))}
    </select>
  </div>
)

/** Boxes to tick; each is a field of its own, `group.word`. */
export const Boxes = ({
  form,
  group,
  legend,
  options,
}: {
  readonly form: FormState
  readonly group: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, words: string])[]
}) => (
  <fieldset class="boxes">
    <legend>{legend}</legend>
    {options.map(([value, words]) => (
      <Box key={value} form={form} name={`${group}.${value}`} label={words} />
    ))}
  </fieldset>
)

export const Box = (props: Props) => (
  <div class="box">
    <input
      type="checkbox"
      value="on"
      checked={valueOf(props.form, props.name) === 'on'}
      {...attributesOf(props)}
    />{' '}
    <label for={props.name}>{props.label}</label>
    <About {...props} />
  </div>
)

export const Group = ({ legend, children }: { legend: string; children: ComponentChildren }) => (
  <fieldset class="group flow">
    <legend>{legend}</legend>
    {children}
  </fieldset>
)

/** The whole was refused: said above the fields. */
export const Said = ({ returned }: { returned: Returned | null }) =>
  returned?.sentence ? (
    <p class="error" role="alert">
      {returned.sentence}
    </p>
  ) : null
