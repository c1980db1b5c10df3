// One deed as a form: a title, what it does, its fields, and a button; a refusal stands in the form it belongs to.
import type { ComponentChildren } from 'preact'
import type { AssemblyDeed } from '../addresses.ts'
import { HiddenFields, type Refused } from '../deed-form.tsx'

type Props = {
  readonly csrf: string
  readonly deed: AssemblyDeed
  readonly action: string
  /** The revision that the reader sees; `null` where there is none. */
  readonly revision: number | null
  readonly title?: string
  readonly lead?: string
  readonly button: string
  readonly refused: Refused | null
  readonly second?: boolean
  readonly children?: ComponentChildren
}

export function SmallForm({
  csrf,
  deed,
  action,
  revision,
  title,
  lead,
  button,
  refused,
  second,
  children,
}: Props) {
  const sentence = refused?.deed === deed ? refused.sentence : null
  return (
    <form id={deed} class="deed flow" method="post" action={action} novalidate>
      <HiddenFields csrf={csrf} revision={revision} />
      {title && <h3>{title}</h3>}
      {lead && <p>{lead}</p>}
      {sentence && (
        <p class="error" role="alert">
          {sentence}
        </p>
      )}
      {children}
      <button type="submit" {...(second ? { class: 'button-second' } : {})}>
        {button}
      </button>
    </form>
  )
}

/** What was refused of this deed, for its fields. */
export const refusedOf = (refused: Refused | null, deed: AssemblyDeed): Refused | null =>
  refused?.deed === deed ? refused : null
