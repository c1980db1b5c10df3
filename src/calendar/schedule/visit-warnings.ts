// What is unwise in a schedule: a plan with a clash is still a plan; a person chooses.
import type { LocalDate } from '#kernel'
import type { OfficeId } from '#territory'
import type { MeetingId } from '../calendar.ts'
import { type Holidays, isWorkingDay } from '../working-days.ts'
import { type Visit, grounds } from './schedule.ts'

export type VisitWarning =
  | { readonly kind: 'day-off'; readonly visit: MeetingId; readonly day: LocalDate }
  /** Two ministers in one region on one day. */
  | { readonly kind: 'same-region-same-day'; readonly visit: MeetingId; readonly other: OfficeId }
  /** The choice of the region rests on one ground where the act names two. Law: G24-1.3. */
  | { readonly kind: 'ground-missing'; readonly visit: MeetingId }
  | { readonly kind: 'akimat-objects'; readonly visit: MeetingId; readonly reason: string }

export const visitWarnings = (visits: readonly Visit[], holidays: Holidays): VisitWarning[] =>
  visits.flatMap((visit): VisitWarning[] => [
    ...(isWorkingDay(holidays, visit.day)
      ? []
      : [{ kind: 'day-off' as const, visit: visit.id, day: visit.day }]),
    ...visits
      .filter(
        ({ office, region, day }) => office !== visit.office && region === visit.region && day === visit.day,
      )
      .map(({ office }) => ({ kind: 'same-region-same-day' as const, visit: visit.id, other: office })),
    ...(grounds.every((ground) => visit.grounds.includes(ground))
      ? []
      : [{ kind: 'ground-missing' as const, visit: visit.id }]),
    ...(visit.akimat && !visit.akimat.agrees
      ? [{ kind: 'akimat-objects' as const, visit: visit.id, reason: visit.akimat.words }]
      : []),
  ])
