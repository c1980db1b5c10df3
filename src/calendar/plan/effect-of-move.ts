// What moving one date breaks and what it costs, before anything is saved.
import { type LocalDate, daysBetween, weekday } from '#kernel'
import { type PlaceId, wayTo, weighDates } from '#planner'
import type { OfficeId } from '#territory'
import type { Entry, MeetingId } from '../calendar.ts'
import { overlap } from '../entry-edits.ts'
import { type Holidays, isWorkingDay } from '../working-days.ts'
import { problemOfOffice } from './alternatives.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Wish, wishesOf } from './wishes.ts'
import { type YearDesk, datesFor } from './year-desk.ts'

export type Breach =
  /** The law asks for so many meetings here between these days, and fewer would be left. */
  | {
      readonly kind: 'law-minimum'
      readonly norm: string
      readonly first: LocalDate
      readonly last: LocalDate
      readonly left: number
      readonly needed: number
    }
  /** The akim holds another meeting at that time: it cannot be saved. */
  | { readonly kind: 'akim-elsewhere'; readonly other: MeetingId; readonly start: string }
  /** The akim's meeting of that day is too far away for the time between them. */
  | {
      readonly kind: 'no-time-between'
      readonly other: MeetingId
      readonly minutes: number
      readonly way: number
    }
  /** The akim of the place, who receives, holds a meeting elsewhere on that day. */
  | { readonly kind: 'host-elsewhere'; readonly other: MeetingId; readonly start: string }
  /** Two meetings in one place at one time. */
  | { readonly kind: 'two-at-once'; readonly other: MeetingId; readonly start: string }
  | { readonly kind: 'same-place-same-week'; readonly other: MeetingId; readonly days: number }
  /** Two visits of the akim to the place, closer than the planner ever puts them. */
  | { readonly kind: 'too-close'; readonly other: MeetingId; readonly days: number; readonly needed: number }
  | { readonly kind: 'day-off' }
  | { readonly kind: 'past' }
  | { readonly kind: 'notice-too-short'; readonly daysLeft: number; readonly daysNeeded: number }
  | { readonly kind: 'wish'; readonly wish: Wish }

/** A breach with which a move cannot be saved. */
export const forbids = ({ kind }: Breach): boolean => kind === 'akim-elsewhere'

export type Effect = {
  readonly breaches: readonly Breach[]
  readonly before: Figures | null
  /** `null` when the year cannot be driven so. */
  readonly after: Figures | null
}

export type WhatIf = { readonly meeting: MeetingId; readonly day: LocalDate; readonly start: string }

/** Days ahead by which an office announces, and whose meeting a place is received by. */
export type Surroundings = {
  readonly holidays: Holidays
  readonly noticeDays: (office: OfficeId) => number
  /** The akim who heads the place, if one does. */
  readonly hostOf: (unit: Entry['unit']) => OfficeId | null
}

/** The effect of a move on the whole draft; `null` when there is no such meeting. */
export function effectOfMove(
  desk: YearDesk,
  entries: readonly Entry[],
  move: WhatIf,
  around: Surroundings,
): Effect | null {
  const entry = entries.find(({ id }) => id === move.meeting)
  if (!entry) return null
  const moved: Entry = { ...entry, day: move.day, start: move.start }
  const others = entries.filter(({ id }) => id !== moved.id)
  const found = problemOfOffice(desk, moved.office)
  const weigh = (meetings: readonly Entry[]): Figures | null => {
    if (!found) return null
    const own = meetings.filter(({ office }) => office === moved.office)
    const weighed = weighDates(found.problem, datesFor(desk.problems, found.one.asked, own))
    return weighed.ok ? figuresOf(found.problem, weighed.value, 0, 0) : null
  }
  const clash = others.some((other) => other.office === moved.office && overlap(other, moved))
  return {
    breaches: breachesOf(desk, moved, others, around),
    before: weigh(entries),
    after: clash ? null : weigh([...others, moved]),
  }
}

