// What the forms of the bench share: who sends them, what was seen, and where to go on.
import type { ComponentChildren } from 'preact'
import { may } from '#people'
import { type Kind, kinds } from '#reading'
import type { Here } from '../../here.ts'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import type { BenchView } from './read-bench.ts'
import { type BenchAt, type BenchDeed, benchAddresses } from './bench-addresses.ts'

/** A signer reads what the commission works on. */
export const mayTriage = ({ actor, office, here }: Desk): boolean =>
  may(actor, 'triage-requests', { office: office.id }, here.today).yes

/** Where one author sorts alone, the signer is who sees a large merge after him. */
export const mayDecideMerge = ({ actor, office, here }: Desk): boolean =>
  may(actor, 'decide-merge', { office: office.id }, here.today).yes

export type BenchProps = { readonly desk: Desk; readonly csrf: string; readonly view: BenchView }

type FormProps = BenchProps & {
  readonly deed: BenchDeed
  /** What is looked at when it is done; without it what comes next. */
  readonly stay?: string
  readonly fields?: Readonly<Record<string, string | number>>
  readonly children: ComponentChildren
  readonly class?: string
}

/** A form of the bench; the group or request that is looked at goes with it, as it was seen. */
export function BenchForm({ desk, csrf, view, deed, stay, fields = {}, children, ...rest }: FormProps) {
  const { looked, where } = view
  const seen =
    looked === null
      ? {}
      : looked.kind === 'group'
        ? { group: looked.group.id, revision: looked.group.revision, upTo: looked.upTo }
        : { request: looked.request.id, revision: looked.request.revision }
  const { at: _, ...filter } = where
  const next: BenchAt = { ...filter, ...((stay ?? view.next) ? { at: stay ?? view.next! } : {}) }
  const { revision, ...named } = { revision: null, ...seen, ...fields } as Record<
    string,
    string | number | null
  >
  return (
    <form
      class={rest.class ?? 'inline'}
      method="post"
      action={benchAddresses(desk.here.language, desk.office.id).deed(deed)}
    >
      <HiddenFields csrf={csrf} revision={revision as number | null} />
      {Object.entries({ ...named, ...prefixed(next) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value!} />
      ))}
      {children}
    </form>
  )
}

const prefixed = (next: BenchAt): Record<string, string> =>
  Object.fromEntries(
    Object.entries(next).flatMap(([name, value]) =>
      value === undefined ? [] : [[`next.${name}`, value === true ? 'on' : value]],
    ),
  )

/** The key that does it, as it stands on the button. */
export const Key = ({ of }: { of: string }) => <kbd aria-hidden="true">{of}</kbd>

type ChoiceProps = {
  readonly name: string
  readonly value: string
  readonly digit: number
  readonly words: string
  /** It stands so now. */
  readonly now?: boolean
  /** Where it leads, when not where its form does. */
  readonly action?: string
}

/** One of several answers, each a button with its digit. */
export const Choice = (props: ChoiceProps) => (
  <button
    type="submit"
    name={props.name}
    value={props.value}
    data-digit={props.digit}
    class="button-second"
    {...(props.action ? { formaction: props.action } : {})}
    {...(props.now ? { 'aria-current': 'true' as const } : {})}
  >
    <Key of={String(props.digit)} /> {props.words}
  </button>
)

export const KindChoices = ({ here, now, action }: { here: Here; now?: Kind; action?: string }) =>
  kinds.map((kind, at) => (
    <Choice
      key={kind}
      name="kind"
      value={kind}
      digit={at + 1}
      words={here.words.ask.kinds[kind]}
      now={kind === now}
      {...(action ? { action } : {})}
    />
  ))
