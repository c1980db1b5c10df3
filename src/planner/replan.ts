// Life changes: as few announced dates as possible move, and each move has its reason.
import { type LocalDate, type Result, dayNumber, done, refuse } from '#kernel'
import { type Effort, anneal } from './anneal.ts'
import { boundOf } from './bound.ts'
import { compileProblem } from './compile-problem.ts'
import { cheapestDay } from './construct.ts'
import { type Draft, bit, broken, fits, lift, openDraft, place } from './draft.ts'
import { reasonsOf } from './explain-unplaced.ts'
import { partTrips } from './part-trips.ts'
import { planOf } from './plan-year.ts'
import { type Plan, type PlannedVisit, type Rule, rules } from './plan.ts'
import type { Closure, FixedVisit, PlanProblem, PlanRefusal, VisitId } from './plan-problem.ts'
import { randomFrom } from './random.ts'
import { refusalOf } from './refuse-problem.ts'
import { squeeze } from './squeeze.ts'
import { tripCostsOf } from './trip-costs.ts'

/** What is new since the dates were announced. */
export type Change = {
  /** The first day for which notice can still be given: all that is announced before it stays. */
  readonly noticeFrom: LocalDate
  /** Days that are closed now: a holiday, a leave, a flood, a session. */
  readonly closed: readonly Closure[]
  /** The working days of the horizon as they are now; without it as they were. */
  readonly working?: readonly LocalDate[]
  /** Announced visits that are to stay whatever they break. */
  readonly locked: readonly VisitId[]
}

export type MoveReason =
  /** The announced day is no longer possible; `reasons` are those of the closures. */
  | { readonly code: 'forced'; readonly rules: readonly Rule[]; readonly reasons: readonly string[] }
  /** It went so that others which had to move found a day. */
  | { readonly code: 'made-room' }
  /** It was due and had no day before. */
  | { readonly code: 'new' }

/** `from` or `to` is `null` where there was or is no day; the plan says why in `unplaced`. */
export type Move = {
  readonly visit: VisitId
  readonly from: { readonly day: LocalDate; readonly start: string } | null
  readonly to: { readonly day: LocalDate; readonly start: string } | null
  readonly reason: MoveReason
}

export type Replan = {
  /** The problem that `plan` answers: with the change, and with all that stands as it was announced fixed. */
  readonly problem: PlanProblem
  readonly plan: Plan
  readonly moves: readonly Move[]
  /** Equivalent minutes: 60 for each announced visit that has another day now, or none. */
  readonly disturbance: number
}

const disturbanceMinutes = 60
const effort: Effort = { stepsPerVisit: 400 }

/**
 * Plans again with the least disturbance.
 *
 * Past, announced within the notice and locked visits stay, also where they break a rule now (the plan's notes say
 * so). Others leave their day only when they must, or when one that must finds no day otherwise; then each is
 * tried on its old day once more.
 */
