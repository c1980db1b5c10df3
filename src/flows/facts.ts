// From the journal's entries to the facts of the law: the only place that knows how the two fit together.
import type { Entry } from '#journal'
import { type Fact, isFactType } from '#law'

/** The entries that are statutory facts; product facts have no part in verdicts. */
export const statutory = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ type }) => isFactType(type))

/** A meeting carries its own day; every other fact is dated by its entry. */
export const factOf = ({ type, at, payload }: Entry): Fact =>
  (type === 'meeting' ? { type, ...payload } : { type, at, ...payload }) as Fact
