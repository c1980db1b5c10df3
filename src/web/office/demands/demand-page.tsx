// One demand at its office: judge its words, draft the answer, sign it, plan the meeting it leads to.
import type { MeetingId } from '#calendar'
import { type Instant, addDays, daysBetween } from '#kernel'
import {
  type Demand,
  type DemandAnswer,
  demandDecisions,
  stateOfDemand,
  withholdReasons,
  wordsShown,
} from '#meetings'
import { type Unit, localDay } from '#territory'
import { addresses } from '../../address.ts'
import { Fact, Facts } from '../../parts/facts.tsx'
import { MaskedWords } from '../../parts/masked-words.tsx'
import { DemandMark, bothIn } from '../../pages/demand-lines.tsx'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'
import { Area, Choice, TextField } from '../meetings/meeting-fields.tsx'
import { voiceAddresses } from './addresses.ts'
import { VoiceForm, VoiceFrame, type VoicePage, stateOf } from './voice-form.tsx'

type Props = VoicePage & {
  readonly at: Instant
  readonly demand: Demand
  readonly unit: Unit | null
  readonly answer: DemandAnswer | null
  readonly meeting: MeetingId | null
}

export function DemandPage(props: Props) {
  const { desk, at, demand, unit, meeting } = props
  const { here, office } = desk
  const { language, format, today, words } = here
  const say = words.demands.office
  const state = stateOfDemand(demand, today)
  const { registered, decision } = demand
  return (
    <VoiceFrame {...props} title={words.demands.demand.title}>
      <p>
        <DemandMark here={here} state={state} />
      </p>
      <MaskedWords words={demand.words} language={demand.language} />
      <Facts>
        <Fact term={words.demands.demand.where}>{unit?.name[language] ?? demand.unit}</Fact>
        <Fact term={words.demands.demand.supportersTitle}>
          {words.demands.demand.supporters(demand.supporters, demand.threshold)}
        </Fact>
        {!decision && (
          <Fact term={words.demands.demand.clockTitle}>
            {registered ? (
              <>
                {words.demands.demand.clock(format.day(registered.due))}
                {daysBetween(today, registered.due) < 0 && (
                  <>
                    , <strong>{words.demands.demand.overdue(daysBetween(registered.due, today))}</strong>
                  </>
                )}
              </>
            ) : (
              words.demands.demand.notYet(demand.days)
            )}
          </Fact>
        )}
      </Facts>
      <p class="actions">
        <a href={addresses[language].demand(demand.id)}>{say.publicPage}</a>
      </p>
      {demand.judged || wordsShown(demand, at) ? (
        <p class="soft">
          {demand.judged?.reason
            ? words.demands.wordsWithheld(words.demands.withhold[demand.judged.reason])
            : say.wordsShown}
        </p>
      ) : (
        <Judge {...props} />
      )}
      {decision ? (
        <section aria-labelledby="decision">
          <h2 id="decision">{words.demands.demand.decisionTitle}</h2>
          <p>{bothIn(here, decision.reason)}</p>
          <p class="soft small">
            {words.demands.demand.decidedOn(format.day(localDay(decision.decidedAt, demand.unit)))}
          </p>
          {decision.late && <p class="warn">{words.demands.demand.late}</p>}
        </section>
      ) : (
        state !== 'lapsed' && <Answering {...props} />
      )}
      {decision?.decision === 'accepted' &&
        (meeting ? (
          <p>
            <a class="button" href={meetingAddresses(language, office.id).meeting(meeting)}>
              {say.meetingDraft}
            </a>
          </p>
        ) : (
          <Meet {...props} />
        ))}
    </VoiceFrame>
  )
}

function Judge(props: Props) {
  const { desk, demand, csrf, returned } = props
  const { language, words } = desk.here
  const say = words.demands.office
  const action = voiceAddresses(language, desk.office.id).deed(demand.id, 'judge')
  return (
    <section aria-labelledby="words">
      <h2 id="words">{say.wordsTitle}</h2>
      <p>{say.wordsLead}</p>
      <VoiceForm {...{ csrf, returned, action }} name="show" button={say.show} />
      <VoiceForm {...{ csrf, returned, action }} name="withhold" button={say.withholdButton} second>
        <Choice
          form={stateOf(props, 'withhold')}
          name="withheld"
          label={say.withhold}
          options={withholdReasons.map((one) => [one, words.demands.withhold[one]] as const)}
        />
      </VoiceForm>
    </section>
  )
}

function Answering(props: Props) {
  const { desk, demand, csrf, returned, answer } = props
  const { language, words } = desk.here
  const say = words.demands.office
  const to = voiceAddresses(language, desk.office.id)
  const inBoth = words.meetings.office
  const form = stateOf(props, 'draft', {
    decision: answer?.decision,
    'reason.kk': answer?.reason.kk,
    'reason.ru': answer?.reason.ru,
  })
  return (
    <>
      {answer && (
        <section aria-labelledby="sign">
          <h2 id="sign">{say.signTitle}</h2>
          <p>{say.signLead(say.decisions[answer.decision])}</p>
          <p lang="kk">{answer.reason.kk}</p>
          <p lang="ru">{answer.reason.ru}</p>
          {answer.decision === 'refused' && <p class="warn">{say.refusedLaw}</p>}
          <VoiceForm
            {...{ csrf, returned }}
            name="decide"
            action={to.deed(demand.id, 'decide')}
            button={say.sign}
            revision={answer.revision}
          />
        </section>
      )}
      <section aria-labelledby="draft-title">
        <h2 id="draft-title">{say.draftTitle}</h2>
        <p>{say.draftLead}</p>
        {!demand.registered && <p class="warn">{say.early}</p>}
        <VoiceForm
          {...{ csrf, returned }}
          name="draft"
          action={to.deed(demand.id, 'draft')}
          button={say.saveDraft}
          revision={answer?.revision ?? 0}
          second={answer !== null}
        >
          <Choice
            form={form}
            name="decision"
            label={say.decision}
            options={demandDecisions.map((one) => [one, say.decisions[one]] as const)}
          />
          <div class="pair">
            <Area form={form} name="reason.kk" label={inBoth.inKk(say.reason)} rows={4} lang="kk" />
            <Area form={form} name="reason.ru" label={inBoth.inRu(say.reason)} rows={4} lang="ru" />
          </div>
        </VoiceForm>
      </section>
    </>
  )
}

function Meet(props: Props) {
  const { desk, demand, csrf, returned } = props
  const { language, words, today } = desk.here
  const say = words.demands.office
  const form = stateOf(props, 'meet', { start: '15:00', minutes: '90' })
  return (
    <section aria-labelledby="meet-title">
      <h2 id="meet-title">{say.meetTitle}</h2>
      <p>{say.meetLead}</p>
      <VoiceForm
        {...{ csrf, returned }}
        name="meet"
        action={voiceAddresses(language, desk.office.id).deed(demand.id, 'meet')}
        button={say.meet}
      >
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
      </VoiceForm>
    </section>
  )
}
