// What the search found: places first, each with the chain above it, then problems, demands and meetings ahead.
import {
  type FoundDemand,
  type FoundPlace,
  type FoundProblem,
  type PublicSearch,
  searchLaw,
  searchPublic,
} from '#flows'
import type { Provision } from '#law'
import type { Lexicon, SearchQuery } from '#reading'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { FoundGroup, FoundQuotes, FoundWords, SphereChoice } from '../parts/found-words.tsx'
import { Layout } from '../parts/layout.tsx'
import { MeetingList } from '../parts/meeting-card.tsx'
import { titleIn, titleLanguage } from '../parts/pool-words.ts'
import { SearchForm } from '../parts/search-form.tsx'
import { type Typed, readTyped, spelt } from '../read-search.ts'
import { sphereTitle } from '../parts/sphere-name.ts'

export const searchPage =
  (lexicon: () => Lexicon): PageOf =>
  async ({ c, here, stores, law }) => {
    const typed = readTyped(c.req.query('q'), c.req.query('sphere'))
    const found = typed.asked ? await searchPublic(stores, lexicon(), typed.q, { ...here, ...typed }) : null
    const rules = found ? searchLaw(law, found.query, here.today, mostRules) : []
    const page = <SearchPage here={here} typed={typed} found={found} rules={rules} />
    return typed.error === null ? page : { status: 422, page }
  }

const mostRules = 5

type Props = { here: Here; typed: Typed; found: PublicSearch | null; rules: readonly Provision[] }

function SearchPage({ here, typed: { q, error, sphere }, found, rules }: Props) {
  const { words } = here
  return (
    <Layout here={here} title={words.search.title} search={false} refused={error !== null} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.search.title}</h1>
        <SearchForm here={here} q={q} {...(error ? { error: words.search[error] } : {})}>
          {(!found || sphere || found.problems.things.length > 0) && (
            <SphereChoice here={here} chosen={sphere} />
          )}
        </SearchForm>
        {found && isEmpty(found) && rules.length === 0 && <NothingFound here={here} />}
        {found && <Results here={here} found={found} />}
        {found && rules.length > 0 && <Rules here={here} query={found.query} rules={rules} />}
      </div>
    </Layout>
  )
}

const isEmpty = ({ places, problems, demands, meetings }: PublicSearch): boolean =>
  places.length + problems.things.length + demands.things.length + meetings.length === 0

const NothingFound = ({ here: { words, language } }: { here: Here }) => (
  <EmptyState title={words.search.noneTitle}>
    <p>{words.search.none}</p>
    <p>
      <a href={addresses[language].home()}>{words.home.regions}</a>
    </p>
  </EmptyState>
)

function Results({ here, found }: { here: Here; found: PublicSearch }) {
  const { words } = here
  const { query, places, morePlaces, nearPlaces, meetings, problems, demands, corrected } = found
  const texts = [
    ...problems.things.flatMap(({ title, quotes }) => [
      title.kk,
      title.ru,
      ...quotes.map(({ words }) => words),
    ]),
    ...demands.things.flatMap(demandTexts),
  ]
  return (
    <>
      {corrected && texts.length > 0 && <p class="note">{words.search.corrected(spelt(query, texts))}</p>}
      {places.length > 0 && (
        <FoundGroup here={here} id="found-places" title={words.search.places}>
          {nearPlaces && <p class="soft">{words.search.near}</p>}
          {morePlaces && <p class="soft">{words.search.many(places.length)}</p>}
          <ul class="plain rows">
            {places.map((place) => (
              <PlaceLine key={place.unit.code} here={here} {...place} />
            ))}
          </ul>
        </FoundGroup>
      )}
      {problems.things.length > 0 && (
        <FoundGroup here={here} id="found-problems" title={words.search.problems} whole={problems.whole}>
          <ul class="plain rows">
            {problems.things.map((problem) => (
              <ProblemLine key={problem.id} here={here} query={query} problem={problem} />
            ))}
          </ul>
        </FoundGroup>
      )}
      {demands.things.length > 0 && (
        <FoundGroup here={here} id="found-demands" title={words.search.demands} whole={demands.whole}>
          <ul class="plain rows">
            {demands.things.map((demand) => (
              <DemandLine key={demand.id} here={here} query={query} demand={demand} />
            ))}
          </ul>
        </FoundGroup>
      )}
      {meetings.length > 0 && (
        <FoundGroup here={here} id="found-meetings" title={words.search.meetings}>
          <MeetingList here={here} meetings={meetings} level={3} />
        </FoundGroup>
      )}
    </>
  )
}

type RulesProps = { here: Here; query: SearchQuery; rules: readonly Provision[] }

const Rules = ({ here, query, rules }: RulesProps) => (
  <FoundGroup here={here} id="found-rules" title={here.words.search.rules}>
    <ul class="plain rows">
      {rules.map(({ id, gist }) => (
        <li key={id} class="found-line">
          <a href={addresses[here.language].provision(id)}>
            <FoundWords text={gist[here.language]} query={query} />
          </a>
        </li>
      ))}
    </ul>
  </FoundGroup>
)

const PlaceLine = ({ here: { language, words }, unit, above }: FoundPlace & { here: Here }) => (
  <li>
    <a class="row-name" href={addresses[language].place(unit.code)}>
      {unit.name[language]}
    </a>
    <span class="soft">
      {above.length > 0 ? above.map(({ name }) => name[language]).join(' – ') : words.kind[unit.kind]}
    </span>
  </li>
)

type ProblemProps = { here: Here; query: SearchQuery; problem: FoundProblem }

export const ProblemLine = ({ here, query, problem }: ProblemProps) => (
  <li class="found-line">
    <a class="row-name" href={addresses[here.language].problem(problem.id)} lang={titleLanguage(here)}>
      <FoundWords text={titleIn(here, problem.title)} query={query} />
    </a>
    <span class="soft">
      {problem.unit[here.language]} · {sphereTitle(here, problem.sphere)} ·{' '}
      {here.words.pool.voices(problem.voices)}
    </span>
    <FoundQuotes here={here} quotes={problem.quotes} query={query} />
  </li>
)

const demandTexts = ({ words, reason }: FoundDemand): string[] => [
  ...(words === null ? [] : [words]),
  ...(reason ? [reason.kk, reason.ru] : []),
]

function DemandLine({ here, query, demand }: { here: Here; query: SearchQuery; demand: FoundDemand }) {
  const { words, reason, id, raisedAt } = demand
  return (
    <li class="found-line">
      <a class="row-name" href={addresses[here.language].demand(id)}>
        {here.words.search.demandOf(here.format.day(localDay(raisedAt, null)))}
      </a>
      {words !== null && (
        <span>
          <FoundWords text={words} query={query} />
        </span>
      )}
      {reason && (
        <span class="soft" lang={titleLanguage(here)}>
          <FoundWords text={titleIn(here, reason)} query={query} />
        </span>
      )}
    </li>
  )
}
