// "Today": what to do next, what else waits for this person, the week, and what the office owes.
import type { Duties, PublicMeeting, Waiting } from '#flows'
import type { Law } from '#law'
import type { Demand } from '#meetings'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { DutyList, dutiesAddress } from './duties.tsx'
import { Inbox, type Names } from './inbox.tsx'
import { NextUp } from './next-up.tsx'
import { countOf, orderDuties } from './order-duties.ts'
import { Week } from './week.tsx'

export type TodayView = {
  readonly inbox: readonly Waiting[]
  readonly names: Names
  readonly meetings: readonly PublicMeeting[]
  readonly duties: Duties
  readonly demands: readonly Demand[]
}

type Props = {
  readonly desk: Desk
  readonly view: TodayView
  readonly law: Law
  readonly csrf: string
}

export function TodayPage({ desk, view, law, csrf }: Props) {
  const { words, format, today } = desk.here
  const { inbox, names, meetings, duties, demands } = view
  const owed = { desk, duties, demands, law }
  const ordered = orderDuties(duties, today)
  const overdue = countOf(ordered.overdue)
  return (
    <OfficeFrame desk={desk} section="today" title={words.today.title} csrf={csrf}>
      <h1>{words.today.title}</h1>
      <p class="lead">{format.fullDay(today)}</p>
      <p>
        {inbox.length > 0 ? words.today.inboxLead(inbox.length) : words.today.inboxEmpty}{' '}
        {overdue > 0 && <a href={dutiesAddress(desk, 'overdue')}>{words.office.owedLead(overdue)}</a>}
      </p>
      <div class="split today">
        <div class="split-main flow">
          <NextUp {...{ inbox, names, owed, ordered }} />
          <Inbox {...{ desk, names }} inbox={inbox.slice(1)} />
        </div>
        <div class="split-side">
          <Week {...{ desk, law, meetings, inbox }} verdicts={duties.verdicts} />
        </div>
      </div>
      <DutyList {...owed} ordered={ordered} />
    </OfficeFrame>
  )
}
