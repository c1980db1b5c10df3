// From the problem of one traveller to the year's plan.
import { type LocalDate, type Result, done, fromDayNumber, refuse } from '#kernel'
import { type Effort, anneal, usualEffort } from './anneal.ts'
import { boundOf } from './bound.ts'
import { compileProblem } from './compile-problem.ts'
import { construct } from './construct.ts'
import {
  type Draft,
  bit,
  broken,
  lift,
  loadOf,
  openDraft,
  place,
  preferenceOf,
  spacingOf,
  tenths,
  tripOf,
} from './draft.ts'
import { explainUnplaced } from './explain-unplaced.ts'
import { dateTrips } from './date-trips.ts'
import { partTrips } from './part-trips.ts'
import {
  type CostName,
  type CostTerm,
  type Plan,
  type PlanNote,
  type PlannedVisit,
  costNames,
  rules,
} from './plan.ts'
import type { PlanProblem, PlanRefusal } from './plan-problem.ts'
import { randomFrom } from './random.ts'
import { refusalOf } from './refuse-problem.ts'
import { squeeze } from './squeeze.ts'
import { tripCostsOf } from './trip-costs.ts'

/**
 * Plans the year of one traveller: each visit once in its period, no rule broken, at little cost.
 *
 * What finds no day is in `unplaced` with its reason. The work is bounded by the effort's steps: the same problem
 * and effort give the same plan, byte for byte; with more effort it is never worse.
 */
export function planYear(problem: PlanProblem, effort: Effort = usualEffort): Result<Plan, PlanRefusal> {
  const refusal = refusalOf(problem)
  if (refusal) return refuse(refusal)
  const draft = openDraft(compileProblem(problem))
  const costs = tripCostsOf(draft.compiled)
  const parts = partTrips(draft.compiled, costs)
  const random = randomFrom(problem.seed)
  dateTrips(draft, parts, random)
  construct(draft)
  squeeze(draft)
  anneal(draft, costs, random, effort)
  return done(planOf(draft, boundOf(draft, costs, parts)))
}

/** The draft as a plan; `bound` in tenths of a minute. */
export function planOf(draft: Draft, bound: number): Plan {
  const { compiled, dayOf } = draft
  const { problem } = compiled
  const amounts: Record<CostName, number> = { travel: 0, 'trip-days': 0, spacing: 0, preference: 0, load: 0 }
  const dates: PlannedVisit[] = []
  let km = 0
  for (const [day, list] of draft.onDay.entries()) {
    if (list.length === 0) continue
    // The trip names its stops by their place among the kinds in order.
    list.sort((a, b) => compiled.visits[a]!.kind - compiled.visits[b]!.kind || a - b)
    const trip = tripOf(draft, list)
    if (!trip.can) throw new Error(`a planned day cannot be driven: ${dateOf(draft, day)}`)
    amounts.travel += trip.drive
    amounts['trip-days'] += 1
    amounts.preference += trip.off
    km += trip.km
    for (const [turn, at] of trip.order.entries()) {
      const visit = list[at]!
      const fixed = compiled.visits[visit]!.fixedDay >= 0
      amounts.preference += preferenceOf(compiled, visit, day)
      dates.push({
        visit: problem.visits[visit]!.id,
        day: dateOf(draft, day),
        start: clock(trip.starts[turn]!),
        fixed,
      })
    }
  }
  for (const at of problem.places.keys()) amounts.spacing += spacingOf(draft, at)
  for (const count of draft.tripDays) amounts.load += loadOf(count)
  const weights: Record<CostName, number> = { ...tenths, spacing: compiled.evenness }
  const terms = costNames.map((name): CostTerm => {
    const weight = weights[name] / 10
    return {
      name,
      amount: amounts[name],
      unit: unitOf[name],
      weight,
      minutes: (amounts[name] * weights[name]) / 10,
    }
  })
  return {
    seed: problem.seed,
    dates,
    unplaced: problem.visits.flatMap((_, at) => (dayOf[at]! < 0 ? [explainUnplaced(draft, at)] : [])),
    cost: { minutes: draft.cost / 10, terms },
    bound: bound / 10,
    km: Math.round(km * 10) / 10,
    notes: notesOf(draft),
  }
}

const unitOf = {
  travel: 'minutes',
  'trip-days': 'days',
  spacing: 'days²',
  preference: 'wishes',
  load: 'days²',
} as const

function notesOf(draft: Draft): PlanNote[] {
  const { compiled } = draft
  const { problem, size, drive } = compiled
  const wayless = problem.places.filter(
    (_, at) => compiled.placeVisits[at]!.length > 0 && Number.isNaN(drive[at + 1]! + drive[(at + 1) * size]!),
  )
  const notes: PlanNote[] =
    wayless.length > 0 ? [{ code: 'way-unknown', places: wayless.map((place) => place.id) }] : []
  // Free visits keep clear of fixed ones, so what a fixed visit breaks it breaks by itself or with its like.
  const alone = openDraft(compiled)
  for (const [at, { fixedDay }] of compiled.visits.entries()) {
    if (fixedDay < 0) continue
    lift(alone, at)
    const found = broken(alone, at, fixedDay, true) & ~bit.notice
    place(alone, at, fixedDay)
    const breaks = rules.filter((rule) => found & bit[rule])
    if (breaks.length > 0) notes.push({ code: 'fixed-breaks', visit: problem.visits[at]!.id, rules: breaks })
  }
  return notes
}

const dateOf = (draft: Draft, day: number): LocalDate => fromDayNumber(draft.compiled.firstDay + day)

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
