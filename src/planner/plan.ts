// The answer: dates, what they cost, and what could not be placed.
import type { LocalDate } from '#kernel'
import type { PlaceId, VisitId } from './plan-problem.ts'

export type PlannedVisit = {
  readonly visit: VisitId
  readonly day: LocalDate
  /** `HH:MM`, on the quarter hour unless fixed. */
  readonly start: string
  readonly fixed: boolean
}

/** What a day may break for a visit, from the first question to the last. */
export const rules = [
  'period',
  'window',
  'working',
  'closed',
  'notice',
  'hours',
  'gap',
  'visits-per-day',
  'road',
  'day-minutes',
  'trip-days-per-week',
] as const
export type Rule = (typeof rules)[number]

/**
 * One rule that, given up this far, would let the visit in on `day` beside all others of the plan.
 *
 * `by` is in days (period, window, notice, gap), minutes (hours, day-minutes: both the hours and the length
 * of the day), more visits a day, more trip days a week, or 1 (a day made a working day, a closure let go).
 */
export type Relaxation = {
  readonly rule: Rule
  readonly by: number
  readonly day: LocalDate
  /** For `closed`: the reasons given for that day. */
  readonly reasons: readonly string[]
}

/** `reason` is the rule that took away the last day, asked in the order of `rules`. */
export type Unplaced = {
  readonly visit: VisitId
  readonly reason: Rule
  /** `null` when no single rule is enough. */
  readonly relaxation: Relaxation | null
}

export const costNames = ['travel', 'trip-days', 'spacing', 'preference', 'load'] as const
export type CostName = (typeof costNames)[number]

/**
 * One part of the cost. `amount` × `weight` = `minutes` (equivalent driving minutes).
 *
 * travel: minutes at the wheel. trip-days: days with a visit. spacing: days², how far each gap between two
 * visits to a place (last to first of the next round included) is from even. preference: wishes not met.
 * load: days², trip days of a week beyond the first.
 */
export type CostTerm = {
  readonly name: CostName
  readonly amount: number
  readonly unit: 'minutes' | 'days' | 'days²' | 'wishes'
  readonly weight: number
  readonly minutes: number
}

export type PlanNote =
  /** The way from home is not known: its travel counts as none. */
  | { readonly code: 'way-unknown'; readonly places: readonly PlaceId[] }
  /** A fixed visit stands although it breaks a rule. */
  | { readonly code: 'fixed-breaks'; readonly visit: VisitId; readonly rules: readonly Rule[] }

export type Plan = {
  readonly seed: string
  /** By day, start and visit. */
  readonly dates: readonly PlannedVisit[]
  readonly unplaced: readonly Unplaced[]
  readonly cost: { readonly minutes: number; readonly terms: readonly CostTerm[] }
  /** Equivalent minutes that no plan of these visits can go below: how good it is at worst. */
  readonly bound: number
  readonly km: number
  readonly notes: readonly PlanNote[]
}

/** By what share the plan may be above the best possible: 0.008 is "at most 0.8 %". */
export const gapOf = ({ cost, bound }: Plan): number => (bound > 0 ? (cost.minutes - bound) / bound : 0)
