// What all tellings of rules share: the sides of a rule, and the proof that no parameter was left untold.
import type { Law } from '#law'
import type { Here } from '../../here.ts'
import type { RuleKind, RuleOf } from './vocabulary.ts'

export type Topic = keyof Here['words']['rule']['topic']
export type Sides = Partial<Record<Topic, readonly string[]>>
export type Telling<K extends RuleKind> = (here: Here, rule: RuleOf<K>, law: Law) => Sides
/** One telling for each kind of rule; a kind without one does not compile. */
export type Tellings<K extends RuleKind> = { readonly [Kind in K]: Telling<Kind> }

/** Parameters that only join records to each other or name a doubt: other parts of the page tell of them. */
type Untold = 'kind' | 'link' | 'list' | 'excused_by' | 'doubt'

/** A parameter that no sentence tells does not compile: what is left over must be nothing. */
export function nothingLeft<R extends object>(rest: R & Record<Exclude<keyof R, Untold>, never>): void {
  void rest
}

/** What each line of a document must hold: a text, or a day that can be read as one. */
export function lineMembers(here: Here, members: readonly (readonly [string, 'text' | 'day'])[]): string {
  const { record, site } = here.words
  const labels = record.lineMember as Readonly<Record<string, string>>
  return site.list(
    members.map(([name, sort]) => {
      const label = labels[name] ?? name
      return sort === 'day' ? record.asDay(label) : label
    }),
  )
}