function breachesOf(
  desk: YearDesk,
  moved: Entry,
  others: readonly Entry[],
  { holidays, noticeDays, hostOf }: Surroundings,
): Breach[] {
  const { today, problems } = desk
  const found: Breach[] = []
  const demand = [...problems.demandOf.values()].find(
    (one) =>
      one.norm === moved.norm &&
      one.office === moved.office &&
      (one.unit as string) === moved.unit &&
      one.period === moved.period,
  )
  if (demand) {
    const { windowFirst: first, windowLast: last, atLeast: needed, norm } = demand
    const inside = ({ day }: Entry) => day >= first && day <= last
    const left = [...others, moved].filter(
      (one) =>
        one.norm === norm &&
        one.office === moved.office &&
        one.unit === moved.unit &&
        one.period === moved.period &&
        inside(one),
    ).length
    if (left < needed) found.push({ kind: 'law-minimum', norm, first, last, left, needed })
  }
  for (const other of others) {
    const near = { other: other.id, start: other.start }
    if (other.day === moved.day) {
      if (other.office === moved.office && overlap(other, moved))
        found.push({ kind: 'akim-elsewhere', ...near })
      else if (other.unit === moved.unit && overlap(other, moved))
        found.push({ kind: 'two-at-once', ...near })
      if (
        other.office !== moved.office &&
        other.unit !== moved.unit &&
        (other.office === hostOf(moved.unit) || moved.office === hostOf(other.unit))
      )
        found.push({ kind: 'host-elsewhere', ...near })
    }
    if (other.unit !== moved.unit) continue
    const days = Math.abs(daysBetween(other.day, moved.day))
    const gap = gapDaysOf(desk, moved.office)
    if (days < 7) found.push({ kind: 'same-place-same-week', other: other.id, days })
    else if (other.office === moved.office && days < gap)
      found.push({ kind: 'too-close', other: other.id, days, needed: gap })
  }
  found.push(...wayBetween(desk, moved, others))
  if (!isWorkingDay(holidays, moved.day)) found.push({ kind: 'day-off' })
  const [daysLeft, daysNeeded] = [daysBetween(today, moved.day), noticeDays(moved.office)]
  if (daysLeft < 0) found.push({ kind: 'past' })
  else if (daysLeft < daysNeeded) found.push({ kind: 'notice-too-short', daysLeft, daysNeeded })
  const wishes = desk.wishes.get(moved.office)
  for (const wish of wishes ? wishesOf(wishes) : [])
    if (against(wish, moved)) found.push({ kind: 'wish', wish })
  return found
}

/** The neighbours of the same day: is there time for the way between? */
function wayBetween(desk: YearDesk, moved: Entry, others: readonly Entry[]): Breach[] {
  const problem = desk.problems.offices.find(({ office }) => office === moved.office)?.problem
  if (!problem) return []
  const sameDay = others.filter(
    (other) => other.office === moved.office && other.day === moved.day && !overlap(other, moved),
  )
  return sameDay.flatMap((other): Breach[] => {
    const [first, second] = other.start < moved.start ? [other, moved] : [moved, other]
    const way = wayTo(problem, first.unit as string as PlaceId, second.unit as string as PlaceId)
    const minutes = minuteOf(second.start) - minuteOf(first.start) - first.plannedMinutes
    return way && way.minutes > minutes
      ? [{ kind: 'no-time-between', other: other.id, minutes, way: way.minutes }]
      : []
  })
}

function against(wish: Wish, { unit, day, start, plannedMinutes }: Entry): boolean {
  switch (wish.kind) {
    case 'weekdays':
      return !wish.weekdays.includes(weekday(day))
    case 'hours':
      return (
        minuteOf(start) < minuteOf(wish.hours.from) ||
        minuteOf(start) + plannedMinutes > minuteOf(wish.hours.to)
      )
    case 'season':
      return wish.place === unit && wish.first <= day && day <= wish.last
    case 'away':
      return wish.first <= day && day <= wish.last
  }
}

const gapDaysOf = ({ problems }: YearDesk, office: OfficeId): number =>
  problems.offices.find((one) => one.office === office)?.problem.limits.gapDays ?? 1

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
