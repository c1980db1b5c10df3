// Due days: counted within the months of a period, or from an event.
import { type Day, dateOf, dayInMonth, monthsLater } from '../days.ts'
import type { DueFromEvent, DueInPeriod } from '../rule.ts'
import type { Inquiry } from './outcome.ts'

export const dueInPeriod = (due: DueInPeriod, first: Day): Day => dayInMonth(first, due.month, due.day)

export function strictInPeriod(due: DueInPeriod, first: Day): Day {
  const { strict } = due
  if (strict === undefined) return dueInPeriod(due, first)
  return typeof strict === 'number'
    ? dueInPeriod(due, first) + strict
    : dayInMonth(first, strict.month, strict.day)
}

export function explainInPeriod(q: Inquiry, due: DueInPeriod, first: Day): void {
  if (!q.steps) return
  const day = dueInPeriod(due, first)
  q.steps.push({ step: 'date', first: dateOf(first), month: due.month, of: due.day, day: dateOf(day) })
  explainStrict(q, due.doubt ?? null, day, strictInPeriod(due, first))
}

export const dueFrom = (due: DueFromEvent, day: Day): Day =>
  due.days !== undefined ? day + due.days : monthsLater(day, due.months!)

export const strictFrom = (due: DueFromEvent, day: Day): Day => dueFrom(due, day) + (due.strict ?? 0)

export function explainFrom(q: Inquiry, due: DueFromEvent, from: Day): void {
  if (!q.steps) return
  const day = dueFrom(due, from)
  const length = due.days !== undefined ? { days: due.days } : { months: due.months! }
  q.steps.push({ step: 'count', from: dateOf(from), ...length, day: dateOf(day) })
  explainStrict(q, due.doubt ?? null, day, strictFrom(due, from))
}

function explainStrict(q: Inquiry, doubt: string | null, due: Day, strict: Day): void {
  if (strict === due) return
  const other = { reading: 'strict', days: strict - due, day: dateOf(strict) }
  q.steps?.push({ step: 'reading', doubt, taken: 'lenient', other })
}
