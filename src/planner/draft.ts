// A plan in the making: visits are placed and lifted, the cost is kept up to date, rules are asked, never bent.
import type { Compiled, VisitRow } from './compile-problem.ts'
import { rules } from './plan.ts'
import { type NoTrip, type Trip, bestTrip, wish } from './trip.ts'

/** Weights in tenths of an equivalent driving minute, so that every sum is a whole number. */
export const tenths = { travel: 10, 'trip-days': 300, preference: wish * 10, load: 100 } as const

export type Draft = {
  readonly compiled: Compiled
  /** Day of each visit, -1 while it has none. */
  readonly dayOf: Int32Array
  readonly onDay: number[][]
  readonly tripDays: Int32Array
  readonly dayCost: Float64Array
  readonly placeCost: Float64Array
  /** Tenths of a minute. */
  cost: number
  readonly trips: Map<number, Trip | NoTrip>
}

/** The cost of a day that cannot be driven: without a stop between, a way may be longer than with it. */
export const spoiled = 1e12

/** An empty year in which only the fixed visits stand. */
export function openDraft(compiled: Compiled): Draft {
  const draft: Draft = {
    compiled,
    dayOf: new Int32Array(compiled.visits.length).fill(-1),
    onDay: Array.from({ length: compiled.days }, () => []),
    tripDays: new Int32Array(compiled.weeks),
    dayCost: new Float64Array(compiled.days),
    placeCost: new Float64Array(compiled.placeVisits.length),
    cost: 0,
    trips: new Map(),
  }
  for (const [at, visit] of compiled.visits.entries())
    if (visit.fixedDay >= 0) place(draft, at, visit.fixedDay)
  return draft
}

/** The trip of these visits on one day; alike sets are reckoned once. */
export function tripOf(draft: Draft, visits: readonly number[]): Trip | NoTrip {
  const { compiled } = draft
  const kinds = visits.map((visit) => compiled.visits[visit]!.kind).sort((a, b) => a - b)
  const stops = () => kinds.map((kind) => compiled.stops[kind]!)
  if (kinds.length > 4) return bestTrip(compiled, stops())
  let key = 0
  for (const kind of kinds) key = key * (compiled.stops.length + 1) + kind + 1
  let trip = draft.trips.get(key)
  if (!trip) draft.trips.set(key, (trip = bestTrip(compiled, stops())))
  return trip
}

/** Puts a visit on a day. Beware: ask `broken` first; this only reckons. */
export function place(draft: Draft, visit: number, day: number): void {
  const list = draft.onDay[day]!
  if (list.length === 0) addTripDay(draft, day, 1)
  list.push(visit)
  draft.dayOf[visit] = day
  reckon(draft, visit, day, preferenceOf(draft.compiled, visit, day))
}

/** Takes a placed visit off its day. */
export function lift(draft: Draft, visit: number): void {
  const day = draft.dayOf[visit]!
  const list = draft.onDay[day]!
  list.splice(list.indexOf(visit), 1)
  if (list.length === 0) addTripDay(draft, day, -1)
  draft.dayOf[visit] = -1
  reckon(draft, visit, day, -preferenceOf(draft.compiled, visit, day))
}

function addTripDay(draft: Draft, day: number, by: 1 | -1): void {
  const week = draft.compiled.week[day]!
  const before = loadOf(draft.tripDays[week]!)
  draft.tripDays[week]! += by
  draft.cost += by * tenths['trip-days'] + tenths.load * (loadOf(draft.tripDays[week]!) - before)
}

function reckon(draft: Draft, visit: number, day: number, preference: number): void {
  const list = draft.onDay[day]!
  const trip = list.length === 0 ? undefined : tripOf(draft, list)
  const dayCost = !trip ? 0 : trip.can ? tenths.travel * trip.drive + tenths.preference * trip.off : spoiled
  const at = draft.compiled.visits[visit]!.place
  const placeCost = draft.compiled.evenness * spacingOf(draft, at)
  draft.cost +=
    dayCost - draft.dayCost[day]! + placeCost - draft.placeCost[at]! + tenths.preference * preference
  draft.dayCost[day] = dayCost
  draft.placeCost[at] = placeCost
}

