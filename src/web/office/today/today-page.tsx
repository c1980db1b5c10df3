// "Today": what waits for this person, the week, and what the office owes; everything else is one click away.
import type { Duties, PublicMeeting, Waiting } from '#flows'
import type { Law } from '#law'
import type { Demand } from '#meetings'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { DutyList } from './duties.tsx'
import { Inbox, type Names } from './inbox.tsx'
import { Week } from './week.tsx'

export type TodayView = {
  readonly inbox: readonly Waiting[]
  readonly names: Names
  readonly meetings: readonly PublicMeeting[]
  readonly duties: Duties
  readonly demands: readonly Demand[]
}

export function TodayPage({
  desk,
  view,
  law,
  csrf,
}: {
  desk: Desk
  view: TodayView
  law: Law
  csrf: string
}) {
  const { here } = desk
  const { inbox, names, meetings, duties, demands } = view
  return (
    <OfficeFrame desk={desk} section="today" title={here.words.today.title} csrf={csrf}>
      <h1>{here.words.today.title}</h1>
      <p class="lead">{here.format.fullDay(here.today)}</p>
      <Inbox {...{ desk, inbox, names }} />
      <Week {...{ desk, law, meetings, inbox }} verdicts={duties.verdicts} />
      <DutyList {...{ desk, duties, demands, law }} />
    </OfficeFrame>
  )
}
