// The answer of one mechanism to one question, before it is given its key.
import type { FactType } from '../fact.ts'
import { type Day, dateOf } from '../days.ts'
import type { DerivationStep, Excuse, Mark, NotApplicable, VerdictWord } from '../verdict.ts'
import type { Placed, World } from '../world.ts'

/** What is asked, and, when an explanation is wanted, the steps so far. */
export type Inquiry = {
  readonly world: World
  readonly asOf: Day
  /** Results that come into being by this day are included. */
  readonly horizon: Day
  /** Only results of these days: of periods that begin in them, of meetings held in them. */
  readonly first: Day
  readonly last: Day
  readonly steps: DerivationStep[] | null
}

export type Outcome = {
  readonly verdict: VerdictWord
  readonly due: Day | null
  readonly strict: Day | null
  readonly done: Day | null
  readonly reason: NotApplicable | Excuse | null
  readonly missing: readonly string[]
  readonly marks: readonly Mark[]
  readonly proof: readonly number[]
}

const nothing: readonly never[] = []

/** A verdict without reason or missing facts. */
export const outcome = (
  verdict: VerdictWord,
  due: Day | null,
  strict: Day | null,
  done: Day | null = null,
  proof: readonly number[] = nothing,
): Outcome => ({ verdict, due, strict, done, reason: null, missing: nothing, marks: nothing, proof })

export const marked = (of: Outcome, marks: readonly Mark[]): Outcome => ({ ...of, marks })

export function unknown(
  q: Inquiry,
  missing: string,
  due: Day | null,
  strict = due,
  proof: readonly number[] = nothing,
): Outcome {
  q.steps?.push({ step: 'missing', what: [missing] })
  return { ...outcome('unknown', due, strict, null, proof), missing: [missing] }
}

export function excused(
  q: Inquiry,
  by: Excuse,
  due: Day | null,
  strict = due,
  proof: readonly number[] = nothing,
): Outcome {
  q.steps?.push({ step: 'because', reason: by })
  return { ...outcome('excused', due, strict, null, proof), reason: by }
}

export function notApplicable(
  q: Inquiry,
  reason: NotApplicable,
  due: Day | null,
  strict = due,
  proof: readonly number[] = nothing,
): Outcome {
  q.steps?.push({ step: 'because', reason })
  return { ...outcome('not-applicable', due, strict, null, proof), reason }
}

/** Found on a day or not, measured against the days of the term. */
export function timed(
  q: Inquiry,
  due: Day,
  strict: Day,
  found: Placed | null,
  what: readonly FactType[],
): Outcome {
  if (!found) return undone(q, due, strict, what)
  q.steps?.push({ step: 'done', facts: [found.index], day: dateOf(found.day) })
  return outcome(byDay(found.day, due, strict), due, strict, found.day, [found.index])
}

export const byDay = (done: Day, due: Day, strict: Day): VerdictWord =>
  done <= strict ? 'met' : done <= due ? 'boundary' : 'late'

export function undone(q: Inquiry, due: Day, strict: Day, what: readonly string[]): Outcome {
  q.steps?.push({ step: 'missing', what })
  return outcome(q.asOf > due ? 'missed' : 'pending', due, strict)
}

/** Done at all, where no day is set. */
export function untimed(q: Inquiry, found: Placed | null, what: readonly string[]): Outcome {
  if (!found) {
    q.steps?.push({ step: 'missing', what })
    return outcome('pending', null, null)
  }
  q.steps?.push({ step: 'done', facts: [found.index], day: dateOf(found.day) })
  return outcome('met', null, null, found.day, [found.index])
}
