// A request as a clerk takes it down; what was just taken stands above the empty form of the next one.
import { type Request, enteredChannels, mostCharacters } from '#requests'
import type { ReceiptCode } from '#receipts'
import type { Unit } from '#territory'
import { RequestFilesField } from '../../parts/request-files-field.tsx'
import { requestFilesField } from '../../read-request-files.ts'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import {
  Area,
  Choice,
  type FormState,
  Group,
  type Returned,
  Said,
  TextField,
} from '../meetings/meeting-fields.tsx'
import { EntryTaken } from './entry-taken.tsx'
import { SheetLinks } from './sheet-links.tsx'
import { intakeAddresses, mayTakeIn } from './intake-addresses.ts'
import { type MeetingChoice, meetingName } from './meeting-choices.ts'
import { unitChoices } from '../unit-choices.ts'

export type EntryProps = {
  readonly desk: Desk
  readonly csrf: string
  /** Where the receipt is looked up, as people type it. */
  readonly origin: string
  /** Where it can be about. */
  readonly units: readonly Unit[]
  readonly meetings: readonly MeetingChoice[]
  /** What stands in an empty form: what was kept of the request before it. */
  readonly values: FormState['values']
  readonly returned: Returned | null
  readonly taken: { readonly request: Request; readonly code: ReceiptCode } | null
}

export function EntryPage(props: EntryProps) {
  const { desk, csrf, returned, taken } = props
  const { here } = desk
  const words = here.words.intake
  return (
    <OfficeFrame
      desk={desk}
      section="requests"
      title={taken ? words.taken : words.enter}
      csrf={csrf}
      refused={returned !== null}
    >
      <h1>{taken ? words.taken : words.enter}</h1>
      {taken ? <EntryTaken {...props} taken={taken} /> : <p class="lead">{words.lead}</p>}
      <section class="flow" aria-labelledby="entry-title">
        <h2 id="entry-title" class={taken ? '' : 'unseen'}>
          {taken ? words.next : words.enter}
        </h2>
        <EntryForm {...props} />
      </section>
      <ul class="links plain">
        {mayTakeIn(desk, 'import-requests') && (
          <li>
            <a href={intakeAddresses(here.language, desk.office.id).imports()}>{words.importing.title}</a>
          </li>
        )}
        <SheetLinks here={here} at={`/offices/${desk.office.id}`} />
      </ul>
    </OfficeFrame>
  )
}

function EntryForm({ desk, csrf, units, meetings, values, returned }: EntryProps) {
  const { here, office, actor } = desk
  const { language } = here
  const words = here.words.intake
  const form: FormState = { here, values, returned }
  return (
    <form
      class="deed flow"
      method="post"
      enctype="multipart/form-data"
      action={intakeAddresses(language, office.id).enter()}
      novalidate
    >
      <HiddenFields csrf={csrf} revision={null} />
      <Said returned={returned} />
      <div class="pair">
        <Choice
          form={form}
          name="channel"
          label={words.channel}
          options={enteredChannels.map((one) => [one, words.channels[one]] as const)}
        />
        <Choice
          form={form}
          name="meeting"
          label={words.meeting}
          options={[
            ['', words.noMeeting] as const,
            ...meetings.map((one) => [one.id, meetingName(here, one)] as const),
          ]}
        />
      </div>
      <div class="pair">
        <Choice
          form={form}
          name="unit"
          label={words.unit}
          options={[
            // Of the whole country no place goes without saying.
            ...(office.unit ? [] : [['', words.chooseUnit] as const]),
            ...unitChoices(units, language),
          ]}
        />
      </div>
      <Area
        form={form}
        name="words"
        label={words.words}
        rows={6}
        area={{ autofocus: true, maxLength: mostCharacters }}
      />
      <div class="pair">
        <TextField form={form} name="day" label={words.day} input={{ type: 'date', max: here.today }} />
        <TextField form={form} name="start" label={words.start} input={{ type: 'time' }} />
      </div>
      <Group legend={words.from}>
        <p class="hint">{words.fromHint}</p>
        <div class="pair">
          <TextField
            form={form}
            name="name"
            label={words.name}
            input={{ maxLength: 200, autocomplete: 'off' }}
          />
          <TextField
            form={form}
            name="contact"
            label={words.contact}
            input={{ maxLength: 200, autocomplete: 'off' }}
          />
        </div>
      </Group>
      <RequestFilesField here={here} wrong={returned?.wrong[requestFilesField]} />
      <p class="soft">{words.behalf(actor.person.name)}</p>
      <button type="submit">{words.save}</button>
    </form>
  )
}
