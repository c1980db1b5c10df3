// The days open to a visit before any other is placed: window, notice, working days and closures.
import type { Compiled } from './compile-problem.ts'

const kept = new WeakMap<Compiled, Map<string, Int16Array>>()

/** Open days of a visit in rising order; visits of one place and window share the list. */
export function candidatesOf(compiled: Compiled, at: number): Int16Array {
  const { place, windowFirst, windowLast } = compiled.visits[at]!
  let lists = kept.get(compiled)
  if (!lists) kept.set(compiled, (lists = new Map()))
  const closed = compiled.placeClosed[place]
  const key = `${closed ? place : ''} ${windowFirst} ${windowLast}`
  let list = lists.get(key)
  if (!list) {
    const days: number[] = []
    const last = Math.min(windowLast, compiled.days - 1)
    for (let day = Math.max(windowFirst, compiled.noticeFrom, 0); day <= last; day += 1)
      if (compiled.working[day] && !compiled.closed[day] && !closed?.[day]) days.push(day)
    lists.set(key, (list = Int16Array.from(days)))
  }
  return list
}
