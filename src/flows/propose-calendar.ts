// The proposal of a year: what the law demands in a region, given to the planner, put into the office's hands.
import { type LocalDate, type Result, refuse } from '#kernel'
import {
  type Act,
  type Calendar,
  type CalendarRefusal,
  type Holidays,
  type Proposal,
  draftCalendar,
  knowsYear,
  proposeYear,
} from '#calendar'
import { type FrequencyDemand, type Law, frequencyDemands, noticeDays, prepareWorld } from '#law'
import type { PlanRefusal } from '#planner'
import { type Office, type OfficeId, type Unit, type UnitCode, isRegion } from '#territory'
import type { Stores } from './stores.ts'

export type ProposalRefusal =
  CalendarRefusal | { code: 'cannot-plan'; why: PlanRefusal & { office: OfficeId } }

/** What stands ready for drafting: the acts in force and the days off. */
export type Books = { readonly law: Law; readonly holidays: Holidays }

/**
 * Proposes the year for every akim of the region.
 *
 * Refuses: no-such-calendar (not a region), year-not-open (over, or so far ahead that no holidays are known),
 * cannot-plan.
 */
export async function proposalFor(
  stores: Stores,
  { law, holidays }: Books,
  command: { region: UnitCode; year: number; today: LocalDate },
): Promise<Result<Proposal, ProposalRefusal>> {
  const { region, year, today } = command
  if (!knowsYear(holidays, year) || year < Number(today.slice(0, 4)))
    return refuse({ code: 'year-not-open', year })
  const units = await stores.territory.subtree(region, today)
  if (!units[0] || !isRegion(units[0].kind)) return refuse({ code: 'no-such-calendar' })
  const offices = await officesOf(stores, units, today)
  const demands = demandsOf(
    law,
    units,
    offices.map(({ office }) => office),
    year,
  )
  const proposed = proposeYear({
    year,
    today,
    demands,
    offices,
    holidays,
    noticeDays: (office) => noticeDays(law, office.post, today)?.strict ?? 0,
  })
  return proposed.ok ? proposed : refuse({ code: 'cannot-plan', why: proposed.refusal })
}

/** Every visit that the law demands of these offices in the year. */
export const demandsOf = (
  law: Law,
  units: readonly Unit[],
  offices: readonly Office[],
  year: number,
): FrequencyDemand[] => frequencyDemands(law, prepareWorld({ territory: units, offices, facts: [] }), year)

/** Drafts the calendar of a region from a fresh proposal. */
export async function proposeCalendar(
  stores: Stores,
  books: Books,
  act: Act,
  command: { region: UnitCode; year: number; demonstration: boolean },
): Promise<Result<{ calendar: Calendar; proposal: Proposal }, ProposalRefusal>> {
  const proposal = await proposalFor(stores, books, { ...command, today: act.today })
  if (!proposal.ok) return proposal
  const drafted = await draftCalendar(stores, act, { ...command, proposal: proposal.value.entries })
  return drafted.ok ? { ok: true, value: { calendar: drafted.value, proposal: proposal.value } } : drafted
}

/** The akims of these units with the units they head, from the top down. */
async function officesOf(
  stores: Stores,
  units: readonly Unit[],
  on: LocalDate,
): Promise<{ office: Office; unit: Unit }[]> {
  const offices = await stores.territory.officesBelow(units[0]!.code, on)
  // A region and a district have two offices each: the akim and the maslikhat.
  const akims = new Map(
    offices.flatMap((office) => (office.post.endsWith('-akim') ? [[office.unit, office]] : [])),
  )
  const headed = units.flatMap((unit) => {
    const office = akims.get(unit.code)
    return office ? [{ office, unit }] : []
  })
  // `subtree` gives parents before children, which is the order in which akims are planned.
  return headed
}
