// A year in three ways: least travel, most even, least disturbance; each honours locks and wishes and says what it costs.
import { type Result, done, refuse } from '#kernel'
import {
  type Effort,
  type MoveReason,
  type OfficeProblem,
  type Plan,
  type PlanProblem,
  type PlanRefusal,
  type PlannedVisit,
  type VisitId,
  openDiary,
  planYear,
  replan,
  usualEffort,
} from '#planner'
import type { OfficeId } from '#territory'
import { usualMeeting } from '../year-problems.ts'
import { type Figures, figuresOf, together } from './figures.ts'
import { type OfficeDesk, type YearDesk, officeDesks } from './year-desk.ts'

export const ways = ['least-travel', 'most-even', 'least-disturbance'] as const
export type Way = (typeof ways)[number]

/** Tenths of a minute for each day² off even (`PlanProblem.evenness`). */
const evenness = { 'least-travel': 0, 'most-even': 30 } as const

/** A date that another has taken the place of, or that is new. `to` is `null` where no day was found. */
export type DateChange = {
  readonly visit: VisitId
  readonly from: { readonly day: PlannedVisit['day']; readonly start: string } | null
  readonly to: { readonly day: PlannedVisit['day']; readonly start: string } | null
  /** `better`: nothing forced it; the way of planning likes the new day more. */
  readonly reason: MoveReason | { readonly code: 'better' }
}

export type PlannedOffice = {
  readonly office: OfficeId
  /** What was asked, with wishes, locks and what other offices leave. */
  readonly problem: PlanProblem
  readonly plan: Plan
  readonly changes: readonly DateChange[]
  readonly figures: Figures
}

export type Alternative = {
  readonly way: Way
  readonly years: readonly PlannedOffice[]
  readonly figures: Figures
}

export type AlternativeRefusal = PlanRefusal & { readonly office: OfficeId }

/**
 * Plans the year in one way: of the whole region, or of one office beside the dates that the others have.
 *
 * Locked and past dates stay. Superiors are planned first, but around what is locked below them. The same desk gives
 * the same alternative. Refuses as the planner does, naming the office (two locks at one time).
 */
export function planAlternative(
  desk: YearDesk,
  way: Way,
  only: OfficeId | null = null,
  effort: Effort = usualEffort,
): Result<Alternative, AlternativeRefusal> {
  const planning = planningAlternative(desk, way, only, effort)
  for (;;) {
    const { done: over, value } = planning.next()
    if (over) return value
  }
}

/** The same office by office, so that a server can answer others between two of them. */
export function* planningAlternative(
  desk: YearDesk,
  way: Way,
  only: OfficeId | null = null,
  effort: Effort = usualEffort,
): Generator<undefined, Result<Alternative, AlternativeRefusal>> {
  const years: PlannedOffice[] = []
  for (const { one, problem, settle } of inTurn(officeDesks(desk), only)) {
    const office = one.asked.office as OfficeId
    const year = planOffice(one, { ...one.asked, problem }, way, effort)
    if (!year.ok) return refuse({ ...year.refusal, office })
    settle(year.value.plan.dates)
    years.push({ ...year.value, office })
    yield
  }
  return done({ way, years, figures: together(years.map(({ figures }) => figures)) })
}

/** The problem of one office beside the dates that all others have; `null` when it owes nothing. */
export function problemOfOffice(
  desk: YearDesk,
  office: OfficeId,
): { readonly one: OfficeDesk; readonly problem: PlanProblem } | null {
  const [found] = inTurn(officeDesks(desk), office)
  return found ?? null
}

type Turn = {
  readonly one: OfficeDesk
  readonly problem: PlanProblem
  readonly settle: (dates: readonly PlannedVisit[]) => void
}

function* inTurn(desks: readonly OfficeDesk[], only: OfficeId | null): Generator<Turn> {
  const diary = openDiary({ apartDays: usualMeeting.apartDays })
  if (only !== null) {
    for (const { asked, present } of desks) if (asked.office !== only) diary.enter(asked, present)
    const one = desks.find(({ asked }) => asked.office === only)
    if (one) yield { one, problem: fixing(diary.problemOf(one.asked), one), settle: () => undefined }
    return
  }
  for (const [turn, one] of desks.entries()) {
    const below = openDiary({ apartDays: usualMeeting.apartDays })
    for (const { asked, stays } of desks.slice(turn + 1)) if (stays.length > 0) below.enter(asked, stays)
    const free = diary.problemOf(one.asked)
    const problem = fixing(below.problemOf({ ...one.asked, problem: free }), one)
    yield { one, problem, settle: (dates) => diary.enter(one.asked, dates) }
  }
}

const fixing = (problem: PlanProblem, { stays }: OfficeDesk): PlanProblem => ({
  ...problem,
  fixed: [...problem.fixed, ...stays],
})

function planOffice(
  { present, stays }: OfficeDesk,
  { problem }: OfficeProblem,
  way: Way,
  effort: Effort,
): Result<Omit<PlannedOffice, 'office'>, PlanRefusal> {
  if (way === 'least-disturbance' && present.length > 0) {
    const outcome = replan({ ...problem, fixed: [] }, present, {
      noticeFrom: problem.noticeFrom,
      closed: [],
      locked: stays.map(({ visit }) => visit),
    })
    if (!outcome.ok) return outcome
    const { plan, moves } = outcome.value
    // What could be had by moving everything is the measure of what is kept.
    const free = planYear(problem, { stepsPerVisit: 0 })
    const bound = free.ok ? free.value.bound : plan.bound
    return done({ problem, plan, changes: moves, figures: figuresOf(problem, plan, moves.length, bound) })
  }
  const asked = way === 'least-disturbance' ? problem : { ...problem, evenness: evenness[way] }
  const outcome = planYear(asked, effort)
  if (!outcome.ok) return outcome
  const plan = outcome.value
  const changes = changesBetween(problem, present, plan)
  return done({ problem: asked, plan, changes, figures: figuresOf(asked, plan, changes.length, plan.bound) })
}

function changesBetween(problem: PlanProblem, present: readonly PlannedVisit[], plan: Plan): DateChange[] {
  const from = new Map(present.map((date) => [date.visit, date]))
  const to = new Map(plan.dates.map((date) => [date.visit, date]))
  const moment = (date: PlannedVisit | undefined) => (date ? { day: date.day, start: date.start } : null)
  return problem.visits.flatMap(({ id }): DateChange[] => {
    const [old, next] = [from.get(id), to.get(id)]
    if (old?.day === next?.day && old?.start === next?.start) return []
    return [{ visit: id, from: moment(old), to: moment(next), reason: { code: old ? 'better' : 'new' } }]
  })
}
