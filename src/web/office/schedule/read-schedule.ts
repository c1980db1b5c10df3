// What the pages of a schedule show at this desk: as much of it as the office may see.
import {
  type MeetingId,
  type Regime,
  type Schedule,
  type ScheduleRelease,
  type Visit,
  type VisitProposal,
  type VisitWarning,
  bodiesAsked,
  regimeOf,
  scheduleIdOf,
  submissionDue,
  visitWarnings,
} from '#calendar'
import type { Books, Stores } from '#flows'
import { type LocalDate, type Period, firstDay } from '#kernel'
import {
  type Office,
  type OfficeId,
  type Unit,
  type UnitCode,
  authorisedBodyOffice,
  bodiesOn,
  governmentOffice,
} from '#territory'
import type { Desk } from '../desk.ts'

/** What an office has to do with the schedule; `null`: nothing. */
export type Part = 'body' | 'authorised' | 'government' | 'region'

export const partOf = ({ office, region }: Pick<Desk, 'office' | 'region'>): Part | null =>
  office.id === authorisedBodyOffice
    ? 'authorised'
    : office.id === governmentOffice
      ? 'government'
      : office.post === 'minister' || office.post === 'central-body-head'
        ? 'body'
        : region && office.post.endsWith('akim')
          ? 'region'
          : null

export type ScheduleView = {
  readonly part: Part
  readonly period: Period
  /** Which act asks for it; `null` where none does. */
  readonly regime: Regime | null
  readonly due: LocalDate | null
  /** Central bodies that are asked, as of the period. */
  readonly asked: readonly Office[]
  readonly schedule: Schedule | null
  readonly proposals: readonly VisitProposal[]
  readonly visits: readonly Visit[]
  readonly releases: readonly ScheduleRelease[]
  readonly bodies: ReadonlyMap<OfficeId, Office>
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly warnings: ReadonlyMap<MeetingId, readonly VisitWarning[]>
}

export async function readSchedule(
  stores: Stores,
  { law, holidays }: Books,
  desk: Desk,
  period: Period,
): Promise<ScheduleView | null> {
  const part = partOf(desk)
  if (!part) return null
  const regime = regimeOf(law, period)
  const id = scheduleIdOf(period)
  const schedule = await stores.schedules.find(id)
  if (!schedule && !regime) return null
  const proposals = await stores.schedules.proposals(id)
  const sentBy = new Set(
    proposals.filter(({ state }) => state === 'sent' || state === 'taken').map(({ body }) => body),
  )
  // What belongs to this desk, by the code as by the walls of the database; a person may have several desks.
  const belongs = {
    body: ({ office }: Visit) => office === desk.office.id,
    authorised: ({ office }: Visit) => sentBy.has(office),
    region: ({ region }: Visit) => region === desk.region?.code && schedule?.state !== 'proposed',
    government: () => Boolean(schedule?.submittedAt),
  }[part]
  const visits = (await stores.schedules.visits(id)).filter(belongs)
  const codes = [...new Set(visits.flatMap(({ unit, region }) => [unit, region]))]
  const units = await stores.national.units(codes, desk.here.today)
  const warnings = visitWarnings(visits, holidays)
  return {
    part,
    period,
    regime,
    due: regime && (submissionDue(law, regime, period)?.due ?? null),
    asked: regime ? bodiesAsked(regime, period) : [],
    schedule,
    proposals,
    visits,
    releases: await stores.schedules.releases(id),
    bodies: new Map(bodiesOn(firstDay(period)).map((body) => [body.id, body])),
    units: new Map(units.map((unit) => [unit.code, unit])),
    warnings: Map.groupBy(warnings, ({ visit }) => visit),
  }
}
