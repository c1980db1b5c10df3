// The checklist of channels: which carried the notice, with what proof, and the form for the next one.
import { kinds, mostBytes } from '#files'
import { noticeChannels } from '#meetings'
import type { Instant } from '#kernel'
import { localDay, localTime } from '#territory'
import { FileLink } from '../../parts/file-link.tsx'
import { Icon } from '../../parts/icon.tsx'
import { fileField } from '../read-sent-file.ts'
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Choice, type FormState, TextField } from './meeting-fields.tsx'

export function ChannelsPage(props: PageProps) {
  const { desk, returned } = props
  const { here } = desk
  const { meetings } = here.words
  const words = meetings.office
  const form: FormState = { here, values: { day: here.today }, returned }
  return (
    <FormPage {...props} title={meetings.channelsTitle} lead={words.channelsLead}>
      <ChannelList {...props} />
      <MeetingForm {...props} deed="channels" button={words.record} bringsFile>
        <Choice
          form={form}
          name="channel"
          label={words.channel}
          options={noticeChannels.map((one) => [one, meetings.channels[one]] as const)}
        />
        <div class="pair">
          <TextField form={form} name="day" label={words.day} input={{ type: 'date', max: here.today }} />
          <TextField form={form} name="start" label={words.signStart} input={{ type: 'time' }} />
        </div>
        <TextField form={form} name="link" label={words.link} hint={words.linkHint} input={{ type: 'url' }} />
        <TextField
          form={form}
          name="note"
          label={words.note}
          hint={words.noteHint}
          input={{ maxLength: 300 }}
        />
        <TextField
          form={form}
          name={fileField}
          label={here.words.files.label}
          hint={here.words.files.hint(mostBytes / 1024 / 1024)}
          input={{ type: 'file', accept: kinds.join(','), value: undefined }}
        />
      </MeetingForm>
    </FormPage>
  )
}

function ChannelList({ desk, view }: PageProps) {
  const { here } = desk
  const { meetings } = here.words
  const first = view.notices.find(({ record }) => record === view.meeting.record)
  return (
    <ul class="plain rows channels">
      {noticeChannels.map((channel) => {
        const proofs = view.carried.filter((one) => one.channel === channel)
        const own = channel === 'official-site' && first
        return (
          <li key={channel}>
            <span class="row-name">
              <Icon name={own || proofs.length > 0 ? 'done' : 'waiting'} /> {meetings.channels[channel]}
            </span>
            {own && <span class="soft">{momentAt({ desk, view }, first.publishedAt)}</span>}
            {proofs.map((one) => (
              <span key={one.entry} class="soft">
                {meetings.office.channelDone}: {momentAt({ desk, view }, one.at)}{' '}
                {one.link !== '' && <a href={one.link}>{meetings.proofLink}</a>} {one.note}{' '}
                {one.file && <FileLink here={desk.here} file={one.file} />}
              </span>
            ))}
            {!own && proofs.length === 0 && <span class="soft">{meetings.office.channelOpen}</span>}
          </li>
        )
      })}
    </ul>
  )
}

const momentAt = ({ desk, view }: Pick<PageProps, 'desk' | 'view'>, at: string): string =>
  `${desk.here.format.day(localDay(at as Instant, view.meeting.unit))}, ${localTime(at as Instant, view.meeting.unit)}`
