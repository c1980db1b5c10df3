// Due days: counted within the months of a period, or from an event.
import { type Day, dateOf, dayInMonth, monthsLater } from '../days.ts'
import type { DueFromEvent, DueInPeriod } from '../rule.ts'
import type { Inquiry } from './outcome.ts'

const lenientInPeriod = (due: DueInPeriod, first: Day): Day => dayInMonth(first, due.month, due.day)

export function strictInPeriod(due: DueInPeriod, first: Day): Day {
  const { strict } = due
  if (strict === undefined) return lenientInPeriod(due, first)
  return typeof strict === 'number'
    ? lenientInPeriod(due, first) + strict
    : dayInMonth(first, strict.month, strict.day)
}

export const dueInPeriod = (due: DueInPeriod, first: Day): Day =>
  due.strictly ? strictInPeriod(due, first) : lenientInPeriod(due, first)

export function explainInPeriod(q: Inquiry, due: DueInPeriod, first: Day): void {
  if (!q.steps) return
  const day = lenientInPeriod(due, first)
  q.steps.push({ step: 'date', first: dateOf(first), month: due.month, of: due.day, day: dateOf(day) })
  explainReading(q, due, day, strictInPeriod(due, first))
}

const lenientFrom = (due: DueFromEvent, day: Day): Day =>
  due.days !== undefined ? day + due.days : monthsLater(day, due.months!)

export const strictFrom = (due: DueFromEvent, day: Day): Day => lenientFrom(due, day) + (due.strict ?? 0)

export const dueFrom = (due: DueFromEvent, day: Day): Day =>
  due.strictly ? strictFrom(due, day) : lenientFrom(due, day)

export function explainFrom(q: Inquiry, due: DueFromEvent, from: Day): void {
  if (!q.steps) return
  const day = lenientFrom(due, from)
  const length = due.days !== undefined ? { days: due.days } : { months: due.months! }
  q.steps.push({ step: 'count', from: dateOf(from), ...length, day: dateOf(day) })
  explainReading(q, due, day, strictFrom(due, from))
}

/** Which reading sets the day, and what the other one would give. */
function explainReading(q: Inquiry, due: DueInPeriod | DueFromEvent, lenient: Day, strict: Day): void {
  if (strict === lenient) return
  const doubt = due.doubt!
  const days = strict - lenient
  q.steps?.push(
    due.strictly
      ? {
          step: 'reading',
          doubt,
          taken: 'strict',
          other: { reading: 'lenient', days: -days, day: dateOf(lenient) },
        }
      : {
          step: 'reading',
          doubt,
          taken: due.taken ?? 'lenient',
          other: { reading: 'strict', days, day: dateOf(strict) },
        },
  )
}
