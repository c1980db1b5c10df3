// The meetings of an office: those ahead with how far their notices are, its drafts, and those gone by.
import type { MeetingId } from '#calendar'
import type { LocalDate } from '#kernel'
import type { Unit } from '#territory'
import { importAddresses, mayImport } from '../import/import-addresses.ts'
import { OfficeFrame } from '../frame.tsx'
import type { Desk } from '../desk.ts'
import { meetingAddresses } from './meeting-addresses.ts'
import type { StateWord } from './meeting-state.ts'

export type Listed = {
  readonly id: MeetingId
  readonly day: LocalDate
  readonly start: string
  readonly unit: Unit | null
  readonly state: StateWord
}

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly coming: readonly Listed[]
  readonly drafts: readonly Listed[]
  readonly past: readonly Listed[]
}

export function MeetingsPage({ desk, csrf, coming, drafts, past }: Props) {
  const { here, office } = desk
  const words = here.words.meetings.office
  return (
    <OfficeFrame desk={desk} section="meetings" title={words.section} csrf={csrf}>
      <h1>{words.section}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a class="button" href={meetingAddresses(here.language, office.id).create()}>
          {words.newMeeting}
        </a>
      </p>
      {mayImport(desk) && (
        <p>
          <a href={importAddresses(here.language, office.id).all()}>{here.words.import.open}</a>
        </p>
      )}
      {drafts.length > 0 && (
        <section>
          <h2>{words.drafts}</h2>
          <Rows desk={desk} meetings={drafts} />
        </section>
      )}
      <section>
        <h2>{words.coming}</h2>
        {coming.length === 0 ? <p class="soft">{words.none}</p> : <Rows desk={desk} meetings={coming} />}
      </section>
      {past.length > 0 && (
        <details>
          <summary>
            {words.past} ({here.format.number(past.length)})
          </summary>
          <Rows desk={desk} meetings={past} />
        </details>
      )}
    </OfficeFrame>
  )
}

function Rows({ desk, meetings }: { desk: Desk; meetings: readonly Listed[] }) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.meetings.office
  const to = meetingAddresses(language, office.id)
  return (
    <ul class="rows plain meeting-rows">
      {meetings.map(({ id, day, start, unit, state }) => (
        <li key={id}>
          <a class="row-name" href={to.meeting(id)}>
            {format.day(day)}, {start}
          </a>
          <span>{unit?.name[language]}</span>
          <span class={state === 'announced' ? 'stand stand-approved' : 'stand'}>{words.states[state]}</span>
        </li>
      ))}
    </ul>
  )
}
