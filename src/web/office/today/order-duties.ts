// The duties of an office in order: by urgency, and those of one meeting, or of one rule in many places, as one bundle.
import type { Duties } from '#flows'
import { type LocalDate, addDays } from '#kernel'
import type { Verdict } from '#law'
import { meetingOf } from './deed-of-duty.ts'

/** How far back a settled or missed duty is still shown, in days. */
const settledDays = 60
const missedDays = 366

export const urgencies = ['soon', 'overdue', 'unclear', 'later', 'settled'] as const
export type Urgency = (typeof urgencies)[number]
export type Bundle = readonly [Verdict, ...Verdict[]]
export type Ordered = Readonly<Record<Urgency, readonly Bundle[]>>

/** Each urgency in the order of its last good days; what lies long back is left to the registers. */
export function orderDuties(duties: Duties, today: LocalDate): Ordered {
  const lists: Record<Urgency, Verdict[]> = { soon: [], overdue: [], unclear: [], later: [], settled: [] }
  for (const verdict of duties.verdicts) {
    const urgency = urgencyOf(verdict, today)
    if (urgency) lists[urgency].push(verdict)
  }
  for (const list of Object.values(lists)) list.sort(byDue)
  lists.settled.sort((a, b) => ((a.done ?? '') > (b.done ?? '') ? -1 : 1))
  lists.overdue.reverse()
  const bundled = (urgency: Urgency) => bundlesOf(duties, lists[urgency])
  return {
    soon: bundled('soon'),
    overdue: bundled('overdue'),
    unclear: bundled('unclear'),
    later: bundled('later'),
    settled: bundled('settled'),
  }
}

const byDue = (a: Verdict, b: Verdict) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1)

function urgencyOf({ verdict, due, done }: Verdict, today: LocalDate): Urgency | null {
  switch (verdict) {
    case 'missed':
      return due !== null && due >= addDays(today, -missedDays) ? 'overdue' : null
    case 'pending':
      return due !== null && due <= addDays(today, 30) ? 'soon' : 'later'
    case 'unknown':
      return 'unclear'
    case 'met':
    case 'boundary':
    case 'late':
      return done !== null && done >= addDays(today, -settledDays) ? 'settled' : null
    default:
      return null
  }
}

/** Each bundle stands where the first of its duties stands. */
function bundlesOf(duties: Duties, verdicts: readonly Verdict[]): Bundle[] {
  const bundles = Map.groupBy(verdicts, ({ norm, subject, period }) =>
    meetingOf(duties, subject) ? subject : `${norm} ${period ?? subject}`,
  )
  return [...bundles.values()] as unknown as Bundle[]
}

export const countOf = (bundles: readonly Bundle[]): number =>
  bundles.reduce((sum, { length }) => sum + length, 0)
