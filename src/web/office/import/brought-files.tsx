// The lists that an office brought, the newest first, each with what became of it.
import type { Instant } from '#kernel'
import { localDay } from '#territory'
import type { Desk } from '../desk.ts'

export type BroughtFile = {
  readonly id: string
  readonly name: string
  readonly broughtAt: Instant
  readonly outcome: { readonly taken: number; readonly known: number; readonly faulty: number } | null
}

type Props = {
  readonly desk: Desk
  readonly files: readonly BroughtFile[]
  readonly addressOf: (id: string) => string
  readonly words: {
    readonly files: string
    readonly outcome: (taken: number, known: number, faulty: number) => string
    readonly notImported: string
  }
}

export function BroughtFiles({ desk: { here, office }, files, addressOf, words }: Props) {
  if (files.length === 0) return null
  return (
    <section class="flow">
      <h2>{words.files}</h2>
      <ul class="rows plain">
        {files.map(({ id, name, broughtAt, outcome }) => (
          <li key={id}>
            <a class="row-name" href={addressOf(id)}>
              {name}
            </a>{' '}
            <span class="soft small">
              {here.format.day(localDay(broughtAt, office.unit))},{' '}
              {outcome ? words.outcome(outcome.taken, outcome.known, outcome.faulty) : words.notImported}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
