// Too early, too late: which periods and days an act reaches. facts.md §2, checked before anything else.
import { type Day, type Span, spansBetween, spansOfYear, yearOfDay } from '../days.ts'
import type { PeriodKind } from '#kernel'
import type { Bearer } from '../world.ts'
import { type Norm, exemption } from './norm.ts'
import { type Inquiry, type Outcome, excused, notApplicable } from './outcome.ts'

/** Whether the act, and this edition of the provision, reach a period at all, and if they do, how. */
export type Reach = 'none' | 'whole' | 'began-before-the-act' | 'lapsed-with-the-act'

/** Editions are chosen by the first day of the period; at the ends of the act the act's own days decide. */
const inEdition = (norm: Norm, first: Day): boolean =>
  (norm.from === norm.actFrom || first >= norm.from) && (norm.until === norm.actTo || first <= norm.until)

export function reachOfPeriod(norm: Norm, first: Day, last: Day, due: Day): Reach {
  if (last < norm.actFrom || first > norm.actTo || !inEdition(norm, first)) return 'none'
  if (first < norm.actFrom) return 'began-before-the-act'
  return due > norm.actTo ? 'lapsed-with-the-act' : 'whole'
}

/** A fixed date belongs to the calendar year it lies in. */
export function reachOfDate(norm: Norm, first: Day, due: Day): Reach {
  if (!inEdition(norm, first)) return 'none'
  const year = yearOfDay(due)
  if (due < norm.actFrom) return year === yearOfDay(norm.actFrom) ? 'began-before-the-act' : 'none'
  if (due <= norm.actTo) return 'whole'
  return year <= yearOfDay(norm.actTo) ? 'lapsed-with-the-act' : 'none'
}

/** Whether something that happened on a day is under this provision. */
export const reachesDay = (norm: Norm, day: Day): boolean => norm.from <= day && day <= norm.until

/** The periods that may have a result by the horizon, of the year that is asked. */
export const periodsOf = (norm: Norm, kind: PeriodKind, { horizon, first, last }: Inquiry): Span[] =>
  spansBetween(Math.max(norm.from, first), Math.min(horizon, norm.until, last), kind).filter(
    (span) => span.first >= first,
  )

/** Periods of the years from the act's first to the one after the horizon, for dates outside their period; and of these years. */
export function periodsAround(
  norm: Norm,
  kind: PeriodKind,
  q: Inquiry,
  also: readonly number[] = [],
): Span[] {
  if (Number.isFinite(q.first)) return [...spansOfYear(yearOfDay(q.first), kind)]
  const first = yearOfDay(norm.actFrom)
  const last = yearOfDay(Math.min(q.horizon, norm.actTo)) + 1
  const years = [...new Set(also)].filter((year) => year > last)
  for (let year = last; year >= first; year--) years.push(year)
  return years.sort((a, b) => a - b).flatMap((year) => spansOfYear(year, kind))
}

/** The outcome that transitional rules or an exemption give before the norm's own rule is asked. */
export function settled(
  q: Inquiry,
  norm: Norm,
  bearer: Bearer,
  reach: Reach,
  due: Day | null,
  strict: Day | null,
): Outcome | null {
  if (reach === 'began-before-the-act' || reach === 'lapsed-with-the-act')
    return notApplicable(q, reach, due, strict)
  const by = exemption(norm, bearer)
  return by === null ? null : excused(q, by, due, strict)
}

/** A duty without a term: open until the act's last day, and no longer. */
export const lapsesOpen = (q: Inquiry, norm: Norm, open: Outcome): Outcome =>
  open.verdict === 'pending' && q.asOf > norm.actTo ? notApplicable(q, 'lapsed-with-the-act', null) : open
