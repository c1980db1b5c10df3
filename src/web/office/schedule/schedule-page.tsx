// The schedule of a period at one desk: how far it has come, the next step, proposals and meetings.
import { scheduleStates } from '#calendar'
import { addresses } from '../../address.ts'
import { periodName } from '../../parts/act-name.ts'
import type { Here } from '../../here.ts'
import { may } from '#people'
import { proposalThing } from '#calendar'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { NextStep, type StepProps } from './next-step.tsx'
import type { ScheduleView } from './read-schedule.ts'
import { scheduleAddresses } from './schedule-addresses.ts'
import { VisitList } from './visit-list.tsx'

export type SaidWord = keyof Here['words']['schedule']['office']['said'] | null

export const SaidLine = ({ here, said }: { here: Here; said: SaidWord }) =>
  said && (
    <p class="said" role="status">
      {here.words.schedule.office.said[said]}
    </p>
  )

export function SchedulePage(props: StepProps & { readonly said: SaidWord }) {
  const { desk, view, csrf, back, said } = props
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.schedule
  const { schedule, period, part } = view
  const to = scheduleAddresses(language, office.id)
  const title = words.of(periodName(here, period))
  const own = view.proposals.find(({ body }) => body === office.id)
  const writes =
    part === 'body' &&
    own !== undefined &&
    (schedule?.state === 'proposed' || schedule?.state === 'drafted') &&
    may(desk.actor, 'propose-visits', proposalThing(own), here.today).yes
  return (
    <OfficeFrame desk={desk} section="schedule" title={title} csrf={csrf} refused={back !== null}>
      <h1>{title}</h1>
      <SaidLine here={here} said={said} />
      <Way here={here} view={view} />
      {schedule?.correction && <p class="warnings">{words.office.correcting(schedule.correction.reason)}</p>}
      {schedule?.returned && <p class="warnings">{words.office.returnedBecause(schedule.returned)}</p>}
      {view.due && part !== 'region' && <p class="soft">{words.office.due(format.day(view.due))}</p>}
      <NextStep {...props} />
      {part === 'authorised' && schedule && <Proposals desk={desk} view={view} />}
      {schedule && (
        <section class="flow" id="visits">
          <h2>
            {part === 'body'
              ? words.office.ownTitle
              : part === 'region'
                ? words.office.toRegion
                : words.office.visits}
          </h2>
          <VisitList desk={desk} view={view} visits={view.visits} />
          {writes && (
            <p>
              <a class="button" href={to.create(period)}>
                {words.office.addVisit}
              </a>
            </p>
          )}
        </section>
      )}
      {view.releases.length > 0 && (
        <p>
          <a href={addresses[language].ministersSchedule(period)}>{words.office.public}</a>
        </p>
      )}
    </OfficeFrame>
  )
}

function Way({ here, view: { schedule } }: { here: Here; view: ScheduleView }) {
  const words = here.words.schedule.office
  const reached = schedule === null ? -1 : scheduleStates.indexOf(schedule.state)
  return (
    <ol class="way plain" aria-label={words.way}>
      {scheduleStates.map((step, at) => (
        <li
          key={step}
          class={at <= reached ? 'way-done' : at === reached + 1 ? 'way-next' : ''}
          {...(at === reached ? { 'aria-current': 'step' as const } : {})}
        >
          {words.states[step]}
        </li>
      ))}
    </ol>
  )
}

function Proposals({ desk, view }: { desk: Desk; view: ScheduleView }) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.schedule.office
  const to = scheduleAddresses(language, office.id)
  const nameOf = (body: typeof office.id) => view.bodies.get(body)?.name[language] ?? body
  const order = ['sent', 'returned', 'taken', 'asked'] as const
  // Who proposed nothing is of interest only while something can still be proposed.
  const open = view.schedule?.state === 'proposed' || view.schedule?.state === 'drafted'
  const shown = view.proposals.filter(({ state }) => open || state !== 'asked')
  const sorted = shown.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) || format.compare(nameOf(a.body), nameOf(b.body)),
  )
  return (
    <section class="flow" id="proposals">
      <h2>{words.proposals}</h2>
      <ul class="rows plain">
        {sorted.map(({ body, state, agreedAt }) => (
          <li key={body}>
            {state === 'asked' ? (
              <span class="row-name">{nameOf(body)}</span>
            ) : (
              <a class="row-name" href={to.proposal(view.period, body)}>
                {nameOf(body)}
              </a>
            )}{' '}
            <span>
              <span class={`stand stand-${state}`}>{words.proposalStates[state]}</span>
            </span>{' '}
            {state === 'taken' && view.schedule!.state !== 'proposed' && (
              <span class="soft">{agreedAt ? words.bodyAgreed : words.bodySilent}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
