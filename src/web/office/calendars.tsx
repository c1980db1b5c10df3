// The calendars of a region, year by year: the years that can be planned and those that were.
import type { Calendar } from '#calendar'
import { officeAddresses } from './addresses.ts'
import type { Desk } from './desk.ts'
import { OfficeFrame } from './frame.tsx'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly years: readonly { readonly year: number; readonly calendar: Calendar | null }[]
}

export function CalendarsPage({ desk, csrf, years }: Props) {
  const { language, words: all } = desk.here
  const words = all.office
  const to = officeAddresses(language, desk.office.id)
  return (
    <OfficeFrame desk={desk} section="calendars" title={words.calendars} csrf={csrf}>
      <h1>{words.calendars}</h1>
      <p class="lead">{words.calendarsLead}</p>
      <ul class="rows plain">
        {years.map(({ year, calendar }) => (
          <li key={year}>
            <a class="row-name" href={to.calendar(year)}>
              {year}
            </a>{' '}
            <span class="soft">{calendar ? words.states[calendar.state] : words.noCalendar}</span>
          </li>
        ))}
      </ul>
    </OfficeFrame>
  )
}
