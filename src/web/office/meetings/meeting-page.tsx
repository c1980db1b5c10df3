// One meeting at its office: how far it is prepared, the one next step, the clock, and what the law asks.
import { addresses } from '../../address.ts'
import type { Law, VerdictWord } from '#law'
import { hasCommission } from '#flows'
import { may } from '#people'
import { thingOf } from '#meetings'
import { VerdictBadge } from '../../parts/verdict-badge.tsx'
import { inLanguage } from '../../pages/announced.tsx'
import { commissionAddresses } from '../commission/addresses.ts'
import { OfficeFrame } from '../frame.tsx'
import { intakeAddresses, mayTakeIn } from '../intake/intake-addresses.ts'
import { SheetLinks } from '../intake/sheet-links.tsx'
import { poolAddresses } from '../pool/pool-addresses.ts'
import { type MeetingForm as FormName, meetingAddresses } from './meeting-addresses.ts'
import { MeetingForm, type PageProps, whenOf, whereOf } from './meeting-frame.tsx'
import { NoticeClock } from './notice-clock.tsx'
import { meetingStateOf } from './meeting-state.ts'

const steps = ['details', 'notice', 'publish', 'guests', 'channels'] as const satisfies FormName[]

type Props = PageProps & { readonly law: Law; readonly said: string | null }

export function MeetingPage({ law, said, ...props }: Props) {
  const { desk, view, csrf, returned } = props
  const { here, office } = desk
  const { meetings } = here.words
  const words = meetings.office
  const { meeting, stage, corrected } = view
  const to = meetingAddresses(here.language, office.id)
  const title = whenOf(desk, meeting)
  return (
    <OfficeFrame desk={desk} section="meetings" title={title} csrf={csrf} refused={returned !== null}>
      <p>
        <a href={to.all()}>{words.backToList}</a>
      </p>
      {said && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <h1>{title}</h1>
      <p class="lead">{whereOf(desk, view)}</p>
      <p class="soft">
        {meeting.number > 0 && <>{meetings.number(`${meeting.year}/${meeting.number}`)} · </>}
        {words.states[meetingStateOf(meeting, here.today)]}
        {meeting.state !== 'drafted' && (
          <>
            {' '}
            · <a href={addresses[here.language].meeting(meeting.id)}>{words.publicPage}</a>
          </>
        )}
        {meeting.state !== 'cancelled' && meeting.announced === meeting.record && (
          <>
            {' '}
            · <a href={addresses[here.language].kit(meeting.id)}>{here.words.kit.link}</a>
          </>
        )}
      </p>
      <ol class="way plain" aria-label={words.stepsLabel}>
        {steps.map((step, at) => {
          const reached = stage === 'done' ? steps.length : steps.indexOf(stage as 'details')
          return (
            <li
              key={step}
              class={at < reached ? 'way-done' : at === reached ? 'way-next' : ''}
              {...(at === reached ? { 'aria-current': 'step' as const } : {})}
            >
              <a href={to.form(meeting.id, step)}>{words.steps[step]}</a>
            </li>
          )
        })}
      </ol>
      {corrected && (
        <p class="warn">
          <strong>{words.correctedTitle}.</strong> {words.corrected(whenOf(desk, corrected))}{' '}
          <a href={to.form(meeting.id, 'move')}>{words.move}</a>
        </p>
      )}
      <div class="desk">
        <Next {...props} />
        <NoticeClock desk={desk} view={view} />
      </div>
      <Pending {...props} />
      {stage !== 'cancelled' && stage !== 'passed' && (
        <section>
          <h2>{words.moreTitle}</h2>
          <ul class="links plain">
            {(['move', 'cancel'] as const)
              .filter((one) => one !== 'move' || meeting.state === 'planned')
              .map((one) => (
                <li key={one}>
                  <a href={to.form(meeting.id, one)}>{words[one]}</a>
                </li>
              ))}
            {mayTakeIn(desk, 'enter-request') && (
              <li>
                <a href={intakeAddresses(here.language, office.id).enter(meeting.id)}>
                  {here.words.intake.enter}
                </a>
              </li>
            )}
            {meeting.state === 'planned' && (
              <SheetLinks here={here} at={`/meetings/${encodeURIComponent(meeting.id)}`} />
            )}
            {may(desk.actor, 'see-requests', { office: office.id }, here.today).yes && (
              <li>
                <a href={poolAddresses(here.language, office.id, meeting.id).pool()}>
                  {here.words.pool.title}
                </a>
              </li>
            )}
            {hasCommission(office.id) && (
              <li>
                <a href={commissionAddresses(here.language, office.id).page()}>
                  {here.words.commission.title}
                </a>
              </li>
            )}
          </ul>
        </section>
      )}
      <Checklist {...props} law={law} />
    </OfficeFrame>
  )
}

/** The one step that comes next, and who takes it. */
function Next({ desk, view }: PageProps) {
  const { here, office, actor } = desk
  const words = here.words.meetings.office
  const { stage, meeting } = view
  const form = (steps as readonly string[]).includes(stage) ? (stage as (typeof steps)[number]) : null
  const verb = form === 'publish' ? 'publish-notice' : 'draft-meeting'
  const turn = form === 'publish' ? 'signer' : 'author'
  const can = may(actor, verb, thingOf(meeting, verb), here.today).yes
  return (
    <section class="next-step flow">
      <h2>{words.nextTitle}</h2>
      <p>{words.nextLead[stage]}</p>
      {form && !can && <p class="soft">{words.waitsFor[turn]}</p>}
      {form && (
        <p>
          <a class="button" href={meetingAddresses(here.language, office.id).form(meeting.id, form)}>
            {words.steps[form]}
          </a>
        </p>
      )}
    </section>
  )
}

/** A change that waits for its signature. */
function Pending(props: PageProps) {
  const { desk, view } = props
  const { here } = desk
  const words = here.words.meetings.office
  const { change } = view.meeting
  if (!change) return null
  return (
    <section class="next-step flow" id="change">
      <p>
        <strong>
          {change.kind === 'move' ? words.changeMove(whenOf(desk, change)) : words.changeCancel}
        </strong>
      </p>
      <p>{here.words.meetings.reason(inLanguage(change.reason, here.language))}</p>
      <MeetingForm {...props} deed="sign-change" button={words.changeSign} />
      <MeetingForm {...props} deed="drop-change" button={words.changeDrop} second />
    </section>
  )
}

const moments = ['before', 'during', 'after'] as const

/** What the law in force on the day asks of this meeting, with today's verdicts. */
function Checklist({ desk, view, law }: PageProps & { law: Law }) {
  const { here } = desk
  const words = here.words.meetings.office
  const { language } = here
  return (
    <section>
      <h2>{words.checklistTitle}</h2>
      <p class="soft">{words.checklistLead}</p>
      {moments.map((moment) => (
        <details key={moment} open={moment === 'before'}>
          <summary>{words.moments[moment]}</summary>
          <ul class="plain asked-list">
            {view.components
              .filter((component) => component.moment === moment)
              .map(({ norm }) => (
                <li key={norm}>
                  <a href={addresses[language].provision(norm)}>{law.provision(norm)?.gist[language]}</a>
                  <Standing {...{ desk, view }} verdict={view.verdicts.get(norm)} />
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

const Standing = ({
  desk,
  verdict,
}: Pick<PageProps, 'desk' | 'view'> & { verdict: VerdictWord | undefined }) =>
  verdict ? (
    <span class="verdict-line">
      <VerdictBadge here={desk.here} verdict={verdict} />
    </span>
  ) : null
