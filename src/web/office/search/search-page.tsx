// What an office found: requests, groups, answers and problem issues, each with the words marked by which it was found.
import type { FoundAnswer, FoundRequest, OfficeSearch } from '#flows'
import type { SearchQuery } from '#reading'
import { localDay } from '#territory'
import { ProblemLine } from '../../pages/search.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FoundGroup, FoundWords, SphereChoice } from '../../parts/found-words.tsx'
import { langOf, titleIn, titleLanguage } from '../../parts/pool-words.ts'
import { SearchForm } from '../../parts/search-form.tsx'
import { type Typed, spelt } from '../../read-search.ts'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { benchAddresses } from '../bench/bench-addresses.ts'
import { searchAddress } from './search-address.ts'
import { sphereTitle } from '../../parts/sphere-name.ts'

type Props = { desk: Desk; typed: Typed; found: OfficeSearch | null; csrf: string }

export function SearchPage({ desk, typed: { q, error, sphere }, found, csrf }: Props) {
  const { here, office } = desk
  const { words } = here
  const told = words.search.office
  return (
    <OfficeFrame desk={desk} section="requests" title={told.section} csrf={csrf} refused={error !== null}>
      <h1>{told.section}</h1>
      <p class="lead">{told.lead}</p>
      <SearchForm
        here={here}
        q={q}
        of={{
          action: searchAddress(here.language, office.id),
          label: told.label,
          hint: told.hint,
        }}
        {...(error ? { error: words.search[error] } : {})}
      >
        <SphereChoice here={here} chosen={sphere} />
      </SearchForm>
      {found && isEmpty(found) && (
        <EmptyState title={words.search.noneTitle}>
          <p>{told.none}</p>
        </EmptyState>
      )}
      {found && <Results desk={desk} found={found} />}
    </OfficeFrame>
  )
}

const isEmpty = ({ requests, groups, answers, problems }: OfficeSearch): boolean =>
  [requests, groups, answers, problems].every(({ things }) => things.length === 0)

function Results({ desk, found }: { desk: Desk; found: OfficeSearch }) {
  const { here, office } = desk
  const { words } = here
  const told = words.search.office
  const to = benchAddresses(here.language, office.id)
  const { query, requests, groups, answers, problems, corrected } = found
  const texts = [
    ...requests.things.map(({ words }) => words),
    ...groups.things.flatMap(({ title }) => [title.kk, title.ru]),
    ...answers.things.flatMap(({ answer }) => [answer.kk, answer.ru]),
  ]
  return (
    <>
      {corrected && texts.length > 0 && <p class="note">{words.search.corrected(spelt(query, texts))}</p>}
      {groups.things.length > 0 && (
        <FoundGroup here={here} id="found-groups" title={told.groups} whole={groups.whole}>
          <ul class="plain rows">
            {groups.things.map(({ id, title, voices }) => (
              <li key={id} class="found-line">
                <a class="row-name" href={to.group(id)} lang={titleLanguage(here)}>
                  <FoundWords text={titleIn(here, title)} query={query} />
                </a>
                <span class="soft">{told.voices(voices)}</span>
              </li>
            ))}
          </ul>
        </FoundGroup>
      )}
      {requests.things.length > 0 && (
        <FoundGroup here={here} id="found-requests" title={told.requests} whole={requests.whole}>
          <ul class="plain rows">
            {requests.things.map((request) => (
              <RequestLine key={request.id} {...{ desk, query, request }} />
            ))}
          </ul>
        </FoundGroup>
      )}
      {answers.things.length > 0 && (
        <FoundGroup here={here} id="found-answers" title={told.answers} whole={answers.whole}>
          <ul class="plain rows">
            {distinct(answers.things).map(({ request, answer }) => (
              <li key={request} class="found-line">
                <a class="row-name" href={to.request(request)}>
                  {told.answerTo}
                </a>
                <span lang={titleLanguage(here)}>
                  <FoundWords text={titleIn(here, answer)} query={query} />
                </span>
              </li>
            ))}
          </ul>
        </FoundGroup>
      )}
      {problems.things.length > 0 && (
        <FoundGroup here={here} id="found-problems" title={told.problems} whole={problems.whole}>
          <ul class="plain rows">
            {problems.things.map((problem) => (
              <ProblemLine key={problem.id} {...{ here, query, problem }} />
            ))}
          </ul>
        </FoundGroup>
      )}
    </>
  )
}

/** One template answers many: its words are shown once. */
const distinct = (answers: readonly FoundAnswer[]): FoundAnswer[] =>
  [...new Map(answers.toReversed().map((one) => [one.answer.kk, one])).values()].toReversed()

type LineProps = { desk: Desk; query: SearchQuery; request: FoundRequest }

function RequestLine({ desk: { here, office }, query, request }: LineProps) {
  const told = here.words.search.office
  const { id, words, language, receivedAt, sphere, fate } = request
  return (
    <li class="found-line">
      <a class="row-name" href={benchAddresses(here.language, office.id).request(id)}>
        {told.received(here.format.day(localDay(receivedAt, office.unit)))}
      </a>
      <span class="soft">
        {sphereTitle(here, sphere)} · {here.words.bench.request.fates[fate]}
      </span>
      <span {...langOf(language)}>
        <FoundWords text={words} query={query} />
      </span>
    </li>
  )
}