export const loadOf = (tripDays: number): number => Math.max(0, tripDays - 1) ** 2

/** 1 when the day of the week is not the wished one. */
export function preferenceOf({ visits, weekday }: Compiled, visit: number, day: number): 0 | 1 {
  const { weekdays } = visits[visit]!
  return weekdays.length > 0 && !weekdays.includes(weekday[day]!) ? 1 : 0
}

/** A trip has one weekday for all its visits: the fewest wishes that the best one leaves unmet, when several wish. */
export function unwished(...trip: readonly (VisitRow | undefined)[]): number {
  const wishes = trip.flatMap((row) => (row && row.weekdays.length > 0 ? [row.weekdays] : []))
  if (wishes.length < 2) return 0
  let least = wishes.length
  for (let day = 1; day <= 7; day += 1)
    least = Math.min(least, wishes.filter((weekdays) => !weekdays.includes(day)).length)
  return least
}

/** Days² by which the gaps between the placed visits of a place are off the gaps between their marks. */
export function spacingOf({ compiled, dayOf }: Draft, at: number): number {
  let first = Number.NaN
  let last = Number.NaN
  let sum = 0
  for (const visit of compiled.placeVisits[at]!) {
    if (dayOf[visit]! < 0) continue
    const shift = dayOf[visit]! - compiled.visits[visit]!.mark
    if (Number.isNaN(first)) first = shift
    else sum += (shift - last) ** 2
    last = shift
  }
  return Number.isNaN(first) ? 0 : sum + (last - first) ** 2
}

/** One bit a rule, in the order of `rules`. */
export const bit = Object.fromEntries(rules.map((rule, at) => [rule, 1 << at])) as Record<
  (typeof rules)[number],
  number
>

/**
 * The rules that the day would break for the visit beside those placed, as bits; 0: it fits.
 *
 * Unless `all` it stops at the first. The visit itself must not be placed.
 */
export function broken(draft: Draft, at: number, day: number, all = false): number {
  const { compiled } = draft
  const visit = compiled.visits[at]!
  let found = 0
  if (day < visit.periodFirst || day > visit.periodLast) found |= bit.period
  else if (day < visit.windowFirst || day > visit.windowLast) found |= bit.window
  if (!compiled.working[day]) found |= bit.working
  if (compiled.closed[day] || compiled.placeClosed[visit.place]?.[day]) found |= bit.closed
  if (day < compiled.noticeFrom) found |= bit.notice
  if (found && !all) return found

  const limits = compiled.problem.limits
  for (const other of compiled.placeVisits[visit.place]!) {
    const taken = draft.dayOf[other]!
    if (taken >= 0 && other !== at && Math.abs(taken - day) < limits.gapDays) found |= bit.gap
  }
  const list = draft.onDay[day]!
  if (list.length >= limits.visitsPerDay) found |= bit['visits-per-day']
  if (list.length === 0 && draft.tripDays[compiled.week[day]!]! >= limits.tripDaysPerWeek)
    found |= bit['trip-days-per-week']
  if (found && !all) return found

  const alone = tripOf(draft, [at])
  if (!alone.can) return found | bit.hours | (list.length > 0 ? bit['day-minutes'] : 0)
  if (list.length === 0) return found
  if (list.length > 3) return found | bit['day-minutes']
  const trip = tripOf(draft, [...list, at])
  return trip.can ? found : found | (trip.wayless ? bit.road : bit['day-minutes'])
}

/** Whether the visit may stand on the day beside those placed. */
export const fits = (draft: Draft, visit: number, day: number): boolean =>
  day >= 0 && day < draft.compiled.days && broken(draft, visit, day) === 0
