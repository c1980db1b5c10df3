// A field of the forms on people, and how one comes back when something was wrong with it.
import type { InputHTMLAttributes } from 'preact'
import type { Here } from '../here.ts'

/** A form that was refused: which one, what was typed, what was wrong with a field or with the whole. */
export type Wrong = {
  readonly form: string
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly fields: Readonly<Record<string, string | undefined>>
  readonly sentence: string | null
}

type Props = {
  readonly here: Here
  readonly form: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly wrong: Wrong | null
  readonly value?: string
  readonly input?: InputHTMLAttributes<HTMLInputElement>
}

export function TextField({ here, form, name, label, hint, wrong, value = '', input }: Props) {
  const own = wrong?.form === form ? wrong : null
  const [id, said] = [`${form}-${name}`, own?.fields[name]]
  const about = [hint && `${id}-hint`, said && `${id}-error`].filter(Boolean).join(' ')
  // What is secret is typed again.
  const kept = input?.type === 'password' ? '' : (own?.typed[name] ?? value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {said && (
        <p id={`${id}-error`} class="error">
          <span class="unseen">{here.words.form.error}</span> {said}
        </p>
      )}
      <input
        id={id}
        name={name}
        value={kept}
        {...input}
        {...(about ? { 'aria-describedby': about } : {})}
        {...(said ? { 'aria-invalid': 'true' as const } : {})}
      />
    </div>
  )
}

type ChoiceProps = Omit<Props, 'input'> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export function Choice({ here, form, name, label, hint, wrong, value = '', choices }: ChoiceProps) {
  const own = wrong?.form === form ? wrong : null
  const [id, said] = [`${form}-${name}`, own?.fields[name]]
  const chosen = own?.typed[name] ?? value
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint">{hint}</p>}
      {said && (
        <p id={`${id}-error`} class="error">
          <span class="unseen">{here.words.form.error}</span> {said}
        </p>
      )}
      <select id={id} name={name} {...(said ? { 'aria-describedby': `${id}-error` } : {})}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

export const Sentence = ({ form, wrong }: { form: string; wrong: Wrong | null }) =>
  wrong?.form === form && wrong.sentence ? (
    <p class="error" role="alert">
      {wrong.sentence}
    </p>
  ) : null
