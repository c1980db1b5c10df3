// Polls at their office: a new one, and what to make of its votes.
import type { MeetingId } from '#calendar'
import { type Instant, type LocalDate, addDays } from '#kernel'
import { type Poll, type Tally, stateOfPoll } from '#meetings'
import type { Unit } from '#territory'
import { addresses } from '../../address.ts'
import { bothIn, momentOf } from '../../pages/demand-lines.tsx'
import { Results, optionWords } from '../../pages/poll.tsx'
import { voiceAddresses } from '../demands/addresses.ts'
import { UnitChoice } from '../demands/risk-pages.tsx'
import { VoiceForm, VoiceFrame, type VoicePage, stateOf } from '../demands/voice-form.tsx'
import { Area, Choice, TextField } from '../meetings/meeting-fields.tsx'

/** Lines that the form of a new poll offers. */
export const pollRows = 5

/** A meeting of the office whose date can be asked for. */
export type Ahead = { readonly id: MeetingId; readonly day: LocalDate; readonly start: string }

type NewProps = VoicePage & { readonly units: readonly Unit[]; readonly ahead: readonly Ahead[] }

export function NewPollPage({ units, ahead, ...page }: NewProps) {
  const { here, office } = page.desk
  const { words, format, today } = here
  const say = words.demands.office
  const inBoth = words.meetings.office
  const form = stateOf(page, 'poll', { 'close.start': '18:00' })
  return (
    <VoiceFrame {...page} title={say.pollTitle}>
      <p class="lead">{say.pollLead}</p>
      <VoiceForm
        {...page}
        name="poll"
        action={voiceAddresses(here.language, office.id).newPoll()}
        button={say.openPoll}
      >
        <div class="pair">
          <TextField form={form} name="about.kk" label={inBoth.inKk(say.about)} />
          <TextField form={form} name="about.ru" label={inBoth.inRu(say.about)} />
        </div>
        <UnitChoice page={page} units={units} form={form} />
        <Choice
          form={form}
          name="meeting"
          label={say.meetingFor}
          options={[
            ['', say.noMeeting] as const,
            ...ahead.map(({ id, day, start }) => [id, `${format.day(day)}, ${start}`] as const),
          ]}
        />
        <p class="hint">{say.optionsHint}</p>
        {Array.from({ length: pollRows }, (_, place) => (
          <fieldset key={place} class="boxes">
            <legend>{say.option(place + 1)}</legend>
            <div class="pair">
              <TextField
                form={form}
                name={`options.${place}.day`}
                label={say.day}
                input={{ type: 'date', min: addDays(today, 1) }}
              />
              <TextField
                form={form}
                name={`options.${place}.start`}
                label={say.start}
                input={{ type: 'time' }}
              />
            </div>
          </fieldset>
        ))}
        <fieldset class="boxes">
          <legend>{say.closes}</legend>
          <div class="pair">
            <TextField form={form} name="close.day" label={say.day} input={{ type: 'date', min: today }} />
            <TextField form={form} name="close.start" label={say.start} input={{ type: 'time' }} />
          </div>
        </fieldset>
      </VoiceForm>
    </VoiceFrame>
  )
}

type PollProps = VoicePage & { readonly at: Instant; readonly poll: Poll; readonly tally: Tally }

export function OfficePollPage({ at, poll, tally, ...page }: PollProps) {
  const { here, office } = page.desk
  const { words, language } = here
  const say = words.demands.office
  const inBoth = words.meetings.office
  const state = stateOfPoll(poll, at)
  const form = stateOf(page, 'decide')
  return (
    <VoiceFrame {...page} title={bothIn(here, poll.about)}>
      <p class="actions">
        <a href={addresses[language].poll(poll.id)}>{say.publicPage}</a>
      </p>
      <section aria-labelledby="tally">
        <h2 id="tally">{say.tally}</h2>
        <Results here={here} poll={poll} tally={poll.decision?.tally ?? tally} />
      </section>
      {state === 'open' && <p>{say.waitClose(momentOf(here, poll.closesAt, poll))}</p>}
      {state === 'decided' && <p>{say.decided}</p>}
      {state === 'closed' && (
        <section aria-labelledby="decide-title">
          <h2 id="decide-title">{say.decideTitle}</h2>
          <p>{say.decideLead}</p>
          <VoiceForm
            {...page}
            name="decide"
            action={voiceAddresses(language, office.id).poll(poll.id)}
            button={say.decide}
          >
            <Choice
              form={form}
              name="option"
              label={say.chosen}
              options={[
                ...poll.options.map((option, place) => [String(place), optionWords(here, option)] as const),
                ['none', say.none] as const,
              ]}
            />
            <div class="pair">
              <Area form={form} name="reason.kk" label={inBoth.inKk(say.reason)} rows={3} lang="kk" />
              <Area form={form} name="reason.ru" label={inBoth.inRu(say.reason)} rows={3} lang="ru" />
            </div>
          </VoiceForm>
        </section>
      )}
    </VoiceFrame>
  )
}
