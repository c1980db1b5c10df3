// What assembling a calendar asks of other rooms: the planner's dates for an office, gaps, sessions, what was held.
import { type LocalDate, type Result, done, localDate } from '#kernel'
import {
  type CalendarRefusal,
  type Entry,
  type GapAnswer,
  type HeldMeeting,
  type Occasion,
  closeGaps,
} from '#calendar'
import type { OfficeId, Unit, UnitCode } from '#territory'
import {
  type Books,
  type ProposalRefusal,
  type RegionYear,
  problemsFor,
  proposalFor,
} from './propose-calendar.ts'
import { ministersVisits } from './ministers-schedule.ts'
import type { Stores } from './stores.ts'

/** The planner's dates for every office of the region. Refuses as `proposalFor`. */
export async function proposedLines(
  stores: Stores,
  books: Books,
  command: RegionYear,
): Promise<Result<readonly Omit<Entry, 'calendar'>[], ProposalRefusal>> {
  const proposal = await proposalFor(stores, books, command)
  return proposal.ok ? done(proposal.value.entries) : proposal
}

/** The dates that would close the gaps of one office, beside all these meetings. Refuses as `problemsFor`. */
export async function gapsOf(
  stores: Stores,
  books: Books,
  command: RegionYear & { readonly office: OfficeId; readonly entries: readonly Entry[] },
): Promise<Result<GapAnswer[], CalendarRefusal>> {
  const problems = await problemsFor(stores, books, command)
  return problems.ok ? done(closeGaps(problems.value, command.office, command.entries)) : problems
}

/** Sessions of the region's maslikhats and visits of ministers in the year, with the units whose people they bind. */
export async function occasionsOf(
  stores: Stores,
  units: readonly Unit[],
  year: number,
): Promise<readonly Occasion[]> {
  const sessions = await stores.calendars.sessions(
    units.map(({ code }) => code),
    localDate(`${year}-01-01`),
    localDate(`${year}-12-31`),
  )
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const region = units[0]!.code
  const sittings = sessions.map(({ unit, day }) => ({
    kind: 'maslikhat-session' as const,
    day,
    unit,
    // The region's deputies come from everywhere; only its own akim is bound to be there.
    binds: new Set(
      unit === region ? [unit] : units.map(({ code }) => code).filter((code) => isBelow(parents, code, unit)),
    ),
  }))
  return [...sittings, ...(await ministersVisits(stores, region, year))]
}

/** Meetings that these offices held in the year, by the akim or who acts for him. */
export async function heldIn(
  stores: Stores,
  offices: readonly OfficeId[],
  year: number,
): Promise<HeldMeeting[]> {
  const entries = await stores.journal.entries({ types: ['meeting'], offices })
  return entries.flatMap(({ payload }) => {
    const day = String(payload['day'])
    return payload['status'] === 'held' &&
      ['holder', 'acting'].includes(String(payload['held_by'])) &&
      day.startsWith(String(year))
      ? [
          {
            office: payload['office'] as OfficeId,
            unit: payload['unit'] as UnitCode,
            day: day as LocalDate,
          },
        ]
      : []
  })
}

const isBelow = (
  parents: ReadonlyMap<UnitCode, UnitCode | null>,
  code: UnitCode | null,
  above: UnitCode,
): boolean => code !== null && (code === above || isBelow(parents, parents.get(code) ?? null, above))
