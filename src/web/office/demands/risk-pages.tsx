// A risk that an office sees: registered, and the meeting that it calls for.
import type { MeetingId } from '#calendar'
import { addDays, daysBetween } from '#kernel'
import { type Risk, kindsFor } from '#meetings'
import { type Unit, localDay } from '#territory'
import { Fact, Facts } from '../../parts/facts.tsx'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'
import { Area, Box, Choice, TextField } from '../meetings/meeting-fields.tsx'
import { voiceAddresses } from './addresses.ts'
import { VoiceForm, VoiceFrame, type VoicePage, stateOf } from './voice-form.tsx'
import { unitChoices } from '../unit-choices.ts'

type Units = { readonly units: readonly Unit[] }

export function NewRiskPage({ units, ...page }: VoicePage & Units) {
  const { here, office } = page.desk
  const say = here.words.demands.office
  const form = stateOf(page, 'risk')
  const kinds = kindsFor(office.post)
  return (
    <VoiceFrame {...page} title={say.riskTitle}>
      <p class="lead">{say.riskLead}</p>
      <VoiceForm
        {...page}
        name="risk"
        action={voiceAddresses(here.language, office.id).newRisk()}
        button={say.register}
      >
        <Choice
          form={form}
          name="kind"
          label={say.kind}
          options={kinds.map((kind) => [kind, say.kinds[kind]] as const)}
        />
        <UnitChoice page={page} units={units} form={form} />
        {!kinds.includes('necessity') && (
          <>
            <Box form={form} name="high" label={say.highTension} />
            <Box form={form} name="destabilisation" label={say.destabilisation} />
          </>
        )}
        <Area form={form} name="words" label={say.riskWords} rows={4} />
      </VoiceForm>
    </VoiceFrame>
  )
}

type RiskProps = VoicePage &
  Units & { readonly risk: Risk; readonly unit: Unit | null; readonly meeting: MeetingId | null }

export function RiskPage({ risk, unit, units, meeting, ...page }: RiskProps) {
  const { here, office } = page.desk
  const { language, format, today, words } = here
  const say = words.demands.office
  const form = stateOf(page, 'meet', { start: '15:00', minutes: '90', unit: risk.unit })
  const since = localDay(risk.at, risk.unit)
  return (
    <VoiceFrame {...page} title={say.kinds[risk.kind]}>
      <Facts>
        <Fact term={say.unit}>{unit?.name[language] ?? risk.unit}</Fact>
        <Fact term={words.demands.demand.clockTitle}>
          {say.riskSince(format.day(since), daysBetween(since, today))}.{' '}
          {meeting ? say.riskMet : say.riskOpen}
        </Fact>
        {risk.highTension && <Fact term={say.kind}>{say.highTension}</Fact>}
        {risk.destabilisation && <Fact term={say.kind}>{say.destabilisation}</Fact>}
        <Fact term={say.riskWords}>{risk.words}</Fact>
      </Facts>
      {meeting ? (
        <p>
          <a class="button" href={meetingAddresses(language, office.id).meeting(meeting)}>
            {say.meetingDraft}
          </a>
        </p>
      ) : (
        <section aria-labelledby="meet-title">
          <h2 id="meet-title">{say.meetTitle}</h2>
          <p>{say.meetLead}</p>
          <VoiceForm
            {...page}
            name="meet"
            action={voiceAddresses(language, office.id).risk(risk.id)}
            button={say.meet}
          >
            <UnitChoice page={page} units={units} form={form} />
            <div class="pair">
              <TextField
                form={form}
                name="day"
                label={say.day}
                input={{ type: 'date', min: addDays(today, 1) }}
              />
              <TextField form={form} name="start" label={say.start} input={{ type: 'time' }} />
            </div>
            <TextField form={form} name="minutes" label={say.minutes} input={{ inputMode: 'numeric' }} />
            <div class="pair">
              <Area
                form={form}
                name="reason.kk"
                label={words.meetings.office.inKk(say.riskWordsPublic)}
                rows={3}
                lang="kk"
              />
              <Area
                form={form}
                name="reason.ru"
                label={words.meetings.office.inRu(say.riskWordsPublic)}
                rows={3}
                lang="ru"
              />
            </div>
          </VoiceForm>
        </section>
      )}
    </VoiceFrame>
  )
}

/** A ministry chooses among regions, an akim among his own units. */
export const UnitChoice = ({
  page,
  units,
  form,
}: Units & { readonly page: Pick<VoicePage, 'desk'>; readonly form: ReturnType<typeof stateOf> }) => (
  <Choice
    form={form}
    name="unit"
    label={page.desk.here.words.demands.office.unit}
    options={unitChoices(units, page.desk.here.language)}
  />
)
