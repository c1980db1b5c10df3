// One demand: its words, who is asked, supporters, the clock of the decision, the decision, the meeting it led to.
import { daysBetween } from '#kernel'
import { type Demand, stateOfDemand } from '#meetings'
import type { PublicMeeting } from '#flows'
import type { Instant } from '#kernel'
import { type Office, type Unit, localDay } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'
import { MeetingList } from '../parts/meeting-card.tsx'
import { DemandMark, DemandWords, bothIn } from './demand-lines.tsx'

export type DemandReading = {
  readonly demand: Demand
  readonly office: Office
  readonly lineage: readonly Unit[]
  readonly meeting: PublicMeeting | null
}

type Props = DemandReading & {
  readonly here: Here
  readonly at: Instant
  readonly csrf: string
  readonly formKey: string
  /** What was refused, and in which form. */
  readonly wrong: {
    readonly do: 'support' | 'withdraw'
    readonly words: string
    readonly code: string
  } | null
}

const norm = 'A826-3.1.a'

export function DemandPage({ here, demand, office, lineage, meeting, at, csrf, ...rest }: Props) {
  const { words, language, format, today } = here
  const say = words.demands.demand
  const to = addresses[language]
  const state = stateOfDemand(demand, today)
  const { registered, decision } = demand
  const crumbs = lineage
    .toReversed()
    .map(({ code, name }) => ({ name: name[language], href: to.place(code) }))
  return (
    <Layout here={here} title={`${say.title}: ${office.name[language]}`} refused={rest.wrong !== null}>
      <div class="wrap flow narrow">
        <Breadcrumbs here={here} crumbs={crumbs} />
        <h1>{say.title}</h1>
        <p>
          <DemandMark here={here} state={state} />
        </p>
        <DemandWords here={here} demand={demand} office={office} at={at} />
        <Facts>
          <Fact term={say.to}>{office.name[language]}</Fact>
          <Fact term={say.where}>{lineage[0]!.name[language]}</Fact>
          <Fact term={say.supportersTitle}>
            {say.supporters(demand.supporters, demand.threshold)}
            {state === 'collecting' && <>. {say.until(format.day(demand.until))}</>}
            {registered && <>. {say.registeredOn(format.day(localDay(registered.at, demand.unit)))}</>}
          </Fact>
          {!decision && state !== 'lapsed' && (
            <Fact term={say.clockTitle}>
              <Clock here={here} demand={demand} />
            </Fact>
          )}
        </Facts>
        {decision && (
          <section aria-labelledby="decision">
            <h2 id="decision">{say.decisionTitle}</h2>
            <p>
              <DemandMark here={here} state={decision.decision} />
            </p>
            <p>{bothIn(here, decision.reason)}</p>
            <p class="soft small">{say.decidedOn(format.day(localDay(decision.decidedAt, demand.unit)))}</p>
            {decision.late && <p class="warn">{say.late}</p>}
            {decision.signed === 'one-person' && <p class="warn">{say.onePerson}</p>}
          </section>
        )}
        {decision?.decision === 'accepted' && (
          <section aria-labelledby="meeting">
            <h2 id="meeting">{say.meeting}</h2>
            {meeting ? <MeetingList here={here} meetings={[meeting]} level={3} /> : <p>{say.meetingSoon}</p>}
          </section>
        )}
        {(state === 'collecting' || state === 'registered') && (
          <SupportForms here={here} demand={demand} csrf={csrf} {...rest} />
        )}
        {state === 'lapsed' && <p class="soft">{say.closed}</p>}
        <p class="actions">
          <a href={to.subscribe(`office:${office.id}`)}>{say.subscribe}</a>
        </p>
        <section aria-labelledby="law">
          <h2 id="law">{say.lawTitle}</h2>
          <p>{say.law}</p>
          <p class="actions">
            <a href={to.provision(norm)}>{say.lawLink}</a>
            {registered && (
              <a href={to.why({ norm, bearer: office.id, subject: demand.id, period: null })}>{say.why}</a>
            )}
          </p>
        </section>
      </div>
    </Layout>
  )
}

function Clock({ here: { words, format, today }, demand }: { here: Here; demand: Demand }) {
  const say = words.demands.demand
  if (!demand.registered) return <>{say.notYet(demand.days)}</>
  const { due } = demand.registered
  const left = daysBetween(today, due)
  return (
    <>
      {say.clock(format.day(due))}
      {', '}
      <strong>{left > 0 ? say.daysLeft(left) : left === 0 ? say.lastDay : say.overdue(-left)}</strong>
    </>
  )
}

type FormProps = Pick<Props, 'here' | 'demand' | 'csrf' | 'wrong' | 'formKey'>

function SupportForms({ here, demand, csrf, wrong, formKey }: FormProps) {
  const { words, language } = here
  const say = words.demands.demand
  const action = addresses[language].demand(demand.id)
  const Wrong = ({ of }: { of: 'support' | 'withdraw' }) =>
    wrong?.do === of ? (
      <p id={`${of}-error`} class="error">
        <span class="unseen">{words.form.error}</span> {wrong.words}
      </p>
    ) : null
  return (
    <section aria-labelledby="support-title">
      <h2 id="support-title">{say.supportTitle}</h2>
      <form id="support" class="flow wishing" method="post" action={action}>
        <CsrfField token={csrf} />
        <input type="hidden" name="key" value={formKey} />
        <Wrong of="support" />
        <button type="submit" name="do" value="support">
          {say.support}
        </button>
        <p class="hint">{say.supportHint}</p>
      </form>
      <details {...(wrong?.do === 'withdraw' ? { open: true } : {})}>
        <summary>{say.withdrawTitle}</summary>
        <form id="withdraw" class="flow wishing" method="post" action={action}>
          <CsrfField token={csrf} />
          <div class="field">
            <label for="code">{say.code}</label>
            <Wrong of="withdraw" />
            <input
              id="code"
              name="code"
              value={wrong?.code ?? ''}
              maxLength={60}
              autocomplete="off"
              {...(wrong?.do === 'withdraw'
                ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'withdraw-error' }
                : {})}
            />
          </div>
          <button type="submit" name="do" value="withdraw" class="button-second">
            {say.withdraw}
          </button>
        </form>
      </details>
    </section>
  )
}
