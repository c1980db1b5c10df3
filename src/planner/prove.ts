// Whether visits can be held at all: a quick calendar, a count of days, then a search to the end of its patience.
import { candidatesOf } from './candidates.ts'
import { compileProblem } from './compile-problem.ts'
import { construct } from './construct.ts'
import { type Draft, fits, lift, openDraft, place, spoiled, tripOf } from './draft.ts'
import type { PlanProblem } from './plan-problem.ts'

/** Days asked for before the search gives up. */
const patience = 30_000

/** True only when no calendar holds all visits; false when one was found or the search ended without an answer. */
export function provenImpossible(problem: PlanProblem, workingDaysOnly: boolean): boolean {
  const compiled = compileProblem(problem)
  if (!workingDaysOnly) compiled.working.fill(1)
  const draft = openDraft(compiled)
  const free = compiled.visits.flatMap((visit, at) => (visit.fixedDay < 0 ? [at] : []))
  const dayless = free.some((at) => candidatesOf(compiled, at).every((day) => !fits(draft, at, day)))
  if (dayless) return true
  construct(draft)
  if (draft.dayOf.every((day) => day >= 0) && draft.cost < spoiled) return false
  for (const at of free) if (draft.dayOf[at]! >= 0) lift(draft, at)
  return tooFewDays(draft, free) || exhausted(draft, free)
}

/** More visits than the days between two dates can hold. */
function tooFewDays(draft: Draft, free: readonly number[]): boolean {
  const { compiled, onDay, tripDays } = draft
  const { visitsPerDay, tripDaysPerWeek } = compiled.problem.limits
  const joined = free.some((a) => free.some((b) => a < b && tripOf(draft, [a, b]).can))
  const perDay = joined ? visitsPerDay : 1
  const spans = free.map((at) => {
    const days = candidatesOf(compiled, at)
    return [days[0]!, days.at(-1)!] as const
  })
  const firsts = [...new Set(spans.map(([first]) => first))]
  const lasts = [...new Set(spans.map(([, last]) => last))]
  return firsts.some((first) =>
    lasts.some((last) => {
      const wanted = spans.filter(([from, to]) => from >= first && to <= last).length
      if (wanted === 0) return false
      let room = 0
      for (let day = first, open = 0; day <= last; day += 1) {
        if (compiled.working[day] && !compiled.closed[day]) {
          if (onDay[day]!.length > 0) room += Math.max(0, visitsPerDay - onDay[day]!.length)
          else open += 1
        }
        if (day === last || compiled.week[day + 1] !== compiled.week[day]) {
          room += perDay * Math.min(open, Math.max(0, tripDaysPerWeek - tripDays[compiled.week[day]!]!))
          open = 0
        }
      }
      return wanted > room
    }),
  )
}

function exhausted(draft: Draft, free: readonly number[]): boolean {
  const days = new Map(free.map((at) => [at, candidatesOf(draft.compiled, at)]))
  const order = free.toSorted((a, b) => days.get(a)!.length - days.get(b)!.length || a - b)
  let left = patience
  const search = (turn: number): boolean => {
    const at = order[turn]
    if (at === undefined) return draft.cost < spoiled
    for (const day of days.get(at)!) {
      if ((left -= 1) < 0) return true
      if (!fits(draft, at, day)) continue
      place(draft, at, day)
      const found = search(turn + 1)
      lift(draft, at)
      if (found) return true
    }
    return false
  }
  return !search(0)
}
