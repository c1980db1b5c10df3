// The parts of an office below the region, year by year.
import type { Part } from '#calendar'
import { akimOffice } from '#territory'
import { officeAddresses } from '../addresses.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'

type Props = { readonly desk: Desk; readonly parts: readonly Part[]; readonly csrf: string }

export function PartsListPage({ desk, parts, csrf }: Props) {
  const { here, office } = desk
  const words = here.words.assembly
  const to = officeAddresses(here.language, office.id)
  const year = Number(here.today.slice(0, 4))
  return (
    <OfficeFrame desk={desk} section="calendars" title={here.words.office.calendars} csrf={csrf}>
      <h1>{here.words.office.calendars}</h1>
      <p class="lead">{here.words.office.calendarsLead}</p>
      {parts.length === 0 && <p class="soft">{words.partsNone}</p>}
      <ul class="rows plain">
        {parts.map((part) => (
          <li key={part.year}>
            <a class="row-name" href={to.part(part.year)}>
              {part.year}
            </a>{' '}
            <span class="soft">{words.states[part.state]}</span>
          </li>
        ))}
      </ul>
      {office.unit && office.id === akimOffice(office.unit) && (
        <ul class="rows plain">
          {[year, year + 1].map((one) => (
            <li key={one}>
              <a href={to.wishes(one)}>{here.words.plan.wishesOfYear(one)}</a>
            </li>
          ))}
        </ul>
      )}
    </OfficeFrame>
  )
}
