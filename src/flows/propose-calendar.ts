// The proposal of a year: what the law demands in a region, given to the planner, put into the office's hands.
import { type LocalDate, type Result, done, refuse } from '#kernel'
import {
  type Act,
  type Calendar,
  type CalendarRefusal,
  type Holidays,
  type Proposal,
  type YearProblems,
  draftCalendar,
  knowsYear,
  proposeYear,
  yearProblems,
} from '#calendar'
import { type FrequencyDemand, type Law, frequencyDemands, prepareWorld } from '#law'
import type { PlanRefusal } from '#planner'
import { type Office, type OfficeId, type Unit, type UnitCode, isRegion, unitOfOffice } from '#territory'
import type { Stores } from './stores.ts'

export type ProposalRefusal =
  CalendarRefusal | { code: 'cannot-plan'; why: PlanRefusal & { office: OfficeId } }

/** What stands ready for drafting: the acts in force and the days off. */
export type Books = { readonly law: Law; readonly holidays: Holidays }

export type RegionYear = { readonly region: UnitCode; readonly year: number; readonly today: LocalDate }

/** The region as it is today: its units, the offices that head them, and what the planner is asked for them. */
export type RegionGround = {
  readonly units: readonly Unit[]
  readonly offices: readonly Office[]
  readonly problems: YearProblems
}

/**
 * What the planner is asked for every akim of the region, before any date is found.
 *
 * Refuses: no-such-calendar (not a region), year-not-open (over, or so far ahead that no holidays are known).
 */
export async function problemsFor(
  stores: Stores,
  books: Books,
  command: RegionYear,
): Promise<Result<YearProblems, CalendarRefusal>> {
  const ground = await groundFor(stores, books, command)
  return ground.ok ? done(ground.value.problems) : ground
}

/** The same with the units and offices that it was made from. */
export async function groundFor(
  stores: Stores,
  { law, holidays }: Books,
  { region, year, today }: RegionYear,
): Promise<Result<RegionGround, CalendarRefusal>> {
  if (!knowsYear(holidays, year) || year < Number(today.slice(0, 4)))
    return refuse({ code: 'year-not-open', year })
  const units = await stores.territory.subtree(region, today)
  if (!units[0] || !isRegion(units[0].kind)) return refuse({ code: 'no-such-calendar' })
  const offices = await stores.territory.officesBelow(region, today)
  const demands = demandsOf(law, units, offices, year)
  const placed = await stores.map.points(units.map(({ code }) => code))
  const points = new Map([...placed].map(([code, { point }]) => [code as string, point]))
  const problems = yearProblems({ law, holidays, year, today, demands, units, offices, points })
  return done({ units, offices, problems })
}

/** Proposes the year for every akim of the region. Refuses as `problemsFor`, and cannot-plan. */
export async function proposalFor(
  stores: Stores,
  books: Books,
  command: RegionYear,
): Promise<Result<Proposal, ProposalRefusal>> {
  const problems = await problemsFor(stores, books, command)
  if (!problems.ok) return problems
  const proposed = await proposeYear(problems.value)
  return proposed.ok ? proposed : refuse({ code: 'cannot-plan', why: proposed.refusal })
}

/** Every visit that the law demands of these offices in the year. */
export const demandsOf = (
  law: Law,
  units: readonly Unit[],
  offices: readonly Office[],
  year: number,
): FrequencyDemand[] => frequencyDemands(law, prepareWorld({ territory: units, offices, facts: [] }), year)

/**
 * Drafts the calendar of a region: from a fresh proposal, or by asking the offices for their parts until `answerBy`.
 *
 * Refuses as `proposalFor` and `draftCalendar`.
 */
export async function proposeCalendar(
  stores: Stores,
  books: Books,
  act: Act,
  command: { region: UnitCode; year: number; answerBy: LocalDate | null; demonstration: boolean },
): Promise<Result<{ calendar: Calendar; proposal: Proposal }, ProposalRefusal>> {
  const proposal = await proposalFor(stores, books, { ...command, today: act.today })
  if (!proposal.ok) return proposal
  const { entries, offices } = proposal.value
  const owing = new Map(offices.map(({ office }) => [office, unitOfOffice(office)!]))
  const drafted = await draftCalendar(stores, act, { ...command, proposal: entries, owing })
  return drafted.ok ? { ok: true, value: { calendar: drafted.value, proposal: proposal.value } } : drafted
}
