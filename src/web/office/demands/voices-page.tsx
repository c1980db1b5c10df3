// What residents say to an office: demands that wait, polls, and the risks it sees itself.
import { daysBetween } from '#kernel'
import { type Demand, type MeetingStore, type Poll, type Risk, stateOfDemand, stateOfPoll } from '#meetings'
import type { Instant } from '#kernel'
import { localDay } from '#territory'
import { EmptyState } from '../../parts/empty-state.tsx'
import { DemandMark, bothIn, momentOf } from '../../pages/demand-lines.tsx'
import { voiceAddresses } from './addresses.ts'
import { VoiceFrame, type VoicePage } from './voice-form.tsx'

type Props = VoicePage & {
  readonly at: Instant
  readonly demands: readonly Demand[]
  readonly polls: readonly Poll[]
  readonly risks: readonly Risk[]
  /** Ids of demands and risks that a meeting answers. */
  readonly answered: ReadonlySet<string>
}

/** What the meetings of an office answer, cancelled ones left out. */
export const answeredBy = async (
  meetings: MeetingStore,
  office: Demand['office'],
): Promise<ReadonlySet<string>> =>
  new Set(
    (await meetings.ofOffice(office)).flatMap(({ state, outside }) =>
      state === 'cancelled' ? [] : (outside?.answers ?? []),
    ),
  )

export function VoicesPage({ at, demands, polls, risks, answered, ...page }: Props) {
  const { here, office } = page.desk
  const { format, today } = here
  const words = here.words.demands
  const say = words.office
  const to = voiceAddresses(here.language, office.id)
  return (
    <VoiceFrame {...page} title={say.section} list>
      <p class="lead">{say.lead}</p>
      <section aria-labelledby="demands">
        <h2 id="demands">{say.demands}</h2>
        {demands.length === 0 ? (
          <EmptyState title={say.noDemands} />
        ) : (
          <ul class="plain rows">
            {demands.map((demand) => (
              <li key={demand.id}>
                <a class="row-name" href={to.demand(demand.id)}>
                  {demand.words.slice(0, 120)}
                </a>
                <span class="soft small">
                  <DemandMark here={here} state={stateOfDemand(demand, today)} /> ·{' '}
                  {words.place.supporters(demand.supporters, demand.threshold)}
                  {demand.registered && !demand.decision && (
                    <> · {words.demand.clock(format.day(demand.registered.due))}</>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="polls">
        <h2 id="polls">{say.polls}</h2>
        {polls.length === 0 ? (
          <p class="soft">{say.noPolls}</p>
        ) : (
          <ul class="plain rows">
            {polls.map((poll) => {
              const state = stateOfPoll(poll, at)
              return (
                <li key={poll.id}>
                  <a class="row-name" href={to.poll(poll.id)}>
                    {bothIn(here, poll.about)}
                  </a>
                  <span class="soft small">
                    {state === 'open'
                      ? words.place.pollUntil(momentOf(here, poll.closesAt, poll))
                      : state === 'closed'
                        ? words.place.pollClosed
                        : words.place.pollDecided}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
        <p class="row-deed">
          <a class="button" href={to.newPoll()}>
            {say.newPoll}
          </a>
        </p>
      </section>
      <section aria-labelledby="risks">
        <h2 id="risks">{say.risks}</h2>
        {risks.length === 0 ? (
          <p class="soft">{say.noRisks}</p>
        ) : (
          <ul class="plain rows">
            {risks.map((risk) => (
              <li key={risk.id}>
                <a class="row-name" href={to.risk(risk.id)}>
                  {say.kinds[risk.kind]}
                </a>
                <span class="soft small">
                  {say.riskSince(
                    format.day(localDay(risk.at, risk.unit)),
                    daysBetween(localDay(risk.at, risk.unit), today),
                  )}{' '}
                  · {answered.has(risk.id) ? say.riskMet : say.riskOpen}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p class="row-deed">
          <a class="button" href={to.newRisk()}>
            {say.newRisk}
          </a>
        </p>
      </section>
    </VoiceFrame>
  )
}
