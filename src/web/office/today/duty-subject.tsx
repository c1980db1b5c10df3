// What one duty is about: a meeting, a demand, a place; and for which period.
import type { Duties } from '#flows'
import type { Verdict } from '#law'
import type { Demand } from '#meetings'
import { type UnitCode, localDay } from '#territory'
import { shortened } from '../../pages/demand-lines.tsx'
import { periodName } from '../../parts/act-name.ts'
import type { Desk } from '../desk.ts'
import { briefDay } from './brief-day.ts'
import { meetingOf } from './deed-of-duty.ts'

type Props = {
  readonly desk: Desk
  readonly duties: Duties
  readonly demands: readonly Demand[]
  readonly verdict: Verdict
}

export function DutySubject({ desk, duties, demands, verdict }: Props) {
  const { here } = desk
  const demand = demands.find(({ id }) => id === verdict.subject)
  const period = verdict.period ? periodName(here, verdict.period) : undefined
  // Withheld words are not told again where they need not be judged.
  if (demand && demand.judged?.shown !== false)
    return (
      <>
        <span lang={demand.language}>{shortened(demand.words)}</span>
        {period && <> · {period}</>}
      </>
    )
  const about = [...(demand ? ofDemand(desk, duties, demand) : ofRecord(desk, duties, verdict)), period]
  return <>{here.words.site.list(about.filter((part) => part !== undefined))}</>
}

const ofDemand = ({ here }: Desk, { units }: Duties, { unit, raisedAt }: Demand) => [
  units.get(unit)?.name[here.language],
  briefDay(here, localDay(raisedAt, unit)),
]

function ofRecord({ here }: Desk, duties: Duties, { subject }: Verdict): (string | undefined)[] {
  const { language } = here
  const nameOf = (code: unknown) => duties.units.get(code as UnitCode)?.name[language]
  const meeting = meetingOf(duties, subject)
  if (meeting) return [nameOf(meeting.unit), briefDay(here, meeting.day)]
  const of = duties.entries.find(({ payload }) => payload['id'] === subject)
  return subject === null ? [] : [nameOf(of?.payload['unit'] ?? subject) ?? subject]
}
