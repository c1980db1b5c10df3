// From the journal's entries to the facts of the law: the only place that knows how the two fit together.
import type { Entry } from '#journal'
import { type Fact, factShapes, isFactType } from '#law'

/** The entries that are statutory facts; product facts have no part in verdicts. */
export const statutory = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ type }) => isFactType(type))

/** A fact is dated by its entry, where facts of its type have a date of their own. */
export const factOf = ({ type, at, payload }: Entry): Fact =>
  (isFactType(type) && 'at' in factShapes[type] ? { type, at, ...payload } : { type, ...payload }) as Fact
