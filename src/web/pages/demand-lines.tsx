// Open polls and demands on the page of a place, one line each, and the way to a demand of one's own.
import {
  type Demand,
  type DemandState,
  type Poll,
  judgingHours,
  shownSince,
  stateOfDemand,
  stateOfPoll,
  wordsShown,
} from '#meetings'
import type { Stores } from '#flows'
import type { Instant } from '#kernel'
import { type Office, type Unit, localDay, localTime } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { MaskedWords } from '../parts/masked-words.tsx'

export type Voices = {
  readonly polls: readonly Poll[]
  readonly demands: readonly Demand[]
  readonly at: Instant
}

/** Demands on the page of a place, at most. */
const most = 10

/** What residents of a place are asked and ask: at the place itself and in what it lies in, short of the region. */
export async function readVoices(
  { polls, demands }: Pick<Stores, 'polls' | 'demands'>,
  lineage: readonly Unit[],
  at: Instant,
): Promise<Voices> {
  const units = lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ code }) => code)
  return {
    polls: await polls.ofUnits(units, shownSince(at)),
    demands: await demands.ofUnits(units, most),
    at,
  }
}

export function VoiceLines({ here, unit, voices }: { here: Here; unit: Unit; voices: Voices }) {
  const { words, language, format } = here
  const say = words.demands.place
  const to = addresses[language]
  const { polls, demands, at } = voices
  return (
    <section aria-labelledby="voices">
      <h2 id="voices">{say.title}</h2>
      {polls.length + demands.length > 0 && (
        <ul class="plain rows">
          {polls.map((poll) => {
            const state = stateOfPoll(poll, at)
            return (
              <li key={poll.id}>
                <a class="row-name" href={to.poll(poll.id)}>
                  {say.poll(bothIn(here, poll.about))}
                </a>
                <span class="soft small">
                  {state === 'open'
                    ? say.pollUntil(momentOf(here, poll.closesAt, poll))
                    : state === 'closed'
                      ? say.pollClosed
                      : say.pollDecided}
                </span>
              </li>
            )
          })}
          {demands.map((demand) => (
            <li key={demand.id}>
              <a class="row-name" href={to.demand(demand.id)}>
                {words.demands.demand.title}
                {wordsShown(demand, at) ? (
                  <>
                    : <span lang={demand.language}>{shortened(demand.words)}</span>
                  </>
                ) : (
                  `, ${format.day(localDay(demand.raisedAt, demand.unit))}`
                )}
              </a>
              <span class="soft small">
                {words.demands.states[stateOfDemand(demand, here.today)]} ·{' '}
                {say.supporters(demand.supporters, demand.threshold)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="small soft after-title">{say.raiseHint}</p>
      <p class="after-title">
        <a href={to.raise(unit.code)}>{say.raise}</a>
      </p>
    </section>
  )
}

/** A text of an office in the reader's language; English readers are given Russian. */
export const bothIn = (
  { language }: Here,
  { kk, ru }: { readonly kk: string; readonly ru: string },
): string => (language === 'kk' ? kk : ru)

/** "22 қараша, жексенбі, 18:00", by the clocks of the place. */
export const momentOf = ({ format }: Here, at: Instant, { unit }: Pick<Poll, 'unit'>): string =>
  `${format.day(localDay(at, unit))}, ${localTime(at, unit)}`

/** The beginning of a demand's words, on one line, cut between two words. */
export const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= 90) return line
  const whole = line.slice(0, 88).replace(/\s\S*$/, '')
  return `${whole.replace(/[\s.,:;–—-]+$/, '')}…`
}

/** The words of a demand, or why they are not there. */
export function DemandWords({
  here,
  demand,
  office,
  at,
}: {
  here: Here
  demand: Demand
  office: Office
  at: Instant
}) {
  const { demands } = here.words
  if (wordsShown(demand, at)) return <MaskedWords words={demand.words} language={demand.language} />
  return (
    <p class="warn">
      {demand.judged?.reason
        ? demands.wordsWithheld(demands.withhold[demand.judged.reason])
        : demands.wordsWaiting(office.name[here.language], judgingHours)}
    </p>
  )
}

/** How far a demand has come, in a word with a mark before it. */
export const DemandMark = ({ here, state }: { here: Here; state: DemandState }) => (
  <span class={`voice-state voice-${state}`}>{here.words.demands.states[state]}</span>
)
