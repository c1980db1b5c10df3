// A search: places first, then what is public or an office's own, by what was typed, by words that say the same, and,
// where a word is nowhere known, by the word that it was probably meant to be.
import type { LocalDate } from '#kernel'
import {
  type Lexicon,
  type SearchQuery,
  type SearchWord,
  nearestWord,
  readSearchQuery,
  searchTerms,
  withWords,
} from '#reading'
import { type OfficeId, bodiesOn } from '#territory'
import type { PublicMeeting } from './readings.ts'
import type {
  Found,
  FoundAnswer,
  FoundDemand,
  FoundGroup,
  FoundPlace,
  FoundProblem,
  FoundRequest,
  SearchReadings,
} from './search-readings.ts'
import { hasAll } from './search-texts.ts'
import type { Stores } from './stores.ts'

/** Characters that may be typed, and how many things of a kind are shown. */
export const longestSearch = 80
const mostPlaces = 20
/** Where something has the words themselves, names that only begin so do not stand in its way. */
const mostPlacesBefore = 5
const mostThings = 20
const mostMeetings = 6

export type PublicSearch = {
  readonly query: SearchQuery
  readonly places: readonly FoundPlace[]
  readonly morePlaces: boolean
  /** No place is called as typed: these are called nearly so. */
  readonly nearPlaces: boolean
  readonly meetings: readonly PublicMeeting[]
  readonly problems: Found<FoundProblem>
  readonly demands: Found<FoundDemand>
  /** Words that are nowhere known and were taken for others; folded. */
  readonly corrected: boolean
}

type PublicStores = Pick<Stores, 'readings' | 'search'>

/** Searches what is public; `sphere` narrows problems alone. */
export async function searchPublic(
  { readings, search }: PublicStores,
  lexicon: Lexicon,
  typed: string,
  { today, sphere }: { readonly today: LocalDate; readonly sphere: string | null },
): Promise<PublicSearch> {
  const called = await readings.search(typed, today, mostPlaces + 1)
  const named = called.length > 0 ? called : await search.placesNamed(typed, today, mostPlaces)
  const { query, found, corrected } = await forgiving(
    readSearchQuery(typed, lexicon),
    search,
    null,
    (query) => search.open(query, { sphere, office: null }, mostThings),
    ({ problems, demands }) => problems.whole || demands.whole,
  )
  const nearly = named.length > 0 ? null : await search.nearPlaceName(typed)
  const near = nearly === null ? [] : await readings.search(nearly, today, mostPlaces)
  const places = [...named, ...near]
  const shown = found.problems.whole || found.demands.whole ? mostPlacesBefore : mostPlaces
  const bodies = bodiesCalled(typed, today)
  return {
    query,
    ...found,
    corrected,
    places: places.slice(0, shown),
    morePlaces: places.length > shown,
    nearPlaces: near.length > 0,
    meetings:
      places.length + bodies.length > 0
        ? await search.meetingsAhead(
            places.slice(0, 5).map(({ unit }) => unit),
            bodies,
            today,
            mostMeetings,
          )
        : [],
  }
}

export type OfficeSearch = {
  readonly query: SearchQuery
  readonly requests: Found<FoundRequest>
  readonly groups: Found<FoundGroup>
  readonly answers: Found<FoundAnswer>
  readonly problems: Found<FoundProblem>
  readonly corrected: boolean
}

/** Searches what an office received, grouped and answered, and its problems; nothing of another office. */
export async function searchOffice(
  { search }: Pick<Stores, 'search'>,
  lexicon: Lexicon,
  typed: string,
  { office, sphere }: { readonly office: OfficeId; readonly sphere: string | null },
): Promise<OfficeSearch> {
  const { query, found, corrected } = await forgiving(
    readSearchQuery(typed, lexicon),
    search,
    office,
    async (query) => ({
      ...(await search.ofOffice(office, query, sphere, mostThings)),
      problems: (await search.open(query, { sphere, office }, mostThings)).problems,
    }),
    ({ requests, groups, answers, problems }) =>
      requests.whole || groups.whole || answers.whole || problems.whole,
  )
  return { query, ...found, corrected }
}

/** Asks; when nothing has all that was typed, asks again with the words put right that nothing has. */
async function forgiving<T>(
  query: SearchQuery,
  search: SearchReadings,
  office: OfficeId | null,
  ask: (query: SearchQuery) => Promise<T>,
  isWhole: (found: T) => boolean,
): Promise<{ query: SearchQuery; found: T; corrected: boolean }> {
  const found = await ask(query)
  if (isWhole(found)) return { query, found, corrected: false }
  const instead = new Map<string, SearchWord>()
  let corrected = false
  for (const word of query.flatMap(({ words }) => words)) {
    if (await search.knows(word, office)) continue
    const longer = { ...word, begins: true }
    if (word.fold.length >= 4 && (await search.knows(longer, office))) {
      instead.set(word.fold, longer)
      continue
    }
    const like = (await search.alike(word.fold, office)).flatMap((one) => searchTerms(one, 1))
    const near = nearestWord(
      word.fold,
      like.filter(({ small }) => !small).map(({ fold }) => fold),
    )
    const term = like.find(({ fold }) => fold === near)
    if (!term) continue
    instead.set(word.fold, { ...term, begins: false })
    corrected = true
  }
  if (instead.size === 0) return { query, found, corrected: false }
  const right = withWords(query, instead)
  return { query: right, found: await ask(right), corrected }
}

/** Central bodies in whose name each word that was typed stands. */
function bodiesCalled(typed: string, today: LocalDate): OfficeId[] {
  const words = searchTerms(typed.slice(0, 200)).filter(({ small }) => !small)
  if (words.length === 0) return []
  return bodiesOn(today).flatMap(({ id, name }) => (hasAll(name, words) ? [id] : []))
}
