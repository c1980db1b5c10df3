// What planning has to say in sentences: effects of a move, reasons of changes, conflicts, wishes.
import type { Breach, DateChange, Effect, Entry, Wish } from '#calendar'
import { daysOffEven, forbids, wishBehind } from '#calendar'
import type { PlanningDesk } from '#flows'
import { type LocalDate, addDays, localDate } from '#kernel'
import type { Demand, Relaxation, VisitId } from '#planner'
import type { OfficeId, UnitCode } from '#territory'
import type { Here } from '../../here.ts'

export const placeName = ({ language }: Here, plan: PlanningDesk, unit: string): string =>
  plan.units.get(unit as UnitCode)?.name[language] ?? unit

export const akimName = ({ language }: Here, plan: PlanningDesk, office: string): string =>
  plan.offices.get(office as OfficeId)?.name[language] ?? office

/** `1` Monday …: the 4th of January 2027 is one. */
export const weekdayName = ({ format }: Here, day: number): string =>
  format.weekday(addDays(localDate('2027-01-04'), day - 1))

export function wishWords(here: Here, plan: PlanningDesk, wish: Wish): string {
  const { wish: words } = here.words.plan
  const day = (of: LocalDate) => here.format.dayOfYear(of)
  switch (wish.kind) {
    case 'weekdays':
      return words.weekdays(wish.weekdays.map((one) => weekdayName(here, one)).join(', '))
    case 'hours':
      return words.hours(wish.hours.from, wish.hours.to)
    case 'season':
      return words.season(placeName(here, plan, wish.place), day(wish.first), day(wish.last))
    case 'away':
      return words.away(day(wish.first), day(wish.last))
  }
}

/** A closure told by the reason that it bears: a wish, or the visit of another akim. */
export function closureWords(here: Here, plan: PlanningDesk, reason: string, place: string | null): string {
  const { closedBy, rules } = here.words.plan
  const wish = wishBehind(reason)
  const day = (of: LocalDate) => here.format.dayOfYear(of)
  if (wish?.kind === 'away') return closedBy.away(day(wish.first), day(wish.last))
  if (wish)
    return closedBy.season(
      place === null ? '' : placeName(here, plan, place),
      day(wish.first),
      day(wish.last),
    )
  const [, office] = /^visit-of (.+)$/.exec(reason) ?? []
  return office ? closedBy.visit(akimName(here, plan, office)) : rules.closed
}

export function reasonWords(here: Here, plan: PlanningDesk, { reason, visit }: DateChange): string {
  const { reasons, rules } = here.words.plan
  if (reason.code !== 'forced') return reasons[reason.code]
  const place = plan.problems.demandOf.get(visit)?.unit ?? null
  return reason.rules
    .flatMap((rule) =>
      rule === 'closed' && reason.reasons.length > 0
        ? reason.reasons.map((one) => closureWords(here, plan, one, place))
        : [rules[rule]],
    )
    .join('; ')
}

export const momentWords = ({ format, words }: Here, moment: DateChange['from']): string =>
  moment ? `${format.weekdayOfYear(moment.day)}, ${moment.start}` : words.plan.noDay

const placeOf = (here: Here, plan: PlanningDesk, visit: VisitId): string =>
  placeName(here, plan, plan.problems.demandOf.get(visit)?.unit ?? visit)

export function demandWords(here: Here, plan: PlanningDesk, demand: Demand): string {
  const { demands } = here.words.plan
  const day = (of: LocalDate) => here.format.dayOfYear(of)
  switch (demand.code) {
    case 'visit': {
      const due = plan.problems.demandOf.get(demand.visit)
      return due
        ? demands.visit(placeName(here, plan, due.unit), day(due.windowFirst), day(due.windowLast))
        : demand.visit
    }
    case 'window':
      return demands.window(placeOf(here, plan, demand.visit))
    case 'fixed':
      return demands.fixed(placeOf(here, plan, demand.visit))
    case 'closed':
      return closureWords(here, plan, demand.reason, demand.place)
    case 'working':
      return demands.working
    case 'notice':
      return demands.notice(day(demand.from))
    case 'hours':
      return demands.hours
    case 'limit':
      return demands.limit[demand.limit](demand.value)
  }
}

export function relaxationWords(here: Here, { rule, by, day }: Relaxation): string {
  const { relaxations, relaxedTo } = here.words.plan
  const words = relaxations[rule]
  return relaxedTo(typeof words === 'string' ? words : words(by), here.format.dayOfYear(day))
}

/** What a move breaks and costs, as sentences: the same on the page and for the hand that drags. */
export type EffectWords = {
  readonly title: string
  readonly breaks: readonly string[]
  readonly costs: readonly string[]
  readonly can: boolean
}

export function effectWords(
  here: Here,
  plan: PlanningDesk,
  { day, start }: { readonly day: LocalDate; readonly start: string },
  { breaches, before, after }: Effect,
): EffectWords {
  const words = here.words.plan
  const costs: string[] = []
  if (before && after) {
    if (before.km !== after.km) costs.push(words.costKm(before.km, after.km))
    if (Math.round(before.roadMinutes) !== Math.round(after.roadMinutes))
      costs.push(words.costRoad(after.roadMinutes - before.roadMinutes))
    if (before.unevenness !== after.unevenness)
      costs.push(words.costSpacing(daysOffEven(before), daysOffEven(after)))
    if (costs.length === 0) costs.push(words.costsNothing)
  } else costs.push(words.costUnknown)
  const can = !breaches.some(forbids)
  return {
    title: words.effectTitle(`${here.format.weekdayOfYear(day)}, ${start}`),
    breaks:
      breaches.length === 0
        ? [words.breaksNothing]
        : [...breaches.map((breach) => breachWords(here, plan, breach)), ...(can ? [] : [words.cannotSave])],
    costs,
    can,
  }
}

function breachWords(here: Here, plan: PlanningDesk, breach: Breach): string {
  const { breach: words } = here.words.plan
  const day = (of: LocalDate) => here.format.dayOfYear(of)
  const other = 'other' in breach ? plan.entries.find(({ id }) => id === breach.other) : undefined
  const place = (entry: Entry | undefined) => (entry ? placeName(here, plan, entry.unit) : '')
  const who = (entry: Entry | undefined) => (entry ? akimName(here, plan, entry.office) : '')
  switch (breach.kind) {
    case 'law-minimum':
      return words[breach.kind](breach.left, breach.needed, day(breach.first), day(breach.last))
    case 'akim-elsewhere':
    case 'host-elsewhere':
      return words[breach.kind](place(other), breach.start)
    case 'two-at-once':
      return words[breach.kind](who(other), breach.start)
    case 'no-time-between':
      return words[breach.kind](place(other), breach.minutes, breach.way)
    case 'same-place-same-week':
      return words[breach.kind](who(other), breach.days)
    case 'too-close':
      return words[breach.kind](breach.days, breach.needed)
    case 'day-off':
    case 'past':
      return words[breach.kind]
    case 'notice-too-short':
      return words[breach.kind](breach.daysLeft, breach.daysNeeded)
    case 'wish':
      return words.wish(wishWords(here, plan, breach.wish))
  }
}

/** Monday to Friday, and the two others for those who wish them. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
