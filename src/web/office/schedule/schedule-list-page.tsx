// The schedules that this office has to do with: those to be made now, and those that were.
import type { Schedule } from '#calendar'
import type { Period } from '#kernel'
import { addresses } from '../../address.ts'
import { periodName } from '../../parts/act-name.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import type { Part } from './read-schedule.ts'
import { scheduleAddresses } from './schedule-addresses.ts'

type Props = {
  readonly desk: Desk
  readonly part: Part
  readonly csrf: string
  readonly rows: readonly { readonly period: Period; readonly schedule: Schedule | null }[]
}

export function ScheduleListPage({ desk, part, csrf, rows }: Props) {
  const { here, office } = desk
  const words = here.words.schedule
  const to = scheduleAddresses(here.language, office.id)
  return (
    <OfficeFrame desk={desk} section="schedule" title={words.title} csrf={csrf}>
      <h1>{words.title}</h1>
      <p class="lead">{words.office.listLead}</p>
      <ul class="rows plain">
        {rows.map(({ period, schedule }) => (
          <li key={period}>
            <a class="row-name" href={to.schedule(period)}>
              {periodName(here, period)}
            </a>{' '}
            <span class="soft">
              {schedule ? words.office.states[schedule.state] : words.office.noSchedule}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={addresses[here.language].ministersProcedure()}>{words.procedureLink}</a>
      </p>
      {part === 'authorised' && (
        <p>
          <a href={to.procedure()}>{words.office.procedure}</a>
        </p>
      )}
    </OfficeFrame>
  )
}
