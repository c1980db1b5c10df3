// Follows a derivation again from its events and counts, to the same due day or to the step that does not hold.
import { type LocalDate, addDays, earlier, later } from '#kernel'
import { dateOf, dayInMonth, dayOf, monthsLater } from './days.ts'
import type { DerivationStep } from './verdict.ts'

export type Replayed = {
  readonly due: LocalDate | null
  readonly dueStrict: LocalDate | null
  readonly broken: number | null
}

/** Counts every step anew; `broken` is the position of the first step whose day does not follow. */
export function replay(steps: readonly DerivationStep[]): Replayed {
  let due: LocalDate | null = null
  let strict: LocalDate | null = null
  for (const [i, step] of steps.entries()) {
    switch (step.step) {
      case 'period':
      case 'event':
        due = strict = step.day
        break
      case 'date':
        due = strict = dateOf(dayInMonth(dayOf(step.first), step.month, step.of))
        break
      case 'count':
        if (step.from !== due) return { due, dueStrict: strict, broken: i }
        due = strict =
          step.days !== undefined
            ? addDays(step.from, step.days)
            : dateOf(monthsLater(dayOf(step.from), step.months!))
        break
      case 'earlier':
      case 'later': {
        if (step.than !== due) return { due, dueStrict: strict, broken: i }
        const choose = step.step === 'earlier' ? earlier : later
        due = choose(due!, step.day)
        strict = choose(strict!, step.day)
        break
      }
      case 'reading':
        if (!step.other) break
        if (step.taken === 'strict') {
          if (step.other.day !== due) return { due, dueStrict: strict, broken: i }
          due = strict = addDays(due!, -step.other.days)
        } else {
          strict = addDays(due!, step.other.days)
          if (step.other.day !== strict) return { due, dueStrict: strict, broken: i }
        }
        break
      default:
    }
    if ('day' in step && step.step !== 'done' && step.day !== due)
      return { due, dueStrict: strict, broken: i }
  }
  return { due, dueStrict: strict, broken: null }
}
