// The form of the details: building, languages, agenda with its quarter, broadcast, what happens beside.
import {
  accessFacts,
  agendaKinds,
  besides,
  interpreters,
  meetingForms,
  quarterOf,
  spokenLanguages,
} from '#meetings'
import type { Here } from '../../here.ts'
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Area, Boxes, Choice, type FormState, Group, TextField, valueOf } from './meeting-fields.tsx'
import { agendaRows, detailFields } from './read-meeting-forms.ts'

const kkRu = ['kk', 'ru'] as const

/** One field in Kazakh and one in Russian. */
function Pair({ form, name, label }: { form: FormState; name: string; label: string }) {
  const words = form.here.words.meetings.office
  return (
    <div class="pair">
      {kkRu.map((language) => (
        <TextField
          key={language}
          form={form}
          name={`${name}.${language}`}
          label={language === 'kk' ? words.inKk(label) : words.inRu(label)}
          input={{ lang: language, maxLength: 300 }}
        />
      ))}
    </div>
  )
}

const options = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((key) => [key, words[key]] as const)

export function DetailsPage(props: PageProps) {
  const { desk, view, returned } = props
  const { here } = desk
  const { meetings, meeting } = here.words
  const words = meetings.office
  const form: FormState = { here, values: detailFields(view.meeting), returned }
  return (
    <FormPage
      {...props}
      title={words.detailsTitle}
      lead={words.nextLead.details}
      scripts={['quarter-while-typing.js']}
    >
      <MeetingForm {...props} deed="details" button={words.save}>
        {view.meeting.state === 'drafted' && (
          <div class="pair">
            <TextField form={form} name="day" label={words.day} input={{ type: 'date' }} />
            <TextField form={form} name="start" label={words.start} input={{ type: 'time' }} />
          </div>
        )}
        <div class="pair">
          <Choice form={form} name="form" label={words.form} options={options(meetingForms, meeting.forms)} />
          <TextField form={form} name="minutes" label={words.minutes} input={{ inputMode: 'numeric' }} />
        </div>
        <Group legend={meetings.venueTitle}>
          <Pair form={form} name="venue.name" label={meetings.venue} />
          <Pair form={form} name="venue.address" label={meetings.address} />
          <div class="pair">
            <TextField form={form} name="venue.point" label={words.point} hint={words.pointHint} />
            <TextField
              form={form}
              name="venue.capacity"
              label={meetings.capacity}
              input={{ inputMode: 'numeric' }}
            />
          </div>
          <Boxes
            form={form}
            group="access"
            legend={meetings.access}
            options={options(accessFacts, meetings.accessFacts)}
          />
        </Group>
        <Boxes
          form={form}
          group="languages"
          legend={meetings.spoken}
          options={options(spokenLanguages, meetings.spokenLanguages)}
        />
        <Boxes
          form={form}
          group="interpreters"
          legend={meetings.interpreter}
          options={options(interpreters, meetings.interpreters)}
        />
        <AgendaFields form={form} view={view} />
        <Area form={form} name="broadcasts" label={meetings.broadcast} hint={words.broadcastsHint} rows={2} />
        <Area form={form} name="sites" label={meetings.sites} hint={words.linesHint} rows={2} />
        {besides.map((kind) => (
          <Group key={kind} legend={meetings.besides[kind]}>
            <p class="hint">{words.besideHint}</p>
            <div class="pair">
              <TextField form={form} name={`beside.${kind}.day`} label={words.day} input={{ type: 'date' }} />
              <TextField
                form={form}
                name={`beside.${kind}.start`}
                label={words.start}
                input={{ type: 'time' }}
              />
            </div>
            <Pair form={form} name={`beside.${kind}.place`} label={words.besidePlace} />
          </Group>
        ))}
      </MeetingForm>
    </FormPage>
  )
}

/** Minutes as a reader writes them: 22,5 in Kazakh and Russian. */
export const minutesIn = ({ format }: Here, minutes: number): string => format.number(minutes)

function AgendaFields({ form, view }: { form: FormState; view: PageProps['view'] }) {
  const { here } = form
  const { meetings } = here.words
  const words = meetings.office
  const { share, meeting } = view
  const minutes = Number(valueOf(form, 'minutes')) || meeting.details.minutes
  return (
    <Group legend={meetings.agendaTitle}>
      {share && (
        <p class="hint">{words.agendaHint(minutesIn(here, (minutes * share.part) / share.of), minutes)}</p>
      )}
      <QuarterLine form={form} view={view} minutes={minutes} />
      {Array.from({ length: agendaRows }, (_, at) => (
        <div key={at} class="agenda-row">
          <Choice
            form={form}
            name={`agenda.${at}.kind`}
            label={words.agendaKind(at + 1)}
            options={[['', words.agendaNone], ...options(agendaKinds, meetings.agendaKinds)]}
          />
          <Pair form={form} name={`agenda.${at}.title`} label={words.agendaName(at + 1)} />
          <TextField
            form={form}
            name={`agenda.${at}.minutes`}
            label={words.agendaMinutes(at + 1)}
            input={{ inputMode: 'numeric' }}
          />
        </div>
      ))}
    </Group>
  )
}

/** The quarter rule on what stands in the form; a script keeps it true while somebody types (`data-` says how). */
function QuarterLine({ form, view, minutes }: { form: FormState; view: PageProps['view']; minutes: number }) {
  const { here } = form
  const words = here.words.meetings.office
  const { share } = view
  if (!share) return null
  const agenda = Array.from({ length: agendaRows }, (_, at) => ({
    kind: valueOf(form, `agenda.${at}.kind`) as 'report',
    title: { kk: '', ru: '' },
    minutes: Number(valueOf(form, `agenda.${at}.minutes`)) || 0,
  }))
  const { used, limit, within } = quarterOf({ agenda, minutes }, share)
  const told = [minutesIn(here, used), minutesIn(here, limit)] as const
  return (
    <p
      id="quarter"
      role="status"
      class={within ? 'said' : 'warn'}
      data-part={share.part}
      data-of={share.of}
      data-leave={share.leaveOut.join(' ')}
      data-good={words.quarterGood('{used}', '{limit}')}
      data-bad={words.quarterBad('{used}', '{limit}')}
    >
      {within ? words.quarterGood(...told) : words.quarterBad(...told)}
    </p>
  )
}
