// One poll of dates: what is offered, the vote, the outcome, and what the office made of it.
import type { Instant } from '#kernel'
import { type Poll, type PollOption, type Tally, leading, stateOfPoll } from '#meetings'
import { type Office, type Unit, localDay } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { bothIn, momentOf } from './demand-lines.tsx'

export type PollReading = {
  readonly poll: Poll
  readonly office: Office
  readonly lineage: readonly Unit[]
  readonly tally: Tally
}

type Props = PollReading & {
  readonly here: Here
  readonly at: Instant
  readonly csrf: string
  readonly formKey: string
  readonly typed: { readonly choice: readonly number[]; readonly code: string }
  readonly wrong: { readonly field: 'choice' | 'code'; readonly words: string } | null
}

export const optionWords = ({ format }: Here, { day, start }: PollOption): string =>
  `${format.fullDay(day)}, ${start}`

export function PollPage(props: Props) {
  const { here, poll, office, lineage, tally, at, wrong } = props
  const { words, language } = here
  const say = words.demands.poll
  const to = addresses[language]
  const state = stateOfPoll(poll, at)
  const crumbs = lineage
    .toReversed()
    .map(({ code, name }) => ({ name: name[language], href: to.place(code) }))
  return (
    <Layout here={here} title={`${say.title}: ${bothIn(here, poll.about)}`} refused={wrong !== null}>
      <div class="wrap flow narrow">
        <Breadcrumbs here={here} crumbs={crumbs} />
        <h1>{bothIn(here, poll.about)}</h1>
        <p class="lead">{say.lead(office.name[language])}</p>
        <p>
          <Icon name="place" /> <a href={to.place(poll.unit)}>{lineage[0]!.name[language]}</a>
        </p>
        {state === 'open' ? (
          <>
            <p class="numbers">
              <Icon name="clock" /> {say.until(momentOf(here, poll.closesAt, poll))}
            </p>
            <VoteForm {...props} />
            <p class="soft small">{say.voters(tally.voters)}</p>
          </>
        ) : (
          <>
            {poll.decision ? <Decision here={here} poll={poll} /> : <p class="warn">{say.closed}</p>}
            <section aria-labelledby="results">
              <h2 id="results">{say.resultsTitle}</h2>
              <Results here={here} poll={poll} tally={poll.decision?.tally ?? tally} />
            </section>
          </>
        )}
        {poll.meeting && (
          <p class="actions">
            <a href={to.meeting(poll.meeting)}>{say.meeting}</a>
          </p>
        )}
      </div>
    </Layout>
  )
}

function VoteForm({ here, poll, csrf, formKey, typed, wrong }: Props) {
  const { words, language } = here
  const say = words.demands.poll
  const Wrong = ({ of }: { of: 'choice' | 'code' }) =>
    wrong?.field === of ? (
      <p id={`${of}-error`} class="error">
        <span class="unseen">{words.form.error}</span> {wrong.words}
      </p>
    ) : null
  return (
    <form id="vote" class="flow wishing" method="post" action={addresses[language].poll(poll.id)}>
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={formKey} />
      <fieldset {...(wrong?.field === 'choice' ? { 'aria-describedby': 'choice-error' } : {})}>
        <legend>{say.question}</legend>
        <Wrong of="choice" />
        {poll.options.map((option, place) => (
          <p key={place} class="choice">
            <input
              id={`option-${place}`}
              type="checkbox"
              name="option"
              value={place}
              checked={typed.choice.includes(place)}
            />
            <label for={`option-${place}`}>{optionWords(here, option)}</label>
          </p>
        ))}
      </fieldset>
      <p class="hint">{say.hint}</p>
      <details {...(wrong?.field === 'code' || typed.code !== '' ? { open: true } : {})}>
        <summary>{say.change}</summary>
        <div class="field">
          <label for="code">{say.code}</label>
          <Wrong of="code" />
          <input
            id="code"
            name="code"
            value={typed.code}
            maxLength={60}
            autocomplete="off"
            {...(wrong?.field === 'code'
              ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'code-error' }
              : {})}
          />
        </div>
      </details>
      <button type="submit">{say.vote}</button>
    </form>
  )
}

function Decision({ here, poll }: { here: Here; poll: Poll }) {
  const { words, format } = here
  const say = words.demands.poll
  const { option, reason, tally, decidedAt, signed } = poll.decision!
  const follows = option !== null && leading(tally).includes(option)
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{say.decisionTitle}</h2>
      <p class="lead">
        {option === null ? say.otherDay : say.chosen(optionWords(here, poll.options[option]!))}
      </p>
      {tally.voters > 0 && option !== null && <p>{follows ? say.follows : say.differs}</p>}
      {reason.kk !== '' && (
        <p>
          <strong>{say.reason}:</strong> {bothIn(here, reason)}
        </p>
      )}
      <p class="soft small">{say.decidedOn(format.day(localDay(decidedAt, poll.unit)))}</p>
      {signed === 'one-person' && <p class="warn">{words.demands.demand.onePerson}</p>}
    </section>
  )
}

/** Each date with its votes; the bar says nothing that the number does not. */
export function Results({ here, poll, tally }: { here: Here; poll: Poll; tally: Tally }) {
  const say = here.words.demands.poll
  return (
    <>
      <ul class="plain rows tally">
        {poll.options.map((option, place) => (
          <li key={place}>
            <span class="row-name">{optionWords(here, option)}</span>
            <meter min={0} max={Math.max(1, tally.voters)} value={tally.votes[place] ?? 0}>
              {tally.votes[place] ?? 0}
            </meter>
            <span class="numbers">{say.votes(tally.votes[place] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p class="soft small">{say.voters(tally.voters)}</p>
    </>
  )
}
