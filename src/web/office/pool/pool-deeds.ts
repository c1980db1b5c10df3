// What is done to the pool of a meeting: drawn up, put in order, line by line, its channels looked at, approved.
import type { MeetingId } from '#calendar'
import { approveMeetingPool, drawUpPool, orderPool } from '#flows'
import { type GroupId, intakeChannels, recordCollection, stepLine, steps } from '#requests'
import type { Typed } from '../deed-form.tsx'
import { deed, nothing } from '../deed-of.ts'
import type { Read } from '../read-deed.ts'
import type { PoolDeed } from './pool-addresses.ts'

type OnPool = { readonly meeting: MeetingId; readonly revision: number }

/** One of a list that a button sends; whoever types other things gets the page again. */
const among =
  <T extends string>(field: string, list: readonly T[]) =>
  (typed: Typed): Read<{ readonly one: T; readonly typed: Typed }> => {
    const one = list.find((each) => each === typed[field])
    return one ? { ok: true, value: { one, typed } } : { ok: false, wrong: {} }
  }

export const poolDeeds = {
  draft: deed('draft', nothing, (stores, act, { meeting }: OnPool) => drawUpPool(stores, act, { meeting })),
  order: deed('order', nothing, orderPool),
  step: deed('step', among('step', steps), (stores, act, on: OnPool, { one, typed }) =>
    stepLine(stores, act, { ...on, group: (typed['group'] ?? '') as GroupId, step: one }),
  ),
  look: deed('look', among('channel', intakeChannels), (stores, act, { meeting }: OnPool, { one }) =>
    recordCollection(stores, act, { meeting, channel: one }),
  ),
  approve: deed('approve', nothing, approveMeetingPool),
} satisfies Record<PoolDeed, unknown>