export function replan(
  problem: PlanProblem,
  published: readonly PlannedVisit[],
  change: Change,
): Result<Replan, PlanRefusal> {
  const locked = new Set(change.locked)
  const known = new Set(problem.visits.map((visit) => visit.id))
  const announced = published.filter(({ visit }) => known.has(visit))
  const stays = announced.filter(
    ({ visit, day, fixed }) => fixed || day < change.noticeFrom || locked.has(visit),
  )
  const now: PlanProblem = {
    ...problem,
    working: change.working ?? problem.working,
    closed: [...problem.closed, ...change.closed],
    noticeFrom: change.noticeFrom,
    fixed: stays.map(asFixed),
  }
  const refusal = refusalOf(now)
  if (refusal) return refuse(refusal)

  const draft = openDraft(compileProblem(now))
  const at = new Map(problem.visits.map((visit, index) => [visit.id, index]))
  const reasons = new Map<VisitId, MoveReason>()
  const free = announced.filter(({ visit }) => draft.dayOf[at.get(visit)!]! < 0)
  for (const { visit, day } of free) {
    const found = brokenOn(draft, at.get(visit)!, day)
    if (found === 0) place(draft, at.get(visit)!, dayIndex(draft, day))
    else reasons.set(visit, forcedBy(draft, at.get(visit)!, day, found))
  }
  if (draft.dayOf.every((day) => day >= 0))
    return done(answer({ ...now, fixed: announced.map(asFixed) }, null))
  // With all that stands fixed, its hours stand too; only what must move is free.
  const standing = announced.filter(({ visit }) => draft.dayOf[at.get(visit)!]! >= 0)
  const held = { ...now, fixed: standing.map(asFixed) }
  const alone = solve(held)
  return done(alone.dayOf.every((day) => day >= 0) ? answer(held, alone) : answer(...makeRoom()))

  /** Others move where that alone gives each visit a day; those that need not have moved go back. */
  function makeRoom(): [PlanProblem, Draft] {
    for (const index of problem.visits.keys()) {
      if (draft.dayOf[index]! >= 0) continue
      const day = cheapestDay(draft, index, null)
      if (day >= 0) place(draft, index, day)
    }
    squeeze(draft)
    const moved = free.filter(({ visit, day }) => {
      const index = at.get(visit)!
      return draft.dayOf[index]! >= 0 && draft.dayOf[index] !== dayIndex(draft, day)
    })
    for (const { visit, day } of moved) {
      const index = at.get(visit)!
      const there = draft.dayOf[index]!
      lift(draft, index)
      place(draft, index, fits(draft, index, dayIndex(draft, day)) ? dayIndex(draft, day) : there)
    }
    const same = announced.filter(({ visit, day }) => draft.dayOf[at.get(visit)!] === dayIndex(draft, day))
    const kept = { ...now, fixed: same.map(asFixed) }
    const again = openDraft(compileProblem(kept))
    for (const [index, day] of draft.dayOf.entries())
      if (again.dayOf[index]! < 0 && day >= 0 && fits(again, index, day)) place(again, index, day)
    const solved = solve(kept, again)
    // Where hours that are announced leave no room on a day, they move too.
    const left = ({ dayOf }: Draft) => dayOf.filter((day) => day < 0).length
    return left(solved) > left(draft) ? [now, draft] : [kept, solved]
  }

  function solve(held: PlanProblem, begun = openDraft(compileProblem(held))): Draft {
    for (const index of problem.visits.keys()) {
      if (begun.dayOf[index]! >= 0) continue
      const day = cheapestDay(begun, index, null)
      if (day >= 0) place(begun, index, day)
    }
    if (begun.dayOf.some((day) => day < 0)) squeeze(begun)
    anneal(begun, tripCostsOf(begun.compiled), randomFrom(problem.seed), effort)
    return begun
  }

  function answer(held: PlanProblem, solved: Draft | null): Replan {
    const last = solved ?? openDraft(compileProblem(held))
    const costs = tripCostsOf(last.compiled)
    const plan = planOf(last, boundOf(last, costs, partTrips(last.compiled, costs)))
    const to = new Map(plan.dates.map((date) => [date.visit, date]))
    const from = new Map(announced.map((date) => [date.visit, date]))
    const moves = problem.visits.flatMap(({ id }): Move[] => {
      const [old, new_] = [from.get(id), to.get(id)]
      if (old?.day === new_?.day && old?.start === new_?.start) return []
      const reason = reasons.get(id) ?? { code: old ? ('made-room' as const) : ('new' as const) }
      return [{ visit: id, from: old ? moment(old) : null, to: new_ ? moment(new_) : null, reason }]
    })
    return {
      problem: held,
      plan,
      moves,
      disturbance: disturbanceMinutes * moves.filter((move) => move.from !== null).length,
    }
  }
}

const asFixed = ({ visit, day, start }: PlannedVisit): FixedVisit => ({ visit, day, start })
const moment = ({ day, start }: PlannedVisit) => ({ day, start })

/** -1 outside the horizon. */
const dayIndex = ({ compiled }: Draft, date: LocalDate): number => {
  const day = dayNumber(date) - compiled.firstDay
  return day >= 0 && day < compiled.days ? day : -1
}

function brokenOn(draft: Draft, at: number, date: LocalDate): number {
  const day = dayIndex(draft, date)
  return day < 0 ? bit.period : broken(draft, at, day)
}

function forcedBy(draft: Draft, at: number, date: LocalDate, found: number): MoveReason {
  const day = dayIndex(draft, date)
  const all = day < 0 ? found : broken(draft, at, day, true)
  return {
    code: 'forced',
    rules: rules.filter((rule) => all & bit[rule]),
    reasons: all & bit.closed ? reasonsOf(draft.compiled, at, day) : [],
  }
}
