// What a year is planned from: places, visits that are due, days, limits. No noun of law or of the state.
import type { Id, LocalDate } from '#kernel'

export type PlaceId = Id<'place'>
export type VisitId = Id<'visit'>

/** Days from `first` to `last`, both included. */
export type Span = { readonly first: LocalDate; readonly last: LocalDate }
/** Degrees (WGS 84). */
export type Point = { readonly latitude: number; readonly longitude: number }
/** Local clock, `HH:MM` to `HH:MM`. */
export type Hours = { readonly from: string; readonly to: string }

export type Place = { readonly id: PlaceId; readonly point: Point | null }

/** One visit that is due: it takes place once, inside its period. */
export type Visit = {
  readonly id: VisitId
  readonly place: PlaceId
  readonly minutes: number
  readonly period: Span
  /** Narrow the period for other reasons than the duty itself (a season, a promise). */
  readonly earliest: LocalDate | null
  readonly latest: LocalDate | null
  /** Wished days of the week, 1 Monday … 7 Sunday; none: any day is welcome. */
  readonly weekdays: readonly number[]
  /** Wished hours, inside the hours of the problem. */
  readonly hours: Hours | null
}

/** Days on which nothing may be held at the place (`null`: anywhere); `reason` is the caller's own word. */
export type Closure = Span & { readonly place: PlaceId | null; readonly reason: string }

/** Row and column 0 are the home, then the places in their order; `null` where the way is not known. */
export type Road = {
  readonly minutes: readonly (readonly (number | null)[])[]
  readonly km: readonly (readonly (number | null)[])[]
}

export type Limits = {
  /** 1, 2 or 3. */
  readonly visitsPerDay: number
  /** Days with a visit in one week, Monday to Sunday: 1 … 7. */
  readonly tripDaysPerWeek: number
  /** Least days between two visits to one place; 1 means merely not on one day. */
  readonly gapDays: number
  /** Length of a day that joins several visits, driving included. A lone visit may need a longer journey. */
  readonly dayMinutes: number
}

export const usualLimits: Limits = { visitsPerDay: 3, tripDaysPerWeek: 2, gapDays: 30, dayMinutes: 570 }

/** A visit that is announced already: it is never moved. */
export type FixedVisit = { readonly visit: VisitId; readonly day: LocalDate; readonly start: string }

/** The year of one traveller. Wishes and costs are soft; all else is kept or reported. */
export type PlanProblem = {
  /** The same seed and problem give the same plan, byte for byte. */
  readonly seed: string
  readonly horizon: Span
  /** Where each day's journey begins and ends. */
  readonly home: Point | null
  readonly places: readonly Place[]
  /** Without it ways are reckoned from the points: straight line × 1.3 at 60 km/h. */
  readonly road: Road | null
  readonly visits: readonly Visit[]
  /** The working days of the horizon. */
  readonly working: readonly LocalDate[]
  readonly closed: readonly Closure[]
  /** When visits begin at the earliest and end at the latest. */
  readonly hours: Hours
  readonly limits: Limits
  readonly fixed: readonly FixedVisit[]
  /** The first day for which notice can still be given in time. Fixed visits have theirs. */
  readonly noticeFrom: LocalDate
  /** What a day² off even weighs, in tenths of a minute, whole and from 0 to 1,000; without it 1. */
  readonly evenness?: number
}

export const usualEvenness = 1

/** What makes a problem no problem; a problem that merely cannot be met in full is answered with a plan. */
export type PlanRefusal =
  | { readonly code: 'bad-horizon'; readonly horizon: Span }
  | { readonly code: 'bad-hours'; readonly hours: Hours; readonly visit: VisitId | null }
  | { readonly code: 'bad-limit'; readonly limit: keyof Limits | 'evenness'; readonly value: number }
  | { readonly code: 'bad-visit'; readonly visit: VisitId; readonly field: 'minutes' | 'period' | 'weekdays' }
  | { readonly code: 'bad-point'; readonly place: PlaceId | null }
  | { readonly code: 'bad-road'; readonly row: number; readonly column: number | null }
  | {
      readonly code: 'listed-twice'
      readonly what: 'place' | 'visit' | 'fixed'
      readonly id: PlaceId | VisitId
    }
  | { readonly code: 'no-such-place'; readonly place: PlaceId; readonly visit: VisitId | null }
  | { readonly code: 'no-such-visit'; readonly visit: VisitId }
  | { readonly code: 'fixed-outside-horizon'; readonly visit: VisitId; readonly day: LocalDate }
  | { readonly code: 'fixed-clash'; readonly visits: readonly [VisitId, VisitId]; readonly day: LocalDate }
